// What people type into the row of a record later on takes its place in the workflow, as if a button had been pressed.
import { auditLineOf } from '../../src/kernel/audit';
import { auditTab } from '../../src/kernel/kernel-tabs';
import type { Values } from '../../src/kernel/values';
import { agency, visitor, type Agency } from './agency';

const visit = 'LF-2026-00001';
const call = 'LD-2026-00001';
const caller: Values = { caller: '孙先生', phone: '13711112222', subject: '借用场地', kind: 'enquiry', for: '陈静' };

function withRecord(register: string, values: Values): Agency {
  const made = agency();
  made.ask('王芳', 'create', { register, rows: [values], requestId: 'request-1' });
  made.sendMail();
  return made;
}
const withVisit = (values: Values = {}): Agency => withRecord('visits', { ...visitor, ...values });
const withCall = (values: Values = {}): Agency => withRecord('calls', { ...caller, ...values });

/** Typed into the record's row; `told`: Google tells the trigger of it. */
function typed(made: Agency, key: string, values: Values, told = true): void {
  const row = made.records(key)[0]!.row;
  made.type(key, row, [values]);
  const [column = ''] = Object.keys(values);
  const at = made.column(key, column);
  if (told) made.edited(key, row, row + 1, { from: at, to: at + 1 });
}
const steps = (made: Agency): readonly string[] =>
  made.ports
    .cells('desk', auditTab.sheetId)
    .slice(1)
    .map((cells) => auditLineOf(cells).transition);
const mailsTo = (made: Agency, name: string): readonly string[] =>
  made.ports.sent.filter((mail) => mail.to === `${name}@example.org`).map((mail) => mail.subject);

describe('2.1.2 times of a visit', () => {
  test('an arrival typed into an appointment: here, and the host is told at once', () => {
    const made = withVisit({ expectedAt: '2026-10-09T09:40' });
    made.ports.setNow('2026-10-09T09:42:00');
    typed(made, 'visits', { arrivedAt: '2026-10-09T09:41' });
    expect(made.record('visits', visit).values).toMatchObject({
      state: 'here',
      attendant: '陈静',
      arrivedAt: '2026-10-09T09:41',
      receivedBy: '王芳',
    });
    made.sendMail();
    expect(mailsTo(made, 'chenjing')).toEqual([expect.stringContaining('来访到达')]);
    expect(steps(made)).toContain('arrive');
    expect(made.chainBreak()).toBeUndefined();
  });

  test('an arrival of hours ago tells nobody', () => {
    const made = withVisit({ expectedAt: '2026-10-09T09:40' });
    made.ports.setNow('2026-10-09T16:00:00');
    typed(made, 'visits', { arrivedAt: '2026-10-09T09:41' });
    made.sendMail();
    expect(made.record('visits', visit).values['state']).toBe('here');
    expect(made.ports.sent).toEqual([]);
  });

  test('an arrival and a leaving typed together: the visit is over', () => {
    const made = withVisit({ expectedAt: '2026-10-09T09:40' });
    made.ports.setNow('2026-10-09T16:00:00');
    typed(made, 'visits', { arrivedAt: '2026-10-09T09:41', leftAt: '2026-10-09T10:10' });
    expect(made.record('visits', visit).values).toMatchObject({ state: 'left', leftAt: '2026-10-09T10:10' });
    expect(made.open().filter((no) => no === visit || no === call)).toEqual([]);
  });

  test('a leaving: off the evacuation list at once', () => {
    const made = withVisit();
    made.ports.setNow('2026-10-09T10:00:00');
    const here = () => made.ask('王芳', 'print', { register: 'visits', what: 'here' }).rows.length;
    expect(here()).toBe(1);
    typed(made, 'visits', { leftAt: '2026-10-09T09:55' });
    expect(here()).toBe(0);
    expect(made.record('visits', visit).values).toMatchObject({ state: 'left', leftAt: '2026-10-09T09:55' });
    expect(made.open().filter((no) => no === visit || no === call)).toEqual([]);
  });

  test('a leaving before the arrival is said to be wrong, and nothing follows until it is put right', () => {
    const made = withVisit();
    made.ports.setNow('2026-10-09T10:00:00');
    typed(made, 'visits', { leftAt: '2026-10-09T08:00' });
    expect(made.record('visits', visit).values).toMatchObject({
      state: 'here',
      check: '离开时间：离开时间早于来访时间。',
    });
    typed(made, 'visits', { leftAt: '2026-10-09T09:50' });
    expect(made.record('visits', visit).values).toMatchObject({ state: 'left', check: null });
  });
});

