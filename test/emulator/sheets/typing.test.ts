// What a person does in the grid.
import { callOf, newBackend, owner, workbookOf, type Json } from './service';
import type { SheetsBackend } from '../../../emulator/sheets';

const tab = '来访人员登记表';
const editor = 'reception@example.org';

function desk(properties: object = {}) {
  const backend = newBackend();
  const body = {
    properties: { locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
    sheets: [
      { properties: { sheetId: 1, title: tab, gridProperties: { rowCount: 20, columnCount: 6 }, ...properties } },
    ],
  };
  const { spreadsheetId: id } = backend.call('spreadsheets.create', {}, body, { email: owner }) as {
    spreadsheetId: string;
  };
  backend.share(id, editor, 'editor');
  const book = workbookOf(callOf(backend), id);
  const as = (email: string) => ({
    type: (range: string, ...values: unknown[][]) => backend.edit(id, tab, range, values, { email }),
    sort: (column: number, ascending = true) => backend.sort(id, tab, column, ascending, { email }),
  });
  return { backend, id, book, as, ...as(editor) };
}

const block = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 1,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

const format = (range: object, cell: object, fields: string) => ({ repeatCell: { range, cell, fields } });
const numberFormat = (range: object, type: string) =>
  format(range, { userEnteredFormat: { numberFormat: { type } } }, 'userEnteredFormat.numberFormat');

async function refusal(act: () => unknown): Promise<Json> {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It was not refused.');
}

describe('typing is read as Google reads it', () => {
  const day = 46_083;
  test.each<[string, unknown, string]>([
    ['2026-03-02', day, '2026-03-02'],
    ['2026/3/2', day, '2026/3/2'],
    ['2026.3.2', day, '2026.3.2'],
    ['2026年3月2日', day, '2026年3月2日'],
    ['3月8日', day + 6, '3月8日'],
    ['3-8', day + 6, '3-8'],
    ['3/8', day + 6, '3/8'],
    ['13-8', '13-8', '13-8'],
    ['2026-02-30', '2026-02-30', '2026-02-30'],
    ['2026-03-02 08:30', day + 8.5 / 24, '2026-03-02 08:30'],
    ['8:30', 8.5 / 24, '8:30'],
    ['8：30', 8.5 / 24, '8:30'],
    ['上午9:00', 9 / 24, '上午9:00'],
    ['下午 3:30', 15.5 / 24, '下午3:30'],
    ['2026/3/2 下午3:30', day + 15.5 / 24, '2026/3/2 下午3:30'],
    ['12:15 am', 0.25 / 24, '12:15 上午'],
    ['30:00', 1.25, '30:00'],
    ['上午', '上午', '上午'],
    ['下午13:00', '下午13:00', '下午13:00'],
    ['0123', 123, '123'],
    ["'0123", '0123', '0123'],
    ["'=1+1", '=1+1', '=1+1'],
    ['+86', 86, '86'],
    ['+8613800138000', 8_613_800_138_000, '8613800138000'],
    ['+86 010', '#ERROR!', '#ERROR!'],
    ['+1+2', 3, '3'],
    ['+', '+', '+'],
    ['138 0013 8000', '138 0013 8000', '138 0013 8000'],
    ['010-12345678', '010-12345678', '010-12345678'],
    ['-5', -5, '-5'],
    ['1,234.5', 1234.5, '1,234.50'],
    ['50%', 0.5, '50%'],
    ['￥12', 12, '￥12'],
    ['1e3', 1000, '1.00E+03'],
    [' 12 ', 12, '12'],
    ['12 人', '12 人', '12 人'],
    ['true', true, 'TRUE'],
    ['是', '是', '是'],
    ['=1+1', 2, '2'],
    ['😀', '😀', '😀'],
    ['多行\n文字', '多行\n文字', '多行\n文字'],
  ])('%s', async (text, value, shown) => {
    const { type, book } = desk();
    type('A1', [text]);
    const [[read]] = await book.values(`${tab}!A1`, 'UNFORMATTED_VALUE');
    if (typeof value === 'number') expect(read).toBeCloseTo(value, 9);
    else expect(read).toBe(value);
    expect(await book.values(`${tab}!A1`)).toEqual([[shown]]);
  });

  test('a cell in text format keeps what is typed', async () => {
    const { type, book } = desk();
    await book.batch(numberFormat(block(0, 20, 0, 1), 'TEXT'));
    const typed = ['0123', '+86 010', '3-8', '=1+1', 'TRUE', '50%'].map((text) => [text]);
    type('A1', ...typed);
    expect(await book.values(`${tab}!A1:A6`, 'UNFORMATTED_VALUE')).toEqual(typed);
    const values = [['0456']];
    await book.call('values.update', { range: `${tab}!A7`, valueInputOption: 'USER_ENTERED' }, { values });
    expect(await book.values(`${tab}!A7`, 'UNFORMATTED_VALUE')).toEqual(values);
  });

  test('a cell that has a format shows what is typed in it', async () => {
    const { type, book } = desk();
    const pattern = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } };
    await book.batch(format(block(0, 20, 0, 1), pattern, 'userEnteredFormat.numberFormat'));
    type('A1', ['3-8']);
    expect(await book.values(`${tab}!A1`)).toEqual([['2026-03-08']]);
  });

  test('the year is that of the zone of the workbook', async () => {
    const backend = newBackend(() => new Date('2025-12-31T17:00:00Z'));
    const { spreadsheetId } = backend.call(
      'spreadsheets.create',
      {},
      { properties: { timeZone: 'Asia/Shanghai' } },
      { email: owner },
    ) as { spreadsheetId: string };
    backend.edit(spreadsheetId, 'Sheet1', 'A1', [['1-1']], { email: owner });
    const book = workbookOf(callOf(backend), spreadsheetId);
    expect(await book.values('A1', 'UNFORMATTED_VALUE')).toEqual([[46_023]]);
  });

  test('an edit of one cell tells what was there and what is', () => {
    const { type } = desk();
    const range = { startRow: 1, endRow: 2, startColumn: 1, endColumn: 2 };
    expect(type('B2', ['50%'])).toEqual({ sheetId: 1, range, value: '0.5' });
    expect(type('B2', ['x'])).toEqual({ sheetId: 1, range, value: 'x', oldValue: '0.5' });
    expect(type('B2', [''])).toEqual({ sheetId: 1, range, oldValue: 'x' });
    expect(type('B2', ['a', 'b'])).toEqual({ sheetId: 1, range: { ...range, endColumn: 3 } });
  });
});

