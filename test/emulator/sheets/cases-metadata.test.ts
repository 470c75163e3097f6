import { newWorkbook, refused, textRows, type Json, type Workbook } from './service';

const onRow = (row: number, sheetId = 0): object => ({
  dimensionRange: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 },
});

const create = (metadataKey: string, location: object, metadataValue?: string): object => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey,
      ...(metadataValue === undefined ? {} : { metadataValue }),
      location,
      visibility: 'DOCUMENT',
    },
  },
});

async function search(book: Workbook, developerMetadataLookup: object): Promise<Json[]> {
  const body = { dataFilters: [{ developerMetadataLookup }] };
  const { matchedDeveloperMetadata = [] } = await book.call('developerMetadata.search', {}, body);
  return (matchedDeveloperMetadata as Json[]).map((one) => one.developerMetadata);
}

/** The rows that carry a key, by its value. */
async function rowsOf(book: Workbook, metadataKey: string): Promise<Record<string, number>> {
  const found = await search(book, { metadataKey });
  return Object.fromEntries(
    found.map(({ metadataValue, location }) => [metadataValue, location.dimensionRange.startIndex ?? 0]),
  );
}

describe('I: developer metadata', () => {
  test('I01 a row inserted above pushes the mark down; a deleted row takes it away', async () => {
    const book = await newWorkbook();
    await book.batch(create('k', onRow(4), 'five'));
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 };
    await book.batch({ insertDimension: { range } });
    expect(await rowsOf(book, 'k')).toEqual({ five: 5 });
    await book.batch({ deleteDimension: { range: { ...range, startIndex: 5, endIndex: 6 } } });
    expect(await search(book, { metadataKey: 'k' })).toEqual([]);
  });

  test('I02 marks follow their rows through a sort', async () => {
    const book = await newWorkbook();
    await book.type('A1:A3', [['c'], ['a'], ['b']]);
    await book.batch(...['c', 'a', 'b'].map((name, row) => create('k', onRow(row), name)));
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3 };
    await book.batch({ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } });
    expect(await rowsOf(book, 'k')).toEqual({ a: 0, b: 1, c: 2 });
  });

  test('I04 one key may stand twice on a row', async () => {
    const book = await newWorkbook();
    const { replies } = await book.batch(create('k', onRow(0)), create('k', onRow(0)));
    const ids = (replies as Json[]).map((one) => one.createDeveloperMetadata.developerMetadata.metadataId);
    expect(new Set(ids).size).toBe(2);
  });

  test('I05 an empty row may be marked', async () => {
    const book = await newWorkbook();
    await book.batch(create('k', onRow(999), 'last'));
    expect(await rowsOf(book, 'k')).toEqual({ last: 999 });
  });

  test('I07 the whole spreadsheet intersects with nothing', async () => {
    const book = await newWorkbook();
    const lookup = {
      locationType: 'SPREADSHEET',
      metadataLocation: { spreadsheet: true },
      locationMatchingStrategy: 'INTERSECTING_LOCATION',
    };
    await expect(search(book, lookup)).rejects.toEqual(
      refused(
        /DeveloperMetadataLookup\.spreadsheet is true, but locationMatchingStrategy was specified as INTERSECTING/,
      ),
    );
  });

  test('I08 what was deleted is not found', async () => {
    const book = await newWorkbook();
    const { replies } = await book.batch(create('k', { spreadsheet: true }));
    const { metadataId } = replies[0].createDeveloperMetadata.developerMetadata;
    expect((await book.call('developerMetadata.get', { metadataId })).metadataKey).toBe('k');
    const dataFilter = { developerMetadataLookup: { metadataId } };
    await book.batch({ deleteDeveloperMetadata: { dataFilter } });
    await expect(book.call('developerMetadata.get', { metadataId })).rejects.toEqual(
      refused(`No developer metadata with ID ${metadataId}`, 404, 'NOT_FOUND'),
    );
  });

  test('I10 a sheet has room for 30,000 characters, and the batch that needs more does nothing', async () => {
    const book = await newWorkbook();
    // 25 characters an entry, 12,500 a chunk: two fit.
    const chunk = Array.from({ length: 500 }, (_, row) => create('k'.repeat(17), onRow(row), `bulk-${row}`.padEnd(8)));
    await book.batch(...chunk);
    await book.batch(...chunk);
    await expect(book.batch(...chunk)).rejects.toEqual(refused(/./));
    expect(await search(book, { metadataKey: 'k'.repeat(17) })).toHaveLength(1000);
  });

  test('I11 a key is found on every sheet', async () => {
    const book = await newWorkbook([
      { sheetId: 1, title: 'One' },
      { sheetId: 2, title: 'Two' },
    ]);
    await book.batch(create('k', onRow(3, 1)), create('k', onRow(4, 2)), create('other', onRow(5, 2)));
    const found = await search(book, { metadataKey: 'k' });
    expect(found.map(({ location }) => [location.locationType, location.dimensionRange.sheetId])).toEqual([
      ['ROW', 1],
      ['ROW', 2],
    ]);
  });

  test('I13 values are written by the key of a row', async () => {
    const book = await newWorkbook();
    await book.type('A3:B3', [['kept', 'old']]);
    await book.batch(create('k', onRow(2)));
    const dataFilter = { developerMetadataLookup: { metadataKey: 'k' } };
    const data = [{ dataFilter, majorDimension: 'ROWS', values: [[null, 'x']] }];
    await book.call('values.batchUpdateByDataFilter', {}, { valueInputOption: 'RAW', data });
    expect(await book.values('A3:B3')).toEqual([['kept', 'x']]);
  });

  test('I14 cutting cells out leaves the mark on their row', async () => {
    const book = await newWorkbook();
    const start = { sheetId: 0, rowIndex: 1, columnIndex: 0 };
    await book.batch(
      { updateCells: { start, rows: textRows([['x', 'y']]), fields: 'userEnteredValue' } },
      create('k', onRow(1), 'two'),
    );
    const source = { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
    await book.batch({ cutPaste: { source, destination: { ...start, rowIndex: 7 }, pasteType: 'PASTE_NORMAL' } });
    expect(await book.values('A8:B8')).toEqual([['x', 'y']]);
    expect(await rowsOf(book, 'k')).toEqual({ two: 1 });
  });

  test('a mark stands on exactly one row or column', async () => {
    const book = await newWorkbook();
    const two = { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 } };
    await expect(book.batch(create('k', two))).rejects.toEqual(
      refused(/DimensionRange must represent a single row or column/),
    );
    const open = { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 1 } };
    await expect(book.batch(create('k', open))).rejects.toEqual(
      refused(/DimensionRange must specify both a startIndex and an endIndex/),
    );
  });
});
