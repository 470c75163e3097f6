// Reports that make records along with their tabs, several tabs at once, and read back what people have entered.
import { productOf } from '../../src/kernel/chapter';
import { day, number, text } from '../../src/kernel/columns';
import { serialOfDay } from '../../src/kernel/civil';
import { reportsTab } from '../../src/kernel/kernel-tabs';
import { defineRegister, state } from '../../src/kernel/register';
import type { Report } from '../../src/kernel/report';
import { makeReport } from '../../src/kernel/report-making';
import { defineWorkflow, role } from '../../src/kernel/workflow';
import type { Reading } from '../../src/kernel/view';
import type { FactsSource } from '../../src/kernel/facts-source';
import { text as textOf } from '../../src/kernel/values';
import { factsWith } from '../chapters/world';
import { memoryPorts } from '../memory/memory-ports';

const stays = defineRegister({
  key: 'stays',
  workbook: 'desk',
  sheetId: 3001,
  article: '9.1',
  title: { zh: '住宿', en: 'Stays' },
  serial: 'ZS',
  columns: {
    who: text({ zh: '谁', en: 'Who' }),
    from: day({ zh: '自', en: 'From' }),
    until: day({ zh: '至', en: 'Until' }),
  },
  write: ['front'],
  heading: () => '',
});

const bills = defineRegister({
  key: 'bills',
  workbook: 'desk',
  sheetId: 3002,
  article: '9.1',
  title: { zh: '账单', en: 'Bills' },
  serial: 'ZD',
  columns: {
    who: text({ zh: '谁', en: 'Who' }),
    nights: number({ zh: '晚数', en: 'Nights' }),
    remark: text({ zh: '备注', en: 'Remark' }, { by: 'workflow' }),
    state: state({ made: { zh: '已出', en: 'Made' }, paid: { zh: '已付', en: 'Paid' } }),
  },
  write: ['front'],
  heading: () => '',
});

const billing = defineWorkflow(bills, {
  opens: { article: '9.1', by: [role('front')], in: ['made'], state: () => 'made' },
  transitions: {
    pay: { article: '9.1', label: { zh: '付', en: 'Pay' }, from: ['made'], to: ['paid'], by: [role('front')] },
  },
});

/** A tab a guest; the remark typed on the tab made before is kept in the bill. */
const report: Report = {
  key: 'billing',
  title: { zh: '住宿账单', en: 'Billing' },
  article: '9.1',
  workbook: 'desk',
  period: 'month',
  makers: ['front'],
  reads: [{ register: stays, between: ['from', 'until'] }, { register: bills }],
  readsBack: true,
  opensIn: ['bills'],
  build({ records, before }) {
    const found = records(stays);
    const bill = (who: string) => records(bills).find(({ values }) => values['who'] === who);
    return {
      tabs: found.map(({ values }) => {
        const who = textOf(values['who']);
        const isPaid = bill(who)?.values['state'] === 'paid';
        return {
          part: who,
          ...(isPaid && { locked: true as const }),
          title: who,
          tab: `账单 ${who}`,
          widths: [100, 100],
          rows: [['备注', String(before(who)?.[4]?.[1] ?? '')]],
          headRows: 0,
          legend: [],
          prints: 'portrait' as const,
        };
      }),
      moves: found.map(({ values }) => {
        const who = textOf(values['who']);
        const record = bill(who);
        return {
          register: 'bills',
          ...(record && { record }),
          values: { who, nights: 1, ...(record && { remark: String(before(who)?.[4]?.[1] ?? '') || null }) },
        };
      }),
    };
  },
};

const product = productOf([
  {
    key: 'trial',
    title: { zh: '试', en: 'Trial' },
    colour: '#1a73e8',
    registers: [stays, bills],
    workflows: [billing],
    reports: [report],
  },
]);
const source: FactsSource = { registers: [], build: (_, { now }) => factsWith({ now, as: '王芳' }) };