describe('pasting', () => {
  test('beyond the last row makes rows, beyond the last column does not', async () => {
    const { type, book } = desk();
    type('A19', ...Array.from({ length: 10 }, (_, index) => [`row ${index}`]));
    const { sheets } = await book.call('get', { fields: 'sheets.properties.gridProperties.rowCount' });
    expect(sheets[0].properties.gridProperties.rowCount).toBe(28);
    expect(await book.values(`${tab}!A28`)).toEqual([['row 9']]);
    const error = await refusal(() => type('F1', ['a', 'b']));
    expect(error).toMatchObject({ code: 400, message: expect.stringContaining('exceeds grid limits') });
    expect(await book.values(`${tab}!F1`)).toBeUndefined();
  });

  test('leaves alone what is null', async () => {
    const { type, book } = desk();
    type('A1', ['a', 'b', 'c']);
    type('A1', ['x', null, '']);
    expect(await book.values(`${tab}!A1:C1`)).toEqual([['x', 'b']]);
  });
});

describe('drop-downs', () => {
  const withRule = async (strict: boolean) => {
    const all = desk();
    const condition = {
      type: 'ONE_OF_LIST',
      values: ['待接待', '已离开'].map((userEnteredValue) => ({ userEnteredValue })),
    };
    const rule = { condition, strict, inputMessage: '请从列表中选择' };
    await all.book.batch({ setDataValidation: { range: block(0, 20, 0, 1), rule } });
    return all;
  };

  test('that are strict refuse what is typed, take what is pasted and what the API writes', async () => {
    const { type, book } = await withRule(true);
    expect(await refusal(() => type('A1', ['别的']))).toMatchObject({ code: 400, message: '请从列表中选择' });
    type('A1', ['已离开']);
    type('A2', ['别的'], ['另外']);
    await book.type(`${tab}!A4`, [['再来']]);
    expect(await book.values(`${tab}!A1:A4`)).toEqual([['已离开'], ['别的'], ['另外'], ['再来']]);
    type('A1', ['']);
    expect(await book.values(`${tab}!A1`)).toBeUndefined();
  });

  test('that are not strict take anything', async () => {
    const { type, book } = await withRule(false);
    type('A1', ['别的']);
    expect(await book.values(`${tab}!A1`)).toEqual([['别的']]);
  });
});

