// Decisions by link in the built code: scanners change nothing, one click decides once, and what was approved is carried out.
import { deliverEdit } from '../../emulator/runtime';
import type { PageValue, Reply } from '../../src/api/contract';
import { auditTab } from '../../src/kernel/kernel-tabs';
import {
  ask,
  buy,
  cellsOf,
  chain,
  decide,
  fetched,
  linksOf,
  post,
  storeroom,
  tabs,
  tokenIn,
  typeOver,
} from './approvals';
import { answerLink, create, people, recordOf, requestId, stateOf, step, type Office } from './office';

const states = (office: Office, sheetId: number) => cellsOf(office, sheetId, 'state').flat();
const deadOf = (office: Office, token: string, visitor = ''): PageValue['dead'] => {
  const reply: Reply<PageValue> = office.askPage('page', { token }, visitor);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value.dead;
};
const intact = (office: Office) => expect(office.menu('menu.verifyAuditLog').effects.alerts[0]?.text).toContain('完整');

describe('3.1–3.3 a mail scanner', () => {
  test('fetches every link of every e-mail of the whole chain, at every step: nothing changes', async () => {
    const office = storeroom();
    const seen = new Set<string>();
    for (const [name, happens] of chain) {
      happens(office);
      const before = stateOf(office);
      for (const address of linksOf(office)) {
        seen.add(address);
        for (const method of ['GET', 'HEAD', 'POST'] as const) await fetched(office, address, method);
        office.askPage('page', { token: tokenIn(address) });
      }
      expect([name, stateOf(office)]).toEqual([name, before]);
    }
    expect(seen.size).toBe(5);
    expect(states(office, tabs.requisitions)).toEqual(['已发放']);
    expect(states(office, tabs.purchases)).toEqual(['已入库']);
    expect(states(office, tabs.issues)).toEqual(['已签收', '已签收']);
    expect(cellsOf(office, tabs.items, 'onHand', 'onOrder')).toEqual([[8, 0]]);
    intact(office);
  }, 120_000);
});

describe('3.1.2 one person decides once', () => {
  let office: Office;
  let no: string;
  let token: string;
  beforeEach(() => {
    office = storeroom();
    no = ask(office);
    token = office.tokenTo(people.head);
  });
  const approve = { answer: 'approveHead', input: { '1.approvedQuantity': 5 } };

  test('two windows click together: one is done, the other is told who decided', () => {
    const one = { ...approve, token, requestId: requestId() };
    const other = { token, answer: 'decline', input: { comment: '不要' }, requestId: requestId() };
    let meanwhile: unknown;
    const act = () => {
      meanwhile = office.askPage('answer', other);
    };
    const first = office.during([{ call: 'sheets.batchUpdate', nth: 1, do: 'before', act }], () =>
      office.askPage('answer', one),
    );
    expect(meanwhile).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(first).toMatchObject({ ok: true });
    expect(office.askPage('answer', other)).toMatchObject({
      ok: false,
      error: { code: 'outOfDate', message: expect.stringMatching(/陈静 已在 2026-10-09 09:30 办理：同意/) as string },
    });
    expect(states(office, tabs.requisitions)).toEqual(['待发放']);
    expect(String(recordOf(office, 'requisitions', no)['decisions']).split('\n')).toHaveLength(1);
    intact(office);
  });

  test('two windows that approve one after the other: one line of the trail, one letter to the applicant', () => {
    decide(office, 'head', 'approveHead', { '1.approvedQuantity': 4 });
    expect(answerLink(office, token, 'approveHead', { '1.approvedQuantity': 5 })).toMatchObject({
      ok: false,
      error: { code: 'outOfDate' },
    });
    post(office);
    expect(recordOf(office, 'requisitions', no)['approvedQuantity']).toBe(4);
    expect(office.mails(people.staff)).toHaveLength(1);
  });

  test.each([
    ['the answer of the write is lost', { do: 'dropAnswer', status: 503 }],
    ['the write fails', { do: 'fail', status: 503 }],
  ] as const)('%s: the same click again finds it decided once', (_, how) => {
    const click = { ...approve, token, requestId: requestId() };
    office.during([{ call: 'sheets.batchUpdate', nth: 1, ...how }], () => office.askPage('answer', click));
    expect(office.askPage('answer', click)).toMatchObject({ ok: true });
    expect(String(recordOf(office, 'requisitions', no)['decisions']).split('\n')).toHaveLength(1);
    intact(office);
  });
});

