import { createHash } from 'node:crypto';
import { contentOf } from '../../src/kernel/token';
import { isAsApproved } from '../../src/kernel/approval';
import { InvalidEntry, NotAllowed, OutOfDate, Refusal } from '../../src/kernel/errors';
import type { Values } from '../../src/kernel/values';
import { say } from '../../src/kernel/words';
import { factsWith } from '../chapters/world';
import { approval, product, submit, type Way } from './claims';

const stand = (way: Way): readonly unknown[] => [way.values()['state'], way.values()['approver']];
const director = { 'approval.forDirector': '刘洋' };
const approvedBy = (way: Way): Way => way.take('approveHead', '陈静').take('approveDirector', '赵敏', { amount: 25 });

describe('an approval goes from step to step', () => {
  test('to the head, to the director, and back to the applicant', () => {
    const way = submit();
    expect(stand(way)).toEqual(['withHead', '陈静']);
    expect(way.told()).toEqual(['claims-ask → A03']);
    way.take('approveHead', '陈静');
    expect(stand(way)).toEqual(['withDirector', '赵敏']);
    expect(way.told()).toEqual(['claims-ask → A04']);
    way.take('approveDirector', '赵敏', { amount: 25, comment: '从培训费列支' });
    expect(stand(way)).toEqual(['approved', null]);
    expect(way.told()).toEqual(['claims-answer → A06']);
  });

  test('who decided what, when, how they were known, and what they said stands in the request', () => {
    const way = submit().take('approveHead', '陈静', {}, { via: 'link' });
    way.take('approveDirector', '赵敏', { amount: 25, comment: '从培训费\n列支' });
    expect(way.values()['decisions']).toBe(
      '陈静 · 同意 · 2026-10-09 09:30 · 邮件链接\n赵敏 · 同意 · 2026-10-09 09:30 · 从培训费 列支',
    );
  });

  test('only whom the step waits for decides it', () => {
    for (const other of ['周琳', '赵敏', '王芳'] as const) {
      expect(() => submit().take('approveHead', other)).toThrow(NotAllowed);
    }
    expect(() => submit().take('approveDirector', '赵敏', { amount: 25 })).toThrow();
  });

  test('all lines move together', () => {
    const way = submit({}, {}, [{ department: '社工部', applicant: '周琳', thing: '纸杯', quantity: 1, price: 5 }]);
    way.take('approveHead', '陈静', { '2.allowed': 0 });
    expect(way.lines().map(({ values }) => [values['state'], values['allowed']])).toEqual([
      ['withDirector', 2],
      ['withDirector', 0],
    ]);
  });

  test('where money is spent the amount is typed, and must be the total', () => {
    const others = [{ department: '社工部', applicant: '周琳', thing: '纸杯', quantity: 3, price: 0.1 }];
    const amountOf = (amount: number | null) => () =>
      submit({}, {}, others).take('approveHead', '陈静').take('approveDirector', '赵敏', { amount });
    expect(amountOf(25)).toThrow(InvalidEntry);
    expect(amountOf(null)).toThrow(InvalidEntry);
    expect(amountOf(25.3)).not.toThrow();
  });

  test('declining and sending back need a reason', () => {
    expect(() => submit().take('decline', '陈静')).toThrow(InvalidEntry);
    expect(() => submit().take('sendBack', '陈静')).toThrow(InvalidEntry);
    const way = submit();
    way.told();
    way.take('decline', '陈静', { comment: '预算已用完' });
    expect(stand(way)).toEqual(['declined', null]);
    expect(way.told()).toEqual(['claims-answer → A06']);
    expect(way.values()['decisions']).toMatch('不同意');
    expect(() => way.take('approveHead', '陈静')).toThrow(NotAllowed);
  });
});

