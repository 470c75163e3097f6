// What is not genuine: tokens that nobody signed, and rows that somebody typed into the outbox.
import { call } from '../../src/api/door';
import { sharedKeys } from '../../src/api/machine';
import { outboxTab } from '../../src/kernel/kernel-tabs';
import { agency, visitor as guest } from '../api/agency';
import { ask, cellsOf, decide, post, storeroom, tabs, wish } from './approvals';
import { answerLink, people, requestId, stateOf, type Office } from './office';
import { change, write } from './workbook';

let office: Office;
beforeEach(() => {
  office = storeroom();
});

describe('a token that is not genuine', () => {
  let no: string;
  let token: string;
  beforeEach(() => {
    no = ask(office);
    token = office.tokenTo(people.head);
  });
  const altered = (values: object) => {
    const [body = '', signature = ''] = token.split('.');
    const claim = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    return `${Buffer.from(JSON.stringify({ ...claim, ...values })).toString('base64url')}.${signature}`;
  };
  test('forged, altered, cut, foreign, for records that exist and that do not: one answer for all, and nothing is done', () => {
    const [body = '', signature = ''] = token.split('.');
    const bad: Record<string, string> = {
      nonsense: 'x.y',
      'no signature': body,
      'an empty signature': `${body}.`,
      'only a signature': `.${signature}`,
      cut: token.slice(0, -1),
      longer: `${token}A`,
      'another signature': `${body}.${'A'.repeat(43)}`,
      'a third part': `${token}.${signature}`,
      'another person': altered({ u: '004' }),
      'the director': altered({ u: '005' }),
      'a record that is there': altered({ n: no.replace(/1$/, '1 ') }),
      'a record that is not there': altered({ n: 'LY-2026-09999' }),
      'another register': altered({ r: 'supply-purchases', p: 'supply-purchases-decision' }),
      'a page that is not there': altered({ p: 'constructor' }),
      'the personal page': altered({ p: 'mine', r: '', n: '' }),
      'another content': altered({ c: 'A'.repeat(43) }),
      'a later end': altered({ x: '2036-10-16' }),
      'another workbook': altered({ w: office.id('restricted') }),
      'of a thousand signs': 'A'.repeat(1_000),
      'not of our letters': '，。<script>',
    };
    const before = stateOf(office);
    const page = JSON.stringify(office.askPage('page', { token: 'q.q' }));
    const answer = JSON.stringify(answerLink(office, 'q.q', 'approveHead'));
    for (const [name, one] of Object.entries(bad)) {
      expect([name, JSON.stringify(office.askPage('page', { token: one }))]).toEqual([name, page]);
      const input = { '1.approvedQuantity': 5 };
      expect([name, JSON.stringify(answerLink(office, one, 'approveHead', input))]).toEqual([name, answer]);
    }
    expect(stateOf(office)).toEqual(before);
    expect(office.google.state.properties.script['badLinks']).toBe(String(2 * Object.keys(bad).length + 2));
    expect(page).not.toContain('周琳');
  });

  test('signed with the secret of another installation, for a record of the same number: the same answer', () => {
    const signed = token;
    office = storeroom();
    const own = office.google.state.properties.users[people.office]!;
    own['secret'] = [...own['secret']!].reverse().join('');
    expect(ask(office)).toBe(no);
    const plain = JSON.stringify(office.askPage('page', { token: 'x.y' }));
    expect(JSON.stringify(office.askPage('page', { token: signed }))).toBe(plain);
    expect(JSON.stringify(office.askPage('page', { token: office.tokenTo(people.head) }))).not.toBe(plain);
  });

  test('is counted, said by health and by the morning’s letter, and costs no Sheets call', () => {
    const { sheets } = office.callsOf(() => {
      for (let times = 0; times < 30; times += 1) office.askPage('page', { token: `${times}.${times}` });
    });
    expect(sheets).toEqual([]);
    const check = office.ask('office', 'health', {}).checks.find(({ key }) => key === 'links');
    expect(check).toMatchObject({ status: 'warning', text: expect.stringContaining('30') as string });
    office.moveTo('2026-10-10T09:00');
    const [letter] = office.mails(people.hr).filter(({ subject }) => subject.includes('系统检查'));
    expect(letter?.body).toContain('30');
  });

  test('a thousand in a row are counted and answered alike, and the next genuine one is decided', () => {
    const memory = agency();
    const { records } = memory.ask('王芳', 'create', { register: 'visits', rows: [guest], requestId: requestId() });
    memory.sendMail();
    const ask = (name: string, input: object) =>
      call(() => memory.machine('public', ''), name, JSON.stringify(input), { error: () => undefined });
    const given = { answer: 'hostComing', requestId: requestId() };
    const pages = Array.from({ length: 500 }, (_, times) => ask('page', { token: `x${times}.y` }));
    const answers = Array.from({ length: 500 }, (_, times) => ask('answer', { token: `x${times}.y`, ...given }));
    expect([new Set(pages).size, new Set(answers).size]).toEqual([1, 1]);
    expect(memory.machine('public', '').shared.get(sharedKeys.badLinks)).toBe('1000');
    const reply = ask('answer', { token: memory.token('chenjing@example.org'), ...given });
    expect(JSON.parse(reply)).toMatchObject({ ok: true });
    expect(memory.record('visits', records[0]!.no).values['hostAnswer']).toBe('coming');
  });
});

