// What a link opens and what it does not: looking changes nothing, one answer, one person, one state of the record.
import {
  answerLink,
  create,
  livePage,
  newOffice,
  people,
  receive,
  recordOf,
  requestId,
  stateOf,
  step,
  type Office,
} from './office';

let office: Office;
let token: string;
let no: string;
beforeEach(() => {
  office = newOffice();
  ({ no } = receive(office));
  office.askPage('kick', {});
  token = office.tokenTo(people.head);
});

const deadTitle = (of = token, visitor = '') => {
  const reply = office.askPage('page', { token: of }, visitor);
  return reply.ok ? reply.value.dead?.title : undefined;
};

describe('a link', () => {
  test('changes nothing by being looked at, however often, signed in or not', () => {
    const before = stateOf(office);
    for (let times = 0; times < 3; times += 1) {
      livePage(office.askPage('page', { token }));
      office.google.run({ function: 'doGet', args: [{ parameter: { t: token } }], kind: 'webapp', user: '' });
    }
    expect(stateOf(office)).toEqual(before);
  });

  test('is answered once: again it says who did it and when', () => {
    expect(answerLink(office, token, 'hostComing')).toMatchObject({ ok: true });
    expect(deadTitle()).toBe('已经办过了');
    expect(answerLink(office, token, 'hostOut')).toMatchObject({ ok: false, error: { code: 'outOfDate' } });
    expect(recordOf(office, 'visits', no)['hostAnswer']).toBe('coming');
  });

  test('answered by a double click it is answered once, and both are told so', () => {
    const input = { token, answer: 'hostComing', requestId: requestId() };
    expect(office.askPage('answer', input)).toEqual(office.askPage('answer', input));
    expect(recordOf(office, 'visits', no)['history']).toMatch(/^[^\n]*\n?[^\n]*$/);
  });

  test('decided elsewhere, it says so', () => {
    step(office, 'visits', no, 'hostAnswered', { answer: 'out' });
    expect(deadTitle()).toBe('已经办过了');
  });

  test('expires', () => {
    office.setClock('2026-10-17T09:00');
    expect(deadTitle()).toBe('链接已过期');
    expect(answerLink(office, token, 'hostComing')).toMatchObject({ ok: false });
    expect(recordOf(office, 'visits', no)['hostAnswer']).toBeNull();
  });

  test('is not for somebody else who is signed in, within one Workspace', () => {
    office.google.state.domain = 'example.org';
    expect(deadTitle(token, people.staff)).toBe('登录的账号不对');
    expect(deadTitle(token, people.head)).toBeUndefined();
  });

  test('does not take a step of another page, nor one that only the desk may take', () => {
    for (const other of ['leave', 'guide', 'create', 'constructor', ''])
      expect(answerLink(office, token, other, { guidedTo: 'x' })).toMatchObject({ ok: false });
    expect(recordOf(office, 'visits', no)).toMatchObject({ state: 'here', guidedTo: null });
  });
});

describe('a link that is not genuine', () => {
  const forgeries: [string, () => string][] = [
    ['nonsense', () => 'x.y'],
    ['a cut signature', () => token.slice(0, -1)],
    ['another signature', () => `${token.split('.')[0]}.${'A'.repeat(43)}`],
    ['another record', () => altered(({ n, ...rest }) => ({ ...rest, n: `${String(n).slice(0, -1)}9` }))],
    ['another person', () => altered((claim) => ({ ...claim, u: '005' }))],
    ['another day of expiry', () => altered((claim) => ({ ...claim, x: '2036-10-16' }))],
    ['a link of another workbook', () => foreign()],
  ];
  const altered = (change: (claim: Record<string, unknown>) => object) => {
    const [body = '', signature] = token.split('.');
    const claim = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    return `${Buffer.from(JSON.stringify(change(claim))).toString('base64url')}.${signature}`;
  };
  /** As if the installation had been copied. */
  const foreign = () => {
    office.google.state.properties.script['workbook.desk'] = office.id('restricted');
    return token;
  };

  test.each(forgeries)('%s: the same page for all, and nothing is done', (_name, make) => {
    const plain = JSON.stringify(office.askPage('page', { token: 'x.y' }));
    const forged = make();
    const before = stateOf(office);
    expect(JSON.stringify(office.askPage('page', { token: forged }))).toBe(plain);
    expect(answerLink(office, forged, 'hostComing')).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(stateOf(office)).toEqual(before);
  });

  test('is counted, for health to say', () => {
    for (let times = 0; times < 5; times += 1) office.askPage('page', { token: 'x.y' });
    expect(office.google.state.properties.script['badLinks']).toBe('5');
  });
});

test('a message’s link outlives a remark on the row, but not another text of the message', () => {
  const made = create(office, 'messages', { to: '周琳', from: '孙先生', content: '请回电' });
  office.google.clock.pass(5_000);
  office.askPage('kick', {});
  const link = office.tokenTo(people.staff);
  const column = Object.keys(office.rows(2103)[0]!).indexOf('content');
  expect(deadTitle(link)).toBeUndefined();
  const cell = `${String.fromCharCode(65 + column)}${made.row + 1}`;
  office.google.sheets.edit(office.id('desk'), 2103, cell, [['不用回电']], { email: people.front });
  expect(deadTitle(link)).toBe('内容已更改');
});
