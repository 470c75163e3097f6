import type { Value, Values } from '../../src/kernel/values';
import { agency, register, visitor, type Agency } from './agency';

/** Rows of which every twentieth is wrong, each in its own way. */
const wrong: readonly Values[] = [
  { visitor: null },
  { host: null },
  { host: '张三' },
  { phone: '12345678901234' },
  { phone: null },
  { purpose: null },
  { email: 'nobody' },
  { people: 0 },
  { arrivedAt: '2026-10-09T18:00' },
  { leftAt: '2026-10-09T09:10' },
];
const said: readonly RegExp[] = [
  /^还需填写：姓名$/,
  /^还需填写：拜访对象$/,
  /^拜访对象：员工花名册里没有“张三”/,
  /^联系电话：电话号码不对/,
  /^还需填写：联系电话$/,
  /^还需填写：来访事由$/,
  /^电子邮箱：电子邮箱不对/,
  /^人数：请填 1 到 500 的整数/,
  /^来访时间：这个时间还没有到/,
  /^还需填写：来访时间$/,
];
const isWrong = (index: number): boolean => index % 20 === 7;
const typed = (index: number): Values => ({
  ...visitor,
  visitor: `来客${index}`,
  ...(isWrong(index) && wrong[Math.floor(index / 20)]),
});
const rows = (count: number): readonly Values[] => Array.from({ length: count }, (_, index) => typed(index));

const numbered = (made: Agency): readonly string[] =>
  made.records('visits').flatMap(({ no }) => (no === '' ? [] : [no]));
const hints = (made: Agency): readonly (Value | undefined)[] =>
  made.records('visits').flatMap(({ no, values }) => (no === '' ? [values['check']] : []));

/** 190 numbered visits, 10 rows that say what is wrong, and every hand column as it was typed. */
function isDone(made: Agency): void {
  expect(numbered(made)).toHaveLength(190);
  expect(new Set(numbered(made)).size).toBe(190);
  expect([...numbered(made)].sort()).toEqual(
    Array.from({ length: 190 }, (_, index) => `LF-2026-${String(index + 1).padStart(5, '0')}`),
  );
  const found = hints(made);
  expect(found).toHaveLength(10);
  for (const sentence of said) expect(found.filter((hint) => sentence.test(String(hint)))).toHaveLength(1);
  const keys = ['visitor', 'host', 'phone', 'purpose', 'email', 'organisation', 'leftAt'];
  const kept = (some: readonly Values[]): readonly string[] =>
    some.map((one) => JSON.stringify(keys.map((key) => one[key] ?? null))).sort();
  expect(kept(made.records('visits').map(({ values }) => values))).toEqual(kept(rows(200)));
  expect(made.open().filter((no) => no.startsWith('LF'))).toHaveLength(190);
  expect(made.chainBreak()).toBeUndefined();
}

describe('200 rows pasted into 来访人员登记表, 10 of them wrong', () => {
  it('end as 190 numbered visits and 10 rows that say what is wrong', () => {
    const made = agency();
    made.type('visits', 2, rows(200));
    made.edited('visits', 2, 202);
    isDone(made);
    expect(made.records('visits').filter(({ no, values }) => no !== '' && values['check'] !== null)).toEqual([]);
    expect(made.records('visits')[0]!.values).toMatchObject({
      state: 'here',
      recordedBy: '王芳',
      attendant: '陈静',
      people: 1,
    });
  });

  it('also when nobody was told of it: the evening finishes them', () => {
    const made = agency();
    made.type('visits', 2, rows(200));
    made.evening();
    isDone(made);
    const before = made.ports.cells('desk', register('visits').sheetId);
    made.edited('visits', 2, 202);
    expect(made.ports.cells('desk', register('visits').sheetId)).toEqual(before);
  });

  it('also typed one by one, the trigger told of one in nine: a command and the evening do the rest', () => {
    const made = agency();
    rows(200).forEach((row, index) => {
      made.type('visits', 2 + index, [row]);
      if (index % 9 === 4 && index < 150) made.edited('visits', 2 + index, 3 + index);
    });
    expect(numbered(made).length).toBeGreaterThan(100);
    made.ask('王芳', 'create', {
      register: 'calls',
      rows: [{ caller: '孙', kind: 'other', subject: 'x' }],
      requestId: 'request-1',
    });
    made.evening();
    isDone(made);
  });

  it('also when the first attempts fail, and the tab is sorted on the way', () => {
    const made = agency();
    made.type('visits', 2, rows(200));
    const { sheetId } = register('visits');
    const host = made.column('visits', 'host');
    made.ports.fault({ on: 'read', nth: 3, kind: 'throttled' });
    made.ports.fault({ on: 'commit', nth: 1, kind: 'ambiguous', applied: true });
    made.ports.before('commit', 1, () => made.ports.people('desk').sort(sheetId, host, false));
    made.edited('visits', 2, 202);
    made.edited('visits', 2, 202);
    isDone(made);
  });

  it('get their numbers with the next entry, which keeps its own', () => {
    const made = agency();
    made.type('visits', 2, rows(20));
    const { records } = made.ask('王芳', 'create', {
      register: 'visits',
      rows: [{ ...visitor, visitor: '最后' }],
      requestId: 'request-1',
    });
    expect(records).toEqual([{ no: 'LF-2026-00020', row: 22 }]);
    expect(made.record('visits', 'LF-2026-00020').values['visitor']).toBe('最后');
    expect(numbered(made)).toHaveLength(20);
  });
});

