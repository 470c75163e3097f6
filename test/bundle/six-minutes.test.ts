// 6.3.1, 8.2 at Google's limit of six minutes: a run that is stopped leaves no half-made tab, and the next one makes it whole.
import { attendance } from '../../src/chapters/attendance/attendance.register';
import { leaveFilings } from '../../src/chapters/attendance/leave-filings.register';
import { calls } from '../../src/chapters/reception/calls.register';
import { exampleLeave, exampleRows } from '../chapters/attendance/month-office';
import { fireHandler, type GoogleSnapshot } from '../../emulator/runtime';
import { fill } from './generated';
import { create, newOffice, people, step, type Office, type Who, type Workbook } from './office';
import { cellsOf, tabsOf } from './workbook';

interface Sheet {
  readonly workbook: Workbook;
  readonly who: Who;
  readonly report: string;
  readonly period: string;
  /** The titles of its tabs. */
  readonly tabs: readonly string[];
  prepare(office: Office): void;
}

const transfer = (index: number) => ({
  ...{ kind: 'transfer', for: '陈静', caller: '林女士', subject: '咨询', recordedBy: '王芳', state: 'done' },
  ...{ transferCheck: index === 0 ? 'wrong' : 'right', at: '2026-08-03T10:00', recordedAt: '2026-08-03T10:01' },
});

const sheets: Readonly<Record<string, Sheet>> = {
  考勤统计表: {
    ...{ workbook: 'desk', who: 'front', report: 'attendance-month', period: '2026-10' },
    tabs: ['考勤 综合部 2026-10'],
    prepare(office) {
      fill(office, attendance, exampleRows);
      fill(office, leaveFilings, exampleLeave);
      office.setClock('2026-11-02T09:30');
    },
  },
  绩效考核表: {
    ...{ workbook: 'restricted', who: 'hr', report: 'appraisal', period: '2026Q3' },
    tabs: ['考核汇总 2026Q3', '考核 王芳 2026Q3'],
    prepare(office) {
      fill(
        office,
        calls,
        Array.from({ length: 25 }, (_, index) => transfer(index)),
      );
      create(office, 'appraisal-rounds', { quarter: '2026Q3' }, 'hr');
    },
  },
};

const outOfTime = 'Exceeded maximum execution time';
/** The n-th call of the run lasts longer than a run may. */
const stuckAt = (nth: number) => [{ call: 'sheets.*', nth, do: 'delay' as const, seconds: 400 }];

let office: Office;

function run({ who, report, period }: Sheet, nth: number): string | undefined {
  const args = ['report', JSON.stringify({ report, period })];
  const asked = { function: 'call', args, kind: 'container', fromPage: true, user: people[who] } as const;
  return office.during(stuckAt(nth), () => office.google.run(asked).error?.message);
}

const made = ({ workbook, tabs }: Sheet) => tabsOf(office, workbook).filter(({ title }) => tabs.includes(title));
/** What stands on its tabs; the row that says when and by whom they were made is left out. */
const contents = (sheet: Sheet) =>
  Object.fromEntries(
    made(sheet).map(({ title, sheetId }) => [
      title,
      cellsOf(office, sheetId, sheet.workbook).filter((_, row) => row !== 2),
    ]),
  );
const listed = ({ workbook, report }: Sheet) =>
  office
    .rows(9007, workbook)
    .filter(({ key }) => String(key).startsWith(report))
    .map(({ title }) => title);
const intact = () => expect(office.menu('menu.verifyAuditLog').effects.alerts[0]?.text).toContain('操作日志完整');

/** Each tab once, whole, and in the list of what has been made. */
function isWhole(sheet: Sheet, whole: ReturnType<typeof contents>): void {
  expect(contents(sheet)).toEqual(whole);
  expect(made(sheet)).toHaveLength(sheet.tabs.length);
  expect(listed(sheet).sort()).toEqual([...sheet.tabs].sort());
  intact();
}

describe.each(Object.entries(sheets))('%s, stopped at each of its calls', (_, sheet) => {
  let before: GoogleSnapshot;
  let after: GoogleSnapshot;
  let whole: ReturnType<typeof contents>;
  let places: readonly number[];
  const copied = (): GoogleSnapshot => JSON.parse(JSON.stringify(office.google.snapshot())) as GoogleSnapshot;

  beforeAll(() => {
    office = newOffice();
    sheet.prepare(office);
    before = copied();
    const log = office.callsOf(() => expect(run(sheet, Infinity)).toBeUndefined());
    places = log.sheets.map((_one, index) => index + 1);
    whole = contents(sheet);
    after = copied();
    expect(places.length).toBeGreaterThan(2);
    for (const cells of Object.values(whole)) expect(cells.length).toBeGreaterThan(5);
  });

  test('it leaves none of its tabs or all of them whole; the next run makes each once', () => {
    const left = places.map((nth) => {
      office.google.restore(before);
      expect(run(sheet, nth)).toBe(outOfTime);
      const found = made(sheet).length;
      if (found > 0) isWhole(sheet, whole);
      else expect(listed(sheet)).toEqual([]);
      expect(run(sheet, Infinity)).toBeUndefined();
      isWhole(sheet, whole);
      return found;
    });
    // What was stopped while it read has written nothing; the last of the calls is the one that writes.
    expect(left).toEqual(places.map((nth) => (nth === places.length ? sheet.tabs.length : 0)));
  });

  test('the tabs made before stay until the new ones are there', () => {
    for (const nth of places) {
      office.google.restore(after);
      expect(run(sheet, nth)).toBe(outOfTime);
      isWhole(sheet, whole);
      expect(run(sheet, Infinity)).toBeUndefined();
      isWhole(sheet, whole);
    }
  });
});

test('8.4.3 an appraisal sheet that a step ordered: stopped at any call, it is made by a later run', () => {
  const sheet = sheets['绩效考核表']!;
  office = newOffice();
  sheet.prepare(office);
  const [record] = office.ask('hr', 'find', { register: 'appraisals' }).records;
  step(office, 'appraisals', record!.no, 'startScoring', {}, 'hr');
  const before = JSON.parse(JSON.stringify(office.google.snapshot())) as GoogleSnapshot;
  const { sheets: all } = office.callsOf(() => office.job('jobs.everyMinute'));
  const whole = contents(sheet);
  expect(Object.keys(whole).sort()).toEqual([...sheet.tabs].sort());
  all.forEach((_, index) => {
    office.google.restore(before);
    const ran = office.during(stuckAt(index + 1), () => fireHandler(office.google, 'jobs.everyMinute'));
    expect(ran?.map(({ error }) => error?.message)).toContain(outOfTime);
    if (made(sheet).length > 0) isWhole(sheet, whole);
    // Made in one run of the clock; its letter goes out in the next.
    for (const later of ['10:30', '10:31']) office.moveTo(`2026-10-09T${later}`);
    isWhole(sheet, whole);
    const { values } = office.ask('hr', 'record', { register: 'appraisals', no: record!.no });
    expect(values).toMatchObject({ state: 'scoring', sheet: '考核 王芳 2026Q3' });
    expect(office.mails(people.hr).filter(({ subject }) => subject.includes('请考核评分'))).toHaveLength(1);
  });
});
