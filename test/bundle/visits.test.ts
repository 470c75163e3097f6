// 2.1 through the built code: a visitor is registered, the host is told and answers by link, the visitor is guided and leaves.
import {
  answerLink,
  boardOf,
  livePage,
  newOffice,
  people,
  receive,
  recordOf,
  requestId,
  step,
  type Office,
} from './office';
import { countersTab, openTab } from '../../src/kernel/kernel-tabs';
import { change, tabsOf } from './workbook';

let office: Office;
beforeEach(() => {
  office = newOffice();
});

describe('2.1.2–2.1.3 a visitor arrives', () => {
  test('the row stands on the tab, the host has an e-mail, their answer by link shows on the board', () => {
    const { no, row } = receive(office);
    expect(office.rows(2101)[1]).toMatchObject({
      row,
      no,
      visitor: '林女士',
      host: '陈静',
      state: '在访',
      recordedBy: '王芳',
    });
    expect(boardOf(office)).toEqual({ here: ['林女士（蓝天公司） · 已等 0 分钟'] });

    office.askPage('kick', {});
    expect(office.mails().map(({ to, from }) => [from, ...to])).toEqual([[people.office, people.head]]);
    const token = office.tokenTo(people.head);
    const page = livePage(office.askPage('page', { token }));
    expect(page.sentence).toBe('林女士（蓝天公司）在前台等候。请告诉前台您是否过来。');
    expect(page.steps.map(({ key }) => key)).toEqual(['hostComing', 'hostWait', 'hostOut']);

    expect(answerLink(office, token, 'hostComing')).toMatchObject({ ok: true });
    expect(recordOf(office, 'visits', no)['hostAnswer']).toBe('coming');
    expect(boardOf(office)).toEqual({ here: ['林女士（蓝天公司） · 马上来'] });
  });

  test('nobody waits for the clock: the kick sends, and a second one finds nothing to do', () => {
    receive(office);
    expect(office.askPage('kick', {})).toEqual({ ok: true, value: { looked: true } });
    office.google.clock.pass(5_000);
    expect(office.askPage('kick', {})).toEqual({ ok: true, value: { looked: false } });
    office.job('jobs.everyMinute');
    expect(office.mails()).toHaveLength(1);
  });

  test('ten minutes without an answer: the board asks to try another way', () => {
    const { no } = receive(office);
    office.setClock('2026-10-09T09:41');
    expect(boardOf(office)['here']?.[0]).toContain('请换一种方式联系');
    step(office, 'visits', no, 'contacted', { contactedBy: 'phone', reached: false });
    expect(boardOf(office)['here']?.[0]).toContain('可以留言');
  });

  test('1.3.2, 2.1.2 the visitor is guided and leaves; the board is empty again', () => {
    const { no } = receive(office);
    expect(step(office, 'visits', no, 'guide', { guidedTo: '二楼会议室' })['guidedTo']).toBe('二楼会议室');
    office.setClock('2026-10-09T10:20');
    expect(step(office, 'visits', no, 'leave')).toMatchObject({ state: 'left', leftAt: '2026-10-09T10:20' });
    expect(boardOf(office)).toEqual({});
    expect(office.rows(2101)[1]).toMatchObject({ state: '已离开', guidedTo: '二楼会议室' });
  });

  test('a client is not named in the e-mail', () => {
    receive(office, { visitor: '何阿姨', isClient: true });
    office.askPage('kick', {});
    const [mail] = office.mails(people.head);
    expect(`${mail!.subject}${mail!.body}${mail!.htmlBody ?? ''}`).not.toMatch(/何阿姨|蓝天公司|洽谈合作/);
  });

  test('a returning visitor is suggested with the last details, a client never', () => {
    receive(office);
    receive(office, { visitor: '何阿姨', phone: '13987654321', isClient: true });
    const suggested = (phone: string) =>
      office.ask('front', 'suggest', { register: 'visits', values: { phone } }).suggestions;
    expect(suggested('13912345678')).toMatchObject([{ values: { visitor: '林女士', organisation: '蓝天公司' } }]);
    expect(suggested('13987654321')).toEqual([]);
  });
});

describe('2.1.4 an appointment', () => {
  const booked = { expectedAt: '2026-10-12T14:30', email: 'lin@example.com', preparation: '会议室' };

  test('the visitor is invited with a calendar entry; on the day host and front desk are told in the morning', () => {
    const { no } = receive(office, booked);
    office.askPage('kick', {});
    const [invitation] = office.mails('lin@example.com');
    expect(invitation?.attachments.map(({ name }) => name)).toEqual([expect.stringMatching(/\.ics$/)]);

    office.moveTo('2026-10-12T09:00');
    expect(office.mails(people.head).at(-1)?.body).toContain('准备：会议室');
    expect(office.mails(people.front).at(-1)?.body).toContain(no);
    expect(office.mails(people.staff)).toEqual([]);
    expect(boardOf(office)['expected']?.[0]).toContain('林女士');

    office.setClock('2026-10-12T14:35');
    expect(step(office, 'visits', no, 'arrive')['state']).toBe('here');
    office.askPage('kick', {});
    expect(office.mails(people.head).at(-1)?.subject).toContain('来访到达');
  });

  test('nobody came by the end of the day: it is closed as a no-show', () => {
    const { no } = receive(office, booked);
    office.moveTo('2026-10-12T19:00');
    expect(recordOf(office, 'visits', no)['state']).toBe('noShow');
    // Nobody has clocked in meanwhile: that is another matter.
    expect(Object.keys(boardOf(office)).filter((key) => !key.startsWith('attendance-'))).toEqual([]);
  });
});

