import { everyMorning } from '../../src/api/clockwork';
import { triggersWanted, type Equipped } from '../../src/api/set-up-specs';
import type { Installation } from '../../src/kernel/ports-installation';
import { migrations } from '../../src/migrations';
import { agency, type Agency } from './agency';

const owner = 'system@example.org';

/** An installation in order, but for what the test says. */
function equipped(office: Agency, different: Partial<Installation> = {}): Equipped {
  office.shared.set('owner', owner);
  office.shared.set('heartbeat', `${office.ports.clock.now()}`);
  const handlers = triggersWanted(['desk', 'restricted']).map(({ handler, on }) =>
    'editOf' in on ? { handler, editOf: on.editOf } : { handler },
  );
  const installation = {
    properties: { get: (key: string) => ({ owner, 'workbook.desk': 'd', 'workbook.restricted': 'r' })[key] },
    account: owner,
    triggers: () => handlers,
    mailQuota: () => 90,
    inspect: () => [],
    ...different,
  } as unknown as Installation;
  return { ...office.machine('clock'), installation, migrations };
}

const holidays = (office: Agency) =>
  office.type('calendar', 2, [{ no: 'JR-2026-00001', day: '2026-10-01', kind: 'holiday', name: '国庆节' }]);

/** Everybody who decides something has opened a link. */
const linkTestedAt = '2026-10-01T09:00';
const staff = { 陈静: { linkTestedAt }, 赵敏: { linkTestedAt }, 刘洋: { linkTestedAt } };

function inOrder(): Agency {
  const office = agency({ staff });
  holidays(office);
  return office;
}
const told = (office: Agency) =>
  office.ports.sent.filter(({ subject }) => subject.includes('系统检查')).map(({ to, text }) => ({ to, text }));
const mornings = (office: Agency, different: Partial<Installation>, ...days: readonly string[]): void => {
  for (const day of days) {
    office.ports.setNow(`${day}T08:00:00`);
    everyMorning(equipped(office, different));
  }
};

describe('the morning’s look at the installation', () => {
  const broken: Partial<Installation> = { triggers: () => [{ handler: 'jobs.everyMorning' }] };

  test('says nothing when all is in order', () => {
    const office = inOrder();
    mornings(office, {}, '2026-10-12');
    expect(told(office)).toEqual([]);
  });

  test('tells the office account and HR what is wrong and what to do', () => {
    const office = inOrder();
    mornings(office, broken, '2026-10-13');
    expect(told(office).map(({ to }) => to)).toEqual([owner, 'liuyang@example.org']);
    expect(told(office)[0]!.text).toContain('缺少：jobs.everyMinute');
    expect(told(office)[0]!.text).toContain('安装 / 检查');
  });

  test('waits for a working day', () => {
    const office = inOrder();
    mornings(office, broken, '2026-10-17', '2026-10-18');
    expect(told(office)).toEqual([]);
    mornings(office, broken, '2026-10-19');
    expect(told(office)).toHaveLength(2);
  });

  test('says it again on Mondays only, and at once when something else is wrong', () => {
    const office = inOrder();
    mornings(office, broken, '2026-10-13', '2026-10-13', '2026-10-14');
    expect(told(office)).toHaveLength(2);
    mornings(office, { ...broken, mailQuota: () => 3 }, '2026-10-15');
    expect(told(office)).toHaveLength(4);
    mornings(office, { ...broken, mailQuota: () => 3 }, '2026-10-16', '2026-10-19', '2026-10-19');
    expect(told(office)).toHaveLength(6);
    mornings(office, {}, '2026-10-20');
    mornings(office, broken, '2026-10-21');
    expect(told(office)).toHaveLength(8);
  });

  test('tells the owner also when the workbook cannot be read', () => {
    const office = inOrder();
    office.ports.people('desk').deleteTab(1001);
    const faults = [{ kind: 'tab' as const, sheetId: 1001, title: '员工花名册', keys: [] }];
    expect(() => mornings(office, { inspect: () => faults }, '2026-10-13')).toThrow();
    expect(told(office)).toEqual([{ to: owner, text: expect.stringContaining('缺少“员工花名册”') }]);
  });

  test('tells that links to members of staff do not open, when they ask for a sign-in that nobody can give', () => {
    const office = agency({ staff, settings: { 'approval.signInNeeded': '是' } });
    holidays(office);
    mornings(office, {}, '2026-10-13');
    expect(told(office)[0]!.text).toContain('须登录的第二个部署');
    office.shared.set('webAppSignedIn', 'https://script.example/a/example.org/exec');
    mornings(office, {}, '2026-10-14', '2026-10-19');
    expect(told(office)).toHaveLength(2);
  });

  test('tells of a year without holidays, of many bad links, and of an office account that is somebody’s own', () => {
    const office = agency({ staff: { 刘洋: { email: owner } } });
    office.shared.set('badLinks', '30');
    office.shared.set('badLinksTold', '5');
    mornings(office, {}, '2026-10-13');
    const { text } = told(office)[0]!;
    expect(text).toContain('没有 2026 年的法定节假日');
    expect(text).toContain('打开过 25 次');
    expect(text).toContain('也在员工花名册里');
  });

  test('names the approvers who have not opened a link yet', () => {
    const office = agency({ staff: { ...staff, 赵敏: {} } });
    holidays(office);
    mornings(office, {}, '2026-10-12');
    expect(told(office)[0]!.text).toContain('还没有打开过链接：赵敏');
    expect(told(office)[0]!.text).not.toContain('陈静');
  });
});
