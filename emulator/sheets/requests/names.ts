// Requests about named ranges.
import type { Draft } from '../draft';
import { refusal } from '../errors';
import { merged } from '../field-mask';
import type { Body, GridRange, NamedRange } from '../schema';
import { assertRange } from './marks';
import { requestMask } from './mask';

function assertName(draft: Draft, one: NamedRange): void {
  const name = one.name ?? '';
  const looksLikeCells = /^[A-Za-z]{1,3}\d+$/.test(name) || /^r\d*c\d*$/i.test(name) || /^(true|false)$/i.test(name);
  if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) || looksLikeCells) {
    throw refusal('The name given to this range is invalid');
  }
  const other = draft.book.namedRanges.find((it) => it.name?.toLowerCase() === name.toLowerCase());
  if (other && other.namedRangeId !== one.namedRangeId) {
    throw refusal(`A named range with the name "${name}" already exists.`);
  }
}

export function addNamedRange(draft: Draft, body: Body<'addNamedRange'>): object {
  const given = (body.namedRange ?? {}) as NamedRange;
  const namedRangeId = given.namedRangeId ?? String(draft.newNumber());
  if (draft.book.namedRanges.some((one) => one.namedRangeId === namedRangeId)) {
    throw refusal(`A named range with id "${namedRangeId}" already exists.`);
  }
  assertName(draft, { ...given, namedRangeId });
  const sheet = assertRange(draft, given.range as GridRange);
  const namedRange = { ...given, namedRangeId, range: { ...given.range, sheetId: sheet.properties.sheetId } };
  draft.book.namedRanges = [...draft.book.namedRanges, namedRange];
  return { namedRange };
}

export function updateNamedRange(draft: Draft, body: Body<'updateNamedRange'>): void {
  const mask = requestMask(body.fields, 'NamedRange');
  const given = (body.namedRange ?? {}) as NamedRange;
  const old = named(draft, given.namedRangeId);
  const next = { ...merged(old, given, mask), namedRangeId: old.namedRangeId };
  assertName(draft, next);
  assertRange(draft, next.range as GridRange);
  draft.book.namedRanges = draft.book.namedRanges.map((one) => (one === old ? next : one));
}

export function deleteNamedRange(draft: Draft, body: Body<'deleteNamedRange'>): void {
  const old = named(draft, body.namedRangeId);
  draft.book.namedRanges = draft.book.namedRanges.filter((one) => one !== old);
}

function named(draft: Draft, id: string | undefined): NamedRange {
  const found = draft.book.namedRanges.find((one) => one.namedRangeId === id);
  if (!found) throw refusal(`Cannot find named range with id: ${id}`);
  return found;
}
