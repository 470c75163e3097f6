import { createHash } from 'node:crypto';
import { contentOf } from '../../src/kernel/token';
import { decisionsOf, isAsApproved, signatureBoxes } from '../../src/kernel/approval';
import { InvalidEntry, NotAllowed, OutOfDate, Refusal } from '../../src/kernel/errors';
import type { Values } from '../../src/kernel/values';
import { say } from '../../src/kernel/words';
import type { LinkPage } from '../../src/kernel/workflow';
import { factsWith } from '../chapters/world';
import { approval, product, submit, type Way } from './claims';

const stand = (way: Way): readonly unknown[] => [way.values()['state'], way.values()['approver']];
const director = { 'approval.forDirector': '刘洋' };
const approvedBy = (way: Way): Way => way.take('approveHead', '陈静').take('approveDirector', '赵敏', { amount: 25 });

const bound = (page: LinkPage, way: Way): string =>
  contentOf(page, way.lines(), (text) => createHash('sha256').update(text).digest('hex'));

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
    expect(way.told()).toEqual(['claims-answer → A06', 'claims-carry-out → A01', 'claims-carry-out → A02']);
  });

  test('of those who carry it out, whoever is there and does not read the answer as the applicant hears of it', () => {
    const way = submit({ applicant: '王芳', department: '综合部' }, { staff: { 李强: { awayFrom: '2026-10-09' } } });
    way.take('approveHead', '刘洋').told();
    expect(way.take('approveDirector', '赵敏', { amount: 25 }).told()).toEqual(['claims-answer → A01']);
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
  test('the head’s own request goes to the director at once, who is asked once, with the amount', () => {
    const way = submit({ applicant: '陈静' });
    expect(stand(way)).toEqual(['withDirector', '赵敏']);
    expect(way.told()).toEqual(['claims-ask → A04']);
    expect(() => way.take('approveDirector', '赵敏', { amount: 1 })).toThrow(InvalidEntry);
    way.take('approveDirector', '赵敏', { amount: 25 });
    expect(stand(way)).toEqual(['approved', null]);
    expect(way.values()).toMatchObject({ allowed: 2, decisions: '赵敏 · 同意 · 2026-10-09 09:30' });
  });

  test('the director’s own goes to the person in the settings', () => {
    const settings = { 'approval.forDirector': '陈静' };
    const way = submit({ applicant: '赵敏', department: '综合部' }, { settings });
    expect(stand(way)).toEqual(['withHead', '刘洋']);
    way.take('approveHead', '刘洋');
    expect(stand(way)).toEqual(['withDirector', '陈静']);
    way.take('approveDirector', '陈静', { amount: 25 });
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

  test('nor on what they have filed in a colleague’s name, whatever is typed over that afterwards', () => {
    const filed = { filedBy: '陈静' } as const;
    const changes: readonly Values[] = [{}, { recordedBy: '王芳' }];
    for (const typed of changes) {
      const way = submit({}, filed).type(typed);
      expect(stand(way)).toEqual(['withDirector', '赵敏']);
      way.type({ approver: '陈静' });
      expect(() => way.take('approveDirector', '陈静', { amount: 25 })).toThrow(/own request/);
    }
  });

  test('one person in two roles decides once, where the amount is asked', () => {
    const departments = [{ name: '社工部', head: '赵敏' }];
    const way = submit({}, { departments });
    expect(stand(way)).toEqual(['withDirector', '赵敏']);
    way.take('approveDirector', '赵敏', { amount: 25 });
    expect(stand(way)).toEqual(['approved', null]);
    const signed = signatureBoxes(approval, way.lines()[0]!).map(({ decision }) => decision?.by);
    expect(signed).toEqual(['赵敏', '赵敏']);
  });
});

describe('nobody chooses who decides by naming another department', () => {
  test('whoever is not of the front desk asks for their own, also when they complete it', () => {
    expect(() => submit({ department: '综合部' })).toThrow(InvalidEntry);
    expect(stand(submit({ applicant: '王芳' }))).toEqual(['withHead', '陈静']);
    const way = submit().take('sendBack', '陈静', { comment: '写明用途' });
    const other: Values = { department: '综合部', '1.thing': '茶点', '1.quantity': 2, '1.price': 12.5 };
    expect(() => way.take('resubmit', '周琳', other)).toThrow(InvalidEntry);
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
    expect(later.take('approveHead', '周琳').values()['decisions']).toMatch('周琳（陈静） · 同意');
    expect(way.take('approveHead', '周琳').values()['decisions']).toMatch(/^周琳（陈静） · 同意/);
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

  test('whoever stands in for the head and is the director is asked once, with the amount', () => {
    const staff = { 陈静: { ...gone, standIn: '赵敏' } };
    const way = submit({ applicant: '李强' }, { staff });
    expect(stand(way)).toEqual(['withDirector', '赵敏']);
    way.take('approveDirector', '赵敏', { amount: 25 });
    expect(stand(way)).toEqual(['approved', null]);
    expect(way.values()['decisions']).toMatch(/^赵敏（陈静） · 同意/);
  });

  describe('where the director is away and the head stands in, two people decide all the same', () => {
    const staff = { 赵敏: { ...gone, standIn: '陈静' } };

    test('the director waits, and the next level is asked in time', () => {
      const settings = director;
      const way = submit({}, { staff, settings }).take('approveHead', '陈静');
      expect(stand(way)).toEqual(['withDirector', '赵敏']);
      way.take('escalate', 'clock', {}, { now: '2026-10-15T08:00:00' });
      expect(stand(way)).toEqual(['withDirector', '刘洋']);
      way.take('approveDirector', '刘洋', { amount: 25 });
      expect(way.values()['decisions']).toMatch('刘洋（赵敏） · 同意');
    });

    test('a stand-in who has not decided before is asked', () => {
      const way = submit({}, { staff: { 赵敏: { ...gone, standIn: '刘洋' } } }).take('approveHead', '陈静');
      expect(stand(way)).toEqual(['withDirector', '刘洋']);
    });

    test('nor does the head decide by the director’s link, signed in as the stand-in', () => {
      const way = submit({}, { staff: { 赵敏: { standIn: '陈静' } } }).take('approveHead', '陈静');
      const signedIn = { via: 'link', account: 'chenjing@example.org' } as const;
      expect(() => way.take('approveDirector', '赵敏', { amount: 25 }, signedIn)).toThrow(/somebody else/);
    });
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
    expect(stand(own)).toEqual(['withDirector', '赵敏']);
    expect(chased(own, '2026-10-16')).toEqual([]);
    own.take('approveDirector', '赵敏', { amount: 25 });
    expect(stand(own)).toEqual(['approved', null]);
    expect(own.values()['decisions']).toMatch(/陈静 → 赵敏.*\n赵敏（陈静） · 同意/);
  });

  test('is passed over once: no two stand-ins pass it to each other for ever, and each step begins afresh', () => {
    const staff = { 陈静: { standIn: '李强' }, 李强: { standIn: '陈静' }, 赵敏: { standIn: '李强' } };
    const settings = director;
    const way = submit({ applicant: '周琳' }, { staff, settings });
    const next = (day: string) => stand(way.take('escalate', 'clock', {}, { now: `${day}T08:00:00` }));
    expect(next('2026-10-15')).toEqual(['withHead', '李强']);
    expect(next('2026-10-21')).toEqual(['withDirector', '赵敏']);
    expect(next('2026-10-27')).toEqual(['withDirector', '李强']);
    expect(next('2026-11-02')).toEqual(['withDirector', '刘洋']);
    expect(() => next('2026-11-06')).toThrow(OutOfDate);
    expect(chased(way, '2026-11-09', { staff, settings })).toEqual(['remind']);
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
    const first = bound(page, way);
    way.take('sendBack', '陈静', { comment: '写明用途' });
    const same: Values = { department: '社工部', '1.thing': '茶点', '1.quantity': 2, '1.price': 12.5 };
    way.take('resubmit', '周琳', same, { now: '2026-10-09T10:00:00' });
    expect(page.isOpen(way.lines()[0]!, factsWith())).toBe(true);
    expect(bound(page, way)).not.toBe(first);
  });

  test.each([
    ['quantity', 9],
    ['applicant', '李强'],
    ['approver', '赵敏'],
  ])('nor does one when the %s has changed', (key, value) => {
    const way = submit();
    const first = bound(page, way);
    expect(bound(page, way.type({ [key]: value }))).not.toBe(first);
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

  test('whoever has just lost their link hears of it, and nobody else', () => {
    const way = submit({ applicant: '李强' }).take('escalate', 'clock', {}, { now: '2026-10-15T08:00:00' });
    way.told();
    expect(way.take('withdraw', '李强').told()).toEqual(['claims-withdrawn → A06']);
    expect(product.letter('claims-withdrawn')!.weight).toBe(4);
    const decided = approvedBy(submit());
    decided.told();
    expect(decided.take('withdraw', '周琳').told()).toEqual([]);
  });

  test('withdrawn until it is carried out', () => {
    expect(stand(approvedBy(submit()).take('withdraw', '周琳'))).toEqual(['cancelled', null]);
    expect(() => approvedBy(submit()).take('pay', '王芳').take('withdraw', '周琳')).toThrow(OutOfDate);
  });
});

describe('what is changed by hand while it waits', () => {
  const refusalOf = (act: () => unknown): Refusal => {
    try {
      act();
    } catch (error) {
      if (error instanceof Refusal) return error;
    }
    throw new Error('it was not refused');
  };

  test('between two steps is not decided: what was approved before is approved no more, and the first step is asked anew', () => {
    const way = submit().take('approveHead', '陈静').type({ quantity: 500 });
    way.told();
    const { instead } = refusalOf(() => way.take('approveDirector', '赵敏', { amount: 6250 }));
    expect(instead).toBe('askAnew');
    way.take(instead!, 'clock', {}, { now: '2026-10-09T11:00:00' });
    expect(stand(way)).toEqual(['withHead', '陈静']);
    expect(way.values()).toMatchObject({ round: null, allowed: null, askedAt: '2026-10-09T11:00' });
    expect(way.values()['decisions']).toMatch(/陈静 · 同意 .*\n内容改过，重新送审 · 2026-10-09 11:00/);
    expect(way.told()).toEqual(['claims-anew → A03']);
    way.take('approveHead', '陈静').take('approveDirector', '赵敏', { amount: 6250 });
    expect(isAsApproved(approval, way.lines()[0]!)).toBe(true);
  });

  test('is refused whatever amount was typed, and not entered as signed on paper either', () => {
    const way = submit().take('approveHead', '陈静').type({ quantity: 500 });
    expect(refusalOf(() => way.take('approveDirector', '赵敏', { amount: 25 })).instead).toBe('askAnew');
    const paper = { amount: 6250, paperRef: '档-1' };
    expect(refusalOf(() => way.take('paperDirector', '王芳', paper)).instead).toBe('askAnew');
  });

  test('what a decision itself has lowered is no such change', () => {
    const way = submit().take('approveHead', '陈静', { '1.allowed': 1 });
    expect(() => way.take('askAnew', 'clock')).toThrow(OutOfDate);
    way.take('approveDirector', '赵敏', { amount: 25 });
    expect(way.values()['allowed']).toBe(1);
  });

  test('the letter about it waits until nobody is typing any more; an earlier one is not sent then', () => {
    const way = submit()
      .type({ quantity: 3 })
      .take('askAnew', 'clock', {}, { now: '2026-10-09T11:00:20' })
      .type({ price: 10 })
      .take('askAnew', 'clock', {}, { now: '2026-10-09T11:01:40' });
    const isDue = (time: string) =>
      product.letter('claims-anew')!.isDue(way.lines()[0]!, factsWith({ as: 'clock', now: `2026-10-09T${time}` }));
    expect([isDue('11:02:00'), isDue('11:03:00')]).toEqual([false, true]);
    expect(String(way.values()['decisions'])).toBe('null');
  });

  test('its e-mail is sent again by the applicant or the front desk, not twice within ten minutes', () => {
    const way = submit();
    way.told();
    const again = (time: string, who: '周琳' | '王芳' | '陈静' = '王芳') =>
      way.take('sendAgain', who, {}, { now: `2026-10-09T${time}` }).told();
    expect(() => again('09:39:00')).toThrow(Refusal);
    expect(again('09:40:00', '周琳')).toEqual(['claims-ask → A03']);
    expect(() => again('09:49:59')).toThrow(Refusal);
    expect(() => again('09:59:00', '陈静')).toThrow(NotAllowed);
    expect(again('09:50:00')).toEqual(['claims-ask → A03']);
    expect(stand(way)).toEqual(['withHead', '陈静']);
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
    expect(way.values()).toMatchObject({ askedAt: '2026-10-09T10:00', round: null, paperSigners: null, allowed: null });
    expect(way.values()['decisions']).toMatch('陈静 · 这不是我签的');
    expect(way.told()).toEqual(['claims-ask → A03']);
    expect(page.isOpen(way.lines()[0]!, factsWith())).toBe(false);
  });

  test('where money is spent, the amount is typed from the paper', () => {
    const way = submit().take('approveHead', '陈静');
    expect(() => way.take('paperDirector', '王芳', { paperRef: '档-2' })).toThrow(InvalidEntry);
    expect(() => way.take('paperDirector', '王芳', { paperRef: '档-2', amount: 24 })).toThrow(InvalidEntry);
    expect(stand(way.take('paperDirector', '王芳', { paperRef: '档-2', amount: 25 }))).toEqual(['approved', null]);
    expect(() => submit().take('paperHead', '王芳', { paperRef: '档-1', signedOn: '2026-10-10' })).toThrow(
      InvalidEntry,
    );
  });

  const twice = () =>
    submit()
      .take('paperHead', '王芳', { paperRef: '档-1' })
      .take('paperDirector', '王芳', { paperRef: '档-2', amount: 25 });

  test('also when everything is decided and nothing carried out: what was decided before stands', () => {
    const way = submit().take('approveHead', '陈静').take('paperDirector', '王芳', { paperRef: '档-2', amount: 25 });
    expect(stand(way)).toEqual(['approved', null]);
    way.take('objectToPaper', '赵敏', {}, { via: 'link' });
    expect(stand(way)).toEqual(['withDirector', '赵敏']);
    expect(decisionsOf(way.lines()[0]!).map(({ by }) => by)).toEqual(['陈静']);
    expect(isAsApproved(approval, way.lines()[0]!)).toBe(false);
  });

  test('two of them on one request: each signer hears of their own, and each can object', () => {
    const way = submit();
    way.told();
    expect(way.take('paperHead', '王芳', { paperRef: '档-1' }).told()).toContain('claims-paper → A03');
    const page = product.page('claims-paper')!;
    const first = bound(page, way);
    const told = way.take('paperDirector', '王芳', { paperRef: '档-2', amount: 25 }).told();
    expect(told.filter((one) => one.startsWith('claims-paper'))).toEqual(['claims-paper → A04']);
    expect(bound(page, way)).toBe(first);
    way.take('objectToPaper', '陈静', {}, { via: 'link' });
    expect(stand(way)).toEqual(['withHead', '陈静']);
    expect(decisionsOf(way.lines()[0]!)).toEqual([]);
    expect(stand(twice().take('objectToPaper', '赵敏', {}, { via: 'link' }))).toEqual(['withDirector', '赵敏']);
  });

  test('with an objection no other approval of other words is kept', () => {
    const way = submit().take('approveHead', '陈静').take('paperDirector', '王芳', { paperRef: '档-2', amount: 25 });
    way.type({ quantity: 500 }).take('objectToPaper', '赵敏', {}, { via: 'link' });
    expect(stand(way)).toEqual(['withHead', '陈静']);
    expect(decisionsOf(way.lines()[0]!)).toEqual([]);
  });

  test('an objection to what has been carried out is recorded, and the director is told', () => {
    const way = twice().take('pay', '王芳');
    way.told();
    way.take('objectToPaper', '陈静', {}, { via: 'link', now: '2026-10-12T09:00:00' });
    expect(stand(way)).toEqual(['paid', null]);
    expect(way.values()['decisions']).toMatch('陈静 · 这不是我签的 · 2026-10-12 09:00');
    expect(way.told()).toEqual(['claims-objection → A04']);
    expect(signatureBoxes(approval, way.lines()[0]!)[0]!.decision).toMatchObject({ objectedAt: '2026-10-12T09:00:00' });
    const letter = product.letter('claims-objection')!;
    expect(letter.make(way.lines()[0]!, factsWith({ as: 'clock' }), undefined, way.lines()).sentence).toBe(
      '陈静说登记在其名下的纸质签字不是本人签的，而报销单已经办理（已支付）。请查明。',
    );
    expect(() => way.take('objectToPaper', '陈静', {}, { via: 'link' })).toThrow(NotAllowed);
    way.take('objectToPaper', '赵敏', {}, { via: 'link' });
    expect(product.page('claims-paper')!.isOpen(way.lines()[0]!, factsWith())).toBe(false);
  });

  test('is not entered by the applicant, but by whoever filed the request for somebody', () => {
    const way = submit({}, { filedBy: '王芳' });
    expect(stand(way.take('paperHead', '王芳', { paperRef: '档-1' }))).toEqual(['withDirector', '赵敏']);
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
