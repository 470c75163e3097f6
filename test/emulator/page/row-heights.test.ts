import { heightOf, linesOf } from '../../../emulator/page/row-heights';
import type { Row, Shape } from '../../../emulator/page/row';

test('Chinese takes more room than Latin; line breaks count', () => {
  expect(linesOf('来访人员登记表格', 100)).toBe(2);
  expect(linesOf('visitors', 100)).toBe(1);
  expect(linesOf('a\n\nb', 100)).toBe(3);
});

describe('a row', () => {
  const shape = {
    columns: [
      { width: 100, hidden: false },
      { width: 100, hidden: true },
      { width: 100, hidden: false },
    ],
    merges: [{ startRow: 5, endRow: 6, startColumn: 0, endColumn: 3 }],
  } as unknown as Shape;
  const row = (cells: Row['cells'], height = 21): Row => ({ index: 2, height, hidden: false, cells });
  const long = '来访人员登记来访人员登记';

  test('is as high as its highest wrapped text', () => {
    expect(heightOf(row([{ text: long, wrap: true }]), shape)).toBe(38);
    expect(heightOf(row([{ text: long }]), shape)).toBe(21);
  });

  test('measures the text of a merged cell by all its columns that are seen', () => {
    expect(heightOf({ ...row([{ text: long, wrap: true }]), index: 5 }, shape)).toBe(21);
    expect(heightOf(row([{ text: `${long}${long}`, wrap: true }]), shape)).toBe(72);
    expect(heightOf({ ...row([{ text: `${long}${long}`, wrap: true }]), index: 5 }, shape)).toBe(38);
  });

  test('keeps the height that somebody gave it, and does not mind hidden columns', () => {
    expect(heightOf(row([{ text: long, wrap: true }], 60), shape)).toBe(60);
    expect(heightOf(row([{}, { text: long, wrap: true }]), shape)).toBe(21);
  });
});
