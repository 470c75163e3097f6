import { productOf } from '../../src/kernel/chapter';
import { number, moment, text } from '../../src/kernel/columns';
import { InvalidEntry, Misconfigured, NotAllowed } from '../../src/kernel/errors';
import { reportsTab } from '../../src/kernel/kernel-tabs';
import { TablesError } from '../../src/kernel/ports';
import { defineRegister, type Register } from '../../src/kernel/register';
import { periodBefore, periodOf, type Report, type ReportReading } from '../../src/kernel/report';
import { makeReport } from '../../src/kernel/report-making';
import { cellAt, formula } from '../../src/kernel/report-sheet';
import { serialOfMoment } from '../../src/kernel/civil';
import type { Reading } from '../../src/kernel/view';
import type { FactsSource } from '../../src/kernel/facts-source';
import { factsWith } from '../chapters/world';
import { memoryPorts, type MemoryPorts } from '../memory/memory-ports';

const meters = defineRegister({
  key: 'meters',
  workbook: 'desk',
  sheetId: 3001,
  article: '9.1',
  title: { zh: '抄表', en: 'Meters' },
  serial: 'CB',
  columns: {
    at: moment({ zh: '时间', en: 'At' }),
    who: text({ zh: '谁', en: 'Who' }),
    value: number({ zh: '读数', en: 'Value' }),
  },
  write: ['front'],
  heading: () => '',
});

const report: Report = {
  key: 'readings',
  title: { zh: '抄表汇总', en: 'Readings' },
  article: '9.1',
  workbook: 'desk',
  period: 'month',
  makers: ['front'],
  reads: [{ register: meters, by: 'at' }],
  build({ records, period, subject, column }) {
    const found = records(meters);
    return {
      title: '抄表汇总',
      tab: `抄表 ${subject} ${period.key}`,
      widths: [100, 100],
      rows: [
        ['谁', '读数'],
        ...found.map(({ values }) => [String(values['who'] ?? ''), Number(values['value'])]),
        ['两倍', { formula: formula`2*${cellAt(1, 1)}+SUM(${column(meters, 'value')})` }],
      ],
      headRows: 1,
      legend: ['说明'],
      prints: 'portrait',
    };
  },
};

const product = productOf([
  {
    key: 'trial',
    title: { zh: '试', en: 'Trial' },
    colour: '#1a73e8',
    registers: [meters],
    workflows: [],
    reports: [report],
  },
]);

const source: FactsSource = {
  registers: [],
  build: (_, { now, account }) =>
    factsWith({ now, as: account === 'front' ? '王芳' : account === 'hr' ? '刘洋' : '周琳' }),
};

interface Trial {
  readonly ports: MemoryPorts;
  make(
    asked?: { period?: string; subject?: string },
    account?: string,
    made?: Report,
  ): { sheetId: number; title: string };
  /** The cells of the only generated tab. */
  cells(): readonly (readonly unknown[])[];
  calls(act: () => unknown): { kinds: string[]; cells: number };
}

/** `months`: from each the given number of rows, a row an hour. */
function trial(
  months: Readonly<Record<string, number>>,
  known = true,
  more: readonly Register[] = [],
  reads = report.reads,
): Trial {
  const ports = memoryPorts({ now: '2026-10-09T09:30:00', registers: [meters, ...more], blankRows: 12_000 });
  let count = 0;
  const rows = Object.entries(months).flatMap(([month, of]) =>
    Array.from({ length: of }, (_, index) => {
      count += 1;
      const no = `CB-${month.slice(0, 4)}-${String(count).padStart(5, '0')}`;
      const at = serialOfMoment(`${month}-01T00:00`) + index / 24 / 60;
      return { no, check: '', at, who: `${month} ${index}`, value: index };
    }),
  );
  const keys = Object.keys(meters.all);
  const cells = rows.map((row) => keys.map((key) => (row as Record<string, string | number>)[key] ?? ''));
  ports.people('desk').type(meters.sheetId, 2, 0, cells);
  if (known) ports.hints.put({ 'desk.meters': 1 + cells.length });
  const reading = (account: string): Reading => ({
    ports,
    product,
    source,
    who: { context: 'desk', via: 'account', account },
  });
  return {
    ports,
    make: ({ period = '2026-09', subject = '' } = {}, account = 'front', made = { ...report, reads }) =>
      makeReport(reading(account), made, { period, subject }, '#1a73e8'),
    cells() {
      const [made, ...more] = ports.generated('desk');
      if (!made || more.length > 0) throw new Error(`${more.length} tabs`);
      return ports.cells('desk', made.sheetId);
    },
    calls(act) {
      const before = ports.calls.length;
      act();
      const mine = ports.calls.slice(before);
      return { kinds: mine.map(({ kind }) => kind), cells: mine.reduce((sum, one) => sum + one.cellsRead, 0) };
    },
  };
}

