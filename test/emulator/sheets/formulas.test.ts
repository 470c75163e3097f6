import { callOf, newBackend, owner, workbookOf, type Workbook } from './service';

const noon = new Date('2026-03-02T04:00:00Z');

function bookWith(sheets: object[], now: () => Date = () => noon, properties: object = {}) {
  const backend = newBackend(now);
  const body = {
    properties: { locale: 'zh_CN', timeZone: 'Asia/Shanghai', ...properties },
    sheets: sheets.map((one) => ({ properties: one })),
  };
  const { spreadsheetId } = backend.call('spreadsheets.create', {}, body, { email: owner }) as {
    spreadsheetId: string;
  };
  return { backend, book: workbookOf(callOf(backend), spreadsheetId) };
}

const leave = [
  ['姓名', '部门', '日期', '天数', '状态'],
  ['张三', '行政', '2026-03-02', 1.5, '已批准'],
  ['李四', '项目', '2026-03-05', 2, '已批准'],
  ['张三', '行政', '2026-03-20', 0.5, '已批准'],
  ['张三', '行政', '2026-03-21', 3, '不同意'],
  ['王五', '', '2026-04-01', 1, '已批准'],
];

/** Leave slips on one tab, a report on another. */
async function report(): Promise<Workbook> {
  const { book } = bookWith([
    { sheetId: 1, title: '请假条' },
    { sheetId: 2, title: '月度 考勤表' },
  ]);
  await book.type('请假条!A1', leave);
  return book;
}

async function worth(book: Workbook, formula: string): Promise<unknown> {
  await book.type("'月度 考勤表'!A1", [[formula]]);
  return (await book.values("'月度 考勤表'!A1", 'UNFORMATTED_VALUE'))?.[0][0];
}

