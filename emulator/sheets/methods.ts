// The methods of the API that read or write one workbook, by their names in the discovery document.
import type { Draft } from './draft';
import { notFound } from './errors';
import { echo, placeNamed, placeOf, placesOf, type Place } from './locate';
import { found } from './metadata-search';
import { withoutDefaults } from './answer';
import { rangeOf } from './grid-range';
import { rangeNamed } from './range-names';
import { runRequests } from './requests';
import type { DataFilter, DeveloperMetadata, Request } from './schema';
import { yearAt } from './serial-date';
import { spreadsheetView, type ViewOptions } from './spreadsheet-view';
import {
  valueRange,
  valuesBatchGet,
  valuesBatchGetByDataFilter,
  valuesGet,
  type Reader,
  type ReadOptions,
} from './values-read';
import {
  appendValues,
  clearRange,
  writeFiltered,
  writeValues,
  type FilteredWrite,
  type Input,
  type Written,
} from './values-write';

type Parameters = Readonly<Record<string, unknown>>;

export interface Read {
  readonly reader: Reader;
  readonly params: Parameters;
  readonly body: object;
  view(options: Pick<ViewOptions, 'places' | 'includeGridData'>): object;
}

export interface Write {
  readonly draft: Draft;
  readonly params: Parameters;
  readonly body: object;
  readonly now: Date;
  readonly caller: string;
}

/** What a write answers is read when it is done. */
type Answer = (reader: Reader) => object;

const texts = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));

interface FilterBody {
  dataFilters?: DataFilter[];
  includeGridData?: boolean;
}

const placesIn = (reader: Reader, filters: readonly DataFilter[] | undefined): Place[] | undefined =>
  filters?.length ? placesOf(reader.book, filters).flatMap(({ places }) => places) : undefined;

export const readers: Readonly<Record<string, ((call: Read) => object) | undefined>> = {
  'spreadsheets.get': ({ reader, params, view }) => {
    const ranges = texts(params['ranges']);
    const places = ranges.length > 0 ? ranges.map((range) => placeNamed(reader.book, range)) : undefined;
    return view({ places, includeGridData: params['includeGridData'] === true });
  },
  'spreadsheets.getByDataFilter': ({ reader, body, view }) => {
    const { dataFilters, includeGridData = false } = body as FilterBody;
    return view({ places: placesIn(reader, dataFilters), includeGridData });
  },
  'spreadsheets.values.get': ({ reader, params }) => valuesGet(reader, String(params['range']), params as ReadOptions),
  'spreadsheets.values.batchGet': ({ reader, params }) =>
    valuesBatchGet(reader, texts(params['ranges']), params as ReadOptions),
  'spreadsheets.values.batchGetByDataFilter': ({ reader, body }) => valuesBatchGetByDataFilter(reader, body),
  'spreadsheets.developerMetadata.get': ({ reader, params }) => {
    const id = Number(params['metadataId']);
    const entry = reader.book.metadata.find(({ metadataId }) => metadataId === id);
    if (!entry) throw notFound(`No developer metadata with ID ${id}`);
    return withoutDefaults(entry);
  },
  'spreadsheets.developerMetadata.search': ({ reader, body }) => {
    const matches = new Map<DeveloperMetadata, DataFilter[]>();
    for (const filter of (body as FilterBody).dataFilters ?? [])
      for (const entry of found(reader.book, filter)) matches.set(entry, [...(matches.get(entry) ?? []), filter]);
    const matchedDeveloperMetadata = [...matches].map(([developerMetadata, dataFilters]) =>
      withoutDefaults({ developerMetadata, dataFilters }),
    );
    return matchedDeveloperMetadata.length > 0 ? { matchedDeveloperMetadata } : {};
  },
};

interface ValuesBody {
  range?: string;
  majorDimension?: string;
  values?: unknown[][];
}

interface ResponseOptions {
  includeValuesInResponse?: boolean;
  responseValueRenderOption?: string;
  responseDateTimeRenderOption?: string;
}

const inputOf = ({ draft, now }: Write, option: unknown): Input => ({
  option: option as string | undefined,
  year: yearAt(now, draft.book.properties.timeZone ?? 'UTC'),
});

function updated(reader: Reader, written: Written, options: ResponseOptions, majorDimension?: string): object {
  const place = placeOf(reader.book, rangeOf(written.sheetId, written.area));
  const { includeValuesInResponse, responseValueRenderOption, responseDateTimeRenderOption } = options;
  return {
    updatedRange: echo(place),
    ...counts({ updatedRows: written.rows, updatedColumns: written.columns, updatedCells: written.cells }),
    ...(includeValuesInResponse
      ? {
          updatedData: valueRange(reader, place, {
            majorDimension,
            valueRenderOption: responseValueRenderOption,
            dateTimeRenderOption: responseDateTimeRenderOption,
          }),
        }
      : {}),
  };
}

