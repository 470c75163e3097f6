import { agency, register, visitor, type Agency } from './agency';

const client = { isClient: true, visitor: '何阿姨', phone: '13987654321', purpose: '家庭矛盾求助' };

/** A visit of each of these days. */
function withVisits(days: readonly string[], more: object = {}): Agency {
  const made = agency({ blankRows: days.length + 20 });
  days.forEach((day, index) => {
    const row = { ...visitor, visitor: `来客${index + 1}`, arrivedAt: `${day}T10:00`, ...more };
    made.ask('王芳', 'create', { register: 'visits', rows: [row], requestId: `request-${index}` });
  });
  return made;
}
const month = (made: Agency, period: string, key = 'visits') =>
  made.ask('王芳', 'print', { register: key, what: 'month', period });

describe('2.1.2 the register of visitors on paper', () => {
  it('lists the visits of a month as they happened, also what was entered late', () => {
    const made = withVisits(['2026-10-08', '2026-09-30', '2026-10-01', '2026-09-02']);
    const { title, subtitle, rows, summary } = month(made, '2026-09');
    expect([title, subtitle, summary]).toEqual(['来访人员登记表', '2026-09-01 至 2026-09-30', '共 2 条']);
    expect(rows.map(([arrived, name]) => [arrived, name])).toEqual([
      ['2026-09-02 10:00', '来客4'],
      ['2026-09-30 10:00', '来客2'],
    ]);
    const october = month(made, '2026-10');
    expect(october.subtitle).toBe('2026-10-01 至 2026-10-31（本月未结束）');
    expect(october.rows.map(([, name]) => name)).toEqual(['来客3', '来客1']);
  });

  it('leaves out who was expected and did not come', () => {
    const made = withVisits(['2026-10-08']);
    const expected = { ...visitor, visitor: '预约的', expectedAt: '2026-10-10T10:00' };
    made.ask('王芳', 'create', { register: 'visits', rows: [expected], requestId: 'request-expected' });
    expect(month(made, '2026-10').rows.map(([, name]) => name)).toEqual(['来客1']);
  });

  it('hides clients; who is to be called in an evacuation is named', () => {
    const made = agency();
    made.ask('王芳', 'create', { register: 'visits', rows: [{ ...visitor, ...client }], requestId: 'request-1' });
    const { rows } = month(made, '2026-10');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/何阿姨|13987654321|家庭矛盾/);
    expect(rows[0]).toContain('（服务对象）');
    expect(made.ask('王芳', 'print', { register: 'visits', what: 'here' }).rows[0]).toContain('何阿姨');
  });

  it('is read in two looks, and of a large register only what may be of the month', () => {
    const made = agency({ blankRows: 3_000 });
    const no = (n: number) => `LF-2026-${String(n).padStart(5, '0')}`;
    const moment = (index: number) => `2026-${String(1 + Math.floor(index / 250)).padStart(2, '0')}-05T10:00`;
    const many = Array.from({ length: 2_250 }, (_, index) => ({
      ...{ no: no(index + 1), visitor: `来客${index}`, state: 'left' },
      ...{ arrivedAt: moment(index), recordedAt: moment(index) },
    }));
    made.type('visits', 2, many);
    made.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-last' });
    const reads: number[] = [];
    const { tables } = made.ports;
    const { read } = tables;
    const { sheetId } = register('visits');
    tables.read = (workbook, blocks) => {
      const cells = read.call(tables, workbook, blocks);
      const rows = blocks.map((one, at) => (one.sheetId === sheetId ? cells[at]!.length : 0));
      reads.push(rows.reduce((sum, one) => sum + one, 0));
      return cells;
    };
    expect(month(made, '2026-05').rows).toHaveLength(250);
    expect(reads).toHaveLength(2);
    expect(reads.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_700);
  });

  it('needs a month that there is', () => {
    const made = agency();
    const asked = (period?: string) =>
      made.problem('王芳', 'print', { register: 'visits', what: 'month', ...(period && { period }) });
    expect([asked(), asked('2026-13'), asked('2027-01')].map(({ code, fields }) => [code, fields!['period']])).toEqual([
      ['invalid', '请选月份，如 2026-10。'],
      ['invalid', '请选月份，如 2026-10。'],
      ['invalid', '2027-01 还没有开始。'],
    ]);
  });
});

describe('what there is to print', () => {
  it('is told with the session: each list, and whether it is for a month', () => {
    const { prints } = agency().ask('王芳', 'session', {});
    expect(prints).toContainEqual({ register: 'visits', what: 'here', title: '在访人员名单（疏散用）' });
    const monthly = prints.filter(({ period }) => period === 'month').map((one) => one.register);
    expect(monthly).toEqual(expect.arrayContaining(['visits', 'calls', 'issues', 'stock-ledger', 'attendance']));
    expect(prints.map(({ what }) => what)).toEqual(expect.arrayContaining(['count', 'low', 'unsigned', 'this-year']));
    expect(agency().ask('stranger', 'session', {}).prints).toEqual([]);
  });

  it('answers every list that it tells of', () => {
    const made = agency();
    for (const { register: key, what, period } of made.ask('王芳', 'session', {}).prints) {
      const asked = { register: key, what, ...(period && { period: '2026-10' }) };
      expect(made.ask('王芳', 'print', asked).rows).toEqual([]);
    }
  });
});