describe('a decision link that is genuine and can be used no more says what happened', () => {
  let office: Office;
  let token: string;
  beforeEach(() => {
    office = storeroom();
    ask(office);
    token = office.tokenTo(people.head);
  });
  const dead = (visitor = '') => {
    const said = deadOf(office, token, visitor);
    const before = stateOf(office);
    expect(answerLink(office, token, 'approveHead', { '1.approvedQuantity': 5 })).toMatchObject({ ok: false });
    if (visitor === '') expect(stateOf(office)).toEqual(before);
    return said;
  };

  test('used, and by whom, when and what', () => {
    decide(office, 'head', 'decline', { comment: '先用旧的' });
    expect(dead()).toMatchObject({
      title: '已经办过了',
      text: expect.stringContaining('陈静 已在 2026-10-09 09:30 办理：不同意') as string,
    });
  });

  test('expired, and since when', () => {
    office.setClock('2026-10-17T09:00');
    expect(dead()).toMatchObject({ title: '链接已过期', text: expect.stringContaining('2026-10-16') as string });
  });

  test('outdated: what is asked for was changed after the e-mail', () => {
    typeOver(office, tabs.requisitions, 2, { quantity: 500 });
    expect(dead()).toMatchObject({ title: '内容已更改' });
    expect(states(office, tabs.requisitions)).toEqual(['待部门审批']);
  });

  test('moved to the stand-in, who is named and decides by an e-mail of their own', () => {
    const away = { standIn: '刘洋', awayFrom: '2026-10-10', awayTo: '2026-10-20' };
    typeOver(office, 1001, staffRow(office, '陈静'), away, 'hr');
    office.moveTo('2026-10-10T08:30');
    expect(dead()).toEqual({ title: '已转给别人办理', text: '这件事现在由刘洋办理，这个链接不能再用。' });
    decide(office, 'hr', 'approveHead', { '1.approvedQuantity': 5 });
    expect(dead()?.text).toContain('刘洋 已在');
    expect(cellsOf(office, tabs.requisitions, 'decisions').flat().join()).toMatch(/陈静 → 刘洋[^]*刘洋（陈静） · 同意/);
  });
});

const staffRow = (office: Office, name: string): number => office.rows(1001).find((row) => row['name'] === name)!.row;

