import { everyMorning, lookNow } from '../../src/api/clockwork';
import { outboxTab } from '../../src/kernel/kernel-tabs';
import { agency, visitor, type Agency, type AgencyOptions } from './agency';

/** The Friday before: a visitor still here, a promised reply that will be late, and twenty-five bad links. */
function afterAWeek(options: AgencyOptions = {}): Agency {
  const office = agency({ now: '2026-10-09T14:00:00', ...options });
  const call = { caller: '孙先生', subject: '场地', kind: 'enquiry', for: '周琳', outcome: 'promised' };
  office.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-1' });
  office.ask('王芳', 'create', { register: 'calls', rows: [call], requestId: 'request-2' });
  office.sendMail();
  for (let n = 0; n < 25; n += 1) office.call('public', 'page', { token: `no.token${n}` });
  office.ports.sent.length = 0;
  return office;
}
const mailsTo = (office: Agency, address: string) => office.ports.sent.filter((one) => one.to === address);
/** The morning, and the minute after it. */
function morning(office: Agency): void {
  office.morning();
  office.sendMail();
}
const director = 'zhaomin@example.org';

describe('the weekly letter to the director', () => {
  const weekLetter = (office: Agency) => mailsTo(office, director).find((one) => one.subject.includes('每周小结'));

  test('says what was done, what is open and late, and carries the heads of the audit chains', () => {
    const office = afterAWeek();
    office.ports.setNow('2026-10-13T08:00:00');
    morning(office);
    const { text } = weekLetter(office)!;
    expect(text).toContain('新登记：来访人员登记表 1、来电登记表 1');
    expect(text).toContain('未办结：来访人员登记表 1、来电登记表 1');
    expect(text).toMatch(/已逾期：LD-2026-00001 周琳/);
    expect(text).toContain('无效链接被打开：25');
    const [, seq, hash] = office.ports.cells('desk', 9003).find(([key]) => key === 'audit')!;
    const morningsOwn = Number(seq);
    expect(text).toContain(`第 ${morningsOwn} 条 ${String(hash)}`);
    expect(text).not.toMatch(/林女士|孙先生/);
  });

  test('goes once a week, on the first morning that the jobs run', () => {
    const office = afterAWeek();
    for (const day of ['10-12', '10-12', '10-13', '10-14']) {
      office.ports.setNow(`2026-${day}T08:00:00`);
      morning(office);
    }
    expect(mailsTo(office, director).filter((one) => one.subject.includes('每周小结'))).toHaveLength(1);
    office.ports.setNow('2026-10-20T08:00:00');
    morning(office);
    const letters = mailsTo(office, director).filter((one) => one.subject.includes('每周小结'));
    expect(letters).toHaveLength(2);
    expect(letters[1]!.text).not.toContain('无效链接');
  });

  test('goes to nobody else, whatever is typed into the outbox', () => {
    const office = afterAWeek();
    const cells = ['forged-1', '2026-10-09T14:00:00', 'digest', 'week', '', '', 0, 'A01', 'waiting'];
    const at = office.ports.cells('desk', outboxTab.sheetId).length;
    office.ports.people('desk').type(outboxTab.sheetId, at, 0, [cells]);
    office.sendMail();
    expect(mailsTo(office, 'wangfang@example.org')).toEqual([]);
    expect(office.outbox().slice(-1)[0]!.state).toBe('dropped');
  });
});

test('one letter that cannot be sent does not keep back or double the others', () => {
  const office = afterAWeek();
  const { mailer } = office.machine('clock').office!;
  const clock = office.machine('clock');
  let refused = 0;
  const picky = {
    quota: () => mailer.quota(),
    send: (mail: Parameters<typeof mailer.send>[0]) => {
      if (mail.to === 'wangfang@example.org' && refused++ === 0) throw new Error('Invalid email');
      mailer.send(mail);
    },
  };
  office.ports.setNow('2026-10-12T08:00:00');
  const morningOf = { ...clock, office: { ...clock.office!, mailer: picky } };
  everyMorning(morningOf);
  lookNow(morningOf);
  const first = office.ports.sent.length;
  expect(mailsTo(office, 'wangfang@example.org')).toEqual([]);
  expect(mailsTo(office, 'liqiang@example.org')).toHaveLength(1);
  office.ports.setNow('2026-10-12T09:01:00');
  office.sendMail();
  expect(office.ports.sent).toHaveLength(first + 1);
  expect(mailsTo(office, 'wangfang@example.org')).toHaveLength(1);
});

describe('a chapter that the settings switch off', () => {
  test('is in no sidebar, on no board, in no letter and in no job', () => {
    const office = afterAWeek({ settings: { 'agency.chapters': ['mail'] } });
    const { chapters } = office.ask('王芳', 'session', {});
    expect(chapters.map(({ key }) => key)).toEqual(['office']);
    expect(office.ask('王芳', 'board', {}).sections).toEqual([]);
    office.ports.setNow('2026-10-13T08:00:00');
    morning(office);
    expect(office.ports.sent.map(({ subject }) => subject)).toEqual([expect.stringContaining('每周小结')]);
    expect(office.record('calls', 'LD-2026-00001').values['chasedAt']).toBeNull();
  });

  test('otherwise it is', () => {
    const office = afterAWeek();
    expect(office.ask('王芳', 'session', {}).chapters.map(({ key }) => key)).toContain('reception');
    expect(office.ask('王芳', 'board', {}).sections.length).toBeGreaterThan(0);
  });
});

test('a morning costs at most eight calls, half of them left for the check of the installation', () => {
  const office = afterAWeek();
  // The first morning of a month also looks for what is to be masked.
  office.ports.setNow('2026-10-12T08:00:00');
  morning(office);
  office.ports.setNow('2026-10-13T08:00:00');
  office.ports.calls.length = 0;
  office.morning();
  expect(office.ports.calls.length).toBeLessThanOrEqual(4);
});
