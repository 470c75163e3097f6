import type { Calls } from '../../src/api/contract';
import type { Values } from '../../src/kernel/values';
import { agency, type Agency, type Asker } from './agency';
import { wanted, wants, wantsChapter } from './wants';

const no = 'SX-2026-00001';
const head = 'chenjing@example.org';

let asked = 0;
const next = (): string => `request-${String(++asked).padStart(5, '0')}`;

/** 周琳 has asked for two things; 陈静 has the e-mail. */
function asking(): Agency {
  const made = agency({ more: [wantsChapter] });
  made.ask('王芳', 'create', { register: 'wants', rows: wanted, requestId: next() });
  made.sendMail();
  return made;
}
/** A person types over cells of a row; the trigger hears of each. */
function over(made: Agency, row: number, values: Values): void {
  made.type('wants', row, [values]);
  for (const column of Object.keys(values)) {
    const at = made.column('wants', column);
    made.edited('wants', row, row + 1, { from: at, to: at + 1 });
  }
}
const later = (made: Agency, time: string): void => {
  made.ports.setNow(`2026-10-09T${time}`);
  made.sendMail();
};
const subjects = (made: Agency): readonly string[] => made.ports.sent.map(({ to, subject }) => `${to} ${subject}`);
const page = (made: Agency, token: string) => made.ask('public', 'page', { token });
const approve = (made: Agency, token: string) =>
  made.call('public', 'answer', {
    token,
    answer: 'approveHead',
    input: { '1.quantity': 5, '2.quantity': 8 },
    requestId: next(),
  });
const values = (made: Agency, line = 0) => made.records('wants')[line]!.values;
const history = (made: Agency) => String(values(made)['history']).split('\n');

describe('a request that is changed in its tab while it waits', () => {
  it('is asked about anew: the old link is dead, the new one decides', () => {
    const made = asking();
    const old = made.token(head);
    made.ports.setNow('2026-10-09T10:00');
    over(made, 3, { quantity: 20 });
    expect(page(made, old).dead?.title).toBe('内容已更改');
    expect(subjects(made)).toHaveLength(1);
    later(made, '10:02');
    expect(subjects(made)[1]).toBe(`${head} [前台] 内容改过，请重新审批：所需申请表 ${no}（打印纸、马克笔）`);
    expect(page(made, made.token(head)).facts.map(({ text }) => text)).toEqual(['打印纸 5', '马克笔 20']);
    expect(approve(made, old).ok).toBe(false);
    expect(approve(made, made.token(head)).ok).toBe(true);
    expect(made.chainBreak()).toBeUndefined();
  });

  it('cell by cell: one letter, when nobody is typing any more', () => {
    const made = asking();
    made.ports.setNow('2026-10-09T10:00');
    over(made, 2, { quantity: 4, thing: '白纸' });
    later(made, '10:01');
    over(made, 3, { quantity: 20 });
    later(made, '10:02');
    expect(subjects(made)).toHaveLength(1);
    later(made, '10:03');
    later(made, '10:30');
    expect(subjects(made)).toHaveLength(2);
    expect(page(made, made.token(head)).facts.map(({ text }) => text)).toEqual(['白纸 4', '马克笔 20']);
  });

  it('in the evening, where Google told nobody of the edit; once', () => {
    const made = asking();
    made.type('wants', 3, [{ quantity: 20 }]);
    for (const time of ['18:30', '18:40']) {
      made.ports.setNow(`2026-10-09T${time}`);
      made.evening();
    }
    later(made, '18:45');
    expect(history(made).filter((line) => line.endsWith('askAnew'))).toHaveLength(1);
    expect(subjects(made).filter((one) => one.includes('内容改过'))).toHaveLength(1);
  });

  it.each([
    ['what is not part of what is asked', { recordedBy: '李强' }],
    ['the same again', { quantity: 8 }],
    ['what is put back', { approved: 99, approver: '周琳' }],
  ])('not for %s', (_, typed) => {
    const made = asking();
    over(made, 3, typed as Values);
    expect(history(made)).toHaveLength(1);
    expect(made.outbox()).toHaveLength(1);
  });

  it('nor once it is decided', () => {
    const made = asking();
    approve(made, made.token(head));
    over(made, 3, { quantity: 20 });
    expect(history(made)).toHaveLength(2);
  });
});

