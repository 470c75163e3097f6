// The kernel's tables over the advanced Sheets service: one call to read, one atomic call to write.
import { firstRow } from '../kernel/kernel-tabs';
import { TablesError, type Block, type SheetChange, type Tables } from '../kernel/ports';
import type { WorkbookKey } from '../kernel/register';
import type { Cell } from '../kernel/values';
import { a1, gridRange, rangeKey, readEcho } from './ranges';
import { newTabRequests, tabsNamed } from './report-requests';
import { called, type IdOf, type Request, type SheetsService, type Spreadsheet } from './sheets-service';

type CellData = GoogleAppsScript.Sheets.Schema.CellData;
type Rows = readonly (readonly Cell[])[];

function valueCell(cell: Cell): CellData {
  if (cell === '') return {};
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  return { userEnteredValue: { stringValue: cell } };
}

const rowData = (cells: Rows): { values: CellData[] }[] => cells.map((row) => ({ values: row.map(valueCell) }));

const rowsRange = (change: { sheetId: number; at: number; count: number }): object => ({
  sheetId: change.sheetId,
  dimension: 'ROWS',
  startIndex: change.at,
  endIndex: change.at + change.count,
});

/** What takes more than one request stands elsewhere. */
type CellChange = Exclude<SheetChange, { readonly kind: 'newTab' }>;

const requests: {
  readonly [Kind in CellChange['kind']]: (change: CellChange & { readonly kind: Kind }) => Request;
} = {
  // The row before the first row of data is the labels', whose look no record should have.
  insertRows: (change) => ({
    insertDimension: { range: rowsRange(change), inheritFromBefore: change.at > firstRow },
  }),
  deleteRows: (change) => ({ deleteDimension: { range: rowsRange(change) } }),
  write: ({ sheetId, row, column, cells }) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: rowData(cells),
      fields: 'userEnteredValue',
    },
  }),
  appendRows: ({ sheetId, cells }) => ({
    appendCells: { sheetId, rows: rowData(cells), fields: 'userEnteredValue' },
  }),
  copyRows: ({ sheetId, row, count, columns, toSheetId, toRow }) => ({
    copyPaste: {
      source: { sheetId, startRowIndex: row, endRowIndex: row + count, startColumnIndex: 0, endColumnIndex: columns },
      destination: {
        sheetId: toSheetId,
        startRowIndex: toRow,
        endRowIndex: toRow + count,
        startColumnIndex: 0,
        endColumnIndex: columns,
      },
      pasteType: 'PASTE_VALUES',
    },
  }),
  note: ({ sheetId, row, column, text }) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: [text === '' ? {} : { note: text }] }],
      fields: 'note',
    },
  }),
};

const requestOf = (change: CellChange): Request => (requests[change.kind] as (one: CellChange) => Request)(change);

/** Without trailing empty cells and rows. */
function trimmed(rows: Rows): Rows {
  const cut = rows.map((row) => {
    let length = row.length;
    while (length > 0 && row[length - 1] === '') length -= 1;
    return length === row.length ? row : row.slice(0, length);
  });
  let height = cut.length;
  while (height > 0 && cut[height - 1]!.length === 0) height -= 1;
  return cut.slice(0, height);
}

/** Moves what begins further down or right than was asked to where it belongs. */
function aligned(rows: Rows, down: number, right: number): Rows {
  if (down <= 0 && right <= 0) return rows;
  const shifted = rows.map((row) => (row.length === 0 ? row : [...Array<Cell>(Math.max(0, right)).fill(''), ...row]));
  return [...Array.from({ length: Math.max(0, down) }, (): readonly Cell[] => []), ...shifted];
}

/** How errors stand in the cell, and so in what is read. */
const errorSigns: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

function effectiveCell(data: CellData | undefined): Cell {
  const value = data?.effectiveValue;
  if (value?.errorValue) return errorSigns[value.errorValue.type ?? ''] ?? '#ERROR!';
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? '';
}

const answerFields =
  'updatedSpreadsheet(sheets(properties(sheetId),data(startRow,startColumn,rowData(values(effectiveValue)))))';

/** Pairs the grids of an answer with the blocks that were asked for: by place, then in the order asked. */
function readBackOf(spreadsheet: Spreadsheet | undefined, blocks: readonly Block[]): readonly Rows[] {
  const grids = new Map<string, Rows[]>();
  for (const sheet of spreadsheet?.sheets ?? []) {
    for (const grid of sheet.data ?? []) {
      const key = [sheet.properties?.sheetId ?? 0, grid.startRow ?? 0, grid.startColumn ?? 0].join('|');
      const rows = (grid.rowData ?? []).map((row) => (row.values ?? []).map(effectiveCell));
      grids.set(key, [...(grids.get(key) ?? []), trimmed(rows)]);
    }
  }
  return blocks.map((block) => {
    const found = grids.get([block.sheetId, block.fromRow, block.fromColumn ?? 0].join('|'));
    const rows = found && found.length > 1 ? found.shift() : found?.[0];
    if (rows === undefined) throw new TablesError('ambiguous', `the answer lacks a block of tab ${block.sheetId}`);
    return rows;
  });
}