const book = ({ ports }: Trial) => ports.cells('desk', reportsTab.sheetId).slice(1);

describe('a report', () => {
  it('stands on a tab of its own, with what it is, of whom, of when, by whom, and its article', () => {
    const one = trial({ '2026-08': 2, '2026-09': 2, '2026-10': 1 });
    expect(one.make().title).toBe('抄表 2026-09');
    expect(one.cells()).toEqual([
      ['抄表汇总'],
      [expect.stringMatching(/^\S+　2026-09-01 至 2026-09-30$/)],
      ['制表：王芳　2026-10-09 09:30　依据：制度 9.1'],
      ['打印（A4 PDF）'],
      ['谁', '读数'],
      ['2026-09 0', 0],
      ['2026-09 1', 1],
      ['两倍', "=2*B6+SUM('#3001'!$E$2:$E)"],
      [],
      ['说明'],
    ]);
    expect(one.ports.generated('desk')[0]!.plan).toMatchObject({ frozenRows: 5, widths: [100, 100] });
  });

  it('of a month that is not over says up to when', () => {
    const one = trial({ '2026-10': 1 });
    one.make({ period: '2026-10' });
    expect(one.cells()[1]![0]).toContain('截至 2026-10-09 09:30');
  });

  it('is not made of a month that has not begun, nor of what is no month', () => {
    const one = trial({});
    for (const period of ['2026-11', '2026-13', '2026', '2026Q3', ''])
      expect(() => one.make({ period })).toThrow(InvalidEntry);
    expect(one.ports.generated('desk')).toEqual([]);
  });

  it('is made by those who may, and nobody else', () => {
    const one = trial({});
    expect(() => one.make({}, 'staff')).toThrow(NotAllowed);
    expect(one.ports.generated('desk')).toEqual([]);
  });

  it('keeps text as text, whatever it looks like', () => {
    const one = trial({ '2026-09': 1 });
    one.ports
      .people('desk')
      .type(meters.sheetId, 2, Object.keys(meters.all).indexOf('who'), [['=HYPERLINK("http://x")']]);
    one.make();
    const plan = one.ports.generated('desk')[0]!.plan;
    expect(plan.rows[5]![0]).toBe('=HYPERLINK("http://x")');
  });
});

describe('made again', () => {
  it('takes the place of the tab made before, and of no other', () => {
    const one = trial({ '2026-08': 1, '2026-09': 2 });
    const other = one.make({ period: '2026-08' });
    const about = one.make({ subject: '甲' });
    const first = one.make();
    const again = one.make();
    expect(again.title).toBe(first.title);
    expect(one.ports.generated('desk').map(({ sheetId }) => sheetId)).toEqual(
      [other, about, again].map(({ sheetId }) => sheetId),
    );
    expect(book(one).map(([key, sheetId]) => [key, sheetId])).toEqual([
      ['readings 2026-08 ', other.sheetId],
      ['readings 2026-09 甲', about.sheetId],
      ['readings 2026-09 ', again.sheetId],
    ]);
  });

  it('says the same when nothing has changed', () => {
    const one = trial({ '2026-09': 3 });
    one.make();
    const before = one.cells();
    one.make();
    expect(one.cells()).toEqual(before);
  });

  it('is made when people have deleted the tab, and leaves a tab of the same name alone', () => {
    const one = trial({ '2026-09': 1 });
    one.ports.people('desk').deleteTab(one.make().sheetId);
    expect(one.make().title).toBe('抄表 2026-09');
    const { sheetId } = one.make({ subject: '甲' });
    // A copy that somebody keeps has its name; the list no longer knows it.
    one.ports.people('desk').type(reportsTab.sheetId, 2, 0, [['']]);
    const fresh = one.make({ subject: '甲' });
    expect(fresh.title).toBe('抄表 甲 2026-09 (2)');
    expect(one.ports.generated('desk').map((tab) => tab.sheetId)).toContain(sheetId);
  });

  it('is listed however many there are', () => {
    const one = trial({ '2026-09': 1 });
    const others = Array.from({ length: 199 }, (_, index) => [`other ${index}`, 0]);
    one.ports.people('desk').type(reportsTab.sheetId, 1, 0, others);
    one.make();
    const again = one.make();
    expect(book(one)).toHaveLength(200);
    expect(one.ports.generated('desk').map(({ sheetId }) => sheetId)).toEqual([again.sheetId]);
  });

  it('never takes the place of a register, whatever is typed into the list', () => {
    const one = trial({ '2026-09': 1 });
    one.ports.people('desk').type(reportsTab.sheetId, 1, 0, [['readings 2026-09 ', meters.sheetId]]);
    one.make();
    expect(one.ports.cells('desk', meters.sheetId).length).toBeGreaterThan(2);
    expect(one.ports.generated('desk')).toHaveLength(1);
  });
});

