// 6.3.1 for an agency of a hundred people after three years: what making a month's sheets reads, and how often it asks.
import { attendanceConfirmations } from '../../../src/chapters/attendance/attendance-confirmations.register';
import { attendanceMonths } from '../../../src/chapters/attendance/attendance-months.register';
import { attendance } from '../../../src/chapters/attendance/attendance.register';
import { leaveFilings } from '../../../src/chapters/attendance/leave-filings.register';
import { addDays, addMonths, weekday } from '../../../src/kernel/civil';
import type { Facts, Person } from '../../../src/kernel/facts';
import type { Values } from '../../../src/kernel/values';
import { factsWith, type Difference } from '../world';
import { filed, holidays, monthOffice, type MonthOffice } from './month-office';

const staffCount = 100;
const people: readonly Person[] = Array.from({ length: staffCount }, (_, index) => ({
  ...factsWith().directory.people[0]!,
  ...{ staffNo: `B${String(index).padStart(3, '0')}`, label: `员工${index}`, name: `员工${index}` },
  department: index % 2 === 0 ? '综合部' : '社工部',
}));
const byLabel = new Map(
  people.flatMap((person) => [person.label, person.staffNo].map((key) => [key, person] as const)),
);

function factsOf(difference: Difference): Facts {
  const facts = factsWith(difference);
  const directory = { ...facts.directory, people, person: (label: string) => byLabel.get(label) };
  return { ...facts, directory };
}

const lastMonth = '2026-10';
const monthsBack = (count: number) =>
  Array.from({ length: count }, (_, index) => addMonths(`${lastMonth}-01`, index + 1 - count).slice(0, 7));

function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) if (weekday(day) < 6) days.push(day);
  return days;
}

/** A row a person and working day, in the order in which they were recorded. */
const rowsOf = (months: readonly string[]): readonly Values[] =>
  months.flatMap((month) =>
    daysOf(month).flatMap((day) =>
      people.map(({ label }): Values => ({
        ...{ person: label, day, in: '09:00', out: '18:00', state: 'closed', recordedAt: `${day}T18:30` },
      })),
    ),
  );

const leaveOf = (months: readonly string[]): readonly Values[] =>
  months.flatMap((month) => people.slice(0, 10).map(({ label }) => filed(label, 'annual', `${month}-12`)));

const confirmationsOf = (months: readonly string[]): readonly Values[] =>
  months.slice(0, -1).flatMap((month) =>
    people.map(({ label, staffNo, department }) => ({
      ...{ month, department, version: 1, person: label, state: 'confirmed' },
      ...{ entry: `${month} ${department} v1 ${staffNo}`, recordedAt: `${addMonths(`${month}-01`, 1)}T08:00` },
    })),
  );

const recordsOf = (months: readonly string[]): readonly Values[] =>
  months
    .slice(0, -1)
    .flatMap((month) =>
      ['社工部', '综合部'].map((department) => ({ month, department, version: 1, state: 'handedOver' })),
    );

/** After so many months, the last of them being October 2026. */
function agencyAfter(count: number): MonthOffice {
  const months = monthsBack(count);
  const rows = rowsOf(months);
  const office = monthOffice(
    rows,
    leaveOf(months),
    { calendar: holidays },
    { blankRows: rows.length + 2_000, factsOf },
  );
  office.fill(attendanceMonths, recordsOf(months));
  office.fill(attendanceConfirmations, confirmationsOf(months));
  const registers = [attendance, leaveFilings, attendanceMonths, attendanceConfirmations];
  office.ports.hints.put(
    Object.fromEntries(
      registers.map(({ key, sheetId }) => [`desk.${key}`, office.ports.cells('desk', sheetId).length - 1]),
    ),
  );
  return office;
}

function costOf(office: MonthOffice): { kinds: readonly string[]; cells: number } {
  const before = office.ports.calls.length;
  office.make();
  const calls = office.ports.calls.slice(before);
  return { kinds: calls.map(({ kind }) => kind), cells: calls.reduce((sum, { cellsRead }) => sum + cellsRead, 0) };
}

describe('6.3.1 a hundred people', () => {
  const after = Object.fromEntries([6, 36].map((months) => [months, agencyAfter(months)] as const));
  const first = { half: costOf(after[6]!), three: costOf(after[36]!) };

  it('two reads and one write, after half a year as after three', () => {
    expect(first.half.kinds).toEqual(['read', 'read', 'commit']);
    expect(first.three.kinds).toEqual(['read', 'read', 'commit']);
  });

  it('the cells read are of the month: what grows is what a sample cannot place more closely', () => {
    const width = Object.keys(attendance.all).length;
    const ofMonth = daysOf(lastMonth).length * staffCount * width;
    const years = 36 * daysOf(lastMonth).length * staffCount;
    // At most two steps of a hundred samples beside the month.
    expect(first.three.cells).toBeLessThan(ofMonth + (2 * years * width) / 100 + 25_000);
    expect(first.three.cells - first.half.cells).toBeLessThan(years);
  });

  it('everybody is on their sheet, with their totals', () => {
    const office = after[36]!;
    expect(office.titles()).toEqual(['考勤 社工部 2026-10', '考勤 综合部 2026-10']);
    for (const title of office.titles()) {
      expect(office.tab(title).filter(([no]) => /^B\d/.test(String(no)))).toHaveLength(50);
    }
    expect(office.records(attendanceConfirmations).filter(({ values }) => values['month'] === lastMonth)).toHaveLength(
      100,
    );
  });

  it('made again, the tabs are read back in the same calls', () => {
    expect(costOf(after[36]!).kinds).toEqual(['read', 'read', 'commit']);
  });
});