describe('a decision about what nobody has been asked', () => {
  const take = (who: Asker, more: object = {}) => ({
    who,
    input: { register: 'wants', no, transition: 'approveHead', input: { '1.quantity': 5, '2.quantity': 8 }, ...more },
  });

  it('is refused at the desk, and asked about anew at once', () => {
    const made = asking();
    made.type('wants', 3, [{ quantity: 20 }]);
    made.ports.setNow('2026-10-09T10:00');
    const { who, input } = take('陈静');
    expect(made.problem(who, 'transition', { ...input, requestId: next() })).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('内容改过') as string,
    });
    expect(values(made)).toMatchObject({ state: 'withHead', askedAt: '2026-10-09T10:00' });
    later(made, '10:02');
    expect(subjects(made)[1]).toContain('内容改过，请重新审批');
    expect(made.call(who, 'transition', { ...input, requestId: next() }).ok).toBe(true);
  });

  it('is refused by a link that was sent after the change, too', () => {
    const made = agency({ more: [wantsChapter] });
    made.ask('王芳', 'create', { register: 'wants', rows: wanted, requestId: next() });
    made.type('wants', 3, [{ quantity: 20 }]);
    made.sendMail();
    made.ports.setNow('2026-10-09T10:00');
    expect(approve(made, made.token(head))).toMatchObject({ ok: false, error: { code: 'refused' } });
    later(made, '10:02');
    expect(approve(made, made.token(head)).ok).toBe(true);
  });
});

describe('a decision in the sidebar is about what was on the screen', () => {
  const opened = (made: Agency): Calls['record']['value'] => made.ask('陈静', 'record', { register: 'wants', no });
  const decide = (made: Agency, seen: string | undefined) =>
    made.call('陈静', 'transition', {
      register: 'wants',
      no,
      transition: 'approveHead',
      input: { '1.quantity': 5, '2.quantity': 8 },
      ...(seen !== undefined && { seen }),
      requestId: next(),
    });

  it('each decision that is offered says what it is about', () => {
    const steps = opened(asking()).steps;
    const seen = Object.fromEntries(steps.map((step) => [step.key, step.seen !== undefined]));
    expect(seen).toMatchObject({ approveHead: true, decline: true, sendBack: true });
    expect(new Set(steps.filter((step) => step.seen).map((step) => step.seen)).size).toBe(1);
  });

  it('what was changed and asked about anew meanwhile is looked at again first', () => {
    const made = asking();
    const { seen } = opened(made).steps.find(({ key }) => key === 'approveHead')!;
    over(made, 3, { quantity: 20 });
    expect(decide(made, seen)).toMatchObject({
      ok: false,
      error: { code: 'outOfDate', message: expect.stringContaining('内容改过') as string },
    });
    expect(values(made)['state']).toBe('withHead');
    const { seen: now } = opened(made).steps.find(({ key }) => key === 'approveHead')!;
    expect(decide(made, now).ok).toBe(true);
  });

  it('what somebody else has decided meanwhile is said as ever', () => {
    const made = asking();
    const { seen } = opened(made).steps.find(({ key }) => key === 'approveHead')!;
    made.ask('周琳', 'transition', { register: 'wants', no, transition: 'withdraw', requestId: next() });
    expect(decide(made, seen)).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
  });
});

describe('a row that is typed into the tab of forms with lines', () => {
  const hint = '这里的单据可以有多行，不能直接在表格里新填；请在侧边栏“新建”里填写，再删除这一行';
  const typed: Values = { department: '社工部', applicant: '周琳', thing: '胶水', quantity: 1 };
  const check = (made: Agency, row: number) =>
    made.ports.cells('desk', wants.sheetId)[row]?.[made.column('wants', 'check')] ?? '';

  it('says that it is no form, and what to do; nothing typed is touched', () => {
    const made = asking();
    over(made, 4, typed);
    expect(check(made, 4)).toBe(hint);
    expect(made.records('wants')[2]).toMatchObject({ no: '', values: typed });
    over(made, 4, { department: null, applicant: null, thing: null, quantity: null });
    expect(check(made, 4)).toBe('');
  });

  it('in the evening, where nobody was told of it', () => {
    const made = asking();
    made.type('wants', 5, [typed]);
    made.evening();
    expect(check(made, 5)).toBe(hint);
    made.ask('王芳', 'create', { register: 'wants', rows: wanted, requestId: next() });
    expect(made.records('wants').map((one) => one.no)).toEqual([no, no, 'SX-2026-00002', 'SX-2026-00002', '']);
  });

  it('not a line whose number was deleted', () => {
    const made = asking();
    over(made, 3, { no: null });
    made.evening();
    expect(check(made, 3)).toMatch('编号被删掉了');
  });
});
