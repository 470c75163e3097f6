// Registers filled as years of work leave them: rows in the order in which they were recorded, numbered by the year.
import type { Day } from '../src/kernel/civil';
import { countersTab, firstRow } from '../src/kernel/kernel-tabs';
import { layoutOf, rowOf } from '../src/kernel/layout';
import type { Register, WorkbookKey } from '../src/kernel/register';
import type { Values } from '../src/kernel/values';
import { staff } from '../src/office/staff.register';
import type { Office } from '../test/bundle/office';
import { insertRows, rowsOf, write } from './fill';

/** Gives each day's next number of a register, begun anew every year. */
export function numbering({ serial }: Register): (day: Day) => string {
  const given = new Map<string, number>();
  return (day) => {
    const key = `${serial}-${day.slice(0, 4)}`;
    given.set(key, (given.get(key) ?? 0) + 1);
    return `${key}-${String(given.get(key)).padStart(5, '0')}`;
  };
}

type Filled = readonly [Register, readonly Values[]];

/** How far the numbers of the last year's records have got. */
const countersOf = (tabs: readonly Filled[]): readonly (readonly [string, number, string])[] =>
  tabs.flatMap(([, rows]) => {
    const [serial = '', year = '', number = ''] = String(rows[rows.length - 1]?.['no'] ?? '').split('-');
    return serial === '' ? [] : [[`${serial}-${year}`, Number(number), ''] as const];
  });

function put(office: Office, register: Register, at: number, rows: readonly Values[]): void {
  const layout = layoutOf(register, Object.keys(register.all), 'zh');
  const { sheetId, workbook } = register;
  insertRows(office, sheetId, at, rows.length, workbook);
  const cells = rows.map((values) => rowOf(layout, values));
  write(office, sheetId, at, cells, workbook);
}

/** Rows of these registers, which had none, in the order of their numbers. */
export function fillTabs(office: Office, tabs: readonly Filled[]): void {
  for (const [register, rows] of tabs) put(office, register, firstRow, rows);
  for (const workbook of ['desk', 'restricted'] satisfies WorkbookKey[]) {
    const here = tabs.filter(([register]) => register.workbook === workbook);
    const begun = rowsOf(office, countersTab.sheetId, 1, workbook).length;
    write(office, countersTab.sheetId, 1 + begun, countersOf(here), workbook);
  }
  // What was remembered of the ends of tabs is not true any more.
  office.google.state.cache = {};
}

/** Until the agency has so many. */
export function addPeople(office: Office, count: number, role: string): void {
  const known = rowsOf(office, staff.sheetId, firstRow).length;
  const more = Array.from({ length: Math.max(0, count - known) }, (_, index): Values => {
    const no = String(known + 1 + index).padStart(5, '0');
    const name = `员工${no}`;
    return {
      no: `YG-2026-${no}`,
      staffNo: `B${no}`,
      name,
      email: `b${no}@example.org`,
      department: index % 2 === 0 ? '社工部' : '综合部',
      roles: [role],
      joinedOn: '2020-01-02',
    };
  });
  put(office, staff, firstRow + known, more);
}

export interface Staff {
  readonly name: string;
  readonly staffNo: string;
  readonly department: string;
  readonly roles: string;
}

/** As the tab says it. */
export const staffOf = (office: Office): readonly Staff[] =>
  office
    .rows(staff.sheetId)
    .filter(({ no }) => String(no).startsWith('YG-'))
    .map(({ name, staffNo, department, roles }) => ({
      name: String(name),
      staffNo: String(staffNo),
      department: String(department),
      roles: String(roles),
    }));
