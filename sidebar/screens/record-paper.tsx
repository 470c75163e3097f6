// A record on paper, A4: as the form that it stands for, or else as what is known of it.
import type { RecordView } from '../../src/api/contract';
import { workbookNow } from '../clock';
import { t } from '../language';
import { PrintButton, PrintSheet } from '../parts/print-sheet';
import { SignatureImage } from '../parts/signature-image';
import { TopBar } from '../parts/top-bar';
import { session } from '../session';
import { isSignature } from '../signature-path';
import { PrintedForm } from './printed-form';

/** What the workbook keeps for itself. */
const unprinted = ['recordedBy', 'recordedAt', 'late'];

function Known({ record }: { record: RecordView }) {
  const lines = record.lines ?? [];
  const signature = Object.values(record.values).find(isSignature);
  return (
    <>
      <table class="paper-facts">
        <tbody>
          {record.facts
            .filter((fact) => fact.text !== '' && !unprinted.includes(fact.key))
            .map((fact) => (
              <tr key={fact.key}>
                <th scope="row">{fact.label}</th>
                <td class="paper-long">{fact.text}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {lines.length > 0 && (
        <table class="paper-rows">
          <thead>
            <tr>
              {lines[0]!.facts.map((fact) => (
                <th key={fact.label} scope="col">
                  {fact.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line}>
                {line.facts.map((fact) => (
                  <td key={fact.label}>{fact.text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="paper-sign">
        <span>{t('signHere')}</span>
        {signature ? <SignatureImage path={signature} label={t('signed')} /> : <span class="paper-blank" />}
        <span>{t('dateHere')}</span>
        <span class="paper-blank" />
      </p>
    </>
  );
}

export function RecordPaper({ record, leave }: { record: RecordView; leave: () => void }) {
  const { paper } = record;
  const subtitle = [t('number') + ' ' + (paper?.number ?? record.no), ...record.chips.map(({ label }) => label)];
  return (
    <div class="screen printing">
      <TopBar title={t('printForm')} quiet={record.no} onBack={leave} />
      <PrintSheet
        agency={session.value?.agency ?? ''}
        title={paper?.title ?? record.registerTitle}
        subtitle={subtitle.join('　')}
        foot={t('printedAt', { time: workbookNow().replace('T', ' ').slice(0, 16) })}
      >
        {paper ? <PrintedForm form={paper} /> : <Known record={record} />}
      </PrintSheet>
      <PrintButton />
    </div>
  );
}