describe('8.2 the survey', () => {
  test('one answer a visit, into the restricted workbook only', () => {
    const { no } = receive(office, { email: 'lin@example.com' });
    step(office, 'visits', no, 'leave');
    step(office, 'visits', no, 'sendSurvey');
    office.job('jobs.everyMinute');
    const token = office.tokenTo('lin@example.com');
    expect(livePage(office.askPage('page', { token })).steps[0]?.asks.map(({ key }) => key)).toEqual([
      'score',
      'comment',
    ]);

    expect(answerLink(office, token, 'create', { score: 5, comment: '很好' })).toMatchObject({ ok: true });
    expect(answerLink(office, token, 'create', { score: 1, comment: '再来' })).toMatchObject({ ok: false });
    expect(office.rows(2104, 'restricted').slice(1)).toMatchObject([{ visit: no, score: 5, comment: '很好' }]);
    expect(JSON.stringify(office.rows(9001))).not.toContain('很好');

    office.google.clock.pass(60_000);
    office.job('jobs.everyMinute');
    expect(recordOf(office, 'visits', no)['surveyedAt']).not.toBeNull();
    expect(office.refused('front', 'find', { register: 'feedback' }).code).toBe('notAllowed');
    expect(office.ask('hr', 'find', { register: 'feedback' }).records).toHaveLength(1);
  });

  test('the code for the desk is signed by the office and opens the same page', () => {
    const { no } = receive(office);
    office.job('jobs.everyMinute');
    const url = office.ask('front', 'record', { register: 'visits', no }).link?.url ?? '';
    const token = /[?&]t=([\w.-]+)/.exec(url)?.[1] ?? '';
    expect(livePage(office.askPage('page', { token })).title).toBe('来访评价');
    expect(answerLink(office, token, 'create', { score: 4 })).toMatchObject({ ok: true });
    expect(office.rows(2104, 'restricted')[1]).toMatchObject({ way: '二维码', score: 4 });
  });
});

describe('what is typed is stored and shown as typed', () => {
  test.each([
    ['a formula', '=HYPERLINK("http://x","y")'],
    ['a plus', '+86 010'],
    ['a leading zero', '0123'],
    ['emoji', '👩‍👧‍👦 来访'],
    ['right to left', 'שלום עולם'],
    ['quotes', `'quoted' "text"`],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['5,000 characters', '字'.repeat(5000)],
  ])('%s', (_name, purpose) => {
    const { no } = receive(office, { purpose, organisation: '' });
    expect(recordOf(office, 'visits', no)['purpose']).toBe(purpose);
    expect(office.rows(2101)[1]?.['purpose']).toBe(purpose);
    office.askPage('kick', {});
    expect(office.mails(people.head)[0]?.body).toContain(purpose);
    const page = livePage(office.askPage('page', { token: office.tokenTo(people.head) }));
    expect(page.facts.find(({ label }) => label === '来访事由')?.text).toBe(purpose);
  });
});

test('the last open record can be ended after thousands, too: the list of them keeps its rows', () => {
  const rows = () => tabsOf(office).find(({ sheetId }) => sheetId === openTab.sheetId)!.gridProperties.rowCount;
  const before = rows();
  for (let times = 0; times < 3; times += 1) step(office, 'visits', receive(office).no, 'leave');
  expect(rows()).toBe(before);
  const range = { sheetId: openTab.sheetId, dimension: 'ROWS', startIndex: 2, endIndex: before };
  change(office, [{ deleteDimension: { range } }]);
  expect(step(office, 'visits', receive(office).no, 'leave')).toMatchObject({ state: 'left' });
});

test('numbers begin anew each year, however many years have filled the tab that counts them', () => {
  const range = { sheetId: countersTab.sheetId, dimension: 'ROWS', endIndex: countersTab.rows };
  const rows = office.rows(countersTab.sheetId).length + 1;
  change(office, [{ deleteDimension: { range: { ...range, startIndex: rows } } }]);
  expect(receive(office).no).toBe('LF-2026-00001');
  office.setClock('2027-01-04T09:30');
  expect([receive(office).no, receive(office).no]).toEqual(['LF-2027-00001', 'LF-2027-00002']);
});

test('a double click and a lost answer find the first answer', () => {
  const input = {
    register: 'visits',
    rows: [{ visitor: '林女士', phone: '13912345678', purpose: '洽谈', host: '陈静' }],
    requestId: requestId(),
  };
  const first = office.ask('front', 'create', input);
  expect(office.ask('front', 'create', input).records).toEqual(first.records);
  expect(office.rows(2101)).toHaveLength(2);
});
