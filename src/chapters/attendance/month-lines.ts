// 6.3.1: the lines of a month's sheet: a person, their days and totals, and what they have said to it.
import { addDays, daysBetween, type Day } from '../../kernel/civil';
import type { Person } from '../../kernel/facts';
import { lastDay, type ReportGiven } from '../../kernel/report';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import type { DayKind } from '../../office/calendar.register';
import { agencyHours } from '../../office/working-hours';
import { attendance } from './attendance.register';
import type { LeaveSlip } from './halves';
import { leaveFilings } from './leave-filings.register';
import { attendanceRules, monthOf, type AttendanceRow, type Month } from './month-rules';
import { scheduleOf } from './schedule';

/** What the registers say of one person and month. */
export interface PersonMonth {
  readonly person: Person;
  readonly month: Month;
  /** Rows of days of which there are several. */
  readonly doubles: readonly RecordRow[];
}

type ByPerson = ReadonlyMap<string, readonly RecordRow[]>;

/** By staff number, whatever the cell calls the person. */
function grouped(records: readonly RecordRow[], { facts: { directory } }: ReportGiven): ByPerson {
  const numbers = new Map<string, string>();
  const groups = new Map<string, RecordRow[]>();
  for (const record of records) {
    const label = text(record.values['person']);
    const staffNo = numbers.get(label) ?? directory.person(label)?.staffNo ?? '';
    numbers.set(label, staffNo);
    const group = groups.get(staffNo);
    if (group) group.push(record);
    else groups.set(staffNo, [record]);
  }
  return groups;
}

const rowOf = ({ values }: RecordRow): AttendanceRow => ({
  day: text(values['day']),
  absent: values['finding'] === 'absent',
  ...(!isEmpty(values['in']) && { in: text(values['in']) }),
  ...(!isEmpty(values['out']) && { out: text(values['out']) }),
});

const slipOf = ({ values }: RecordRow): LeaveSlip => ({
  type: text(values['type']) as LeaveSlip['type'],
  firstDay: text(values['firstDay']),
  firstHalf: values['firstHalf'] === 'afternoon' ? 'afternoon' : 'whole',
  lastDay: text(values['lastDay']),
  lastHalf: values['lastHalf'] === 'morning' ? 'morning' : 'whole',
});

const doublesIn = (rows: readonly RecordRow[]): readonly RecordRow[] => {
  const times = new Map<Day, number>();
  for (const { values } of rows) times.set(text(values['day']), (times.get(text(values['day'])) ?? 0) + 1);
  return rows.filter(({ values }) => times.get(text(values['day']))! > 1);
};

export const daysOfPeriod = ({ from, to }: ReportGiven['period']): readonly Day[] =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index));

/** The attendance rows of the period's days, whenever they were entered. */
export const rowsOfPeriod = ({ records, period }: ReportGiven): readonly RecordRow[] =>
  records(attendance).filter(({ values }) => period.from <= text(values['day']) && text(values['day']) < period.to);

const filingsOf = ({ records }: ReportGiven): readonly RecordRow[] =>
  records(leaveFilings).filter(({ values }) => values['state'] !== 'cancelled');

/** Whether the tabs were used at all in the period, by anybody. */
export const isRecorded = (given: ReportGiven): boolean => rowsOfPeriod(given).length + filingsOf(given).length > 0;

/** The months of these people, up to yesterday while the month is not over. */
export function monthsOf(people: readonly Person[], given: ReportGiven): readonly PersonMonth[] {
  const { facts, period } = given;
  const rows = grouped(rowsOfPeriod(given), given);
  const filings = grouped(filingsOf(given), given);
  const hours = agencyHours(facts.setting);
  const shared = {
    days: daysOfPeriod(period),
    upTo: period.running ? addDays(facts.today, -1) : lastDay(period),
    settings: attendanceRules(facts.setting),
    kindOf: (day: Day) => facts.calendar.kindOf(day) as DayKind | undefined,
  };
  return people.map((person) => {
    const own = rows.get(person.staffNo) ?? [];
    const slips = filings.get(person.staffNo) ?? [];
    const { joinedOn, leftOn, workDays, hours: ownHours } = person;
    const month = monthOf({
      ...shared,
      ...{ joinedOn, leftOn },
      schedule: scheduleOf(hours, { workDays, hours: ownHours }),
      rows: own.map(rowOf),
      leaves: slips.map(slipOf),
    });
    return { person, month, doubles: doublesIn(own) };
  });
}

/** What a person confirms, apart from how it is worded: other totals or another code of a day are another line. */
export const contentOf = ({ person, month }: PersonMonth, department: string): string =>
  JSON.stringify([person.staffNo, department, month.days.map(({ code }) => code), month.totals]);