describe('nobody decides on their own', () => {
  test('the head’s own request goes to the director at once, and to nobody twice', () => {
    const way = submit({ applicant: '陈静' });
    expect(stand(way)).toEqual(['withHead', '赵敏']);
    way.take('approveHead', '赵敏');
    expect(stand(way)).toEqual(['approved', null]);
  });

  test('the director’s own goes to the person in the settings', () => {
    const way = submit({ applicant: '赵敏' }, { settings: director });
    expect(stand(way)).toEqual(['withHead', '陈静']);
    way.take('approveHead', '陈静');
    expect(stand(way)).toEqual(['withDirector', '刘洋']);
    way.take('approveDirector', '刘洋', { amount: 25 });
    expect(stand(way)).toEqual(['approved', null]);
  });

  test('when nobody is named for the director, the request says whom to ask, and is not made', () => {
    expect(() => submit({ applicant: '赵敏', department: '综合部' }).take('approveHead', '刘洋')).toThrow(Refusal);
    expect(() => submit({ applicant: '赵敏' }, { departments: [{ name: '社工部', head: '赵敏' }] })).toThrow(
      /Settings/,
    );
  });

  test('not even when their name stands where the approver’s does', () => {
    const way = submit().type({ approver: '周琳' });
    expect(() => way.take('approveHead', '周琳')).toThrow(/own request/);
    expect(() => way.take('approveHead', '周琳', {}, { via: 'link' })).toThrow(/own request/);
    expect(() => way.take('decline', '周琳', { comment: '算了' })).toThrow(/own request/);
  });

  test('nor by entering a signature on paper for themselves', () => {
    const way = submit({ applicant: '王芳' });
    expect(() => way.take('paperHead', '王芳', { paperRef: '档-1' })).toThrow(/own request/);
    expect(stand(way.take('paperHead', '李强', { paperRef: '档-1' }))).toEqual(['withDirector', '赵敏']);
  });

  test('one person in two roles decides once', () => {
    const departments = [{ name: '社工部', head: '赵敏' }];
    const way = submit({}, { departments });
    way.take('approveHead', '赵敏');
    expect(stand(way)).toEqual(['approved', null]);
  });
});

describe('who is away is replaced', () => {
  const gone = { awayFrom: '2026-10-08', awayTo: '2026-10-12' };

  test('by the stand-in, and the log names both', () => {
    const way = submit({ applicant: '李强' }, { staff: { 陈静: gone } });
    expect(stand(way)).toEqual(['withHead', '周琳']);
    const later = submit({ applicant: '李强' });
    later.told();
    later.take('passOn', 'clock', {}, { staff: { 陈静: gone } });
    expect(stand(later)).toEqual(['withHead', '周琳']);
    expect(later.told()).toEqual(['claims-ask → A06']);
    expect(later.values()['decisions']).toBe('陈静 → 周琳 · 转给代理人 · 2026-10-09');
    expect(later.take('approveHead', '周琳').values()['decisions']).toMatch('周琳 · 同意');
  });

  test('never by the applicant, and not by somebody who is away, too', () => {
    expect(stand(submit({}, { staff: { 陈静: gone } }))).toEqual(['withHead', '陈静']);
    expect(stand(submit({ applicant: '李强' }, { staff: { 陈静: gone, 周琳: gone } }))).toEqual(['withHead', '陈静']);
  });

  test('once: a stand-in’s stand-in is not asked', () => {
    const staff = { 陈静: gone, 周琳: { ...gone, standIn: '刘洋' } };
    expect(stand(submit({ applicant: '李强' }, { staff }))).toEqual(['withHead', '陈静']);
    const circle = { 陈静: { ...gone, standIn: '周琳' }, 周琳: { standIn: '陈静' } };
    expect(stand(submit({ applicant: '李强' }, { staff: circle }))).toEqual(['withHead', '周琳']);
  });

  test('whoever decided in somebody’s place is not asked again in their own', () => {
    const staff = { 陈静: { ...gone, standIn: '赵敏' } };
    const way = submit({ applicant: '李强' }, { staff });
    expect(stand(way)).toEqual(['withHead', '赵敏']);
    way.take('approveHead', '赵敏');
    expect(stand(way)).toEqual(['approved', null]);
  });
});

