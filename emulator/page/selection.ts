// Which cells are selected, and what the page may say about the first of them.
import { computed, signal } from '@preact/signals';
import { mention } from './ask';
import type { Rectangle } from './a1';
import type { GridCell, Protection } from './emulator-types';

export interface Selected extends Rectangle {
  book: string;
  sheet: number;
  cell: GridCell;
  protection: Protection | undefined;
}

export const selected = signal<Selected | undefined>(undefined);

let told = '';

/** The script may ask which cell is active. */
export function select(next: Selected): void {
  selected.value = next;
  const place = { spreadsheetId: next.book, sheetId: next.sheet, row: next.startRow + 1, column: next.startColumn + 1 };
  const text = JSON.stringify(place);
  if (text === told) return;
  told = text;
  void mention('PUT', 'selection', place).catch(() => undefined);
}

export const selectedCell = computed(() => selected.value?.cell);
