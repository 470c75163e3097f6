// A line of a list: one strong line, one quiet one, states as chips, and the most useful next step as a button.
import type { ShownLine } from '../board-lines';
import { lineKey } from '../board-lines';
import { underWay } from '../commands';
import { t } from '../language';
import { go } from '../route';
import { Chips } from './chips';

export function LineItem({ line, onNext }: { line: ShownLine; onNext?: (line: ShownLine) => void }) {
  const busy = underWay.value.has(lineKey(line));
  const next = line.form ?? line.next;
  return (
    <li class={line.gone ? 'line gone' : 'line'}>
      <div class="line-top">
        <button
          type="button"
          class="line-strong"
          onClick={() => go({ screen: 'record', register: line.register, no: line.no, row: line.row })}
        >
          {line.strong || line.no}
        </button>
        <Chips chips={line.chips} />
      </div>
      {(line.quiet || (next && onNext)) && (
        <div class="line-bottom">
          <span class="line-quiet">{line.quiet}</span>
          {next && onNext && (
            <button
              type="button"
              class="small"
              aria-disabled={busy || line.gone}
              aria-busy={busy}
              aria-label={t('about', { what: next.label, whom: line.strong || line.no })}
              onClick={() => line.gone || onNext(line)}
            >
              {busy ? t('working') : next.label}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
