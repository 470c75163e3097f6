// An office that is in order: rows of its tabs, so that each test says only what differs.
import type { Who } from '../../src/kernel/facts-source';
import { officeFacts } from '../../src/office/facts';
import { settingRows } from '../../src/office/settings';
import type { Facts } from '../../src/kernel/facts';
import type { RecordRow, Value, Values } from '../../src/kernel/values';

const records = (register: string, serial: string, rows: readonly Values[]): readonly RecordRow[] =>
  rows.map((values, index) => ({
    register,
    no: `${serial}-2026-${String(index + 1).padStart(5, '0')}`,
    line: 1,
    row: index + 2,
    values,
  }));

export const member = (staffNo: string, name: string, more: Values = {}): Values => ({
  staffNo,
  name,
  email: `${staffNo.toLowerCase()}@example.org`,
  department: '社工部',
  roles: ['staff'],
  joinedOn: '2020-01-02',
  ...more,
});

export const people: readonly Values[] = [
  member('A01', '王芳', { email: 'Wang@example.org', department: '综合部', roles: ['front'] }),
  member('A02', '李强', { department: '综合部', roles: ['front', 'staff'] }),
  member('A03', '陈静', { standIn: '周琳', awayFrom: '2026-10-12', awayTo: '2026-10-16' }),
  member('A04', '赵敏', { department: '综合部', roles: ['director'] }),
  member('A05', '刘洋', { department: '综合部', roles: ['hr'] }),
  member('A06', '周琳'),
];

export const units: readonly Values[] = [
  { name: '社工部', head: '陈静' },
  { name: '综合部', head: 'A05' },
];

/** The settings tab as set-up writes it, with what somebody typed since. */
export const settingRecords = (typed: Readonly<Record<string, Value>> = {}, lastGood: Values = {}) =>
  records(
    'settings',
    'SZ',
    settingRows('zh').map((row) => {
      const key = String(row['key']);
      return {
        ...row,
        ...(key in typed && { value: typed[key]!, lastGood: null }),
        ...(key in lastGood && { lastGood: lastGood[key]! }),
      };
    }),
  );

export const staffRecords = (rows: readonly Values[] = people) => records('staff', 'YG', rows);
export const departmentRecords = (rows: readonly Values[] = units) => records('departments', 'BM', rows);
export const calendarRecords = (rows: readonly Values[]) => records('calendar', 'JR', rows);

interface Office {
  readonly staff?: readonly Values[];
  readonly departments?: readonly Values[];
  readonly calendar?: readonly Values[];
  readonly settings?: Readonly<Record<string, Value>>;
}

/** Friday, 9 October 2026, at five past nine. */
const now = '2026-10-09T09:05:30';

export function factsOf(office: Office = {}, who: Partial<Who> = {}): Facts {
  return officeFacts.build(
    {
      staff: staffRecords(office.staff),
      departments: departmentRecords(office.departments),
      calendar: calendarRecords(office.calendar ?? []),
      settings: settingRecords(office.settings),
    },
    { now, context: 'desk', via: 'account', account: 'a05@example.org', ...who },
  );
}
