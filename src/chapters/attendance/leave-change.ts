// 6.2.2: an approved slip is cancelled or ends earlier in the same way: the person asks, the department head decides.
import { submitted, transitionsOf } from '../../kernel/approval';
import { choice, longText } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { isEmpty, text, type Values } from '../../kernel/values';
import { personIn, type Case, type Telling, type Transition } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { leaveApproval as approval, noChange } from './leave-approval';
import { changes } from './leave-columns';
import { daysFor, isChange, slipOf, spanOf } from './leave-sums';
import { leave } from './leave.register';

const base = transitionsOf(approval);

const words = {
  ask: { zh: '申请变更（取消或提前销假）', en: 'Ask for a change (cancel, or end earlier)' },
  back: { zh: '撤回变更申请', en: 'Withdraw the change' },
  backSure: {
    zh: '请假条仍按批准的执行。确定撤回变更申请？',
    en: 'The slip stays as it was approved. Withdraw the change?',
  },
  asked: {
    zh: '变更已送审。批准以前，仍按原来的请假条。',
    en: 'The change waits for approval; until then the slip stays as it was.',
  },
  needsDay: { zh: '提前销假请填改为哪天结束。', en: 'Please say on which day it is to end.' },
  notEarlier: { zh: '要早于现在的结束时间：{span}。', en: 'It must be earlier than the present end: {span}.' },
  nothingLeft: {
    zh: '这样就一天也没有了，请选“取消”。',
    en: 'Nothing would be left of it: please choose “cancelled”.',
  },
  trail: { zh: '{who} · 申请变更：{change} · {now}', en: '{who} · asks for a change: {change} · {now}' },
} satisfies Record<string, Words>;

const hasChange = ({ record }: Case): boolean => isChange(record.values);
const stateIs =
  (state: string) =>
  (c: Case): boolean =>
    c.record.values['state'] === state;

function asked({ record, input }: Case): Values {
  const shorter = input['change'] === 'shorten';
  return {
    change: input['change'] ?? null,
    newLastDay: shorter ? (input['newLastDay'] ?? null) : null,
    newLastHalf: shorter ? (input['newLastHalf'] ?? 'whole') : null,
    changeReason: input['changeReason'] ?? null,
    // It is what stays in force, should the change be declined.
    approvedContent: record.values['approvedContent'] ?? null,
  };
}

function faults(c: Case): Readonly<Record<string, Sentence>> {
  const { record, input, facts } = c;
  if (input['change'] !== 'shorten') return {};
  if (isEmpty(input['newLastDay'])) return { newLastDay: { words: words.needsDay } };
  const now = slipOf(record.values);
  const { newLastDay, newLastHalf } = asked(c);
  const then = slipOf({ ...record.values, lastDay: newLastDay!, lastHalf: newLastHalf! });
  if (!now || !then) return {};
  const end = ({ lastDay, lastHalf }: typeof now): string => `${lastDay} ${lastHalf === 'morning' ? 0 : 1}`;
  if (end(then) >= end(now)) {
    return { newLastDay: { words: words.notEarlier, values: { span: spanOf(now, facts.language) } } };
  }
  // Of a slip that ends before it begins, nothing is left, either.
  return daysFor(text(record.values['person']), then, facts) === 0 ? { newLastDay: { words: words.nothingLeft } } : {};
}

const trail = ({ record, input, facts }: Case): string =>
  say(words.trail, facts.language, {
    who: text(record.values['person']),
    change: leave.columns['change']!.show(input['change'] ?? null, facts.language),
    now: facts.now.slice(0, 16).replace('T', ' '),
  });

const askChange: Transition = {
  article: '6.2.2',
  label: words.ask,
  from: ['approved'],
  to: ['withHead'],
  by: [personIn('person')],
  asks: {
    change: choice({ zh: '变更', en: 'Change' }, changes, { required: true }),
    newLastDay: leave.columns['newLastDay']!,
    newLastHalf: leave.columns['newLastHalf']!,
    changeReason: longText({ zh: '变更原因', en: 'Reason of the change' }, { required: true, personal: true }),
  },
  faults,
  sets: (c) => ({
    ...submitted(approval, { ...c.record.values, ...asked(c) }, c.facts).values,
    ...asked(c),
    decisions: [text(c.record.values['decisions']), trail(c)].filter(Boolean).join('\n'),
  }),
  tells: [{ letter: 'leave-ask' }],
  done: words.asked,
};

const only = (tells: readonly Telling[] = [], when: (c: Case) => boolean): readonly Telling[] =>
  tells.map((one) => ({ ...one, when: (c) => when(c) && (one.when?.(c) ?? true) }));

/** Approving a change cancels the slip, or leaves it approved with its new end. */
export const approving = (step: Transition): Transition => ({
  ...step,
  to: [...step.to, 'cancelled'],
  settle: (c) => {
    const state = step.settle!(c);
    return state === approval.approved && c.record.values['change'] === 'cancel' ? 'cancelled' : state;
  },
  tells: [
    ...only(step.tells, (c) => !stateIs('cancelled')(c)),
    { letter: 'leave-cancelled', when: stateIs('cancelled') },
  ],
});

/** How a change is asked for, taken back and declined; what is not offered while one waits. */
export const changeSteps: Readonly<Record<string, Transition>> = {
  askChange,
  withdrawChange: {
    ...base['withdraw']!,
    label: words.back,
    from: ['withHead'],
    to: ['approved'],
    when: hasChange,
    confirm: words.backSure,
    sets: (c) => ({ ...base['withdraw']!.sets!(c), ...noChange }),
    tells: [],
  },
  withdraw: { ...base['withdraw']!, when: (c) => !hasChange(c) },
  sendBack: { ...base['sendBack']!, when: (c) => !hasChange(c) },
  decline: {
    ...base['decline']!,
    to: ['declined', 'approved'],
    settle: (c) => (hasChange(c) ? 'approved' : 'declined'),
    sets: (c) => ({ ...base['decline']!.sets!(c), ...(hasChange(c) && noChange) }),
    tells: [
      ...only(base['decline']!.tells, stateIs('declined')),
      { letter: 'leave-unchanged', when: stateIs('approved') },
    ],
  },
};
