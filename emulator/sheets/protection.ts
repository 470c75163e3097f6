// Protected ranges: who may still write where.
import { refusal } from './errors';
import { contains, intersects } from './grid-range';
import type { Book } from './model';
import type { GridRange, ProtectedRange } from './schema';

export function mayEdit(book: Book, range: ProtectedRange, person: string): boolean {
  if (range.warningOnly || person === book.owner) return true;
  if ((range.editors?.users ?? []).includes(person)) return true;
  const domain = (email: string): string => email.slice(email.indexOf('@'));
  return range.editors?.domainUsersCanEdit === true && domain(person) === domain(book.owner);
}

const sentence =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Throws if any of these cells is protected from the person. A warning never stops the API. */
export function assertUnprotected(book: Book, range: GridRange, person: string): void {
  if (person === book.owner) return;
  for (const sheet of book.sheets) {
    if (sheet.properties.sheetId !== (range.sheetId ?? 0)) continue;
    for (const one of sheet.protectedRanges) {
      if (!mayEdit(book, one, person) && one.range && covers(one, range)) throw refusal(sentence);
    }
  }
}

function covers(one: ProtectedRange, range: GridRange): boolean {
  if (!intersects(one.range as GridRange, range)) return false;
  const open = (one.unprotectedRanges ?? []) as GridRange[];
  return !open.some((free) => contains(free, range));
}

/** Throws if the person may not change the protection itself. */
export function assertMayChange(book: Book, range: ProtectedRange, person: string): void {
  if (!mayEdit(book, range, person)) throw refusal(sentence);
}
