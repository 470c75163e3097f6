// The day's mail quota is used up at noon: what matters most goes first, the rest the next day, nothing is lost, the board says so.
import { ask, cellsOf, linksOf, post, storeroom, tabs, tokenIn } from './approvals';
import { livePage, people, receive, step, type Office } from './office';

let office: Office;
beforeEach(() => {
  office = storeroom();
});

/** Leaves so many letters for the rest of the day. */
function leave(letters: number): void {
  const used = office.google.state.mail.used[people.office]?.recipients ?? 0;
  office.google.limits.mail = { ...office.google.limits.mail, recipientsPerDay: used + letters };
}
const subjects = () => office.mails().map(({ subject }) => subject);
const warnings = () => office.ask('front', 'board', {}).warnings.join();
const isAsk = (subject: string) => subject.includes('请审批');
const isAlert = (subject: string) => subject.includes('库存不足：打印纸');

test('approvals, then arrivals, then alerts; what asks for opinions waits for the next day', () => {
  const visit = { visitor: '林女士', email: 'lin@example.com', host: '周琳' };
  const { no } = receive(office, visit);
  post(office);
  leave(0);
  step(office, 'visits', no, 'leave');
  step(office, 'visits', no, 'sendSurvey');
  const requisition = ask(office, 3);
  receive(office, { visitor: '孙先生', host: '刘洋' });
  step(office, 'items', String(office.rows(tabs.items)[1]!['no']), 'scrap', { quantity: 1, remark: '受潮' });
  post(office);
  const before = office.mails().length;
  leave(3);
  office.job('jobs.everyMinute');
  const sent = subjects().slice(before);
  expect(sent).toHaveLength(3);
  expect(sent[0]).toMatch(/请审批/);
  expect(sent[1]).toMatch(/孙先生/);
  expect(sent.filter(isAlert)).toHaveLength(1);
  expect(sent[0]).toContain(requisition);

  office.moveTo('2026-10-09T12:00');
  expect(office.mails('lin@example.com')).toEqual([]);
  expect(warnings()).toMatch(/1 封通知在排队/);
  office.moveTo('2026-10-10T12:00');
  expect(office.mails('lin@example.com')).toHaveLength(1);
  expect(warnings()).toBe('');
});

/** What a link opens, as its token says. */
const pageOf = (address: string): unknown =>
  (JSON.parse(Buffer.from(tokenIn(address).split('.')[0]!, 'base64url').toString()) as { p?: unknown }).p;

test('a decision that is asked for when the quota is used up is there the next day, each letter once', () => {
  leave(0);
  const numbers = Array.from({ length: 4 }, () => ask(office, 1));
  office.moveTo('2026-10-09T12:00');
  expect(subjects().filter(isAsk)).toEqual([]);
  expect(warnings()).toContain('4 封通知在排队');
  leave(100);
  office.moveTo('2026-10-10T12:00');
  expect(subjects().filter(isAsk)).toHaveLength(1);
  expect(subjects().find(isAsk)).toContain(`${numbers[0]!}`);
  const links = linksOf(office).filter((address) => pageOf(address) === 'requisitions-decision');
  expect(links).toHaveLength(4);
  for (const address of links) livePage(office.askPage('page', { token: tokenIn(address) }));
  expect(cellsOf(office, tabs.outbox, 'name', 'state').filter(([name]) => name === 'requisitions-ask')).toEqual(
    numbers.map(() => ['requisitions-ask', 'sent']),
  );
});

test('a letter that waited a day for the quota is not given up at the first failure after it', () => {
  leave(0);
  ask(office, 1);
  office.moveTo('2026-10-10T09:20');
  leave(100);
  office.during([{ call: 'mail.send', nth: 1, do: 'fail' }], () => office.moveTo('2026-10-10T10:00'));
  office.moveTo('2026-10-10T13:00');
  expect(office.mails(people.head).filter(({ subject }) => isAsk(subject))).toHaveLength(1);
});

test('people decide in the sidebar meanwhile, and no letter asks for what is decided', () => {
  leave(0);
  const no = ask(office, 1);
  office.google.sheets.share(office.id('desk'), people.head, 'editor');
  step(office, 'requisitions', no, 'approveHead', { '1.approvedQuantity': 1 }, 'head');
  leave(100);
  office.moveTo('2026-10-10T12:00');
  expect(subjects().filter(isAsk)).toEqual([]);
  expect(office.mails(people.staff)).toMatchObject([{ subject: expect.stringContaining('待发放') as string }]);
});
