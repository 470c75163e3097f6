// The lists that can be printed, each with the month that it needs.
import { useState } from 'preact/hooks';
import type { PrintInfo } from '../../src/api/contract';
import { workbookNow } from '../clock';
import { FieldRow } from '../fields/field';
import { t } from '../language';
import { Icon } from '../parts/icon';
import { latestPeriods } from '../periods';
import { go } from '../route';

interface ListedProps {
  readonly prints: readonly PrintInfo[];
  readonly open: (print: PrintInfo) => void;
}

const Listed = ({ prints, open }: ListedProps) => (
  <ul>
    {prints.map((print) => (
      <li key={print.register + print.what}>
        <button type="button" onClick={() => open(print)}>
          <span>{print.title}</span>
          <Icon name="next" size={14} />
        </button>
      </li>
    ))}
  </ul>
);

export function PrintChoice({ prints }: { prints: readonly PrintInfo[] }) {
  const months = latestPeriods('month', workbookNow());
  const [month, setMonth] = useState(months[0]!);
  const open = ({ register, what, period }: PrintInfo) =>
    go({ screen: 'print', register, what, ...(period && { period: month }) });
  const standing = prints.filter(({ period }) => period === undefined);
  const monthly = prints.filter(({ period }) => period !== undefined);
  return (
    <section class="chapter print-choice">
      <h2>{t('print')}</h2>
      <Listed prints={standing} open={open} />
      {monthly.length > 0 && (
        <>
          <FieldRow
            id="print-month"
            field={{
              key: 'month',
              main: true,
              label: t('month'),
              control: 'choice',
              required: true,
              options: months.map((value) => ({ value, label: value })),
            }}
            value={month}
            fault={undefined}
            onChange={(next) => setMonth(next === null ? months[0]! : String(next))}
          />
          <Listed prints={monthly} open={open} />
        </>
      )}
    </section>
  );
}
