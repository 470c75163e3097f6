// Whether what a range touches may be edited.
import type { Rectangle } from './a1';
import type { Area, Protection } from './emulator-types';

const touches = (area: Area, { startRow, endRow, startColumn, endColumn }: Rectangle) =>
  area.startRow < endRow &&
  startRow < (area.endRow ?? Infinity) &&
  area.startColumn < endColumn &&
  startColumn < (area.endColumn ?? Infinity);

const contains = (area: Area, { startRow, endRow, startColumn, endColumn }: Rectangle) =>
  area.startRow <= startRow &&
  endRow <= (area.endRow ?? Infinity) &&
  area.startColumn <= startColumn &&
  endColumn <= (area.endColumn ?? Infinity);

/** The strictest protection that touches a range. */
export function protectionOf(protections: readonly Protection[], range: Rectangle): Protection | undefined {
  const touching = protections.filter(
    ({ area, open }) => touches(area, range) && !open.some((one) => contains(one, range)),
  );
  return touching.find(({ mayEdit }) => !mayEdit) ?? touching.find(({ warningOnly }) => warningOnly) ?? undefined;
}