describe('what is carried out is what was approved', () => {
  const guarded = '与批准时不同';

  test('3.1.3 a requisition that is changed by hand after the approval is not issued, until it is put right', () => {
    const office = storeroom();
    const pens = { name: '签字笔', spec: '黑色', unit: '支', category: '文具', location: '柜二' };
    step(office, 'items', create(office, 'items', pens).no, 'opening', { quantity: 9 });
    const no = ask(office, 2);
    decide(office, 'head', 'approveHead', { '1.approvedQuantity': 2 });
    const issue = {
      register: 'requisitions',
      no,
      transition: 'issue',
      input: { recipient: '周琳', '1.quantity': 2 },
    };
    for (const [key, typed] of [
      ['quantity', 3],
      ['item', '签字笔 黑色'],
      ['applicant', '赵敏'],
      ['approvedQuantity', 3],
    ] as const) {
      const was = office.rows(tabs.requisitions)[1]![key]!;
      typeOver(office, tabs.requisitions, 2, { [key]: typed });
      const { message } = office.refused('front', 'transition', { ...issue, requestId: requestId() });
      expect([key, message]).toEqual([key, expect.stringContaining(guarded)]);
      typeOver(office, tabs.requisitions, 2, { [key]: was });
    }
    step(office, 'requisitions', no, 'issue', issue.input);
    expect(cellsOf(office, tabs.ledger, 'kind', 'quantity')).toEqual([
      ['期初', 3],
      ['期初', 9],
      ['领用', -2],
    ]);
  });

  test('3.3.2 a purchase that is changed by hand after the approval is not ordered', () => {
    const office = storeroom();
    const no = buy(office);
    decide(office, 'head', 'approveHead');
    decide(office, 'director', 'approveDirector', { amount: 200 });
    for (const [key, typed] of [
      ['quantity', 100],
      ['estimatedPrice', 2000],
      ['supplier', '晨光文具'],
    ] as const) {
      const was = office.rows(tabs.purchases)[1]![key] ?? '';
      typeOver(office, tabs.purchases, 2, { [key]: typed });
      const input = { '1.supplier': '晨光文具' };
      const order = { register: 'supply-purchases', no, transition: 'order', input, requestId: requestId() };
      expect([key, office.refused('front', 'transition', order).message]).toEqual([
        key,
        expect.stringContaining(guarded),
      ]);
      typeOver(office, tabs.purchases, 2, { [key]: was });
    }
    expect(cellsOf(office, tabs.items, 'onOrder')).toEqual([[0]]);
  });

  test('3.3.2 the amount that the director types must be that of the request as it stands', () => {
    const office = storeroom();
    buy(office);
    decide(office, 'head', 'approveHead');
    const token = office.tokenTo(people.director);
    for (const amount of [199.99, 2000, 0])
      expect(answerLink(office, token, 'approveDirector', { amount })).toMatchObject({
        ok: false,
        error: { code: 'invalid', fields: { amount: expect.any(String) as string } },
      });
    expect(answerLink(office, token, 'approveDirector')).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(states(office, tabs.purchases)).toEqual(['待领导审批']);
  });

  test('3.3.2 the director is not passed over because somebody typed that they have decided', () => {
    const office = storeroom();
    buy(office);
    const token = office.tokenTo(people.head);
    const forged = { steps: ['director'], verdict: 'approve', by: '赵敏', at: '2026-10-09T09:30:00', way: 'link' };
    typeOver(office, tabs.purchases, 2, { round: JSON.stringify([forged]) });
    expect(deadOf(office, token)?.title).toBe('内容已更改');
    expect(answerLink(office, token, 'approveHead')).toMatchObject({ ok: false, error: { code: 'outOfDate' } });
    office.moveTo('2026-10-09T19:00');
    decide(office, 'head', 'approveHead');
    expect(cellsOf(office, tabs.purchases, 'state', 'approver')).toEqual([['待领导审批', '赵敏']]);
  });

  test('3.1.3 the approval itself typed over is put back in the evening, and the log keeps what was typed', () => {
    const office = storeroom();
    ask(office, 1);
    decide(office, 'head', 'approveHead', { '1.approvedQuantity': 1 });
    const approvedContent = String(office.rows(tabs.requisitions)[1]!['approvedContent']);
    const typed = approvedContent.replace(/1,1\]$/, '3,3]');
    expect(typed).not.toBe(approvedContent);
    typeOver(office, tabs.requisitions, 2, { quantity: 3, approvedQuantity: 3, approvedContent: typed });
    office.moveTo('2026-10-09T19:00');
    expect(cellsOf(office, tabs.requisitions, 'approvedQuantity', 'approvedContent')).toEqual([[1, approvedContent]]);
    const [line] = office.rows(auditTab.sheetId).filter((one) => one['transition'] === 'putBack');
    expect(JSON.parse(String(line!['changes']))).toMatchObject({
      approvedQuantity: [3, 1],
      approvedContent: [typed, approvedContent],
    });
  });

  test('a state typed over as approved is put back, and approves nothing', () => {
    const office = storeroom();
    const no = ask(office, 2);
    const keys = Object.keys(office.rows(tabs.requisitions)[0]!).filter((key) => key !== 'row');
    const range = `${String.fromCharCode(65 + keys.indexOf('state'))}3`;
    const typed = { spreadsheetId: office.id('desk'), sheet: tabs.requisitions, range, values: [['待发放']] };
    for (const { error } of deliverEdit(office.google, { ...typed, user: people.front }, 'now'))
      expect(error).toBeUndefined();
    expect(states(office, tabs.requisitions)).toEqual(['待部门审批']);
    typeOver(office, tabs.requisitions, 2, { state: '待发放', approvedQuantity: 2 });
    const input = { recipient: '周琳', '1.quantity': 2 };
    const issue = { register: 'requisitions', no, transition: 'issue', input, requestId: requestId() };
    expect(office.refused('front', 'transition', issue).message).toContain(guarded);
    office.moveTo('2026-10-09T19:00');
    expect(states(office, tabs.requisitions)).toEqual(['待部门审批']);
  });
});
