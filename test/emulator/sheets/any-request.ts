// Requests of many kinds for a small workbook with the tabs One (1) and 二 (2); some of them are refused.
import * as fc from 'fast-check';

export const sheets = [
  { sheetId: 1, title: 'One', gridProperties: { rowCount: 8, columnCount: 5 } },
  { sheetId: 2, title: '二', gridProperties: { rowCount: 8, columnCount: 5 } },
];

const sheetId = fc.constantFrom(1, 2);
const row = fc.nat({ max: 7 });
const column = fc.nat({ max: 4 });
const id = fc.integer({ min: 100, max: 104 });

const area = fc.tuple(sheetId, row, row, column, column).map(([sheet, r1, r2, c1, c2]) => ({
  sheetId: sheet,
  startRowIndex: Math.min(r1, r2),
  endRowIndex: Math.max(r1, r2) + 1,
  startColumnIndex: Math.min(c1, c2),
  endColumnIndex: Math.max(c1, c2) + 1,
}));
const place = fc.record({ sheetId, rowIndex: row, columnIndex: column });

const formulas = ['=A1', '=$B2*2', '=SUM(A1:C4)', '=SUM(二!A:B)', '=One!C3&"x"', '=COUNTA(A2:A)', '=IFERROR(D4/0,-1)'];
const value = fc.oneof(
  fc.record({ stringValue: fc.constantFrom('a', 'b', '张三', '=1+1', '0123', '') }),
  fc.record({ numberValue: fc.integer({ min: -9, max: 9 }) }),
  fc.record({ boolValue: fc.boolean() }),
  fc.record({ formulaValue: fc.constantFrom(...formulas) }),
);
const look = fc.constantFrom(
  {},
  { userEnteredFormat: { textFormat: { bold: true } } },
  { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } },
  { note: 'note' },
  { dataValidation: { condition: { type: 'BOOLEAN' }, strict: true } },
);
const cell = fc.tuple(fc.option(value, { nil: undefined }), look).map(([one, other]) => ({
  ...(one ? { userEnteredValue: one } : {}),
  ...other,
}));
const rows = fc.array(fc.record({ values: fc.array(cell, { maxLength: 4 }) }), { minLength: 1, maxLength: 3 });
const fields = fc.constantFrom('*', 'userEnteredValue', 'userEnteredValue,note', 'userEnteredFormat');
const dimension = fc.constantFrom('ROWS', 'COLUMNS');
const span = fc
  .tuple(sheetId, dimension, fc.nat({ max: 5 }), fc.integer({ min: 1, max: 3 }))
  .map(([sheet, of, startIndex, count]) => ({
    sheetId: sheet,
    dimension: of,
    startIndex,
    endIndex: startIndex + count,
  }));
const pasteType = fc.constantFrom('PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMAT', 'PASTE_FORMULA', 'PASTE_NO_BORDERS');

const request = <K extends string, T>(kind: K, body: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  body.map((one) => ({ [kind]: one }));

export const anyRequest: fc.Arbitrary<object> = fc.oneof(
  { weight: 4, arbitrary: request('updateCells', fc.record({ start: place, rows, fields })) },
  request('updateCells', fc.record({ range: area, rows, fields })),
  request('repeatCell', fc.record({ range: area, cell, fields })),
  request('appendCells', fc.record({ sheetId, rows, fields })),
  request('insertDimension', fc.record({ range: span, inheritFromBefore: fc.boolean() })),
  request('deleteDimension', fc.record({ range: span })),
  request('moveDimension', fc.record({ source: span, destinationIndex: fc.nat({ max: 5 }) })),
  request(
    'updateDimensionProperties',
    fc.record({ range: span, properties: fc.record({ pixelSize: fc.nat({ max: 300 }) }), fields: fc.constant('*') }),
  ),
  request('insertRange', fc.record({ range: area, shiftDimension: dimension })),
  request('deleteRange', fc.record({ range: area, shiftDimension: dimension })),
  request('copyPaste', fc.record({ source: area, destination: area, pasteType })),
  request('cutPaste', fc.record({ source: area, destination: place, pasteType })),
  request(
    'sortRange',
    fc.record({
      range: area,
      sortSpecs: fc.array(
        fc.record({ dimensionIndex: column, sortOrder: fc.constantFrom('ASCENDING', 'DESCENDING') }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  ),
  request('findReplace', fc.record({ find: fc.constantFrom('a', '张'), replacement: fc.constant('c'), sheetId })),
  request('mergeCells', fc.record({ range: area, mergeType: fc.constantFrom('MERGE_ALL', 'MERGE_ROWS') })),
  request('unmergeCells', fc.record({ range: area })),
  request('setBasicFilter', fc.record({ filter: fc.record({ range: area }) })),
  request('clearBasicFilter', fc.record({ sheetId })),
  request('addProtectedRange', fc.record({ protectedRange: fc.record({ protectedRangeId: id, range: area }) })),
  request(
    'addNamedRange',
    fc.record({
      namedRange: fc.record({ namedRangeId: id.map(String), name: fc.constantFrom('days', '名称'), range: area }),
    }),
  ),
  request(
    'createDeveloperMetadata',
    fc.record({
      developerMetadata: fc.record({
        metadataId: id,
        metadataKey: fc.constant('k'),
        visibility: fc.constant('DOCUMENT'),
        location: fc.record({ dimensionRange: span.map((one) => ({ ...one, endIndex: one.startIndex + 1 })) }),
      }),
    }),
  ),
  request(
    'updateSheetProperties',
    fc.record({
      properties: fc.record({ sheetId, title: fc.constantFrom('One', "It's", '新 的'), index: fc.nat({ max: 1 }) }),
      fields: fc.constantFrom('title', 'index', 'title,index'),
    }),
  ),
  request('addSheet', fc.record({ properties: fc.record({ sheetId: id }) })),
  request('deleteSheet', fc.record({ sheetId: fc.oneof(id, sheetId) })),
  request(
    'duplicateSheet',
    fc.record({ sourceSheetId: sheetId, newSheetId: id, insertSheetIndex: fc.nat({ max: 2 }) }),
  ),
);
