// What the emulator's own routes answer, as far as the page looks at it. A test holds these against the server's types.

export interface Person {
  email: string;
  name: string;
  roles: string[];
}

export interface WorkbookInfo {
  id: string;
  title: string;
  role: string;
  access: string | null;
}

export interface Info {
  scriptId: string;
  webApp: string | null;
  workbooks: WorkbookInfo[];
  people: Person[];
  user: string;
  visitor: string;
  officeAccount: string;
  now: string;
  timeZone: string;
}

export interface ClockAnswer {
  now: string;
  wallClock: string;
  frozen: boolean;
}

export interface Tab {
  sheetId: number;
  title: string;
  hidden: boolean;
  color?: string;
  rowCount: number;
  columnCount: number;
}

export interface WorkbookView {
  id: string;
  title: string;
  sheets: Tab[];
}

export interface GridCell {
  text?: string;
  entered?: string;
  background?: string;
  color?: string;
  bold?: true;
  italic?: true;
  strike?: true;
  align?: 'left' | 'center' | 'right';
  wrap?: true;
  link?: string;
  note?: string;
  choices?: string[];
  strict?: true;
}

/** 0-based, half-open; an open end is left out. */
export interface Area {
  startRow: number;
  startColumn: number;
  endRow?: number;
  endColumn?: number;
}

export interface Protection {
  area: Area;
  /** Inside it, what is not protected. */
  open: Area[];
  warningOnly: boolean;
  mayEdit: boolean;
  description: string;
}

export interface GridWindow {
  sheetId: number;
  title: string;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  gridlines: boolean;
  columns: { width: number; hidden: boolean }[];
  from: number;
  rows: { height: number; hidden: boolean; cells: GridCell[] }[];
  merges: Required<Area>[];
  protections: Protection[];
}

export interface SheetChart {
  id: number;
  kind: 'column' | 'stackedColumn' | 'line' | 'pie';
  title: string;
  row: number;
  column: number;
  left: number;
  top: number;
  width: number;
  height: number;
  labels: string[];
  series: { name: string; values: (number | null)[] }[];
}

export interface MenuItem {
  label: string;
  function: string;
}
export interface Menu {
  title: string;
  addon?: boolean;
  entries: MenuEntry[];
}
export type MenuEntry = MenuItem | { separator: true } | Menu;

export interface ShownPage {
  title: string;
  url: string;
}
export interface ShownDialog extends ShownPage {
  width: number;
  height: number;
  modal: boolean;
}
export interface Toast {
  message: string;
  title: string;
  seconds: number;
}
export interface Effects {
  menus: Menu[];
  sidebar?: ShownPage;
  dialogs: ShownDialog[];
  alerts: { title: string; text: string; buttons: string }[];
  toasts: Toast[];
}

export interface AskedAlert {
  title: string;
  text: string;
  buttons: string;
}
export type MenuAnswer =
  { asks: AskedAlert } | { asks?: undefined; ok: boolean; error?: { message: string }; effects: Effects };

export interface MailAttachment {
  name: string;
  mimeType: string;
  base64: string;
}
export interface Mail {
  id: string;
  at: string;
  from: string;
  fromName?: string;
  to: string[];
  cc: string[];
  subject: string;
  body: string;
  htmlBody?: string;
  attachments: MailAttachment[];
  inlineImages: Record<string, MailAttachment>;
}

export interface CallLog {
  calls: Record<string, number>;
  total: number;
  cellsRead: number;
  cellsWritten: number;
}

export interface RanTriggers {
  ran: { ok: boolean; error?: { message: string } }[];
}
