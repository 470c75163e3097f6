import { newWorkbook, refused, textRows, type Workbook } from './service';

const first = { sheetId: 0, rowIndex: 0, columnIndex: 0 };
const value = 'userEnteredValue';

/** Rows 1–3 and 6–7 of two columns are filled. */
async function withTwoBlocks(): Promise<Workbook> {
  const book = await newWorkbook();
  await book.type('A1:B3', [
    ['a1', 'b1'],
    ['a2', 'b2'],
    ['a3', 'b3'],
  ]);
  await book.type('A6:B7', [
    ['a6', 'b6'],
    ['a7', 'b7'],
  ]);
  return book;
}

const append = (book: Workbook, range: string, insertDataOption?: string) =>
  book.call(
    'values.append',
    { range, valueInputOption: 'RAW', ...(insertDataOption ? { insertDataOption } : {}) },
    { values: [['new', 'row']] },
  );

describe('H: the Sheets API, writing', () => {
  test('H01 one bad request undoes the good ones before it, on every sheet', async () => {
    const book = await newWorkbook([
      { sheetId: 1, title: 'One' },
      { sheetId: 2, title: 'Two' },
    ]);
    const write = (sheetId: number) => ({
      updateCells: { start: { ...first, sheetId }, rows: textRows([['x']]), fields: value },
    });
    await expect(book.batch(write(1), write(2), write(999_999))).rejects.toEqual(
      refused('Invalid requests[2].updateCells: No grid with id: 999999'),
    );
    expect(await book.values('One!A1')).toBeUndefined();
    expect(await book.values('Two!A1')).toBeUndefined();
  });

  test('H02 values.batchUpdate with one bad range writes nothing', async () => {
    const book = await newWorkbook();
    const data = [
      { range: 'Sheet1!A1', values: [['x']] },
      { range: 'Nowhere!A1', values: [['y']] },
    ];
    await expect(book.call('values.batchUpdate', {}, { valueInputOption: 'RAW', data })).rejects.toEqual(
      refused('Unable to parse range: Nowhere!A1'),
    );
    expect(await book.values('Sheet1!A1')).toBeUndefined();
  });

  test('H04 a stringValue stays text, whatever it looks like', async () => {
    const book = await newWorkbook();
    const texts = ['123', '2026-09-05', '=1+1', 'TRUE', '0123', '+86 010'];
    await book.batch({ updateCells: { start: first, rows: textRows([texts]), fields: value } });
    expect(await book.values('A1:F1', 'UNFORMATTED_VALUE')).toEqual([texts]);
    expect(await book.values('A1:F1', 'FORMULA')).toEqual([texts]);
    const [cells] = await book.cells('A1:F1', 'effectiveValue');
    expect(cells).toEqual(texts.map((stringValue) => ({ effectiveValue: { stringValue } })));
  });

  test('H05 USER_ENTERED reads a formula', async () => {
    const book = await newWorkbook();
    await book.type('A1', [['=1+2']]);
    expect(await book.values('A1', 'FORMULA')).toEqual([['=1+2']]);
    expect(await book.values('A1', 'UNFORMATTED_VALUE')).toEqual([[3]]);
  });

  test('H07 RAW keeps the apostrophe and every other text', async () => {
    const book = await newWorkbook();
    const values = [["'0123", '=1+2', '007']];
    await book.call('values.update', { range: 'A1:C1', valueInputOption: 'RAW' }, { values });
    expect(await book.values('A1:C1', 'UNFORMATTED_VALUE')).toEqual(values);
  });

  test('H07 USER_ENTERED reads what was typed', async () => {
    const book = await newWorkbook();
    await book.type('A1:E1', [["'0123", '007', 'TRUE', '$100.15', '2026-09-05']]);
    expect(await book.values('A1:E1', 'UNFORMATTED_VALUE')).toEqual([['0123', 7, true, 100.15, 46_270]]);
    const [cells] = await book.cells('D1:E1', 'userEnteredFormat.numberFormat.type');
    expect(cells!.map((cell) => cell.userEnteredFormat.numberFormat.type)).toEqual(['CURRENCY', 'DATE']);
  });

  test('H08 null leaves a cell alone, an empty text clears it', async () => {
    const book = await newWorkbook();
    await book.type('A1:C1', [['a', 'b', 'c']]);
    await book.type('A1:C1', [[null, '', 3]]);
    expect(await book.values('A1:C1', 'UNFORMATTED_VALUE')).toEqual([['a', '', 3]]);
  });

  test('H10 a range of one cell is an anchor; a larger one is a fence', async () => {
    const book = await newWorkbook();
    const values = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    const { updatedRange, updatedCells } = await book.type('A1', values);
    expect([updatedRange, updatedCells]).toEqual(['Sheet1!A1:C3', 9]);
    await expect(book.type('A1:B1', [[1], [2]])).rejects.toEqual(
      refused('Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]'),
    );
    await expect(book.type('A1:B1', [[1, 2, 3]])).rejects.toEqual(
      refused('Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]'),
    );
  });

  test('H11 appendCells goes below the last row of the sheet that has data, past gaps', async () => {
    const book = await newWorkbook();
    await book.type('J1', [['x']]);
    await book.type('J11', [['y']]);
    await book.batch({ appendCells: { sheetId: 0, rows: textRows([['new']]), fields: value } });
    expect(await book.values('A12')).toEqual([['new']]);
  });

  test('H13 checkboxes that are not ticked are data to appendCells', async () => {
    const book = await newWorkbook();
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 1 };
    await book.batch({ repeatCell: { range, cell: { userEnteredValue: { boolValue: false } }, fields: value } });
    await book.batch({ appendCells: { sheetId: 0, rows: textRows([['new']]), fields: value } });
    expect(await book.values('A1001')).toEqual([['new']]);
  });

  test('H14 appendCells looks for the sheet before it looks for the table', async () => {
    const book = await newWorkbook([{ sheetId: 5, title: 'Five' }]);
    const range = { sheetId: 5, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
    const { replies } = await book.batch({ addTable: { table: { name: 'Things', range } } });
    const { tableId } = replies[0].addTable.table;
    const rows = textRows([['a', 'b']]);
    await expect(book.batch({ appendCells: { tableId, rows, fields: value } })).rejects.toEqual(
      refused('Invalid requests[0].appendCells: No grid with id: 0'),
    );
    await book.batch({ appendCells: { tableId, sheetId: 5, rows, fields: value } });
    expect(await book.values('Five!A2:B2')).toEqual([['a', 'b']]);
  });

  test('H15 values.append continues the table that the range touches', async () => {
    const book = await withTwoBlocks();
    const { tableRange, updates } = await append(book, 'A1');
    expect([tableRange, updates.updatedRange]).toEqual(['Sheet1!A1:B3', 'Sheet1!A4:B4']);
  });

  test.each(['A6', 'Sheet1'])('H16 values.append to %s continues the last table', async (range) => {
    const book = await withTwoBlocks();
    expect((await append(book, range)).updates.updatedRange).toBe('Sheet1!A8:B8');
  });

  test('H17 values.append with INSERT_ROWS pushes down what is below', async () => {
    const book = await withTwoBlocks();
    await append(book, 'A1', 'INSERT_ROWS');
    expect(await book.values('A1:A8')).toEqual([['a1'], ['a2'], ['a3'], ['new'], [], [], ['a6'], ['a7']]);
  });

  test('H19 a column beyond the grid must be added first', async () => {
    const book = await newWorkbook();
    const write = {
      updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 26 }, rows: textRows([['x']]), fields: value },
    };
    await expect(book.batch(write)).rejects.toEqual(
      refused(/^Invalid requests\[0\]\.updateCells: Attempting to write column: 26, beyond the last requested column/),
    );
    await book.batch({ appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 5 } });
    await book.batch(write);
    expect(await book.values('AA1')).toEqual([['x']]);
  });

  test('H20 rows wider than the range are refused, cells that they leave out are cleared', async () => {
    const book = await newWorkbook();
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    await expect(book.batch({ updateCells: { range, rows: textRows([['a', 'b']]), fields: value } })).rejects.toEqual(
      refused('Invalid requests[0].updateCells: Attempting to write column: 1, beyond the last requested column of: 0'),
    );
    await book.type('A1:C1', [['a', 'b', 'c']]);
    const wide = { ...range, endColumnIndex: 3 };
    await book.batch({ updateCells: { range: wide, rows: textRows([['x']]), fields: value } });
    expect(await book.values('A1:C1')).toEqual([['x']]);
  });

  test('H22 the mask decides whether a format stays', async () => {
    const book = await newWorkbook();
    const bold = { userEnteredFormat: { textFormat: { bold: true } } };
    const write = (fields: string, cell: object) => ({
      updateCells: { start: first, rows: [{ values: [cell] }], fields },
    });
    await book.batch(write('*', { userEnteredValue: { stringValue: 'a' }, ...bold }));
    await book.batch(write(value, { userEnteredValue: { stringValue: 'b' } }));
    const format = 'formattedValue,userEnteredFormat.textFormat.bold';
    expect(await book.cells('A1', format)).toEqual([[{ formattedValue: 'b', ...bold }]]);
    await book.batch(write('*', { userEnteredValue: { stringValue: 'c' } }));
    expect(await book.cells('A1', format)).toEqual([[{ formattedValue: 'c' }]]);
  });

  test('H23 a write without a mask is refused', async () => {
    const book = await newWorkbook();
    const sentence = "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)";
    await expect(book.batch({ updateCells: { start: first, rows: textRows([['x']]) } })).rejects.toEqual(
      refused(`Invalid requests[0].updateCells: ${sentence}`),
    );
    await expect(book.batch({ repeatCell: { range: { sheetId: 0 }, cell: {} } })).rejects.toEqual(
      refused(`Invalid requests[0].repeatCell: ${sentence}`),
    );
  });

  test('H25 an unknown request is refused by name', async () => {
    const book = await newWorkbook();
    await expect(book.batch({ frobnicate: {} })).rejects.toEqual(
      refused(`Invalid JSON payload received. Unknown name "frobnicate" at 'requests[0]': Cannot find field.`),
    );
  });

  test('H26 one request is of one kind', async () => {
    const book = await newWorkbook();
    await expect(book.batch({ addSheet: {}, deleteSheet: { sheetId: 0 } })).rejects.toEqual(
      refused(/oneof field '\w+' is already set/),
    );
  });

  test('H28 ids and names of sheets are checked', async () => {
    const book = await newWorkbook();
    const add = (properties: object) => book.batch({ addSheet: { properties } });
    await expect(add({ sheetId: 0 })).rejects.toEqual(refused(/Sheet with id 0 already exists\./));
    await expect(add({ sheetId: -1 })).rejects.toEqual(refused(/Sheet id must be non-negative\./));
    await expect(add({ title: 'x'.repeat(101) })).rejects.toEqual(
      refused(/The sheet name cannot be greater than 100 characters\./),
    );
    await expect(add({ title: 'sheet1' })).rejects.toEqual(
      refused(
        'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
      ),
    );
  });

  test('H29 a new sheet has the id asked for and the usual size', async () => {
    const book = await newWorkbook();
    const { replies } = await book.batch({ addSheet: { properties: { sheetId: 7001 } } });
    expect(replies[0].addSheet.properties).toMatchObject({
      sheetId: 7001,
      index: 1,
      gridProperties: { rowCount: 1000, columnCount: 26 },
    });
  });

  test('H31 a cell holds 50,000 characters', async () => {
    const book = await newWorkbook();
    const write = (length: number) =>
      book.batch({ updateCells: { start: first, rows: textRows([['x'.repeat(length)]]), fields: value } });
    await write(50_000);
    await expect(write(50_001)).rejects.toEqual(
      refused(/Your input contains more than the maximum of 50000 characters in a single cell\.$/),
    );
    expect((await book.values('A1'))[0][0]).toHaveLength(50_000);
  });

  test('H32 a workbook holds ten million cells', async () => {
    const book = await newWorkbook();
    const sentence =
      /This action would increase the number of cells in the workbook above the limit of 10000000 cells\.$/;
    const gridProperties = { rowCount: 1_000_000, columnCount: 10 };
    await expect(book.batch({ addSheet: { properties: { gridProperties } } })).rejects.toEqual(refused(sentence));
    const rows = { sheetId: 0, dimension: 'ROWS', length: 400_000 };
    await expect(book.batch({ appendDimension: rows })).rejects.toEqual(refused(sentence));
  });

  test('H34 a sheet keeps a row', async () => {
    const book = await newWorkbook();
    await expect(book.batch({ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS' } } })).rejects.toEqual(
      refused("Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet."),
    );
  });

  test('a row that is not there cannot be deleted', async () => {
    const book = await newWorkbook();
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 1000, endIndex: 1001 };
    await expect(book.batch({ deleteDimension: { range } })).rejects.toEqual(
      refused(
        "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000 rows.",
      ),
    );
  });

  test('H35 rows behind the last one are like those before', async () => {
    const book = await newWorkbook();
    const insert = (inheritFromBefore: boolean) =>
      book.batch({
        insertDimension: {
          range: { sheetId: 0, dimension: 'ROWS', startIndex: 1000, endIndex: 1001 },
          inheritFromBefore,
        },
      });
    await expect(insert(false)).rejects.toEqual(
      refused(/range\.startIndex must be less than the grid size \(1000\) if inheritFromBefore is false\.$/),
    );
    await insert(true);
    expect((await book.call('values.get', { range: 'A1001' })).range).toBe('Sheet1!A1001');
  });

  test('H37 H38 repeatCell may end beyond the grid, not begin there', async () => {
    const book = await newWorkbook([{ sheetId: 3, title: 'T' }]);
    const repeat = (startRowIndex: number, endRowIndex?: number) => ({
      repeatCell: {
        range: { sheetId: 3, startRowIndex, ...(endRowIndex ? { endRowIndex } : {}), endColumnIndex: 2 },
        cell: { userEnteredValue: { numberValue: 1 } },
        fields: value,
      },
    });
    await expect(book.batch(repeat(1000))).rejects.toEqual(
      refused('Invalid requests[0].repeatCell: Range (T!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26'),
    );
    await book.batch(repeat(998, 1100));
    expect(await book.values('T!A998:B1000')).toEqual([[], ['1', '1'], ['1', '1']]);
    const { sheets } = await book.call('get', { fields: 'sheets.properties.gridProperties.rowCount' });
    expect(sheets[0].properties.gridProperties.rowCount).toBe(1000);
  });

  test('H40 sortRange counts columns from the edge of the sheet', async () => {
    const book = await newWorkbook();
    await book.type('B2:D4', [
      [3, 'x', 1],
      [1, 'y', 2],
      [2, 'z', 3],
    ]);
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 10, startColumnIndex: 1, endColumnIndex: 4 };
    await book.batch({ sortRange: { range, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'ASCENDING' }] } });
    expect(await book.values('B2:D4', 'UNFORMATTED_VALUE')).toEqual([
      [1, 'y', 2],
      [2, 'z', 3],
      [3, 'x', 1],
    ]);
  });

  test('H41 a mask that names the grid resets what the body leaves out', async () => {
    const book = await newWorkbook();
    const properties = { sheetId: 0, gridProperties: { frozenRowCount: 1 } };
    await expect(book.batch({ updateSheetProperties: { properties, fields: 'gridProperties' } })).rejects.toEqual(
      refused(/You can't delete all the rows on the sheet/),
    );
    await book.batch({ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } });
  });

  test('H43 the owner writes past every protection', async () => {
    const book = await newWorkbook();
    await book.batch({ addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } });
    await book.batch({ updateCells: { start: first, rows: textRows([['x']]), fields: value } });
    expect(await book.values('A1')).toEqual([['x']]);
  });

  test('H44 a warning has no editors', async () => {
    const book = await newWorkbook();
    const protectedRange = { range: { sheetId: 0 }, warningOnly: true, editors: { users: ['someone@example.org'] } };
    const { replies } = await book.batch({ addProtectedRange: { protectedRange } });
    expect(replies[0].addProtectedRange.protectedRange).toMatchObject({ warningOnly: true });
    expect(replies[0].addProtectedRange.protectedRange.editors).toBeUndefined();
  });

  test('H46 a name of a range has no space', async () => {
    const book = await newWorkbook();
    const namedRange = { name: 'my range', range: { sheetId: 0 } };
    await expect(book.batch({ addNamedRange: { namedRange } })).rejects.toEqual(
      refused(/The name given to this range is invalid/),
    );
  });

  describe('tables', () => {
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 3 };

    test('H47 a drop-down column needs its choices', async () => {
      const book = await newWorkbook();
      const columnProperties = [{ columnIndex: 0, columnName: 'State', columnType: 'DROPDOWN' }];
      await expect(book.batch({ addTable: { table: { range, columnProperties } } })).rejects.toEqual(
        refused('Invalid requests[0].addTable: Condition must be set for dropdown column type.'),
      );
    });

    test('H49 columns without a name are numbered in the header', async () => {
      const book = await newWorkbook();
      await book.batch({ addTable: { table: { range } } });
      expect(await book.values('A1:C1')).toEqual([['Column 1', 'Column 2', 'Column 3']]);
    });

    test('H50 the list of columns is replaced as a whole', async () => {
      const book = await newWorkbook();
      const types = ['DATE', 'DOUBLE', 'TEXT'];
      const columnProperties = types.map((columnType, columnIndex) => ({
        columnIndex,
        columnName: `c${columnIndex}`,
        columnType,
      }));
      const { replies } = await book.batch({ addTable: { table: { range, columnProperties } } });
      const table = { tableId: replies[0].addTable.table.tableId, columnProperties: columnProperties.slice(0, 1) };
      await book.batch({ updateTable: { table, fields: 'columnProperties' } });
      const { sheets } = await book.call('get', { fields: 'sheets.tables.columnProperties(columnName,columnType)' });
      expect(sheets[0].tables[0].columnProperties).toEqual([
        { columnName: 'c0', columnType: 'DATE' },
        { columnName: 'c1' },
        { columnName: 'c2' },
      ]);
    });
  });

  test('H53 a gradient says how it interpolates', async () => {
    const book = await newWorkbook();
    const color = { red: 1 };
    const gradientRule = { minpoint: { color }, maxpoint: { color } };
    const rule = { ranges: [{ sheetId: 0 }], gradientRule };
    await expect(book.batch({ addConditionalFormatRule: { rule } })).rejects.toEqual(
      refused('Invalid requests[0].addConditionalFormatRule: No interpolationPointType specified.'),
    );
  });

  test('H56 120,000 cells go in at once', async () => {
    const book = await newWorkbook([
      { sheetId: 0, title: 'Sheet1', gridProperties: { rowCount: 6000, columnCount: 20 } },
    ]);
    const rows = textRows(Array.from({ length: 6000 }, (_, r) => Array.from({ length: 20 }, (__, c) => `${r} ${c}`)));
    await book.batch({ updateCells: { start: first, rows, fields: value } });
    expect(await book.values('T6000')).toEqual([['5999 19']]);
  });

  test('H59 a request about cells knows no data filter', async () => {
    const book = await newWorkbook();
    const updateCells = { dataFilter: { a1Range: 'A1' }, rows: textRows([['x']]), fields: value };
    await expect(book.batch({ updateCells })).rejects.toEqual(
      refused(/Unknown name "dataFilter" at 'requests\[0\]\.update_cells'/),
    );
  });

  test('an empty list of requests is refused', async () => {
    const book = await newWorkbook();
    await expect(book.batch()).rejects.toEqual(refused('Must specify at least one request.'));
  });

  test('a sheet that is not there cannot be renamed', async () => {
    const book = await newWorkbook();
    const updateSheetProperties = { properties: { sheetId: 9, title: 'x' }, fields: 'title' };
    await expect(book.batch({ updateSheetProperties })).rejects.toEqual(
      refused('Invalid requests[0].updateSheetProperties: No sheet with id: 9'),
    );
  });

  test('the last visible sheet stays', async () => {
    const book = await newWorkbook();
    await expect(book.batch({ deleteSheet: { sheetId: 0 } })).rejects.toEqual(
      refused(/You can't remove all the visible sheets in a document\./),
    );
  });
});
