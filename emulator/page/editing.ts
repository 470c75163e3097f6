// What a person types, pastes and clears: protections asked first, then sent, and told when it is refused.
import { a1, type Rectangle } from './a1';
import { act } from './ask';
import { ask } from './dialogs';
import type { Protection } from './emulator-types';
import { protectionOf } from './protections';
import { attempt, tell } from './telling';
import { say } from './words';

const pause = 5 * 60_000;
let quietUntil = 0;

export const tellLocked = () => tell(say('protectedTitle'), say('protectedText'));

async function agreed(): Promise<boolean> {
  if (performance.now() < quietUntil) return true;
  const { answer, option } = await ask({
    title: say('warnTitle'),
    text: say('warnText'),
    buttons: [
      { answer: 'no', label: say('cancel') },
      { answer: 'yes', label: say('editAnyway') },
    ],
    otherwise: 'no',
    option: say('warnPause'),
  });
  if (answer !== 'yes') return false;
  if (option) quietUntil = performance.now() + pause;
  return true;
}

export async function mayEdit(protections: readonly Protection[], range: Rectangle): Promise<boolean> {
  const protection = protectionOf(protections, range);
  if (!protection) return true;
  if (protection.mayEdit) return agreed();
  await tellLocked();
  return false;
}

export interface Edit {
  book: string;
  sheet: number;
  at: { row: number; column: number };
  values: readonly (readonly string[])[];
}

export const rangeOf = ({ at, values }: Edit): Rectangle => ({
  startRow: at.row,
  endRow: at.row + values.length,
  startColumn: at.column,
  endColumn: at.column + (values[0]?.length ?? 1),
});

/** False when nothing was changed. */
export async function edit(change: Edit, protections: readonly Protection[]): Promise<boolean> {
  const range = rangeOf(change);
  if (!(await mayEdit(protections, range))) return false;
  const { book, sheet, values } = change;
  return attempt(() => act('POST', 'edit', { spreadsheetId: book, sheet, range: a1(range), values }));
}