describe('a wrong row', () => {
  it('is numbered when it has been put right, and then tells the host', () => {
    const made = agency();
    made.type('visits', 2, [{ ...visitor, host: null }]);
    made.edited('visits', 2, 3);
    made.type('visits', 2, [{ host: '陈静' }]);
    made.edited('visits', 2, 3);
    expect(made.record('visits', 'LF-2026-00001').values).toMatchObject({ check: null, host: '陈静', state: 'here' });
    made.sendMail();
    expect(made.ports.sent.map((mail) => mail.to)).toEqual(['chenjing@example.org']);
  });

  it('among the numbered ones, where a sort has taken it, is found by the evening', () => {
    const made = agency();
    made.type('visits', 2, rows(10));
    made.edited('visits', 2, 12);
    made.type('visits', 9, [{ visitor: '来客7a' }]);
    const visitorColumn = made.column('visits', 'visitor');
    made.ports.people('desk').sort(register('visits').sheetId, visitorColumn, false);
    made.type('visits', 2 + made.records('visits').findIndex(({ no }) => no === ''), [{ visitor: '来客7' }]);
    made.evening();
    expect(numbered(made)).toHaveLength(10);
  });

  it('among the numbered ones is told what it lacks, also when that is what others are found by', () => {
    const made = agency();
    made.type('visits', 2, [visitor, { ...visitor, visitor: null, organisation: '甲公司' }, visitor]);
    made.edited('visits', 2, 3);
    made.edited('visits', 4, 5);
    made.ports.people('desk').type(register('visits').sheetId, 3, made.column('visits', 'check'), [['']]);
    made.ports.people('desk').insertRows(register('visits').sheetId, 3, 2);
    made.evening();
    expect(made.records('visits').map(({ row, no, values }) => [row, no, values['check']])).toEqual([
      [2, 'LF-2026-00001', null],
      [5, '', '还需填写：姓名'],
      [6, 'LF-2026-00002', null],
    ]);
  });

  it('keeps a formula, a leading zero and spaces as they were typed', () => {
    const made = agency();
    const odd = {
      visitor: '  =1+1 ',
      organisation: "'0123",
      purpose: '+86 010',
      host: 'chenjing@example.org',
      phone: '１３９１２３４５６７８',
    };
    made.type('visits', 2, [odd]);
    const cells = made.ports.cells('desk', register('visits').sheetId)[2]!;
    made.edited('visits', 2, 3);
    const after = made.ports.cells('desk', register('visits').sheetId)[2]!;
    for (const key of Object.keys(odd))
      expect(after[made.column('visits', key)]).toBe(cells[made.column('visits', key)]);
    expect(after[made.column('visits', 'no')]).toBe('LF-2026-00001');
  });
});

describe('8.2 interviews typed into the restricted workbook', () => {
  it('are numbered in the evening, with the restricted workbook’s own numbers and log', () => {
    const made = agency();
    made.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-1' });
    made.type('feedback', 2, [
      { visit: 'LF-2026-00001', score: 4, way: 'interview' },
      { visit: 'LF-2026-00001', score: 5, way: 'interview' },
      { score: 9 },
    ]);
    made.evening();
    expect(made.records('feedback').map(({ no, values }) => [no, values['check']])).toEqual([
      ['PJ-2026-00001', '请在“登记人”里选您的名字'],
      ['', '与别的记录重复'],
      ['', '还需填写：来访编号、方式 评分：请填 1 到 5 的整数。'],
    ]);
    expect([made.chainBreak('desk'), made.chainBreak('restricted')]).toEqual([undefined, undefined]);
  });
});