describe('protected ranges', () => {
  const protect = (protectedRange: object) => ({ addProtectedRange: { protectedRange } });

  test('keep out who is not an editor of theirs', async () => {
    const { type, as, book, backend, id } = desk();
    await book.batch(protect({ range: block(0, 2, 0, 6), editors: { users: ['hr@example.org'] } }));
    backend.share(id, 'hr@example.org', 'editor');
    const sentence =
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
    expect(await refusal(() => type('A2', ['x']))).toMatchObject({ code: 400, message: sentence });
    // One protected cell stops the whole paste.
    expect(await refusal(() => type('A2', ['x'], ['y']))).toMatchObject({ message: sentence });
    expect(await book.values(`${tab}!A1:A3`)).toBeUndefined();
    as('hr@example.org').type('A1', ['hr']);
    as(owner).type('B1', ['owner']);
    type('A3', ['free']);
    expect(await book.values(`${tab}!A1:B3`)).toEqual([['hr', 'owner'], [], ['free']]);
  });

  test('keep out API calls, row deletions and their own removal too', async () => {
    const { book, backend, id } = desk();
    const { replies } = await book.batch(protect({ range: block(4, 6, 0, 6) }));
    const { protectedRangeId } = replies[0].addProtectedRange.protectedRange;
    const mine = workbookOf(callOf(backend, editor), id);
    const rows = [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }];
    const start = { sheetId: 1, rowIndex: 4, columnIndex: 0 };
    await expect(mine.batch({ updateCells: { start, rows, fields: 'userEnteredValue' } })).rejects.toThrow(
      'Invalid requests[0].updateCells: You are trying to edit a protected cell or object.',
    );
    await expect(mine.type(`${tab}!A5`, [['x']])).rejects.toThrow('protected cell or object');
    await expect(mine.batch({ deleteProtectedRange: { protectedRangeId } })).rejects.toThrow('protected cell');
    expect(await refusal(() => backend.deleteRows(id, tab, 5, 1, { email: editor }))).toMatchObject({ code: 400 });
    expect(await refusal(() => backend.insertRows(id, tab, 5, 1, { email: editor }))).toMatchObject({ code: 400 });
    backend.insertRows(id, tab, 4, 1, { email: editor });
    await mine.type(`${tab}!A5`, [['above it']]);
  });

  test('of a whole tab may leave cells open', async () => {
    const { type, book } = desk();
    await book.batch(protect({ range: { sheetId: 1 }, unprotectedRanges: [block(2, 20, 0, 3)] }));
    type('A3', ['x', 'y', 'z']);
    expect(await refusal(() => type('A3', ['x', 'y', 'z', 'too far']))).toMatchObject({ code: 400 });
  });

  test('that only warn stop nobody', async () => {
    const { type, book } = desk();
    await book.batch(protect({ range: { sheetId: 1 }, warningOnly: true }));
    type('A1', ['x']);
    expect(await book.values(`${tab}!A1`)).toEqual([['x']]);
  });
});