function inn() {
  const ports = memoryPorts({ now: '2026-10-09T09:30:00', registers: [stays, bills], blankRows: 300 });
  const keys = Object.keys(stays.all);
  const stay = (no: number, who: string, from: string, until: string) => {
    const row: Record<string, string | number> = { no: `ZS-2026-${String(no).padStart(5, '0')}`, who };
    Object.assign(row, { from: serialOfDay(from), until: serialOfDay(until) });
    ports.people('desk').type(stays.sheetId, 1 + no, 0, [keys.map((key) => row[key] ?? '')]);
  };
  stay(1, '早走', '2026-08-01', '2026-08-31');
  stay(2, '长住', '2026-06-01', '2026-12-31');
  stay(3, '九月', '2026-09-30', '2026-10-02');
  stay(4, '十月', '2026-10-01', '2026-10-02');
  const reading: Reading = { ports, product, source, who: { context: 'desk', via: 'account', account: 'front' } };
  const make = () => makeReport(reading, report, { period: '2026-09', subject: '' }, '#1a73e8');
  const tabs = () => ports.generated('desk');
  const rows = () => ports.cells('desk', bills.sheetId).slice(2);
  const at = (key: string) => Object.keys(bills.all).indexOf(key);
  return { ports, reading, make, tabs, rows, at };
}

describe('a report that makes records', () => {
  it('puts all its tabs and records there in one write, of what touches the period only', () => {
    const { ports, make, tabs, rows, at } = inn();
    make();
    expect(ports.calls.map(({ kind }) => kind)).toEqual(['read', 'read', 'commit']);
    expect(tabs().map(({ title }) => title)).toEqual(['账单 长住', '账单 九月']);
    expect(rows().map((cells) => [cells[0], cells[at('who')], cells[at('state')]])).toEqual([
      ['ZD-2026-00001', '长住', '已出'],
      ['ZD-2026-00002', '九月', '已出'],
    ]);
    expect(
      ports
        .cells('desk', reportsTab.sheetId)
        .slice(1)
        .map(([key]) => key),
    ).toEqual(['billing 2026-09 #长住', 'billing 2026-09 #九月']);
  });

  it('reads back what people have entered, also when one of the tabs has been deleted', () => {
    const { ports, make, tabs, rows, at } = inn();
    make();
    const [first, second] = tabs();
    ports.people('desk').type(first!.sheetId, 4, 1, [['已寄发票']]);
    ports.people('desk').deleteTab(second!.sheetId);
    make();
    expect(tabs().map(({ title }) => title)).toEqual(['账单 长住', '账单 九月']);
    expect(rows().map((cells) => cells[at('remark')] ?? '')).toEqual(['已寄发票', '']);
    expect(ports.cells('desk', tabs()[0]!.sheetId)[4]).toEqual(['备注', '已寄发票']);
  });

  it.each([
    ['throttled', false],
    ['ambiguous', false],
    ['ambiguous', true],
  ] as const)('a write that ends %s (applied: %s) makes nothing twice', (kind, applied) => {
    const { ports, make, tabs, rows } = inn();
    ports.fault({ on: 'commit', kind, applied });
    make();
    expect(tabs()).toHaveLength(2);
    expect(rows()).toHaveLength(2);
  });

  it('a write that fails for good makes nothing', () => {
    const { ports, make, tabs, rows } = inn();
    for (let nth = 1; nth <= 20; nth += 1) ports.fault({ on: 'commit', nth, kind: 'throttled' });
    expect(make).toThrow();
    expect([tabs(), rows()]).toEqual([[], []]);
  });

  it('narrowed to a subject makes the same tabs again where it says that they are shared', () => {
    const { ports, reading, tabs } = inn();
    const shared = { ...report, sharesTabs: true as const };
    for (const subject of ['', '长住']) makeReport(reading, shared, { period: '2026-09', subject }, '#1a73e8');
    expect(tabs().map(({ title }) => title)).toEqual(['账单 长住', '账单 九月']);
    makeReport(reading, report, { period: '2026-09', subject: '长住' }, '#1a73e8');
    expect(tabs()).toHaveLength(4);
    expect(ports.cells('desk', reportsTab.sheetId).slice(1)).toHaveLength(4);
  });

  it('tells of a tab that nobody may type in any more', () => {
    const { ports, make, tabs, at } = inn();
    make();
    ports.people('desk').type(bills.sheetId, 2, at('state'), [['已付']]);
    make();
    expect(tabs().map(({ plan }) => plan.locked)).toEqual([true, undefined]);
  });
});
