// The emulated Sheets API: workbooks, the calls of version 4, and what a person does in the grid.
export type { BackendOptions, Caller, WorkbookInfo } from './backend';
export { SheetsBackend } from './backend';
export { SheetsError } from './errors';
export type { AccessRole } from './model';
