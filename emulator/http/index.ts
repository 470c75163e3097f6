// The emulator over HTTP.
export { createApp } from './app';
export type { SheetChart } from './charts';
export type { GridCell, GridWindow, WorkbookView } from './grid';
export type { RunningServer } from './serve';
export { listen } from './serve';
export type { ShownEffects } from './served-pages';
