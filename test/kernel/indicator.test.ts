import { productOf, type Chapter } from '../../src/kernel/chapter';
import { text } from '../../src/kernel/columns';
import { isWithin, readingsOf, rowsFound, type Indicator } from '../../src/kernel/indicator';
import { defineRegister, type Register } from '../../src/kernel/register';
import { recordOf } from '../chapters/world';

const register = (key: string, sheetId: number, serial: string): Register =>
  defineRegister({
    key,
    workbook: 'desk',
    sheetId,
    article: '8.2',
    title: { zh: key, en: key },
    serial,
    columns: { what: text({ zh: '什么', en: 'What' }) },
    write: ['front'],
    heading: () => '',
  });
const lamps = register('lamps', 1, 'LA');
const plants = register('plants', 2, 'PL');

describe('8.2 indicators', () => {
  test('a span ends before its last day', () => {
    const span = { from: '2026-10-01', to: '2027-01-01' };
    const days = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => isWithin(day, span))).toEqual([false, true, true, false]);
  });

  test('rows are told once, in order, by register', () => {
    const rows = [7, 3, 7].map((row) => recordOf(lamps, {}, { row }));
    expect(rowsFound([...rows, recordOf(plants, {}, { row: 2 })])).toEqual([
      { register: 'lamps', rows: [3, 7] },
      { register: 'plants', rows: [2] },
    ]);
  });

  test('each register is read once, as far as any of them asks', () => {
    const read = (...reads: Indicator['reads']) => ({ reads });
    expect(
      readingsOf([
        read({ register: lamps, by: 'recordedAt' }, { register: plants, by: 'recordedAt', monthsBefore: 3 }),
        read({ register: lamps, by: 'recordedAt', andAfter: true }, { register: plants, by: 'recordedAt' }),
      ]),
    ).toEqual([
      { register: lamps, by: 'recordedAt', andAfter: true },
      { register: plants, by: 'recordedAt', monthsBefore: 3 },
    ]);
    const whole = readingsOf([read({ register: lamps, by: 'recordedAt', andAfter: true }), read({ register: lamps })]);
    expect(whole).toEqual([{ register: lamps }]);
    // Two columns of moments may be in two orders.
    expect(readingsOf([read({ register: lamps, by: 'at' }), read({ register: lamps, by: 'recordedAt' })])).toEqual([
      { register: lamps },
    ]);
  });

  test('no two chapters measure the same', () => {
    const measuring = (key: string): Chapter => ({
      key,
      title: { zh: key, en: key },
      colour: '#000000',
      registers: [],
      workflows: [],
      indicators: [{ key: 'phone', article: '8.2', reads: [], measure: () => ({ good: 0, all: 0, found: [] }) }],
    });
    expect(() => productOf([measuring('one'), measuring('other')])).toThrow('indicator phone is defined twice');
  });
});
