// Developer metadata: which entries a lookup or a data filter finds.
import { refusal } from './errors';
import { intersects } from './grid-range';
import type { Book } from './model';
import { rangeNamed } from './range-names';
import type { DataFilter, DeveloperMetadata, GridRange, MetadataLocation, MetadataLookup } from './schema';

export function typeOf(location: MetadataLocation): 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN' {
  if (location.dimensionRange) return location.dimensionRange.dimension === 'COLUMNS' ? 'COLUMN' : 'ROW';
  return location.spreadsheet ? 'SPREADSHEET' : 'SHEET';
}

/** The cells at a location; `undefined` for the whole spreadsheet. */
export function rangeAt(location: MetadataLocation): GridRange | undefined {
  const span = location.dimensionRange;
  if (span) {
    const [sheetId, start, end] = [span.sheetId ?? 0, span.startIndex ?? 0, span.endIndex ?? undefined];
    return span.dimension === 'COLUMNS'
      ? { sheetId, startColumnIndex: start, endColumnIndex: end }
      : { sheetId, startRowIndex: start, endRowIndex: end };
  }
  return location.spreadsheet ? undefined : { sheetId: location.sheetId ?? 0 };
}

/** Throws unless the location is a sheet, the spreadsheet, or exactly one row or column. */
export function assertLocation(location: MetadataLocation): void {
  const span = location.dimensionRange;
  if (!span) return;
  if (typeof span.startIndex !== 'number' || typeof span.endIndex !== 'number') {
    throw refusal('DimensionRange must specify both a startIndex and an endIndex');
  }
  if (span.endIndex - span.startIndex !== 1) throw refusal('DimensionRange must represent a single row or column');
  if (span.dimension !== 'ROWS' && span.dimension !== 'COLUMNS') throw refusal('Dimension must be specified.');
}

/** The entries that a filter finds. */
export function found(book: Book, filter: DataFilter): DeveloperMetadata[] {
  if (filter.developerMetadataLookup) return lookedUp(book, filter.developerMetadataLookup as MetadataLookup);
  const range = filter.gridRange ? (filter.gridRange as GridRange) : rangeNamed(book, filter.a1Range ?? '');
  return book.metadata.filter((entry) => {
    const at = rangeAt(entry.location as MetadataLocation);
    return at !== undefined && intersects(at, range);
  });
}

function lookedUp(book: Book, lookup: MetadataLookup): DeveloperMetadata[] {
  const { locationType, locationMatchingStrategy: strategy } = lookup;
  const place = lookup.metadataLocation as MetadataLocation | undefined;
  const intersecting = strategy === 'INTERSECTING_LOCATION';
  if (intersecting && (locationType === 'SPREADSHEET' || place?.spreadsheet)) {
    throw refusal(
      'DeveloperMetadataLookup.spreadsheet is true, but locationMatchingStrategy was specified as INTERSECTING',
    );
  }
  if (strategy !== undefined && strategy !== unspecified && !place) {
    throw refusal('DeveloperMetadataLookup.locationMatchingStrategy requires a metadataLocation');
  }
  if (place) assertLocation(place);
  return book.metadata.filter((entry) => {
    const location = entry.location as MetadataLocation;
    return (
      same(lookup.metadataId, entry.metadataId) &&
      same(lookup.metadataKey, entry.metadataKey) &&
      same(lookup.metadataValue, entry.metadataValue) &&
      (isUnspecified(lookup.visibility) || lookup.visibility === entry.visibility) &&
      (isUnspecified(locationType) || locationType === typeOf(location)) &&
      (!place || matches(place, location, strategy))
    );
  });
}

const unspecified = 'DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED';
const isUnspecified = (value: unknown): boolean =>
  value === undefined || value === null || String(value).endsWith('_UNSPECIFIED');
const same = <T>(wanted: T | undefined, has: T | undefined): boolean => wanted === undefined || wanted === has;

function matches(wanted: MetadataLocation, has: MetadataLocation, strategy: string | undefined): boolean {
  const [a, b] = [rangeAt(wanted), rangeAt(has)];
  if (a === undefined || b === undefined) return a === b;
  // Without a strategy a lookup by location also finds what lies within it, unless it names the whole spreadsheet.
  if (strategy === 'EXACT_LOCATION') return typeOf(wanted) === typeOf(has) && JSON.stringify(a) === JSON.stringify(b);
  return intersects(a, b);
}