describe('trouble', () => {
  it.each([
    ['throttled', false],
    ['ambiguous', false],
    ['ambiguous', true],
  ] as const)('a write that ends %s (applied: %s) leaves one tab', (kind, applied) => {
    const one = trial({ '2026-09': 1 });
    one.make();
    one.ports.fault({ on: 'commit', kind, applied });
    const { sheetId } = one.make();
    expect(one.ports.generated('desk').map((tab) => tab.sheetId)).toEqual([sheetId]);
    expect(book(one)).toHaveLength(1);
  });

  it('a write that fails for good leaves the tab that was there', () => {
    const one = trial({ '2026-09': 1 });
    const { sheetId } = one.make();
    for (let nth = 1; nth <= 4; nth += 1) one.ports.fault({ on: 'commit', nth, kind: 'ambiguous' });
    expect(() => one.make()).toThrow(TablesError);
    expect(one.ports.generated('desk').map((tab) => tab.sheetId)).toEqual([sheetId]);
  });

  it('a workbook without the tabs that it needs is for set-up to mend', () => {
    const one = trial({});
    one.ports.people('desk').deleteTab(reportsTab.sheetId);
    expect(() => one.make()).toThrow(Misconfigured);
  });

  it('the lock is let go', () => {
    const one = trial({});
    expect(() => one.make({ period: 'x' })).toThrow();
    expect(one.ports.lock.acquire(0)).toBe(true);
  });
});

describe('what is read', () => {
  const years = { '2026-05': 3_000, '2026-06': 3_000, '2026-07': 3_000, '2026-08': 500, '2026-09': 200, '2026-10': 20 };
  const wanted = (one: Trial) => {
    const rows = one.cells().filter(([who]) => String(who).startsWith('2026-09 '));
    return rows.length === 200 && rows[0]![0] === '2026-09 0' && rows[199]![0] === '2026-09 199';
  };

  it('is the period, not the years: two reads and one write', () => {
    const one = trial(years);
    const { kinds, cells } = one.calls(() => one.make());
    expect(kinds).toEqual(['read', 'read', 'commit']);
    expect(cells).toBeLessThan(5 * 600);
    expect(wanted(one)).toBe(true);
  });

  it('is the column of moments besides, where nobody remembers the end of the register', () => {
    const one = trial(years, false);
    const { kinds, cells } = one.calls(() => one.make());
    expect(kinds).toEqual(['read', 'read', 'commit']);
    expect(cells).toBeLessThan(9_720 + 5 * 300);
    expect(wanted(one)).toBe(true);
  });

  it('reaches to the end of the register when the period does', () => {
    const one = trial({ ...years, '2026-10': 0 });
    // Rows that were added after the end was remembered.
    one.ports.hints.put({ 'desk.meters': 9_600 });
    one.make();
    expect(wanted(one)).toBe(true);
  });

  it('is as many months before the period as the report asks for', () => {
    const one = trial(years, true, [], [{ register: meters, by: 'at', monthsBefore: 1 }]);
    const { cells } = one.calls(() => one.make());
    expect(cells).toBeLessThan(5 * 1_200);
    const months = one.cells().map(([who]) => String(who).slice(0, 7));
    expect(['2026-07', '2026-08', '2026-09', '2026-10'].map((of) => months.filter((one) => one === of).length)).toEqual(
      [0, 500, 200, 0],
    );
  });

  it.each([
    ['sorted by another column', (one: Trial) => one.ports.people('desk').sort(meters.sheetId, 4, false)],
    ['with moved columns', (one: Trial) => one.ports.people('desk').moveColumn(meters.sheetId, 2, 4)],
    ['shorter than it was', (one: Trial) => one.ports.hints.put({ 'desk.meters': 500_000 })],
    ['small', () => undefined],
  ])('is right also of a tab that is %s', (how, act) => {
    const one = trial(how === 'small' ? { '2026-08': 5, '2026-09': 200, '2026-10': 2 } : years);
    act(one);
    one.make();
    expect(wanted(one)).toBe(true);
  });
});

