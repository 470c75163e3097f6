import type { Protection } from '../../../emulator/page/emulator-types';
import { protectionOf } from '../../../emulator/page/protections';

const labels: Protection = {
  area: { startRow: 0, startColumn: 0, endRow: 2 },
  warningOnly: true,
  mayEdit: true,
  description: '',
};
const locked: Protection = {
  area: { startRow: 0, startColumn: 3, endColumn: 5 },
  warningOnly: false,
  mayEdit: false,
  description: '',
};
const own: Protection = { area: { startRow: 0, startColumn: 8 }, warningOnly: false, mayEdit: true, description: '' };
const all = [labels, own, locked];
const cell = (row: number, column: number) => ({
  startRow: row,
  endRow: row + 1,
  startColumn: column,
  endColumn: column + 1,
});

test('the strictest protection that a range touches counts', () => {
  expect(protectionOf(all, cell(1, 3))).toBe(locked);
  expect(protectionOf(all, { startRow: 5, endRow: 9, startColumn: 0, endColumn: 4 })).toBe(locked);
  expect(protectionOf(all, cell(1, 1))).toBe(labels);
});

test('beside it and behind its end nothing is protected; nor for those who may edit', () => {
  expect(protectionOf(all, cell(2, 1))).toBeUndefined();
  expect(protectionOf(all, cell(2, 5))).toBeUndefined();
  expect(protectionOf(all, cell(2, 9))).toBeUndefined();
});
