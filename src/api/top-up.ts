// Blank rows, formatted, are kept ahead on every register: topped up in the evening, when nobody types.
import type { SheetChange } from '../kernel/ports';
import type { Register, WorkbookKey } from '../kernel/register';
import { blankRows } from '../kernel/tab-spec';
import type { Machine } from './machine';

/** `lastUsed`: the last row in use of the registers that could be looked at. */
export function topUp(machine: Machine, workbook: WorkbookKey, lastUsed: ReadonlyMap<Register, number>): void {
  const { tables } = machine.ports;
  const heights = tables.heights(workbook);
  const changes = [...lastUsed].flatMap(([register, used]): readonly SheetChange[] => {
    const height = register.workbook === workbook ? heights.get(register.sheetId) : undefined;
    const count = height === undefined ? 0 : used + 1 + blankRows - height;
    // Above the last row, so that everything that reaches down to it grows; nobody's typing is moved but what stands there.
    return count > 0
      ? [{ kind: 'insertRows', sheetId: register.sheetId, at: Math.max(used + 1, height! - 1), count }]
      : [];
  });
  if (changes.length > 0) tables.commit(workbook, changes, []);
}
