// The column kinds that a register may use.
export * from './choice';
export * from './link';
export * from './number';
export * from './people';
export * from './text';
export * from './time';
export { accepts, canonicalValues, faultOf, isKept, labelOf } from './column';
export type { Absent, CellFormat, Column, ColumnOptions, Control, FilledBy, Option, Tone } from './column';
