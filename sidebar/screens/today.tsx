// Today's work: who is expected and who is here, what waits for collection, an answer or a decision.
import { useEffect, useRef, useState } from 'preact/hooks';
import { accentStyle } from '../accent';
import { countOf, lineKey, startKey, type ShownSection } from '../board-lines';
import { underWay } from '../commands';
import { shortMoment } from '../clock';
import { t } from '../language';
import { Icon } from '../parts/icon';
import { LineItem } from '../parts/line';
import { Banner, Empty, Skeleton, Trouble } from '../parts/trouble';
import { registerOf, session } from '../session';
import { boardAt, boardLoading, boardProblem, boardWarnings, loadBoard, sections, takeNext, takeStart } from './board';

const refreshMs = 60_000;
/** A section shows this many lines until it is opened. */
const fewLines = 6;

export function Today() {
  const root = useRef<HTMLDivElement>(null);
  const shown = sections.value;
  /** A pointer over the list, or the focus in it: nothing may move. */
  const steady = () => root.current?.matches(':hover, :focus-within') ?? false;

  useEffect(() => {
    if (sections.value === undefined && !boardLoading.value) void loadBoard();
    else if (sections.value !== undefined) void loadBoard(steady);
    const refresh = () => document.visibilityState === 'visible' && void loadBoard(steady);
    const timer = setInterval(refresh, refreshMs);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, []);

  const newWarnings = boardWarnings.value.filter((text) => !session.value?.warnings.includes(text));
  return (
    <div class="screen today" ref={root} aria-busy={boardLoading.value}>
      <h1 class="hidden-text">{t('today')}</h1>
      {newWarnings.map((text) => (
        <Banner key={text} tone="warning">
          <p>{text}</p>
        </Banner>
      ))}
      {boardProblem.value && <Trouble problem={boardProblem.value} again={() => void loadBoard()} />}
      {shown === undefined && boardProblem.value === undefined && <Skeleton lines={6} />}
      {shown?.length === 0 && <Empty title={t('nothingToday')} />}
      {shown?.map((section) => (
        <Section key={section.key} section={section} />
      ))}
      {shown !== undefined && (
        <p class="board-foot">
          <span class="quiet">{boardAt.value && t('updatedAt', { time: shortMoment(boardAt.value) })}</span>
          <button type="button" class="link" disabled={boardLoading.value} onClick={() => void loadBoard()}>
            <Icon name="refresh" size={14} /> {t('refresh')}
          </button>
        </p>
      )}
    </div>
  );
}

function Section({ section }: { section: ShownSection }) {
  const [all, setAll] = useState(false);
  const id = 'section-' + section.key;
  const lines = all ? section.lines : section.lines.slice(0, fewLines);
  const count = countOf(section);
  const hidden = section.lines.length - fewLines;
  const starts = section.starts ?? [];
  const first = lines[0] ?? starts[0];
  const colour = first && registerOf(first.register)?.colour;
  return (
    <section class={first ? 'section' : 'section nothing'} aria-labelledby={id} style={accentStyle(colour)}>
      <h2 id={id}>
        <span>{section.title}</span>
        <span class={'count tone-' + (count === 0 ? 'off' : section.tone)} aria-label={t('countOf', { n: count })}>
          {count}
        </span>
      </h2>
      {!first && <p class="quiet">{section.empty}</p>}
      {lines.length > 0 && (
        <ul class="lines">
          {lines.map((line) => (
            <LineItem key={lineKey(line)} line={line} onNext={(chosen) => void takeNext(chosen)} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <button type="button" class="link section-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('showFewer') : t('showMore', { n: hidden })}
        </button>
      )}
      {starts.map((start) => {
        const busy = underWay.value.has(startKey(start));
        return (
          <button
            key={startKey(start)}
            type="button"
            class="small start"
            aria-disabled={busy || start.gone}
            aria-busy={busy}
            onClick={() => start.gone || void takeStart(start)}
          >
            {busy ? t('working') : start.label}
          </button>
        );
      })}
    </section>
  );
}