describe('2.1.3 another host', () => {
  test('typed into the row of somebody who waits: asked instead, and told at once', () => {
    const made = withVisit();
    made.ask('王芳', 'transition', {
      register: 'visits',
      no: visit,
      transition: 'contacted',
      input: { contactedBy: 'phone', reached: false },
      requestId: 'request-2',
    });
    const token = made.token();
    made.ports.setNow('2026-10-09T10:20:00');
    typed(made, 'visits', { host: 'A06' });
    made.sendMail();
    expect(made.record('visits', visit).values).toMatchObject({ host: 'A06', attendant: '周琳', reached: null });
    expect(mailsTo(made, 'zhoulin')).toEqual([expect.stringContaining('来访到达')]);
    expect(made.ask('public', 'page', { token }).dead).toBeDefined();
    expect(steps(made).filter((step) => step === 'rehost')).toHaveLength(1);
    typed(made, 'visits', { note: '再看一次' });
    expect(steps(made).filter((step) => step === 'rehost')).toHaveLength(1);
  });

  test('typed after the visitor was guided, it tells nobody', () => {
    const made = withVisit();
    made.ask('王芳', 'transition', {
      register: 'visits',
      no: visit,
      transition: 'guide',
      input: { guidedTo: '会议室' },
      requestId: 'request-2',
    });
    typed(made, 'visits', { host: '周琳' });
    made.sendMail();
    expect(mailsTo(made, 'zhoulin')).toEqual([]);
  });

  test('what is typed over the person asked is put back, and no other host follows from it', () => {
    const made = withVisit();
    made.type('visits', 2, [{ attendant: '周琳', hostAnswer: 'out' }]);
    const at = made.column('visits', 'hostAnswer');
    made.edited('visits', 2, 3, { from: at, to: at + 1 });
    expect(steps(made)).not.toContain('rehost');
  });
});

describe('2.2.3 and 2.2.4 what became of a call', () => {
  test('an outcome that ends it closes the call', () => {
    const made = withCall();
    expect(made.open()).toEqual([call]);
    typed(made, 'calls', { outcome: 'messageTaken' });
    expect(made.record('calls', call).values['state']).toBe('closed');
    expect(made.open().filter((no) => no === visit || no === call)).toEqual([]);
  });

  test('a transfer that went well closes it, too', () => {
    const made = withCall({ kind: 'transfer', outcome: 'connected' });
    typed(made, 'calls', { transferCheck: 'right' });
    expect(made.record('calls', call).values['state']).toBe('closed');
  });

  test('a promised reply is due from now, and told to whom it is for', () => {
    const made = withCall();
    made.ports.setNow('2026-10-09T10:30:00');
    typed(made, 'calls', { outcome: 'promised' });
    made.sendMail();
    expect(made.record('calls', call).values).toMatchObject({
      state: 'open',
      replier: '陈静',
      replyDue: '2026-10-12T11:00',
    });
    expect(mailsTo(made, 'chenjing')).toEqual([expect.stringContaining('请回复来电')]);
    made.ports.setNow('2026-10-13T08:00:00');
    made.morning();
    expect(steps(made)).toContain('chaseReply');
  });

  test('a promise typed into a closed call opens it again', () => {
    const made = withCall({ outcome: 'answered' });
    expect(made.open().filter((no) => no === visit || no === call)).toEqual([]);
    typed(made, 'calls', { outcome: 'promised' });
    expect(made.record('calls', call).values).toMatchObject({ state: 'open', replier: '陈静' });
    expect(made.open()).toEqual([call]);
  });

  test('a promise in a row that was entered late counts from the call, and no e-mail goes', () => {
    const made = withCall({ at: '2026-10-09T08:30' });
    typed(made, 'calls', { outcome: 'promised' });
    made.sendMail();
    expect(made.record('calls', call).values).toMatchObject({ late: true, replyDue: '2026-10-12T09:30' });
    expect(made.ports.sent).toEqual([]);
  });

  test('the reply itself closes the call, and is left as it was typed', () => {
    const made = withCall({ outcome: 'promised' });
    typed(made, 'calls', { reply: ' 周六可以 ' });
    expect(made.record('calls', call).values).toMatchObject({
      state: 'closed',
      replier: '王芳',
      repliedAt: '2026-10-09T09:30',
    });
    const cells = made.ports.cells('desk', 2102)[2]!;
    expect(cells[made.column('calls', 'reply')]).toBe(' 周六可以 ');
  });

  test('an outcome that is none is told, and nothing follows', () => {
    const made = withCall();
    typed(made, 'calls', { outcome: '随便' });
    expect(made.record('calls', call).values['state']).toBe('open');
    expect(made.record('calls', call).values['check']).toMatch(/^结果：/);
  });
});

describe('what Google told nobody of', () => {
  test('is carried on in the evening, before anything is ended', () => {
    const made = withVisit({ expectedAt: '2026-10-09T10:00' });
    made.ask('王芳', 'create', { register: 'calls', rows: [caller], requestId: 'request-2' });
    typed(made, 'visits', { arrivedAt: '2026-10-09T10:05', leftAt: '2026-10-09T11:00' }, false);
    typed(made, 'calls', { outcome: 'promised', reply: '可以' }, false);
    made.ports.setNow('2026-10-09T18:30:00');
    made.evening();
    expect(made.record('visits', visit).values['state']).toBe('left');
    expect(made.record('calls', call).values).toMatchObject({ state: 'closed', repliedAt: '2026-10-09T18:30' });
    expect(made.open().filter((no) => no === visit || no === call)).toEqual([]);
    const before = steps(made);
    made.evening();
    expect(steps(made)).toEqual(before);
    expect(made.chainBreak()).toBeUndefined();
  });

  test('a promise of that day is told, and chased from then on', () => {
    const made = withCall();
    typed(made, 'calls', { outcome: 'promised' }, false);
    made.ports.setNow('2026-10-09T18:30:00');
    made.evening();
    expect(mailsTo(made, 'chenjing')).toEqual([expect.stringContaining('请回复来电')]);
  });
});
