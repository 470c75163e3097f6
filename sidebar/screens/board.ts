// The board's content: fetched at the start, each minute while somebody can see it, and after what was done on it.
import { cell } from '../cell';
import type { Problem } from '../../src/api/contract';
import {
  lineKey,
  mergeBoard,
  startKey,
  without,
  type ShownLine,
  type ShownSection,
  type ShownStart,
} from '../board-lines';
import { command } from '../commands';
import { t } from '../language';
import { go } from '../route';
import { ask, type Answer } from '../server';
import { committed, problemText, tell } from '../session';

export const sections = cell<readonly ShownSection[] | undefined>(undefined);
export const boardProblem = cell<Problem | undefined>(undefined);
export const boardAt = cell('');
export const boardWarnings = cell<readonly string[]>([]);
export const boardLoading = cell(false);

let turn = 0;

/** `steady`: what is on the screen keeps its place. */
export async function loadBoard(steady: () => boolean = () => false): Promise<void> {
  const mine = ++turn;
  boardLoading.value = true;
  const answer = await ask('board', {});
  if (mine !== turn) return;
  boardLoading.value = false;
  if (!answer.ok) {
    boardProblem.value = answer.error;
    return;
  }
  boardProblem.value = undefined;
  sections.value = mergeBoard(sections.value, answer.value.sections, steady());
  boardAt.value = answer.value.at;
  boardWarnings.value = answer.value.warnings;
}

/** The button on a line: done at once where nothing is asked, else the record opens with that step or form. */
export async function takeNext(line: ShownLine): Promise<void> {
  const { register, no, row, form, next } = line;
  if (form) go({ screen: 'record', register, no, row, form: form.register });
  if (form || next === undefined) return;
  const { transition, label, asks } = next;
  if (asks) {
    go({ screen: 'record', register, no, row, step: transition });
    return;
  }
  const answer = await command(lineKey(line), 'transition', { register, no, row, transition });
  if (answer !== undefined) settle(answer, lineKey(line), label + ' · ' + (line.strong || no));
}

/** The button for a new record: its form opens filled in, also where one press was not enough. */
export async function takeStart(start: ShownStart): Promise<void> {
  const { register, label, values, atOnce } = start;
  const open = () => go({ screen: 'form', register, values });
  if (!atOnce) return open();
  const answer = await command(startKey(start), 'create', { register, rows: [values] });
  if (answer === undefined) return;
  const wrong = !answer.ok && answer.error.fields;
  if (wrong) {
    tell('bad', Object.values(wrong).join(' '));
    open();
  } else settle(answer, startKey(start), label);
}

/** Says how it went; what was done is crossed out, and the board fetched anew. */
function settle(answer: Answer<{ readonly kick: boolean }>, key: string, what: string): void {
  if (answer.ok) {
    committed(answer.value);
    tell('good', t('done', { what }));
    sections.value = without(sections.value ?? [], key);
  } else tell('bad', problemText(answer.error));
  if (answer.ok || answer.error.code === 'outOfDate' || answer.error.code === 'notFound') void loadBoard(() => true);
}