describe('periods around the period', () => {
  it('the one before is a month or a quarter, also across the year', () => {
    const before = (kind: 'month' | 'quarter', key: string, count?: number) =>
      periodBefore(kind, periodOf(kind, key, '2026-12-31'), count);
    expect(before('month', '2026-01')).toEqual({
      key: '2025-12',
      from: '2025-12-01',
      to: '2026-01-01',
      running: false,
    });
    expect(before('month', '2026-10', 2).key).toBe('2026-08');
    expect(before('quarter', '2026Q1')).toMatchObject({ key: '2025Q4', from: '2025-10-01', to: '2026-01-01' });
  });

  const seen = (reading: Partial<ReportReading>) => {
    const one = trial({ '2026-05': 900, '2026-06': 2, '2026-07': 2, '2026-08': 2, '2026-09': 2, '2026-10': 2 });
    const months = new Set<string>();
    const made: Report = {
      ...report,
      reads: [{ register: meters, by: 'at', ...reading }],
      build(given) {
        given.records(meters).forEach(({ values }) => months.add(String(values['at']).slice(0, 7)));
        return report.build(given);
      },
    };
    const calls = one.calls(() => one.make({ period: '2026-08' }, 'front', made));
    return { months: [...months], cells: calls.cells };
  };

  it('are read with it where a report says so, and not the years', () => {
    expect(seen({}).months).toEqual(['2026-08']);
    expect(seen({ before: 2 }).months).toEqual(['2026-06', '2026-07', '2026-08']);
    expect(seen({ before: 1, after: 1 }).months).toEqual(['2026-07', '2026-08', '2026-09']);
    expect(seen({ before: 1, andAfter: true }).months).toEqual(['2026-07', '2026-08', '2026-09', '2026-10']);
    expect(seen({ before: 1 }).cells).toBeLessThan(500);
  });
});

describe('a register that not every maker may see', () => {
  const diary = defineRegister({
    key: 'diary',
    workbook: 'restricted',
    sheetId: 3002,
    article: '9.1',
    title: { zh: '日记', en: 'Diary' },
    serial: 'RJ',
    columns: { at: moment({ zh: '时间', en: 'At' }), word: text({ zh: '话', en: 'Word' }) },
    read: ['hr'],
    write: ['hr'],
    heading: () => '',
  });
  const both = (ifOpen: boolean): Report => ({
    ...report,
    makers: ['front', 'hr'],
    reads: [
      { register: meters, by: 'at' },
      { register: diary, by: 'at', ...(ifOpen && { ifOpen }) },
    ],
    build: (given) => ({
      ...report.build(given),
      legend: [given.sees(diary) ? `seen ${given.records(diary).length}` : 'not seen'],
    }),
  });
  const withDiary = () => {
    const one = trial({ '2026-09': 1 }, true, [diary]);
    const keys = Object.keys(diary.all);
    const row: Record<string, string | number> = { no: 'RJ-2026-00001', at: serialOfMoment('2026-09-02T09:00') };
    one.ports.people('restricted').type(diary.sheetId, 2, 0, [keys.map((key) => row[key] ?? '')]);
    return one;
  };
  const said = (one: Trial, account: string) => {
    one.make({}, account, both(true));
    return one.cells().at(-1);
  };

  it('is read for who may', () => {
    expect(said(withDiary(), 'hr')).toEqual(['seen 1']);
  });

  it('is left out for who may not, without a look at its workbook', () => {
    const one = withDiary();
    expect(one.calls(() => expect(said(one, 'front')).toEqual(['not seen'])).kinds).toEqual(['read', 'commit']);
  });

  it('is left out where the workbook is closed to who might', () => {
    const one = withDiary();
    one.ports.fault({ on: 'read', nth: 2, kind: 'closed' });
    expect(said(one, 'hr')).toEqual(['not seen']);
  });

  it('makes the report fail where nothing is said of it', () => {
    const one = withDiary();
    one.ports.fault({ on: 'read', nth: 2, kind: 'closed' });
    expect(() => one.make({}, 'hr', both(false))).toThrow(TablesError);
    expect(one.ports.generated('desk')).toEqual([]);
  });

  it('does not hide that the tab is missing', () => {
    const one = withDiary();
    one.ports.people('restricted').deleteTab(diary.sheetId);
    expect(() => said(one, 'hr')).toThrow(Misconfigured);
  });
});
