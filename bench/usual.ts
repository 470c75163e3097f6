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
type Tab = ReturnType<typeof countingTab>;

/** The tabs that a desk's script knows. */
export interface Tabs {
  readonly visits: Tab;
  readonly others: readonly Tab[];
  readonly staff: Tab;
  readonly settings: Tab;
  readonly log: Tab;
}

const facts = ({ staff, settings }: Tabs): void => {
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

/** A tab of so many columns: made, named, frozen, its keys hidden; each column labelled, sized, formatted, offered. */
export const setUpOfTab = (columns: number): number => 4 + 4 * columns;
