import type { Protection } from '../../../emulator/page/emulator-types';
import { protectionOf } from '../../../emulator/page/protections';

const labels: Protection = {
  area: { startRow: 0, startColumn: 0, endRow: 2 },
  open: [],
  warningOnly: true,
  mayEdit: true,
  description: '',
};
const locked: Protection = {
  area: { startRow: 0, startColumn: 3, endColumn: 5 },
  open: [],
  warningOnly: false,
  mayEdit: false,
  description: '',
};
const own: Protection = {
  area: { startRow: 0, startColumn: 8 },
  open: [],
  warningOnly: false,
  mayEdit: true,
  description: '',
};
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

test('what a protected tab leaves open is not protected, unless the range goes beyond it', () => {
  const tab: Protection = {
    ...labels,
    area: { startRow: 0, startColumn: 0 },
    open: [{ startRow: 4, startColumn: 5, endRow: 6, endColumn: 8 }],
  };
  expect(protectionOf([tab], cell(5, 6))).toBeUndefined();
  expect(protectionOf([tab], cell(6, 6))).toBe(tab);
  expect(protectionOf([tab], { startRow: 5, endRow: 7, startColumn: 6, endColumn: 7 })).toBe(tab);
});