describe('who does not answer', () => {
  const chased = (way: Way, day: string, more = {}) => {
    const facts = factsWith({ as: 'clock', now: `${day}T08:00:00`, ...more });
    return product.chapters[0]!.jobs![0]!.plan(way.lines(), facts).acts!.map(({ transition }) => transition);
  };

  test('is reminded after two working days, once', () => {
    // Asked on a Friday.
    const way = submit();
    expect(chased(way, '2026-10-12')).toEqual([]);
    expect(chased(way, '2026-10-13')).toEqual(['remind']);
    way.told();
    way.take('remind', 'clock', {}, { now: '2026-10-13T08:00:00' });
    expect(way.told()).toEqual(['claims-remind → A03']);
    expect(chased(way, '2026-10-14')).toEqual([]);
  });

  test('is passed over after four: by the stand-in, or else by the next level', () => {
    const way = submit({ applicant: '李强' });
    expect(chased(way, '2026-10-15')).toEqual(['escalate']);
    way.take('escalate', 'clock', {}, { now: '2026-10-15T08:00:00' });
    expect(stand(way)).toEqual(['withHead', '周琳']);
    expect(way.values()['askedAt']).toBe('2026-10-15T08:00');
    // 周琳 is the applicant here, so that the director is asked.
    const own = submit();
    own.take('escalate', 'clock', {}, { now: '2026-10-15T08:00:00' });
    expect(stand(own)).toEqual(['withHead', '赵敏']);
    expect(chased(own, '2026-10-16')).toEqual([]);
  });

  test('is passed on the same morning when away or gone', () => {
    const way = submit({ applicant: '李强' });
    expect(chased(way, '2026-10-12', { staff: { 陈静: { awayFrom: '2026-10-12' } } })).toEqual(['passOn']);
    expect(chased(way, '2026-10-12', { staff: { 陈静: { leftOn: '2026-10-11', standIn: null } } })).toEqual([
      'escalate',
    ]);
  });

  test('the settings say how long', () => {
    const settings = { 'approval.reminderDays': 1, 'approval.escalationDays': 2 };
    const way = submit({ applicant: '李强' }, { settings });
    expect(chased(way, '2026-10-12', { settings })).toEqual(['remind']);
    expect(chased(way, '2026-10-13', { settings })).toEqual(['escalate']);
  });

  test('sees it on the board and in the morning’s letter, with how long it has waited', () => {
    const [section] = product.chapters[0]!.board!;
    const [digest] = product.chapters[0]!.digests!;
    const [record] = submit().lines();
    const on = (day: string) => factsWith({ as: '陈静', now: `${day}T08:00:00` });
    expect(section!.isFor!(on('2026-10-13').actor, record!, on('2026-10-13'))).toBe(true);
    expect(section!.isFor!(factsWith({ as: '赵敏' }).actor, record!, factsWith())).toBe(false);
    expect(section!.next!(record!, on('2026-10-13'))).toBe('approveHead');
    const chips = (day: string) =>
      section!.chips!(record!, on(day)).map(({ words, values, tone }) => [say(words, 'zh', values), tone]);
    expect(chips('2026-10-09')).toEqual([]);
    expect(chips('2026-10-12')).toEqual([['已等 1 个工作日', 'waiting']]);
    expect(chips('2026-10-13')).toEqual([['已等 2 个工作日', 'late']]);
    const { directory } = on('2026-10-13');
    const lines = (name: string) => digest!.lines([record!], directory.person(name)!, on('2026-10-13'));
    expect(lines('陈静')).toEqual([['BX-2026-00001', '周琳、茶点、已等 2 个工作日']]);
    expect(lines('赵敏')).toEqual([]);
    expect(say(section!.title, 'hant')).toMatch('：');
  });
});

describe('back to the applicant', () => {
  const page = product.page('claims-decision')!;
  const bound = (way: Way): string =>
    contentOf(page, way.lines(), (text) => createHash('sha256').update(text).digest('hex'));

  test('what is sent back is completed and goes round again, from the start', () => {
    const way = submit().take('approveHead', '陈静').take('sendBack', '赵敏', { comment: '写明用途' });
    expect(stand(way)).toEqual(['returned', null]);
    expect(page.isOpen(way.lines()[0]!, factsWith())).toBe(false);
    way.told();
    const input: Values = {
      department: '社工部',
      purpose: '小组活动',
      '1.thing': '茶点',
      '1.quantity': 3,
      '1.price': 12.5,
    };
    way.take('resubmit', '周琳', input, { now: '2026-10-09T10:00:00' });
    expect(stand(way)).toEqual(['withHead', '陈静']);
    expect(way.values()).toMatchObject({ quantity: 3, purpose: '小组活动', round: null });
    expect(way.told()).toEqual(['claims-ask → A03']);
  });

  test('an e-mail sent before that opens nothing any more, although the words are the same', () => {
    const way = submit();
    const first = bound(way);
    way.take('sendBack', '陈静', { comment: '写明用途' });
    const same: Values = { department: '社工部', '1.thing': '茶点', '1.quantity': 2, '1.price': 12.5 };
    way.take('resubmit', '周琳', same, { now: '2026-10-09T10:00:00' });
    expect(page.isOpen(way.lines()[0]!, factsWith())).toBe(true);
    expect(bound(way)).not.toBe(first);
  });

  test.each([
    ['quantity', 9],
    ['applicant', '李强'],
    ['approver', '赵敏'],
  ])('nor does one when the %s has changed', (key, value) => {
    const way = submit();
    const first = bound(way);
    expect(bound(way.type({ [key]: value }))).not.toBe(first);
  });

  test('only the applicant, or the front desk for them, submits again; only the applicant withdraws', () => {
    const back = () => submit().take('sendBack', '陈静', { comment: '写明用途' });
    const same: Values = { department: '社工部', '1.thing': '茶点', '1.quantity': 2, '1.price': 12.5 };
    expect(() => back().take('resubmit', '刘洋', same)).toThrow(NotAllowed);
    expect(stand(back().take('resubmit', '王芳', same))).toEqual(['withHead', '陈静']);
    expect(() => submit().take('withdraw', '王芳')).toThrow(NotAllowed);
    const way = submit().take('withdraw', '周琳');
    expect(stand(way)).toEqual(['cancelled', null]);
    expect(() => way.take('approveHead', '陈静')).toThrow();
  });

  test('withdrawn until it is carried out', () => {
    expect(stand(approvedBy(submit()).take('withdraw', '周琳'))).toEqual(['cancelled', null]);
    expect(() => approvedBy(submit()).take('pay', '王芳').take('withdraw', '周琳')).toThrow(OutOfDate);
  });
});

