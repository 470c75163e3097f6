// A record as the paper form that it stands for, A4.
import type { RecordView } from '../../src/api/contract';
import { workbookNow } from '../clock';
import { t } from '../language';
import { PrintButton, PrintSheet } from '../parts/print-sheet';
import { SignatureImage } from '../parts/signature-image';
import { TopBar } from '../parts/top-bar';
import { session } from '../session';
import { isSignature } from '../signature-path';

export function RecordPaper({ record, leave }: { record: RecordView; leave: () => void }) {
  const lines = record.lines ?? [];
  const signature = Object.values(record.values).find(isSignature);
  const time = workbookNow().replace('T', ' ');
  return (
    <div class="screen printing">
      <TopBar title={t('printForm')} quiet={record.no} onBack={leave} />
      <PrintSheet
        agency={session.value?.agency ?? ''}
        title={record.registerTitle}
        subtitle={t('number') + ' ' + record.no}
        foot={t('printedAt', { time })}
      >
        <table class="paper-facts">
          <tbody>
            {record.facts
              .filter((fact) => fact.text !== '')
              .map((fact) => (
                <tr key={fact.key}>
                  <th scope="row">{fact.label}</th>
                  <td>{fact.text}</td>
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
        <table class="paper-facts">
          <tbody>
            {record.history.map((event, index) => (
              <tr key={index}>
                <th scope="row">{event.what}</th>
                <td>
                  {event.who} {event.at.replace('T', ' ').slice(0, 16)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="paper-sign">
          <span>{t('signHere')}</span>
          {signature ? <SignatureImage path={signature} label={t('signed')} /> : <span class="paper-blank" />}
          <span>{t('dateHere')}</span>
          <span class="paper-blank" />
        </p>
      </PrintSheet>
      <PrintButton />
    </div>
  );
}