const counts = (given: Record<string, number>): object =>
  Object.fromEntries(Object.entries(given).filter(([, count]) => count > 0));

function totals(all: readonly Written[]): object {
  const sum = (of: (one: Written) => number): number => all.reduce((total, one) => total + of(one), 0);
  return counts({
    totalUpdatedRows: sum(({ rows }) => rows),
    totalUpdatedColumns: sum(({ columns }) => columns),
    totalUpdatedCells: sum(({ cells }) => cells),
    totalUpdatedSheets: new Set(all.map(({ sheetId }) => sheetId)).size,
  });
}

export const writers: Readonly<Record<string, ((call: Write) => Answer) | undefined>> = {
  'spreadsheets.batchUpdate': ({ draft, body, caller }) => {
    const {
      requests = [],
      includeSpreadsheetInResponse,
      responseIncludeGridData,
      responseRanges,
    } = body as {
      requests?: Request[];
      includeSpreadsheetInResponse?: boolean;
      responseIncludeGridData?: boolean;
      responseRanges?: string[];
    };
    const replies = runRequests(draft, requests);
    return (reader) => ({
      spreadsheetId: reader.book.id,
      replies,
      ...(includeSpreadsheetInResponse
        ? {
            updatedSpreadsheet: spreadsheetView(reader, {
              places: responseRanges?.map((range) => placeNamed(reader.book, range)),
              includeGridData: responseIncludeGridData ?? false,
              caller,
            }),
          }
        : {}),
    });
  },
  'spreadsheets.values.update': (call) => {
    const { draft, params, body } = call;
    const { values, majorDimension } = body as ValuesBody;
    const range = rangeNamed(draft.book, String(params['range']));
    const written = writeValues(draft, range, values, majorDimension, inputOf(call, params['valueInputOption']));
    return (reader) => ({ spreadsheetId: reader.book.id, ...updated(reader, written, params, majorDimension) });
  },
  'spreadsheets.values.append': (call) => {
    const { draft, params, body } = call;
    const range = String(params['range']);
    const { values, majorDimension } = body as ValuesBody;
    const insertRows = params['insertDataOption'] === 'INSERT_ROWS';
    const input = inputOf(call, params['valueInputOption']);
    const { table, written } = appendValues(draft, range, values, majorDimension, insertRows, input);
    return (reader) => ({
      spreadsheetId: reader.book.id,
      ...(table ? { tableRange: echo(placeOf(reader.book, rangeOf(written.sheetId, table))) } : {}),
      updates: { spreadsheetId: reader.book.id, ...updated(reader, written, params, majorDimension) },
    });
  },
  'spreadsheets.values.batchUpdate': (call) => {
    const {
      data = [],
      valueInputOption,
      ...options
    } = call.body as {
      data?: ValuesBody[];
      valueInputOption?: string;
    } & ResponseOptions;
    const input = inputOf(call, valueInputOption);
    const all = data.map(({ range = '', values, majorDimension }) =>
      writeValues(call.draft, rangeNamed(call.draft.book, range), values, majorDimension, input),
    );
    return (reader) => ({
      spreadsheetId: reader.book.id,
      ...totals(all),
      responses: all.map((written, index) => ({
        spreadsheetId: reader.book.id,
        ...updated(reader, written, options, data[index]!.majorDimension),
      })),
    });
  },
  'spreadsheets.values.batchUpdateByDataFilter': (call) => {
    const {
      data = [],
      valueInputOption,
      ...options
    } = call.body as {
      data?: FilteredWrite[];
      valueInputOption?: string;
    } & ResponseOptions;
    const all = writeFiltered(call.draft, data, inputOf(call, valueInputOption));
    return (reader) => ({
      spreadsheetId: reader.book.id,
      ...totals(all.map(({ written }) => written)),
      responses: all.map(({ filter, written }) => ({ ...updated(reader, written, options), dataFilter: filter })),
    });
  },
  'spreadsheets.values.clear': ({ draft, params }) => {
    const clearedRange = echo(clearRange(draft, rangeNamed(draft.book, String(params['range']))));
    return (reader) => ({ spreadsheetId: reader.book.id, clearedRange });
  },
  'spreadsheets.values.batchClear': ({ draft, body }) => {
    const { ranges = [] } = body as { ranges?: string[] };
    const clearedRanges = ranges.map((range) => echo(clearRange(draft, rangeNamed(draft.book, range))));
    return (reader) => ({ spreadsheetId: reader.book.id, clearedRanges });
  },
  'spreadsheets.values.batchClearByDataFilter': ({ draft, body }) => {
    const places = placesOf(draft.book, (body as FilterBody).dataFilters ?? []).flatMap((one) => one.places);
    const clearedRanges = places.map(({ sheet, area }) =>
      echo(clearRange(draft, rangeOf(sheet.properties.sheetId, area))),
    );
    return (reader) => ({ spreadsheetId: reader.book.id, clearedRanges });
  },
};
