// Whether what a range touches may be edited.
import type { Rectangle } from './a1';
import type { Protection } from './emulator-types';

const covers = ({ area }: Protection, { startRow, endRow, startColumn, endColumn }: Rectangle) =>
  area.startRow < endRow &&
  startRow < (area.endRow ?? Infinity) &&
  area.startColumn < endColumn &&
  startColumn < (area.endColumn ?? Infinity);

/** The strictest protection that touches a range. */
export function protectionOf(protections: readonly Protection[], range: Rectangle): Protection | undefined {
  const touching = protections.filter((protection) => covers(protection, range));
  return touching.find(({ mayEdit }) => !mayEdit) ?? touching.find(({ warningOnly }) => warningOnly) ?? undefined;
}
