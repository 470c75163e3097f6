import { call, newWorkbook, refused } from './service';

describe('G: the Sheets API, reading', () => {
  test('G01 trailing blanks are cut, blanks between are kept', async () => {
    const book = await newWorkbook();
    await book.type('A1:C1', [[1, null, 3]]);
    expect(await book.call('values.get', { range: 'Sheet1!A1:E3' })).toEqual({
      range: 'Sheet1!A1:E3',
      majorDimension: 'ROWS',
      values: [['1', '', '3']],
    });
    expect(await book.values('Sheet1!A1:E3', 'UNFORMATTED_VALUE')).toEqual([[1, '', 3]]);
  });

  test('G02 an empty range answers no values and its own name', async () => {
    const book = await newWorkbook();
    const answer = await book.call('values.get', { range: 'Sheet1!B2:C9' });
    expect(answer).toEqual({ range: 'Sheet1!B2:C9', majorDimension: 'ROWS' });
  });

  test('G04 G05 days and times are numbers since the end of 1899', async () => {
    const book = await newWorkbook();
    await book.type('A1:A2', [['1900-01-01 12:00'], ['1900-02-01 15:00']]);
    const read = await book.call('values.get', {
      range: 'A1:A2',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    expect(read.values).toEqual([[2.5], [33.625]]);
  });

  test('G07 the echo has the sheet as it is written and columns in capitals', async () => {
    const book = await newWorkbook([{ sheetId: 1, title: 'Sales' }]);
    expect((await book.call('values.get', { range: 'sales!a10:b10' })).range).toBe('Sales!A10:B10');
    expect((await book.call('values.get', { range: 'Sales!$B$3' })).range).toBe('Sales!B3');
  });

  test('G08 the echo quotes titles that could be something else', async () => {
    const titles = ['Sales_1', 'x.y', 'My Tab', 'A1', 'R1C1', '2026', 'a-b', "It's", '来访人员登记表'];
    const book = await newWorkbook(titles.map((title, index) => ({ sheetId: index + 1, title })));
    const ranges = titles.map((title) => `'${title.replaceAll("'", "''")}'!A1`);
    const { valueRanges } = await book.call('values.batchGet', { ranges });
    expect(valueRanges.map(({ range }: { range: string }) => range)).toEqual([
      'Sales_1!A1',
      'x.y!A1',
      "'My Tab'!A1",
      "'A1'!A1",
      "'R1C1'!A1",
      "'2026'!A1",
      "'a-b'!A1",
      "'It''s'!A1",
      "'来访人员登记表'!A1",
    ]);
  });

  test('G10 a column that no sheet has cannot be parsed, one beyond this grid exceeds it', async () => {
    const book = await newWorkbook();
    await expect(book.values('Sheet1!AAAA1')).rejects.toEqual(refused('Unable to parse range: Sheet1!AAAA1'));
    await expect(book.values('Sheet1!ZZZ1')).rejects.toEqual(
      refused('Range (Sheet1!ZZZ1) exceeds grid limits. Max rows: 1000, max columns: 26'),
    );
  });

  test('G11 a bare name is a named range before it is a sheet', async () => {
    const book = await newWorkbook([
      { sheetId: 1, title: 'Other' },
      { sheetId: 2, title: 'Sheet1x' },
    ]);
    const range = { sheetId: 1, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 3 };
    await book.batch({ addNamedRange: { namedRange: { name: 'Sheet1x', range } } });
    expect((await book.call('values.get', { range: 'Sheet1x' })).range).toBe('Other!B2:C2');
    expect((await book.call('values.get', { range: 'Sheet1x!A1' })).range).toBe('Sheet1x!A1');
  });

  test('G13 a workbook that is not there is not found', async () => {
    const wanted = refused('Requested entity was not found.', 404, 'NOT_FOUND');
    const spreadsheetId = 'no-such-workbook-1234567890';
    await expect(call('get', { spreadsheetId })).rejects.toEqual(wanted);
    await expect(call('values.get', { spreadsheetId, range: 'A1' })).rejects.toEqual(wanted);
    const body = { requests: [{ addSheet: {} }] };
    await expect(call('batchUpdate', { spreadsheetId }, body)).rejects.toEqual(wanted);
  });

  test('G14 every request has its reply, an empty one if it has nothing to say', async () => {
    const book = await newWorkbook();
    const { replies } = await book.batch(
      { addSheet: { properties: { sheetId: 11 } } },
      { updateSheetProperties: { properties: { sheetId: 11, title: 'Renamed' }, fields: 'title' } },
      { addSheet: { properties: { sheetId: 12 } } },
    );
    expect(replies).toHaveLength(3);
    expect(replies[0].addSheet.properties.sheetId).toBe(11);
    expect(replies[1]).toEqual({});
    expect(replies[2].addSheet.properties.sheetId).toBe(12);
  });

  test('G16 data filters come back with what they matched; one bad range fails all', async () => {
    const book = await newWorkbook();
    await book.type('A1:A9', [['first'], ...Array.from({ length: 7 }, () => [null]), ['last']]);
    const last = {
      gridRange: { sheetId: 0, startRowIndex: 8, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 1 },
    };
    const dataFilters = [last, { a1Range: 'Sheet1!A1' }];
    const { valueRanges } = await book.call('values.batchGetByDataFilter', {}, { dataFilters });
    const found = new Map(
      (valueRanges as { dataFilters: object[]; valueRange: { range: string; values: unknown } }[]).map((one) => [
        one.valueRange.range,
        one,
      ]),
    );
    expect(found.get('Sheet1!A9')!.valueRange.values).toEqual([['last']]);
    // Zeros do not travel.
    expect(found.get('Sheet1!A9')!.dataFilters).toEqual([
      { gridRange: { startRowIndex: 8, endRowIndex: 9, endColumnIndex: 1 } },
    ]);
    expect(found.get('Sheet1!A1')!.dataFilters).toEqual([{ a1Range: 'Sheet1!A1' }]);
    const bad = { dataFilters: [last, { a1Range: 'Nowhere!A1' }] };
    await expect(book.call('values.batchGetByDataFilter', {}, bad)).rejects.toEqual(
      refused('Unable to parse range: Nowhere!A1'),
    );
  });

  test('G17 a mask decides about grid data, whatever includeGridData says', async () => {
    const book = await newWorkbook();
    await book.type('A1', [['x']]);
    const without = await book.call('get', { includeGridData: true, fields: 'sheets.properties.title' });
    expect(without).toEqual({ sheets: [{ properties: { title: 'Sheet1' } }] });
    const fields = 'sheets.data.rowData.values.formattedValue';
    const withData = await book.call('get', { includeGridData: false, fields });
    expect(withData.sheets[0].data[0].rowData[0].values[0]).toEqual({ formattedValue: 'x' });
  });

  test('fields that hold their default are left out of answers', async () => {
    const book = await newWorkbook();
    const { sheets } = await book.call('get', { fields: 'sheets.properties' });
    expect(sheets[0].properties).toEqual({
      title: 'Sheet1',
      sheetType: 'GRID',
      gridProperties: { rowCount: 1000, columnCount: 26 },
    });
  });
});
