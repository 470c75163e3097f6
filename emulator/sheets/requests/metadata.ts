// Requests about developer metadata, with Google's allowance of 30,000 characters a sheet.
import type { Draft } from '../draft';
import { sheetById } from '../draft';
import { refusal } from '../errors';
import { merged } from '../field-mask';
import { assertLocation, found, rangeAt, typeOf } from '../metadata-search';
import { areaOf } from '../grid-range';
import { gridOf } from '../model';
import type { Body, DataFilter, DeveloperMetadata, MetadataLocation } from '../schema';
import { requestMask } from './mask';

const allowance = 30_000;

/** The sheet whose allowance an entry uses; the spreadsheet has one of its own. */
const scopeOf = (location: MetadataLocation): string => {
  const range = rangeAt(location);
  return range ? String(range.sheetId ?? 0) : 'spreadsheet';
};
const sizeOf = (one: DeveloperMetadata): number => (one.metadataKey?.length ?? 0) + (one.metadataValue?.length ?? 0);

function assertAllowance(draft: Draft, location: MetadataLocation): void {
  const scope = scopeOf(location);
  const used = draft.book.metadata.reduce(
    (sum, one) => sum + (scopeOf(one.location as MetadataLocation) === scope ? sizeOf(one) : 0),
    0,
  );
  if (used > allowance) {
    throw refusal(`Developer metadata storage limit of ${allowance} characters was reached.`);
  }
}

function settled(draft: Draft, given: DeveloperMetadata): DeveloperMetadata {
  if (!given.metadataKey) throw refusal('DeveloperMetadata.metadataKey must be specified.');
  if (!given.visibility || given.visibility.endsWith('_UNSPECIFIED')) {
    throw refusal('DeveloperMetadata.visibility must be specified.');
  }
  const location = given.location as MetadataLocation | undefined;
  if (!location || (!location.spreadsheet && location.sheetId === undefined && !location.dimensionRange)) {
    throw refusal('DeveloperMetadata.location must be specified.');
  }
  assertLocation(location);
  const range = rangeAt(location);
  if (range) areaOf(range, gridOf(sheetById(draft.book, range.sheetId)));
  return { ...given, location: { ...location, locationType: typeOf(location) } };
}

export function createDeveloperMetadata(draft: Draft, body: Body<'createDeveloperMetadata'>): object {
  const given = (body.developerMetadata ?? {}) as DeveloperMetadata;
  const metadataId = given.metadataId ?? draft.newNumber();
  if (metadataId <= 0) throw refusal('DeveloperMetadata.metadataId must be positive.');
  if (draft.book.metadata.some((one) => one.metadataId === metadataId)) {
    throw refusal(`Developer metadata with ID ${metadataId} already exists.`);
  }
  const developerMetadata = settled(draft, { ...given, metadataId });
  draft.book.metadata = [...draft.book.metadata, developerMetadata];
  assertAllowance(draft, developerMetadata.location as MetadataLocation);
  return { developerMetadata };
}

const allFound = (draft: Draft, filters: readonly DataFilter[]): ReadonlySet<DeveloperMetadata> =>
  new Set(filters.flatMap((filter) => found(draft.book, filter)));

export function updateDeveloperMetadata(draft: Draft, body: Body<'updateDeveloperMetadata'>): object {
  const mask = requestMask(body.fields, 'DeveloperMetadata');
  const old = allFound(draft, (body.dataFilters ?? []) as DataFilter[]);
  const next = new Map(
    [...old].map((one) => {
      const changed = merged(one, body.developerMetadata as DeveloperMetadata, mask);
      return [one, settled(draft, { ...changed, metadataId: one.metadataId })];
    }),
  );
  draft.book.metadata = draft.book.metadata.map((one) => next.get(one) ?? one);
  for (const one of next.values()) assertAllowance(draft, one.location as MetadataLocation);
  return { developerMetadata: [...next.values()] };
}

export function deleteDeveloperMetadata(draft: Draft, body: Body<'deleteDeveloperMetadata'>): object {
  if (!body.dataFilter) throw refusal('dataFilter must be specified.');
  const gone = allFound(draft, [body.dataFilter as DataFilter]);
  draft.book.metadata = draft.book.metadata.filter((one) => !gone.has(one));
  return { deletedDeveloperMetadata: [...gone] };
}