describe('formulas that reports need', () => {
  test.each([
    ['=SUMIFS(请假条!D2:D, 请假条!A2:A, "张三", 请假条!E2:E, "已批准")', 2],
    ['=SUMIFS(请假条!D:D, 请假条!C:C, ">="&DATE(2026,3,1), 请假条!C:C, "<"&DATE(2026,4,1))', 7],
    ['=COUNTIFS(\'请假条\'!A2:A100, "张三", \'请假条\'!E2:E100, "<>不同意")', 2],
    ['=COUNTIF(请假条!B2:B6, "行*")', 3],
    ['=SUMPRODUCT((请假条!A2:A6="张三")*(请假条!E2:E6="已批准")*请假条!D2:D6)', 2],
    ['=SUMPRODUCT(--(请假条!D2:D6>1))', 3],
    ['=IF(SUM(请假条!D2:D6)>7, "多", "少")', '多'],
    ['=IFERROR(1/0, "无")', '无'],
    ['=IFERROR(VLOOKUP("赵六", 请假条!A2:D6, 4, FALSE), 0)', 0],
    ['=VLOOKUP("李四", 请假条!A2:D6, 4, FALSE)', 2],
    ['=INDEX(请假条!B2:B6, MATCH("李四", 请假条!A2:A6, 0))', '项目'],
    ['=TEXT(DATE(2026,3,2), "yyyy-mm-dd")', '2026-03-02'],
    ['=TEXT(0.256, "0.0%")', '25.6%'],
    ['=DATE(2026, 3, 31) - DATE(2026, 3, 1)', 30],
    ['=EOMONTH(DATE(2026,2,1), 0)', 46_081],
    ['=NETWORKDAYS(DATE(2026,3,2), DATE(2026,3,8))', 5],
    ['=ROUND(AVERAGE(请假条!D2:D6), 2)', 1.6],
    ['=AVERAGEIFS(请假条!D2:D6, 请假条!A2:A6, "张三")', 5 / 3],
    ['=COUNTA(请假条!B2:B6)', 4],
    ['=MAX(请假条!D2:D6) & "天"', '3天'],
    ['=LEFT("LF-2026-00017", 2) & RIGHT("00017", 2)', 'LF17'],
    ['=0.1+0.2', 0.30000000000000004],
    ['=HYPERLINK("#gid=1", "请假条")', '请假条'],
  ])('%s', async (formula, expected) => {
    const result = await worth(await report(), formula);
    if (typeof expected === 'number') expect(result).toBeCloseTo(expected, 12);
    else expect(result).toBe(expected);
  });

  test.each([
    ['=QUERY(请假条!A1:E6, "select A")', '#NAME?', 'NAME'],
    ['=1/0', '#DIV/0!', 'DIVIDE_BY_ZERO'],
    ['=没有的表!A1', '#REF!', 'REF'],
    ['=VLOOKUP("赵六", 请假条!A2:D6, 4, FALSE)', '#N/A', 'N_A'],
    ['="a"+1', '#VALUE!', 'VALUE'],
    ['=A1', '#REF!', 'REF'],
    ['=SUM(', '#ERROR!', 'ERROR'],
    ['=86 010', '#ERROR!', 'ERROR'],
    ['=请假条!D2 请假条!D3', '#ERROR!', 'ERROR'],
  ])('%s says what is wrong', async (formula, shown, type) => {
    const book = await report();
    expect(await worth(book, formula)).toBe(shown);
    const [[cell]] = (await book.cells("'月度 考勤表'!A1", 'effectiveValue.errorValue(type,message)')) as [[never]];
    expect(cell).toEqual({ effectiveValue: { errorValue: { type, message: expect.stringMatching(/./) } } });
  });

  test('a result is shown in the format of its cell', async () => {
    const book = await report();
    await book.type("'月度 考勤表'!A1:B1", [['=DATE(2026,3,2)', '=SUM(请假条!D2:D6)']]);
    const range = { sheetId: 2, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
    const cell = { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.00' } } };
    await book.batch({ repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } });
    expect(await book.values("'月度 考勤表'!A1:B1")).toEqual([['2026/3/2', '8.00']]);
  });

  test('array formulas fill the cells below and beside them', async () => {
    const book = await report();
    await book.type("'月度 考勤表'!A1", [['=ARRAYFORMULA(请假条!D2:D6*2)']]);
    expect(await book.values("'月度 考勤表'!A1:A5", 'UNFORMATTED_VALUE')).toEqual([[3], [4], [1], [6], [2]]);
    await book.type("'月度 考勤表'!A3", [['in the way']]);
    expect(await book.values("'月度 考勤表'!A1:A5", 'UNFORMATTED_VALUE')).toEqual([['#REF!'], [], ['in the way']]);
  });
});

describe('formulas follow what they refer to', () => {
  const formula = async (book: Workbook, range: string) => (await book.values(range, 'FORMULA'))[0][0];
  const insertRow = (sheetId: number, at: number) => ({
    insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + 1 } },
  });

  test('inserted and deleted rows', async () => {
    const book = await report();
    await worth(book, '=SUM(请假条!D2:D6)+请假条!$D$6');
    await book.batch(insertRow(1, 3));
    await book.type('请假条!D4', [[10]]);
    expect(await formula(book, "'月度 考勤表'!A1")).toBe("=SUM('请假条'!D2:D7)+'请假条'!$D$7");
    expect(await book.values("'月度 考勤表'!A1", 'UNFORMATTED_VALUE')).toEqual([[19]]);
    const range = { sheetId: 1, dimension: 'ROWS', startIndex: 6, endIndex: 7 };
    await book.batch({ deleteDimension: { range } });
    expect(await book.values("'月度 考勤表'!A1")).toEqual([['#REF!']]);
  });

  test('the formula itself moves with its row', async () => {
    const book = await report();
    await book.type("'月度 考勤表'!A5:B5", [['=B5*2', 4]]);
    await book.batch(insertRow(2, 0));
    expect(await formula(book, "'月度 考勤表'!A6")).toBe('=B6*2');
    expect(await book.values("'月度 考勤表'!A5:A6", 'UNFORMATTED_VALUE')).toEqual([[], [8]]);
  });

  test('a moved column', async () => {
    const book = await report();
    await worth(book, '=SUM(请假条!D2:D6)');
    const source = { sheetId: 1, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 };
    await book.batch({ moveDimension: { source, destinationIndex: 0 } });
    expect(await formula(book, "'月度 考勤表'!A1")).toBe("=SUM('请假条'!A2:A6)");
    expect(await book.values("'月度 考勤表'!A1", 'UNFORMATTED_VALUE')).toEqual([[8]]);
  });

  test('a sorted range: formulas of a row keep looking along their row', async () => {
    const book = await report();
    await book.type('请假条!F2:F6', [['=D2*2'], ['=D3*2'], ['=D4*2'], ['=D5*2'], ['=D6*2']]);
    const range = { sheetId: 1, startRowIndex: 1, endRowIndex: 6 };
    await book.batch({ sortRange: { range, sortSpecs: [{ dimensionIndex: 5, sortOrder: 'DESCENDING' }] } });
    expect(await book.values('请假条!D2:F2', 'FORMULA')).toEqual([[3, '不同意', '=D2*2']]);
    expect(await book.values('请假条!F2:F6', 'UNFORMATTED_VALUE')).toEqual([[6], [4], [3], [2], [1]]);
  });

  test('a batch that computes, changes and computes again', async () => {
    const book = await report();
    const range = { sheetId: 1, startRowIndex: 1, endRowIndex: 6 };
    const enter = (rowIndex: number, columnIndex: number, userEnteredValue: object) => ({
      updateCells: {
        start: { sheetId: 1, rowIndex, columnIndex },
        rows: [{ values: [{ userEnteredValue }] }],
        fields: 'userEnteredValue',
      },
    });
    const copied = { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 5, endColumnIndex: 6 };
    await book.type('请假条!F2', [['=D2*2']]);
    await book.batch(
      { sortRange: { range, sortSpecs: [{ dimensionIndex: 5, sortOrder: 'DESCENDING' }] } },
      enter(0, 5, { formulaValue: '=SUM(D2:D6)' }),
      enter(1, 3, { numberValue: 100 }),
      {
        copyPaste: {
          source: copied,
          destination: { ...copied, startColumnIndex: 7, endColumnIndex: 8 },
          pasteType: 'PASTE_VALUES',
        },
      },
      enter(1, 3, { numberValue: 200 }),
    );
    expect(await book.values('请假条!F1:H1', 'UNFORMATTED_VALUE')).toEqual([[206.5, '', 106.5]]);
    expect(await book.values('请假条!F2', 'UNFORMATTED_VALUE')).toEqual([[400]]);
  });

  test('a renamed tab, and a deleted one', async () => {
    const book = await report();
    await worth(book, '=SUM(请假条!D2:D6)');
    await book.batch({ updateSheetProperties: { properties: { sheetId: 1, title: "It's new" }, fields: 'title' } });
    expect(await formula(book, "'月度 考勤表'!A1")).toBe("=SUM('It''s new'!D2:D6)");
    expect(await book.values("'月度 考勤表'!A1", 'UNFORMATTED_VALUE')).toEqual([[8]]);
    await book.batch({ deleteSheet: { sheetId: 1 } });
    expect(await book.values("'月度 考勤表'!A1")).toEqual([['#REF!']]);
  });

  test('values that change', async () => {
    const book = await report();
    expect(await worth(book, '=SUM(请假条!D2:D)')).toBe(8);
    await book.type('请假条!D6', [[5]]);
    expect(await book.values("'月度 考勤表'!A1", 'UNFORMATTED_VALUE')).toEqual([[12]]);
    await book.call('values.clear', { range: '请假条!D2:D5' });
    expect(await book.values("'月度 考勤表'!A1", 'UNFORMATTED_VALUE')).toEqual([[5]]);
    const rows = [{ values: [{ userEnteredValue: { numberValue: 7 } }] }];
    await book.batch({ appendCells: { sheetId: 1, rows, fields: 'userEnteredValue' } });
    await book.type('请假条!D7', [['text is not counted']]);
    expect(await book.values("'月度 考勤表'!A1", 'UNFORMATTED_VALUE')).toEqual([[5]]);
  });

  test('a name, and cells that are cut and pasted', async () => {
    const book = await report();
    const range = { sheetId: 1, startRowIndex: 1, endRowIndex: 6, startColumnIndex: 3, endColumnIndex: 4 };
    await book.batch({ addNamedRange: { namedRange: { name: 'days', range } } });
    await book.type("'月度 考勤表'!A1:B1", [['=SUM(days)', '=请假条!D2']]);
    await book.batch({ cutPaste: { source: range, destination: { sheetId: 1, rowIndex: 1, columnIndex: 8 } } });
    expect(await formula(book, "'月度 考勤表'!B1")).toBe("='请假条'!I2");
    expect((await book.values("'月度 考勤表'!B1", 'UNFORMATTED_VALUE'))[0][0]).toBe(1.5);
  });

  test('what a failed batch wrote leaves no trace in results', async () => {
    const book = await report();
    expect(await worth(book, '=SUM(请假条!D2:D6)')).toBe(8);
    const start = { sheetId: 1, rowIndex: 1, columnIndex: 3 };
    const rows = [{ values: [{ userEnteredValue: { numberValue: 100 } }] }];
    const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 1 };
    const sorted = { sortRange: { range: { ...range, endRowIndex: 6 }, sortSpecs: [{ dimensionIndex: 3 }] } };
    await expect(
      book.batch({ updateCells: { start, rows, fields: 'userEnteredValue' } }, sorted, {
        deleteSheet: { sheetId: 99 },
      }),
    ).rejects.toThrow('No sheet with id: 99');
    expect(await book.values("'月度 考勤表'!A1", 'UNFORMATTED_VALUE')).toEqual([[8]]);
  });
});

describe('formulas that look at the clock', () => {
  test('NOW and TODAY are the time of the emulator in the zone of the workbook', async () => {
    let time = new Date('2026-03-02T15:30:00Z');
    const { book } = bookWith([{ sheetId: 0, title: 'Sheet1' }], () => time);
    await book.type('A1:B1', [['=TODAY()', '=NOW()']]);
    // 23:30 of the second of March in Shanghai.
    const [[today, now]] = await book.values('A1:B1', 'UNFORMATTED_VALUE');
    expect(today).toBe(46_083);
    expect(now).toBeCloseTo(46_083 + 23.5 / 24, 8);
    expect((await book.values('A1'))[0][0]).toBe('2026/3/2');
    time = new Date('2026-03-02T16:30:00Z');
    const [[later]] = await book.values('A1:B1', 'UNFORMATTED_VALUE');
    expect(later).toBe(46_084);
  });
});
