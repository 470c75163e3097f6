// A list to print, such as who is here now (the evacuation list).
import { useAnswer } from '../answers';
import { t } from '../language';
import { PrintButton, PrintSheet } from '../parts/print-sheet';
import { TopBar } from '../parts/top-bar';
import { Skeleton, Trouble } from '../parts/trouble';

/** More columns than that are printed across. */
const mostUpright = 8;

export function Print({ register, what, period }: { register: string; what: string; period?: string }) {
  const { value, problem, again } = useAnswer('print', { register, what, ...(period && { period }) });
  const total = value?.columns.reduce((sum, column) => sum + column.width, 0) || 1;
  return (
    <div class="screen printing">
      <TopBar title={value?.title ?? t('print')} />
      {problem && <Trouble problem={problem} again={again} />}
      {value === undefined && problem === undefined && <Skeleton />}
      {value && (
        <>
          <PrintSheet
            agency={value.agency}
            title={value.title}
            wide={value.columns.length > mostUpright}
            subtitle={value.subtitle}
            foot={t('printedAt', { time: value.madeAt.replace('T', ' ').slice(0, 16) })}
          >
            {value.rows.length === 0 ? (
              <p>{t(what === 'here' ? 'nobody' : 'nothingToPrint')}</p>
            ) : (
              <div class="paper-scroll" tabIndex={0} role="region" aria-label={value.title}>
                <table class="paper-rows paper-list">
                  <colgroup>
                    {value.columns.map((column) => (
                      <col key={column.label} style={{ width: (column.width / total) * 100 + '%' }} />
                    ))}
                  </colgroup>
                  <thead>
                    <tr>
                      {value.columns.map((column) => (
                        <th key={column.label} scope="col" class={column.isNumber && 'paper-number'}>
                          {column.label}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {value.rows.map((row, index) => (
                      <tr key={index}>
                        {row.map((cell, at) => (
                          <td
                            key={at}
                            data-label={value.columns[at]!.label}
                            class={value.columns[at]?.isNumber && 'paper-number'}
                          >
                            {cell}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <p class="paper-summary">{value.summary}</p>
            {value.note && <p>{value.note}</p>}
          </PrintSheet>
          <PrintButton />
        </>
      )}
    </div>
  );
}
