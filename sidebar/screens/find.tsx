// Finding records of a register: by text, by dates, newest first, more on demand.
import { cell } from '../cell';
import { useEffect } from 'preact/hooks';
import type { Calls, Line, Problem } from '../../src/api/contract';
import { lineKey } from '../board-lines';
import { t } from '../language';
import { Icon } from '../parts/icon';
import { LineItem } from '../parts/line';
import { Empty, Skeleton, Trouble } from '../parts/trouble';
import { ask } from '../server';
import { registerOf, session } from '../session';
import { accentStyle } from '../accent';

interface Search {
  readonly register: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
}
interface Found {
  readonly lines: readonly Line[];
  readonly cursor?: string;
}

/** Kept while the sidebar is open, so that the way back from a record leads to the same list. */
const search = cell<Search>({ register: '', text: '', from: '', to: '' });
const found = cell<Found | undefined>(undefined);
const problem = cell<Problem | undefined>(undefined);
const loading = cell(false);
const withDates = cell(false);
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const pauseMs = 600;

async function run(cursor?: string): Promise<void> {
  clearTimeout(timer);
  const { register, text, from, to } = search.value;
  if (register === '') return;
  const mine = ++turn;
  loading.value = true;
  const input: Calls['find']['input'] = {
    register,
    limit: 50,
    ...(text.trim() && { text: text.trim() }),
    ...(withDates.value && from && { from }),
    ...(withDates.value && to && { to }),
    ...(cursor && { cursor }),
  };
  const answer = await ask('find', input);
  if (mine !== turn) return;
  loading.value = false;
  problem.value = answer.ok ? undefined : answer.error;
  if (!answer.ok) return;
  const before = cursor === undefined ? [] : (found.value?.lines ?? []);
  found.value = { lines: [...before, ...answer.value.records], cursor: answer.value.cursor };
}

function change(part: Partial<Search>, atOnce: boolean): void {
  const other = part.register !== undefined && part.register !== search.value.register;
  search.value = { ...search.value, ...part };
  if (other) found.value = undefined;
  clearTimeout(timer);
  if (atOnce) void run();
  else timer = setTimeout(() => void run(), pauseMs);
}

export function Find({ register }: { register?: string }) {
  const chapters = (session.value?.chapters ?? [])
    .map((chapter) => ({ ...chapter, registers: chapter.registers.filter((each) => each.mayRead) }))
    .filter((chapter) => chapter.registers.length > 0);
  const first =
    chapters.flatMap((chapter) => chapter.registers).find((each) => each.quick) ?? chapters[0]?.registers[0];

  useEffect(() => {
    const wanted = register ?? (search.value.register || first?.key);
    if (wanted !== undefined && (wanted !== search.value.register || found.value === undefined)) {
      change({ register: wanted }, true);
    }
  }, [register, first?.key]);

  const { lines = [], cursor } = found.value ?? {};
  return (
    <div class="screen find" style={accentStyle(registerOf(search.value.register)?.colour)}>
      <h1 class="hidden-text">{t('find')}</h1>
      <form
        class="find-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <select
          aria-label={t('register')}
          value={search.value.register}
          onChange={(event) => change({ register: event.currentTarget.value }, true)}
        >
          {chapters.map((chapter) => (
            <optgroup key={chapter.key} label={chapter.title}>
              {chapter.registers.map((each) => (
                <option key={each.key} value={each.key}>
                  {each.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <div class="find-text">
          <input
            type="search"
            aria-label={t('searchText')}
            placeholder={t('searchText')}
            value={search.value.text}
            onInput={(event) => change({ text: event.currentTarget.value }, false)}
          />
          <button type="submit" class="icon-button" aria-label={t('search')}>
            <Icon name="search" />
          </button>
        </div>
        <button
          type="button"
          class="fold"
          aria-expanded={withDates.value}
          onClick={() => {
            withDates.value = !withDates.value;
            if (search.value.from || search.value.to) void run();
          }}
        >
          <Icon name="down" /> {t('dates')}
        </button>
        {withDates.value && (
          <div class="find-dates">
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                <span class="label">{t(end)}</span>
                <input
                  type="date"
                  value={search.value[end]}
                  onChange={(event) => change({ [end]: event.currentTarget.value }, true)}
                />
              </label>
            ))}
          </div>
        )}
      </form>
      {problem.value && <Trouble problem={problem.value} again={() => void run()} />}
      <p class="find-count quiet" role="status">
        {found.value !== undefined && lines.length > 0 && t('found', { n: lines.length })}
        {loading.value && found.value !== undefined && t('loading')}
      </p>
      {found.value === undefined && problem.value === undefined && <Skeleton />}
      {found.value !== undefined && lines.length === 0 && !loading.value && (
        <Empty title={t('nothingFound')} hint={t(cursor ? 'notFoundYet' : 'nothingFoundHint')} />
      )}
      <ul class="lines">
        {lines.map((line) => (
          <LineItem key={lineKey(line) + '/' + line.row} line={line} />
        ))}
      </ul>
      {cursor && (
        <button type="button" class="plain wide" disabled={loading.value} onClick={() => void run(cursor)}>
          {t('loadMore')}
        </button>
      )}
    </div>
  );
}