describe('rows and columns', () => {
  const names = ['王五', 12, '', '李四', 3, '张三', true];

  test('a sort leaves frozen rows where they are and blanks at the end', async () => {
    const { type, sort, book } = desk({ gridProperties: { rowCount: 20, columnCount: 6, frozenRowCount: 2 } });
    type('A1', ['key', 'n'], ['标签', '号'], ...names.map((name, index) => [name, index]));
    sort(0);
    const column = async () => (await book.values(`${tab}!A1:A9`, 'UNFORMATTED_VALUE')).map(([one]: unknown[]) => one);
    expect(await column()).toEqual(['key', '标签', 3, 12, '李四', '王五', '张三', true, undefined]);
    expect(await book.values(`${tab}!B3:B9`, 'UNFORMATTED_VALUE')).toEqual([[4], [1], [3], [0], [5], [6], [2]]);
    sort(0, false);
    expect(await column()).toEqual(['key', '标签', true, '张三', '王五', '李四', 12, 3, undefined]);
  });

  test('a sort takes formats, notes and drop-downs along', async () => {
    const { type, sort, book } = desk();
    type('A1', ['b'], ['a']);
    await book.batch(
      format(block(0, 1, 0, 1), { note: 'of b', userEnteredFormat: { textFormat: { bold: true } } }, '*'),
      {
        updateCells: {
          range: block(0, 1, 0, 1),
          rows: [{ values: [{ userEnteredValue: { stringValue: 'b' } }] }],
          fields: 'userEnteredValue',
        },
      },
    );
    sort(0);
    expect(await book.cells(`${tab}!A1:A2`, 'formattedValue,note,userEnteredFormat.textFormat.bold')).toEqual([
      [{ formattedValue: 'a' }],
      [{ formattedValue: 'b', note: 'of b', userEnteredFormat: { textFormat: { bold: true } } }],
    ]);
  });

  test.each([
    [0, 2, ['b', 'c', 'a', 'd']],
    [3, 1, ['a', 'd', 'b', 'c']],
    [1, 1, ['a', 'b', 'c', 'd']],
  ])('column %i moved to %i', async (from, to, expected) => {
    const { type, book, backend, id } = desk();
    type('A1', ['a', 'b', 'c', 'd']);
    await book.batch(
      format(
        block(0, 20, from, from + 1),
        { userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
        'userEnteredFormat',
      ),
      {
        updateDimensionProperties: {
          range: { sheetId: 1, dimension: 'COLUMNS', startIndex: from, endIndex: from + 1 },
          properties: { pixelSize: 333 },
          fields: 'pixelSize',
        },
      },
    );
    backend.moveColumn(id, tab, from, to, { email: editor });
    expect(await book.values(`${tab}!A1:D1`)).toEqual([expected]);
    const fields = 'sheets.data(columnMetadata.pixelSize,rowData.values.userEnteredFormat)';
    const [data] = (await book.call('get', { ranges: [`${tab}!A1:D1`], fields })).sheets[0].data;
    expect(data.columnMetadata.map((one: Json) => one.pixelSize === 333)).toEqual([0, 1, 2, 3].map((at) => at === to));
    expect(data.rowData[0].values[to]).toEqual({ userEnteredFormat: { numberFormat: { type: 'TEXT' } } });
  });

  test('inserted rows look like the row above, deleted ones are gone with their marks', async () => {
    const { type, book, backend, id } = desk();
    type('A1', ['1'], ['2'], ['3']);
    await book.batch(
      numberFormat(block(1, 2, 0, 1), 'TEXT'),
      { mergeCells: { range: block(2, 4, 1, 3), mergeType: 'MERGE_ALL' } },
      { setBasicFilter: { filter: { range: block(0, 20, 0, 6) } } },
    );
    backend.insertRows(id, tab, 2, 2, { email: editor });
    type('A3', ['007']);
    expect(await book.values(`${tab}!A1:A5`, 'UNFORMATTED_VALUE')).toEqual([[1], [2], ['007'], [], [3]]);
    const marks = async () => {
      const fields = 'sheets(merges,basicFilter.range,properties.gridProperties.rowCount)';
      return (await book.call('get', { fields })).sheets[0];
    };
    expect(await marks()).toEqual({
      merges: [block(4, 6, 1, 3)],
      basicFilter: { range: { sheetId: 1, endRowIndex: 22, endColumnIndex: 6 } },
      properties: { gridProperties: { rowCount: 22 } },
    });
    backend.deleteRows(id, tab, 4, 2, { email: editor });
    expect((await marks()).merges).toBeUndefined();
    expect(await book.values(`${tab}!A1:A5`, 'UNFORMATTED_VALUE')).toEqual([[1], [2], ['007']]);
  });

  test('a renamed tab is found by its new name only', async () => {
    const { book, backend, id } = desk();
    backend.renameSheet(id, tab, "It's", { email: editor });
    expect((await book.call('values.get', { range: "'It''s'!A1" })).range).toBe("'It''s'!A1");
    await expect(book.values(`${tab}!A1`)).rejects.toThrow(`Unable to parse range: ${tab}!A1`);
    expect(await refusal(() => backend.renameSheet(id, tab, 'x', { email: editor }))).toMatchObject({ code: 400 });
  });
});

describe('access', () => {
  const read = (backend: SheetsBackend, id: string, email: string) =>
    callOf(backend, email)('get', { spreadsheetId: id });
  const write = (backend: SheetsBackend, id: string, email: string) =>
    callOf(backend, email)('batchUpdate', { spreadsheetId: id }, { requests: [{ addSheet: {} }] });

  test('owner and editor write, a viewer reads, everybody else is told that there is nothing', async () => {
    const { backend, id } = desk();
    backend.share(id, 'viewer@example.org', 'viewer');
    await Promise.all([owner, editor, 'viewer@example.org'].map((email) => read(backend, id, email)));
    await Promise.all([owner, editor].map((email) => write(backend, id, email)));
    const denied = { code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' };
    await expect(write(backend, id, 'viewer@example.org')).rejects.toMatchObject(denied);
    expect(await refusal(() => backend.edit(id, tab, 'A1', [['x']], { email: 'viewer@example.org' }))).toMatchObject(
      denied,
    );
    const nothing = { code: 404, status: 'NOT_FOUND', message: 'Requested entity was not found.' };
    await expect(read(backend, id, 'stranger@example.org')).rejects.toMatchObject(nothing);
    await expect(write(backend, id, 'stranger@example.org')).rejects.toMatchObject(nothing);
    expect(backend.accessOf(id, owner)).toBe('owner');
    expect(backend.accessOf(id, 'stranger@example.org')).toBeUndefined();
  });

  test('a tab can be copied only from what one may see to what one may change', async () => {
    const { backend, id } = desk();
    const other = (await callOf(backend, editor)('create', {}, {})).spreadsheetId as string;
    const copy = (from: string, destinationSpreadsheetId: string, email: string) =>
      callOf(backend, email)('sheets.copyTo', { spreadsheetId: from, sheetId: 1 }, { destinationSpreadsheetId });
    await expect(copy(id, other, editor)).resolves.toMatchObject({ title: `Copy of ${tab}` });
    await expect(copy(id, other, owner)).rejects.toMatchObject({ code: 404 });
    await expect(copy(id, other, 'stranger@example.org')).rejects.toMatchObject({ code: 404 });
  });
});

describe('saving', () => {
  /** A workbook with one of everything, and what it answers. */
  async function full() {
    const all = desk();
    const { book, type } = all;
    type('A1', ['姓名', '0123', '3-8', '=SUM(D2:D9)', '=NOW()'], ['张三', 'x', '50%', 5], [null, null, null, 7]);
    await book.batch(
      numberFormat(block(0, 20, 1, 2), 'TEXT'),
      { addProtectedRange: { protectedRange: { range: block(0, 1, 0, 6) } } },
      { setBasicFilter: { filter: { range: block(0, 20, 0, 6) } } },
      { addNamedRange: { namedRange: { name: 'days', range: block(1, 9, 3, 4) } } },
      { mergeCells: { range: block(10, 12, 0, 2), mergeType: 'MERGE_ALL' } },
      format(block(5, 6, 0, 1), { note: 'note' }, 'note'),
    );
    return all;
  }
  const everything = (backend: SheetsBackend, id: string) =>
    callOf(backend)('get', { spreadsheetId: id, includeGridData: true });

  test('what was saved as JSON answers as before and can be changed', async () => {
    const { backend, id, book } = await full();
    const before = await everything(backend, id);
    const saved = JSON.parse(JSON.stringify(backend.snapshot())) as unknown;
    const other = newBackend();
    other.restore(saved);
    expect(await everything(other, id)).toEqual(before);
    expect(other.accessOf(id, editor)).toBe('editor');
    const again = workbookOf(callOf(other), id);
    await again.type(`${tab}!D2`, [[50]]);
    expect(await again.values(`${tab}!D1`, 'UNFORMATTED_VALUE')).toEqual([[57]]);
    expect(await book.values(`${tab}!D1`, 'UNFORMATTED_VALUE')).toEqual([[12]]);
    expect((await refusal(() => other.edit(id, tab, 'A1', [['x']], { email: editor }))).code).toBe(400);
    // What was handed in is not touched by what happens afterwards.
    const third = newBackend();
    third.restore(saved);
    expect(await everything(third, id)).toEqual(before);
  });

  test('going back in the same process undoes everything since', async () => {
    const { backend, id, book, type } = await full();
    const before = await everything(backend, id);
    const saved = backend.snapshot();
    type('D2', [100]);
    await book.batch({ addSheet: { properties: { sheetId: 9 } } }, { deleteSheet: { sheetId: 1 } });
    const second = await callOf(backend)('create', {}, {});
    backend.restore(saved);
    expect(await everything(backend, id)).toEqual(before);
    expect(backend.accessOf(second.spreadsheetId, owner)).toBeUndefined();
    expect(backend.list()).toEqual([{ id, owner, title: expect.any(String) }]);
  });
});