/** Requests that wait to be sent with the next commit. */
export interface Waiting {
  of(workbook: WorkbookKey): readonly Request[];
  /** Called when they were carried out. */
  sent(workbook: WorkbookKey): void;
}
const nobodyWaits: Waiting = { of: () => [], sent: () => undefined };

/** Where the workbooks are, and whose they are. */
export interface Workbooks {
  readonly idOf: IdOf;
  owner(): string;
}

/** Names of tabs are learnt from what is read, for what is read back. */
export function sheetsTables(
  sheets: SheetsService,
  { idOf, owner }: Workbooks,
  waiting: Waiting = nobodyWaits,
): Tables {
  const titles = new Map<string, string>();
  const titleKey = (workbook: WorkbookKey, sheetId: number): string => `${workbook}|${sheetId}`;

  function read(workbook: WorkbookKey, blocks: readonly Block[]): readonly Rows[] {
    if (blocks.length === 0) return [];
    const answer = called(() =>
      sheets.Spreadsheets.Values.batchGetByDataFilter(
        {
          dataFilters: blocks.map((block) => ({ gridRange: gridRange(block) })),
          valueRenderOption: 'UNFORMATTED_VALUE',
          dateTimeRenderOption: 'SERIAL_NUMBER',
          majorDimension: 'ROWS',
        },
        idOf(workbook),
      ),
    );
    const found = new Map<string, Rows>();
    for (const match of answer.valueRanges ?? []) {
      const echo = readEcho(match.valueRange?.range ?? '');
      for (const { gridRange: asked = {} } of match.dataFilters ?? []) {
        titles.set(titleKey(workbook, asked.sheetId ?? 0), echo.title);
        const down = echo.row - (asked.startRowIndex ?? 0);
        const right = echo.column - (asked.startColumnIndex ?? 0);
        found.set(rangeKey(asked), aligned((match.valueRange?.values ?? []) as Rows, down, right));
      }
    }
    return blocks.map((block) => {
      const rows = found.get(rangeKey(gridRange(block)));
      if (rows === undefined) throw new TablesError('missing', `there is no tab ${block.sheetId}`);
      return trimmed(rows);
    });
  }

  function learnTitles(workbook: WorkbookKey, sheetIds: readonly number[]): void {
    const unknown = [...new Set(sheetIds)].filter((sheetId) => !titles.has(titleKey(workbook, sheetId)));
    read(
      workbook,
      unknown.map((sheetId) => ({ sheetId, fromRow: 0, toRow: 1, fromColumn: 0, toColumn: 1 })),
    );
  }
  const titleOf = (workbook: WorkbookKey, sheetId: number): string => titles.get(titleKey(workbook, sheetId))!;

  const requestsOf = (workbook: WorkbookKey, change: SheetChange): readonly Request[] =>
    change.kind === 'newTab'
      ? newTabRequests(change, idOf(workbook), owner(), (sheetId) => titleOf(workbook, sheetId), idOf)
      : [requestOf(change)];

  function commit(workbook: WorkbookKey, changes: readonly SheetChange[], readBack: readonly Block[]): readonly Rows[] {
    if (changes.length === 0) throw new TablesError('refused', 'there is nothing to commit');
    const named = changes.flatMap((change) => (change.kind === 'newTab' ? tabsNamed(change.plan) : []));
    learnTitles(workbook, [...named, ...readBack.map(({ sheetId }) => sheetId)]);
    const ranges = readBack.map((block) => a1(titleOf(workbook, block.sheetId), block));
    const answer = called(() =>
      sheets.Spreadsheets.batchUpdate(
        {
          requests: [...changes.flatMap((change) => requestsOf(workbook, change)), ...waiting.of(workbook)],
          ...(ranges.length > 0 && {
            includeSpreadsheetInResponse: true,
            responseIncludeGridData: true,
            responseRanges: ranges,
          }),
        },
        idOf(workbook),
        { fields: ranges.length > 0 ? answerFields : 'spreadsheetId' },
      ),
    );
    waiting.sent(workbook);
    return ranges.length > 0 ? readBackOf(answer.updatedSpreadsheet, readBack) : [];
  }

  return {
    read,
    commit,
    titles(workbook) {
      const fields = 'sheets(properties(sheetId,title))';
      const { sheets: all = [] } = called(() => sheets.Spreadsheets.get(idOf(workbook), { fields }));
      return new Map(all.map(({ properties }) => [properties?.sheetId ?? 0, properties?.title ?? '']));
    },
    heights(workbook) {
      const fields = 'sheets(properties(sheetId,gridProperties(rowCount)))';
      const { sheets: all = [] } = called(() => sheets.Spreadsheets.get(idOf(workbook), { fields }));
      return new Map(
        all.map(({ properties }) => [properties?.sheetId ?? 0, properties?.gridProperties?.rowCount ?? 0]),
      );
    },
  };
}
