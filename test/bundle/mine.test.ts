// People's own pages over Google's services as the emulator has them: asked for, opened, used, made void.
import { create, newOffice, people, recordOf, requestId, stateOf, wizard, type Office } from './office';

let office: Office;
beforeEach(() => (office = newOffice()));

const answer = (token: string, name: string, more: object = {}, visitor = '') =>
  office.askPage('answer', { token, answer: name, requestId: requestId(), ...more }, visitor);
const show = (token: string, more: object = {}, visitor = '') => {
  const reply = office.askPage('page', { token, ...more }, visitor);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
};
function linkTo(address: string): string {
  office.google.clock.pass(11 * 60_000);
  answer('', 'sendLink', { input: { email: address } });
  office.askPage('kick', {});
  return office.tokenTo(address);
}

describe('§7 我的事务', () => {
  test('the link is asked for without a link, and goes to that address only', () => {
    const before = stateOf(office);
    show('');
    expect(stateOf(office)).toEqual(before);
    expect(answer('', 'sendLink', { input: { email: 'stranger@example.com' } })).toEqual(
      answer('', 'sendLink', { input: { email: people.staff } }),
    );
    office.job('jobs.everyMinute');
    expect(office.mails().flatMap(({ to }) => to)).toEqual([people.staff]);
  });

  test('costs the clock nothing while nobody asks, and a look at the outbox few calls when somebody does', () => {
    office.job('jobs.everyMinute');
    answer('', 'sendLink', { input: { email: people.staff } });
    expect(office.callsOf(() => office.askPage('kick', {})).sheets.length).toBeLessThanOrEqual(6);
    expect(office.callsOf(() => office.job('jobs.everyMinute')).sheets).toEqual([]);
  });

  test('shows the person’s messages, takes their answer, and opens again and again', () => {
    const { no } = create(office, 'messages', { to: '周琳', from: '孙先生', content: '请回电' });
    const token = linkTo(people.staff);
    const [line] = show(token).mine!.sections.find(({ key }) => key === 'messages')!.lines;
    const { at, facts } = show(token, { at: { register: 'messages', no, row: line!.row } });
    expect(facts.map(({ text }) => text)).toContain('请回电');
    expect(answer(token, 'willCallBack', { at })).toMatchObject({ ok: true });
    expect(recordOf(office, 'messages', no)).toMatchObject({ answer: 'callBack' });
    expect(show(token).dead).toBeUndefined();
    office.google.state.domain = 'example.org';
    expect(show(token, {}, people.head).dead!.title).toBe('登录的账号不对');
    expect(show(token, {}, people.staff).dead).toBeUndefined();
  });

  test('a page shows within four calls', () => {
    const token = linkTo(people.head);
    expect(office.callsOf(() => show(token)).sheets.length).toBeLessThanOrEqual(4);
  });

  test('is void when the person says so; HR sees the moment in the staff tab', () => {
    const token = linkTo(people.staff);
    expect(answer(token, 'signOut')).toMatchObject({ ok: true });
    expect(show(token).dead!.title).toBe('链接已作废');
    expect(show(linkTo(people.staff)).dead).toBeUndefined();
    const row = office.rows(1001).find(({ email }) => email === people.staff);
    expect(row).toHaveProperty('linksVoidAt');
  });

  test('health names the approvers who have not tried a link, until they click', () => {
    const tried = () => office.ask('office', 'health', {}).checks.find(({ key }) => key === 'tried')!;
    expect(tried().text).toBe('还没有打开过链接：陈静、赵敏、刘洋');
    for (const address of [people.head, people.director, people.hr]) {
      const token = linkTo(address);
      show(token);
      expect(tried().status).toBe('warning');
      answer(token, 'tried');
    }
    expect(tried()).toMatchObject({ status: 'ok', text: '审批人都打开过链接' });
  });

  test('set-up writes again to the approvers who have not tried', () => {
    answer(linkTo(people.head), 'tried');
    office.google.clock.pass(11 * 60_000);
    const before = office.mails().length;
    office.ask('office', 'setUp', { ...wizard, requestId: requestId() });
    office.job('jobs.everyMinute');
    const again = office.mails().slice(before);
    expect(again.flatMap(({ to }) => to).sort()).toEqual([people.hr, people.director]);
    expect(again[0]!.subject).toContain('请试一下');
  });
});
