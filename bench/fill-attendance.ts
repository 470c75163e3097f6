// Fills an agency of a hundred people with years of attendance: a row a person and working day, a leave a month for every
// tenth, and the months before as they were confirmed, signed and handed to HR. The last month is October 2026.
import { attendance } from '../src/chapters/attendance/attendance.register';
import { attendanceConfirmations } from '../src/chapters/attendance/attendance-confirmations.register';
import { attendanceMonths } from '../src/chapters/attendance/attendance-months.register';
import { leaveFilings } from '../src/chapters/attendance/leave-filings.register';
import { addDays, addMonths, weekday, type Day } from '../src/kernel/civil';
import type { Values } from '../src/kernel/values';
import { settings } from '../src/office/settings.register';
import type { Office } from '../test/bundle/office';
import { rowsOf, write } from './fill';
import { addPeople, fillTabs, numbering, staffOf, type Staff } from './fill-registers';

export const attendingCount = 100;
export const month = '2026-10';
/** A Monday: the first working day after the month. */
export const dayAfter = '2026-11-02T09:30';

/** The attendance of everybody, not of the front desk alone. */
function ofEverybody(office: Office): void {
  const keys = rowsOf(office, settings.sheetId, 0)[0]!;
  const { row } = office.rows(settings.sheetId).find(({ key }) => key === 'attendance.scope')!;
  const cells = [...rowsOf(office, settings.sheetId, row)[0]!];
  cells[keys.indexOf('value')] = '全员';
  write(office, settings.sheetId, row, [cells]);
}

const monthsOf = (years: number): readonly string[] =>
  Array.from({ length: 12 * years }, (_, index) => addMonths(`${month}-01`, index + 1 - 12 * years).slice(0, 7));

function workDaysOf(one: string): readonly Day[] {
  const days: Day[] = [];
  for (let day = `${one}-01`; day.startsWith(one); day = addDays(day, 1)) if (weekday(day) < 6) days.push(day);
  return days;
}

const recorded = (at: string): Values => ({ recordedAt: at, recordedBy: '王芳' });

/** Everybody comes and goes in time; every twentieth comes late, another one each day. */
function daysOf(people: readonly Staff[], months: readonly string[]): readonly Values[] {
  const numberOf = numbering(attendance);
  return months.flatMap(workDaysOf).flatMap((day, nth) =>
    people.map(({ name, staffNo, department }, index): Values => {
      const isLate = (index + nth) % 20 === 0;
      return {
        ...{ no: numberOf(day), day, person: name, department, entry: `${day} ${staffNo}`, state: 'closed' },
        ...{ in: isLate ? '09:20' : '08:55', out: '18:05', status: isLate ? 'late' : 'normal' },
        ...(isLate && { lateMinutes: 20, reason: '路上堵车' }),
        ...recorded(`${day}T18:30`),
      };
    }),
  );
}

function leavesOf(people: readonly Staff[], months: readonly string[]): readonly Values[] {
  const numberOf = numbering(leaveFilings);
  return months.flatMap((one) =>
    people
      .filter((_, index) => index % 10 === 0)
      .map(({ name }): Values => {
        const day = `${one}-12`;
        return {
          ...{ no: numberOf(day), person: name, type: 'annual', firstDay: day, lastDay: day, days: 1 },
          ...{ firstHalf: 'whole', lastHalf: 'whole', state: one === month ? 'filed' : 'ended', approvedBy: '陈静' },
          ...recorded(`${one}-08T09:00`),
        };
      }),
  );
}

/** The months before, each handed over in the month after it. */
function pastMonths(people: readonly Staff[], months: readonly string[]) {
  const [ofMonth, ofLine] = [numbering(attendanceMonths), numbering(attendanceConfirmations)];
  const departments = [...new Set(people.map(({ department }) => department))];
  const past = months.slice(0, -1).map((one) => [one, addMonths(`${one}-01`, 1)] as const);
  return {
    sheets: past.flatMap(([one, made]) =>
      departments.map((department): Values => ({
        ...{ no: ofMonth(made), month: one, department, version: 1, sheet: `考勤 ${department} ${one}` },
        ...{ state: 'handedOver', ...recorded(`${made}T08:00`) },
      })),
    ),
    lines: past.flatMap(([one, made]) =>
      people.map(({ name, staffNo, department }): Values => ({
        ...{ no: ofLine(made), month: one, department, version: 1, person: name, state: 'confirmed' },
        ...{ entry: `${one} ${department} v1 ${staffNo}`, ...recorded(`${made}T08:00`) },
      })),
    ),
  };
}

export function fillAttendance(office: Office, years: number, count = attendingCount): void {
  addPeople(office, count, 'staff');
  ofEverybody(office);
  const people = staffOf(office);
  const months = monthsOf(years);
  const { sheets, lines } = pastMonths(people, months);
  fillTabs(office, [
    [attendance, daysOf(people, months)],
    [leaveFilings, leavesOf(people, months)],
    [attendanceMonths, sheets],
    [attendanceConfirmations, lines],
  ]);
  office.setClock(dayAfter);
}
