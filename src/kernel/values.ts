// What a cell holds, what a column means, what a record is.

/** As it stands on the sheet. Empty is ''. */
export type Cell = string | number | boolean;

/** As the core and the page know it: days and times as ISO text, choices by key. Empty is null. */
export type Value = string | number | boolean | readonly string[] | null;

export type Values = Readonly<Record<string, Value>>;

/** One row of a register. `row` counts from 0 as on the sheet: row 2 is the first row of data. */
export interface RecordRow {
  readonly register: string;
  readonly no: string;
  readonly line: number;
  readonly row: number;
  readonly values: Values;
}

export const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
export const isEmpty = (value: Value | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (isEmpty(a) && isEmpty(b)) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}
