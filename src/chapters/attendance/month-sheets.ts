// 6.3.1, 6.3.2: the sheets of a month, a department each: their version, their lines, and what has changed on them.
import { Refusal } from '../../kernel/errors';
import type { ReportGiven } from '../../kernel/report';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { attendanceConfirmations } from './attendance-confirmations.register';
import { attendanceMonths } from './attendance-months.register';
import { contentOf, isRecorded, monthsOf, type PersonMonth } from './month-lines';
import { departmentOf, inOrder, newestByDepartment, peopleInScope } from './month-people';
import { remarksOn } from './month-remarks';

export interface SheetLine extends PersonMonth {
  readonly hash: string;
  readonly remark: string;
  /** Of this version; of the one before it where this one has none yet. */
  readonly confirmation: RecordRow | undefined;
  readonly earlier: RecordRow | undefined;
  /** Not as it was when its person was asked, or not asked of yet. */
  readonly isChanged: boolean;
}

export interface MonthSheet {
  readonly month: string;
  readonly department: string;
  readonly version: number;
  /** Absent when nobody has made it before, or the month is not over. */
  readonly record: RecordRow | undefined;
  readonly lines: readonly SheetLine[];
  /** Confirmations of people who are no longer on it. */
  readonly gone: readonly RecordRow[];
  readonly contentHash: string;
}

const words = {
  nobody: {
    zh: '这个月没有需要统计考勤的人。请在“员工花名册”里填前台角色和部门，或在“参数设置”里改考勤范围。',
    en: 'There is nobody whose attendance of this month is to be totalled. See the roles and departments in the staff tab, or the scope in the settings.',
  },
  handedOver: {
    zh: '{month} 的考勤已报送行政人事，统计表已锁定。要改，请行政人事先填写原因重开。',
    en: 'The attendance of {month} has gone to HR and is locked. For a change HR re-opens it, with a reason.',
  },
  nothing: {
    zh: '{month} 没有任何考勤登记或请假。确实要统计，请由前台生成。',
    en: 'Nothing was recorded for {month}. If it is to be totalled all the same, the front desk makes the sheet.',
  },
} satisfies Record<string, Words>;

export const partOf = (department: string, version: number): string => `${department} v${version}`;
export const entryOf = (month: string, department: string, version: number, staffNo: string): string =>
  `${month} ${partOf(department, version)} ${staffNo}`;

const versionIn = ({ values }: RecordRow): number => Number(values['version'] ?? 1);
const isOut = ({ values }: RecordRow): boolean => ['handedOver', 'reopened'].includes(text(values['state']));
const isDropped = (record: RecordRow | undefined): boolean => record?.values['state'] === 'dropped';

/** Of each person the newest confirmation that the month has. */
function newestByPerson(confirmations: readonly RecordRow[], { facts }: ReportGiven): ReadonlyMap<string, RecordRow> {
  const newest = new Map<string, RecordRow>();
  for (const record of confirmations.filter((one) => !isDropped(one))) {
    const staffNo = facts.directory.person(text(record.values['person']))?.staffNo ?? '';
    const known = newest.get(staffNo);
    if (!known || versionIn(known) <= versionIn(record)) newest.set(staffNo, record);
  }
  return newest;
}

interface Known {
  readonly byEntry: ReadonlyMap<string, RecordRow>;
  readonly asked: ReadonlyMap<string, RecordRow>;
  readonly newest: ReadonlyMap<string, RecordRow>;
}

function knownOf(given: ReportGiven): Known {
  const { period, records } = given;
  const confirmations = records(attendanceConfirmations).filter(({ values }) => values['month'] === period.key);
  return {
    byEntry: new Map(confirmations.map((record) => [text(record.values['entry']), record])),
    asked: newestByPerson(confirmations, given),
    newest: newestByDepartment(records(attendanceMonths), period.key),
  };
}

function lineOf(
  own: PersonMonth,
  at: Pick<MonthSheet, 'department' | 'version'>,
  { byEntry }: Known,
  given: ReportGiven,
  remarks: ReadonlyMap<string, string>,
): SheetLine {
  const entry = (version: number) => byEntry.get(entryOf(given.period.key, at.department, version, own.person.staffNo));
  const confirmation = entry(at.version);
  const earlier = entry(at.version - 1);
  const hash = given.digest(contentOf(own, at.department));
  const kept = text((confirmation ?? earlier)?.values['remark']);
  return {
    ...own,
    ...{ hash, confirmation, earlier },
    remark: remarks.get(own.person.staffNo) ?? kept,
    isChanged: !confirmation || isDropped(confirmation) || confirmation.values['contentHash'] !== hash,
  };
}

function sheetOf(department: string, months: readonly PersonMonth[], known: Known, given: ReportGiven): MonthSheet {
  const { period, before, digest } = given;
  const record = known.newest.get(department);
  const version = record ? versionIn(record) : 1;
  const remarks = remarksOn(before(partOf(department, version)));
  const lines = months.map((own) => lineOf(own, { department, version }, known, given, remarks));
  const present = new Set(lines.map(({ person }) => entryOf(period.key, department, version, person.staffNo)));
  const gone = [...known.byEntry.values()].filter(
    (one) =>
      one.values['department'] === department &&
      versionIn(one) === version &&
      !present.has(text(one.values['entry'])) &&
      !isDropped(one),
  );
  const contentHash = digest(JSON.stringify(lines.map(({ hash, remark }) => [hash, remark])));
  return { month: period.key, department, version, record, lines, gone, contentHash };
}

/** Those that can be made; refuses when there are none. */
export function sheetsOf(given: ReportGiven): readonly MonthSheet[] {
  const { facts, period, subject } = given;
  const known = knownOf(given);
  const people = peopleInScope(facts, period).map(
    (person) => [departmentOf(person, known.asked.get(person.staffNo), known.newest), person] as const,
  );
  const wanted = inOrder([...people.map(([name]) => name), ...known.newest.keys()], facts).filter(
    (name) => subject === '' || name === subject,
  );
  if (wanted.length === 0) throw new Refusal({ words: words.nobody }, '6.3.1');
  const open = wanted.filter((name) => !known.newest.has(name) || !isOut(known.newest.get(name)!));
  const values = { month: period.key };
  if (open.length === 0) throw new Refusal({ words: words.handedOver, values }, '6.3.2');
  const shown = people.filter(([department]) => open.includes(department));
  const months = monthsOf(
    shown.map(([, person]) => person),
    given,
  );
  // Of a month before anybody used the tabs nobody is asked by the clock; what a person has made goes its way. Nor does the
  // clock begin a month because something in it has changed.
  const isNew = open.every((name) => isEmpty(known.newest.get(name)?.values['sheet']));
  const isBegun = open.every((name) => known.newest.has(name));
  if (facts.actor.via === 'clock' && (!isBegun || (isNew && !isRecorded(given))))
    throw new Refusal({ words: words.nothing, values }, '6.3.1');
  const ownOf = (name: string) => months.filter((_, index) => shown[index]![0] === name);
  return open.map((name) => sheetOf(name, ownOf(name), known, given));
}
