// The board's content: fetched at the start, each minute while somebody can see it, and after what was done on it.
import { cell } from '../cell';
import type { Problem } from '../../src/api/contract';
import { lineKey, mergeBoard, withoutLine, type ShownLine, type ShownSection } from '../board-lines';
import { command } from '../commands';
import { t } from '../language';
import { go } from '../route';
import { ask } from '../server';
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
  if (answer === undefined) return;
  if (answer.ok) {
    committed(answer.value);
    tell('good', t('done', { what: label + ' · ' + (line.strong || no) }));
    sections.value = withoutLine(sections.value ?? [], lineKey(line));
    void loadBoard(() => true);
  } else {
    tell('bad', problemText(answer.error));
    if (answer.error.code === 'outOfDate' || answer.error.code === 'notFound') void loadBoard(() => true);
  }
}
