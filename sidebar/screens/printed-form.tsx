// A form in the layout that it has on paper: the head, the table, and a box for each signature.
import type { PrintedBox, PrintedForm as Form } from '../../src/kernel/printed-form';
import { t } from '../language';
import { SignatureImage } from '../parts/signature-image';
import { isSignature } from '../signature-path';

type Pair = Form['head'][number];

/** Two pairs a row; a long text, or one that is left over, has a row of its own. */
function rowsOf(head: readonly Pair[]): readonly (readonly Pair[])[] {
  const rows: Pair[][] = [];
  for (const pair of head) {
    const last = rows[rows.length - 1];
    if (!pair.wide && last?.length === 1 && !last[0]!.wide) last.push(pair);
    else rows.push([pair]);
  }
  return rows;
}

function Head({ head }: { head: Form['head'] }) {
  return (
    <table class="paper-head">
      <tbody>
        {rowsOf(head).map((pairs, row) => (
          <tr key={row}>
            {pairs.flatMap((pair, at) => [
              <th key={at} scope="row">
                {pair.label}
              </th>,
              <td key={at + ' text'} colSpan={pairs.length === 1 ? 3 : 1} class={pair.wide && 'paper-long'}>
                {pair.text}
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Table({ headings, rows, total }: NonNullable<Form['table']>) {
  const width = headings.reduce((sum, one) => sum + one.width, 0);
  const numbers = headings.map(({ isNumber }) => (isNumber ? 'paper-number' : undefined));
  return (
    <div class="paper-scroll" tabIndex={0} role="region" aria-label={t('lines')}>
      <table class="paper-rows">
        <colgroup>
          {headings.map((one) => (
            <col key={one.label} style={{ width: (one.width / width) * 100 + '%' }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {headings.map((one, at) => (
              <th key={one.label} scope="col" class={numbers[at]}>
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, struckOut }, row) => (
            <tr key={row} class={struckOut && 'paper-struck-out'}>
              {cells.map((cell, at) => (
                <td key={at} class={numbers[at]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
          {total && (
            <tr>
              <th scope="row" colSpan={headings.length - 1}>
                {total.label}
              </th>
              <td class="paper-number">{total.text}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Without a signature it is signed by hand. */
function Box({ box }: { box: PrintedBox }) {
  return (
    <section class="paper-box">
      <h3>{box.title}</h3>
      {isSignature(box.signature) && <SignatureImage path={box.signature} label={t('signed')} />}
      {box.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {box.lines.length === 0 && (
        <p class="paper-sign">
          <span>{t('signHere')}</span>
          <span class="paper-blank" />
          <span>{t('dateHere')}</span>
          <span class="paper-blank" />
        </p>
      )}
    </section>
  );
}

export function PrintedForm({ form }: { form: Form }) {
  return (
    <div class="paper-form">
      <Head head={form.head} />
      {form.table && <Table {...form.table} />}
      <div class="paper-boxes">
        {form.boxes.map((box) => (
          <Box key={box.title} box={box} />
        ))}
      </div>
    </div>
  );
}