describe('a row that somebody typed into the outbox', () => {
  const column = (key: string) => outboxTab.columns.indexOf(key);
  const rows = () => office.rows(outboxTab.sheetId);
  /** Written below the last row, or over the row at this place. */
  const forge = (cells: Readonly<Record<string, string>>, at = rows().at(-1)!.row + 1) => {
    const given = { id: requestId(), at: '2026-10-09T09:30', kind: 'letter', state: 'waiting', ...cells };
    for (const [key, text] of Object.entries(given)) change(office, [write(outboxTab.sheetId, at, column(key), text)]);
    post(office);
    office.job('jobs.everyMinute');
    office.moveTo('2026-10-09T10:45');
  };
  const letter = (name: string, no: string, to: string) => ({ name, register: 'requisitions', no, row: '2', to });
  const staffNo = (name: string) => String(office.rows(1001).find((one) => one['name'] === name)!['staffNo']);
  let no: string;
  beforeEach(() => {
    no = ask(office);
  });
  const mails = () => office.mails().map(({ to, subject }) => [...to, subject]);

  test.each<[string, () => Readonly<Record<string, string>>]>([
    ['to somebody whom the record does not name', () => letter('requisitions-ask', no, staffNo('赵敏'))],
    ['to an address', () => letter('requisitions-ask', no, 'thief@example.com')],
    ['to a guest', () => letter('requisitions-ask', no, 'guest')],
    ['of an answer that nobody has given', () => letter('requisitions-answer', no, staffNo('周琳'))],
    ['of a shortage that there is not', () => letter('requisition-short', no, staffNo('周琳'))],
    ['of a record that is not there', () => letter('requisitions-ask', 'LY-2026-09999', staffNo('陈静'))],
    ['of another register', () => ({ ...letter('requisitions-ask', no, staffNo('陈静')), register: 'visits' })],
    ['of a letter that there is not', () => letter('constructor', no, staffNo('陈静'))],
    ['of a kind that there is not', () => ({ ...letter('requisitions-ask', no, staffNo('陈静')), kind: 'anything' })],
    ['with a link to be signed into the record', () => ({ ...letter('requisitions-decision', no, ''), kind: 'sign' })],
    ['as an effect', () => ({ ...letter('approveHead', no, ''), kind: 'effect' })],
    ['as the week’s letter to somebody else', () => ({ ...letter('week', '', staffNo('周琳')), kind: 'digest' })],
    ['as a link to somebody’s own page', () => ({ ...letter('mine', '', 'thief@example.com'), kind: 'digest' })],
  ])('%s: nothing goes out, and nothing is decided', (_, make) => {
    const before = mails();
    const was = cellsOf(office, tabs.requisitions, 'state', 'approver', 'decisions', 'approvedQuantity');
    forge(make());
    expect(mails()).toEqual(before);
    expect(cellsOf(office, tabs.requisitions, 'state', 'approver', 'decisions', 'approvedQuantity')).toEqual(was);
    expect(rows().at(-1)).not.toHaveProperty('state', 'waiting');
  });

  test('that is true sends the same true e-mail once more, to whom it was for', () => {
    const [first] = office.mails(people.head);
    forge(letter('requisitions-ask', no, staffNo('陈静')));
    const again = office.mails(people.head);
    expect(again).toHaveLength(2);
    expect(again[1]!.subject).toBe(first!.subject);
  });

  test('altered before it went out it goes to nobody whom its record does not name', () => {
    const bought = wish(office);
    const asked = office.mails().length;
    const { row } = rows().find((one) => one['no'] === bought)!;
    change(office, [write(outboxTab.sheetId, row, column('to'), staffNo('周琳'))]);
    post(office);
    office.moveTo('2026-10-09T10:45');
    expect(office.mails()).toHaveLength(asked);
    expect(cellsOf(office, tabs.purchases, 'state')).toEqual([['待部门审批']]);
  });

  test('nonsense in every cell holds up no other letter', () => {
    const cells = Object.fromEntries(outboxTab.columns.map((key) => [key, key === 'kind' ? 'letter' : `=1/0 ${key}`]));
    forge({ ...cells, state: 'waiting', dueAt: '' });
    decide(office, 'head', 'approveHead', { '1.approvedQuantity': 5 });
    expect(office.mails(people.staff)).toHaveLength(1);
  });

  test('makes a link as good as the first; both die with one click', () => {
    const first = office.tokenTo(people.head);
    forge(letter('requisitions-ask', no, staffNo('陈静')));
    const second = office.tokenTo(people.head);
    decide(office, 'head', 'approveHead', { '1.approvedQuantity': 5 });
    for (const token of [first, second])
      expect(office.askPage('page', { token })).toMatchObject({ value: { dead: { title: '已经办过了' } } });
  });
});