describe('what was approved is what is carried out', () => {
  test('word for word, with what the decision lowered', () => {
    const way = submit()
      .take('approveHead', '陈静', { '1.allowed': 1 })
      .take('approveDirector', '赵敏', { amount: 25 });
    expect(isAsApproved(approval, way.lines()[0]!)).toBe(true);
    const typed: readonly Values[] = [{ quantity: 3 }, { price: 12.51 }, { allowed: 2 }, { purpose: '别的' }];
    for (const changed of typed) {
      const other = { ...way.lines()[0]!, values: { ...way.values(), ...changed } };
      expect(isAsApproved(approval, other)).toBe(false);
    }
  });

  test('what nobody approved is not', () => {
    expect(isAsApproved(approval, submit().lines()[0]!)).toBe(false);
  });
});

describe('a signature on paper', () => {
  test('is entered by the front desk with its file number; the approver hears of it', () => {
    const way = submit();
    way.told();
    expect(() => way.take('paperHead', '王芳')).toThrow(InvalidEntry);
    expect(() => way.take('paperHead', '周琳', { paperRef: '档-1' })).toThrow(NotAllowed);
    way.take('paperHead', '王芳', { paperRef: '档-2026-7' });
    expect(stand(way)).toEqual(['withDirector', '赵敏']);
    expect(way.values()['decisions']).toBe('陈静 · 同意 · 2026-10-09 · 纸质签字 档-2026-7 · 王芳 2026-10-09 登记');
    expect(way.told()).toEqual(['claims-paper → A03', 'claims-ask → A04']);
  });

  test('the approver can object: the step waits for them again', () => {
    const way = submit().take('paperHead', '王芳', { paperRef: '档-1' });
    const page = product.page('claims-paper')!;
    expect(page.isOpen(way.lines()[0]!, factsWith())).toBe(true);
    way.told();
    expect(() => way.take('objectToPaper', '王芳', {}, { via: 'link' })).toThrow(NotAllowed);
    way.take('objectToPaper', '陈静', {}, { via: 'link', now: '2026-10-09T10:00:00' });
    expect(stand(way)).toEqual(['withHead', '陈静']);
    expect(way.values()).toMatchObject({ askedAt: '2026-10-09T10:00', round: null, paperStep: null });
    expect(way.values()['decisions']).toMatch('陈静 · 这不是我签的');
    expect(way.told()).toEqual(['claims-ask → A03']);
    expect(page.isOpen(way.lines()[0]!, factsWith())).toBe(false);
  });

  test('also when everything is decided and nothing carried out', () => {
    const way = submit().take('approveHead', '陈静').take('paperDirector', '王芳', { paperRef: '档-2' });
    expect(stand(way)).toEqual(['approved', null]);
    way.take('objectToPaper', '赵敏', {}, { via: 'link' });
    expect(stand(way)).toEqual(['withDirector', '赵敏']);
    expect(isAsApproved(approval, way.lines()[0]!)).toBe(false);
    const paid = submit().take('approveHead', '陈静').take('paperDirector', '王芳', { paperRef: '档-2' });
    expect(() => paid.take('pay', '王芳').take('objectToPaper', '赵敏', {}, { via: 'link' })).toThrow();
  });
});

test('the letters say what is asked, which record, and what came of it', () => {
  const way = submit();
  const make = (key: string) =>
    product.letter(key)!.make(way.lines()[0]!, factsWith({ as: 'clock' }), undefined, way.lines());
  expect(make('claims-ask').subject).toBe('请审批：报销单 BX-2026-00001（茶点）');
  expect(make('claims-remind').subject).toMatch('催办');
  approvedBy(way);
  expect(make('claims-answer').subject).toBe('已批准：报销单 BX-2026-00001（茶点）');
  expect(make('claims-answer').facts.flat().join()).toMatch('赵敏 · 同意');
});
