// The same work done the usual way, as scripts over SpreadsheetApp do it: a whole tab is read to find a row, cells are
// written one by one. Counted as the script writes it down; Apps Script may buffer writes that no read follows.

export interface Cost {
  calls: number;
  read: number;
  written: number;
}

/** A tab that only counts. */
export function countingTab(cost: Cost, rows: number, columns: number) {
  return {
    getValues() {
      cost.calls += 1;
      cost.read += rows * columns;
    },
    appendRow() {
      cost.calls += 1;
      cost.written += columns;
    },
    setValue() {
      cost.calls += 1;
      cost.written += 1;
    },
  };
}
export type Tab = ReturnType<typeof countingTab>;

/** The tabs that a desk's script knows. */
export interface Tabs {
  readonly visits: Tab;
  readonly others: readonly Tab[];
  readonly staff: Tab;
  readonly settings: Tab;
  readonly log: Tab;
}

/** The tabs that a storeroom's script knows. */
export interface StoreroomTabs {
  readonly items: Tab;
  readonly requisitions: Tab;
  readonly issues: Tab;
  readonly ledger: Tab;
  readonly purchases: Tab;
  readonly stocktakes: Tab;
  readonly staff: Tab;
  readonly settings: Tab;
  readonly log: Tab;
}

const facts = ({ staff, settings }: Pick<Tabs, 'staff' | 'settings'>): void => {
  staff.getValues();
  settings.getValues();
};

export const usual: Readonly<Record<string, (tabs: Tabs) => void>> = {
  /** The next number and returning visitors are looked for in the whole tab. */
  create(tabs) {
    facts(tabs);
    tabs.visits.getValues();
    tabs.visits.appendRow();
    tabs.log.appendRow();
  },
  transition(tabs) {
    facts(tabs);
    tabs.visits.getValues();
    for (const _cell of ['guidedTo', 'history']) tabs.visits.setValue();
    tabs.log.appendRow();
  },
  record(tabs) {
    facts(tabs);
    tabs.visits.getValues();
  },
  board(tabs) {
    facts(tabs);
    for (const tab of [tabs.visits, ...tabs.others]) tab.getValues();
  },
  find(tabs) {
    facts(tabs);
    tabs.visits.getValues();
  },
};

const set = (tab: Tab, ...cells: readonly string[]): void => {
  for (const _cell of cells) tab.setValue();
};

export const usualSupplies: Readonly<Record<string, (tabs: StoreroomTabs) => void>> = {
  /** The next number is looked for in the whole tab. */
  'requisition: create'(tabs) {
    facts(tabs);
    tabs.items.getValues();
    tabs.requisitions.getValues();
    tabs.requisitions.appendRow();
    tabs.log.appendRow();
  },
  'requisition: record'(tabs) {
    facts(tabs);
    tabs.requisitions.getValues();
  },
  issue(tabs) {
    facts(tabs);
    for (const tab of [tabs.items, tabs.requisitions, tabs.issues, tabs.ledger]) tab.getValues();
    set(tabs.requisitions, 'issuedQuantity', 'state');
    set(tabs.items, 'onHand', 'movedOn');
    for (const tab of [tabs.issues, tabs.ledger, tabs.log]) tab.appendRow();
  },
  receive(tabs) {
    facts(tabs);
    for (const tab of [tabs.items, tabs.purchases, tabs.ledger]) tab.getValues();
    set(tabs.purchases, 'receivedQuantity', 'receivedOn', 'price', 'state');
    set(tabs.items, 'onHand', 'onOrder', 'lastPrice', 'movedOn');
    for (const tab of [tabs.ledger, tabs.log]) tab.appendRow();
  },
  'supplies: board'(tabs) {
    facts(tabs);
    for (const tab of [tabs.items, tabs.requisitions, tabs.issues, tabs.purchases, tabs.stocktakes]) tab.getValues();
  },
  'requisitions: find'(tabs) {
    facts(tabs);
    tabs.requisitions.getValues();
  },
};

/** A tab of so many columns: made, named, frozen, its keys hidden; each column labelled, sized, formatted, offered. */
export const setUpOfTab = (columns: number): number => 4 + 4 * columns;

/** The tabs that a script for attendance knows; `sheet` is the one it makes. */
export interface AttendanceTabs {
  readonly attendance: Tab;
  readonly leave: Tab;
  readonly filings: Tab;
  readonly calendar: Tab;
  readonly sheet: Tab;
  readonly people: number;
  readonly staff: Tab;
  readonly settings: Tab;
  readonly log: Tab;
}

/** A head, and a row a person. */
function makeAttendanceSheet(tabs: AttendanceTabs): void {
  facts(tabs);
  for (const tab of [tabs.calendar, tabs.attendance, tabs.filings]) tab.getValues();
  for (let row = 0; row <= tabs.people; row += 1) tabs.sheet.appendRow();
}

export const usualAttendance: Readonly<Record<string, (tabs: AttendanceTabs) => void>> = {
  /** Whether the person has clocked in today is looked for in the whole tab. */
  'clock in'(tabs) {
    facts(tabs);
    tabs.attendance.getValues();
    tabs.attendance.appendRow();
    tabs.log.appendRow();
  },
  'ask for leave'(tabs) {
    facts(tabs);
    for (const tab of [tabs.calendar, tabs.leave]) tab.getValues();
    tabs.leave.appendRow();
    tabs.log.appendRow();
  },
  'attendance of a month, 100 staff': makeAttendanceSheet,
};

/** The tabs that a script for the appraisal knows: what it is measured by, and the one it makes for a person. */
export interface AppraisalTabs {
  readonly sources: readonly Tab[];
  readonly sheet: Tab;
  readonly people: number;
  readonly staff: Tab;
  readonly settings: Tab;
}

/** A head and ten indicators a person; every source is read once for all of them. */
function makeAppraisals(tabs: AppraisalTabs): void {
  facts(tabs);
  for (const tab of tabs.sources) tab.getValues();
  for (let row = 0; row < 11 * tabs.people; row += 1) tabs.sheet.appendRow();
}

export const usualAppraisal: Readonly<Record<string, (tabs: AppraisalTabs) => void>> = {
  'appraisal of a quarter, 10 staff': makeAppraisals,
  'appraisal of a quarter, made again': makeAppraisals,
};
