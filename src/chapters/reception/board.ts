// Reception's part of the board: who is expected, who is here, what is to be passed on, confirmed and answered.
import type { BoardSection, Chip } from '../../kernel/board';
import { minutesBetween, timePart } from '../../kernel/civil';
import { hasRole, samePerson, type Actor, type Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { isReplier, nextOfCall } from './calls.workflow';
import { momentText, toldOf } from './naming';
import {
  daysLeftOver,
  hasTypedArrival,
  isAppointmentDue,
  isAstray,
  isClosing,
  isLeftOver,
  isOverdue,
  isPastTime,
  isUnseen,
  sameBadge,
  owesReply,
} from './rules';
import { callOutcomes, transferChecks } from './calls.register';
import { hostAnswers } from './visits.register';
import { nextOf } from './visits.workflow';
import { askedSince, hasMessage, isUnanswered, needsAnotherWay, needsMessage } from './waiting';

const chip = (words: Words, tone: Chip['tone'], values?: Chip['values']): Chip => ({
  words,
  tone,
  ...(values && { values }),
});

const told = (facts: Facts, ...parts: readonly string[]): string =>
  list(
    parts.filter((part) => part !== ''),
    facts.language,
  );

const unlessFront = (actor: Actor): boolean => !hasRole(actor, 'front');

/** The front desk sees everything; others what is for them. */
const forFrontOr =
  (whose: (record: RecordRow) => string) =>
  (actor: Actor, record: RecordRow, { directory }: Facts): boolean =>
    hasRole(actor, 'front') || samePerson(whose(record), actor.person, directory);

const expected: BoardSection = {
  key: 'reception-expected',
  register: 'visits',
  title: { zh: '今天的预约', en: 'Expected today' },
  empty: { zh: '今天没有还没到的预约。', en: 'Nobody else is expected today.' },
  onlyFilled: unlessFront,
  tone: 'waiting',
  shows: ({ values }, facts) => isAppointmentDue(values, facts),
  isFor: forFrontOr(({ values }) => text(values['host'])),
  chips: ({ values }, facts) => [
    ...(hasTypedArrival(values, facts) ? [chip({ zh: '已填来访时间', en: 'Arrival typed' }, 'active')] : []),
    ...(isPastTime(values, facts) ? [chip({ zh: '已过预约时间', en: 'Past the time' }, 'late')] : []),
    ...(isEmpty(values['preparation']) ? [] : [chip({ zh: '需准备', en: 'To prepare' }, 'waiting')]),
  ],
  detail: ({ values }, facts) =>
    told(facts, timePart(text(values['expectedAt'])), text(values['host']), text(values['preparation'])),
  order: ({ values }) => text(values['expectedAt']),
  next: ({ values }, facts) => nextOf(values, facts),
};

function leftOverChip(values: Values, facts: Facts): Chip {
  const days = daysLeftOver(values, facts);
  return days > 1
    ? chip({ zh: '离开未登记 · {days} 天前', en: 'Leaving not recorded · {days} days ago' }, 'late', { days })
    : chip({ zh: '离开未登记', en: 'Leaving not recorded' }, 'late');
}

const sayAgain: Words = { zh: '请稍候已过 10 分钟，请再问一次', en: 'Asked to wait 10 min ago: ask again' };
const anotherWay: Words = { zh: '10 分钟没有答复，请换一种方式联系', en: 'No answer for 10 min: try another way' };

function hereChips(record: RecordRow, facts: Facts, open: readonly RecordRow[] = []): readonly Chip[] {
  const { values } = record;
  // Nobody is waiting any more who came on an earlier day.
  if (isLeftOver(values, facts)) return [leftOverChip(values, facts)];
  const answer = hostAnswers[text(values['hostAnswer']) as keyof typeof hostAnswers];
  const isPutOff = values['hostAnswer'] === 'wait';
  const since = isPutOff ? text(values['arrivedAt']) : askedSince(values);
  const waited = Math.max(0, minutesBetween(since, facts.now));
  return [
    ...(isClosing(facts) ? [chip({ zh: '快下班了，还在吗？', en: 'Closing soon: still here?' }, 'late')] : []),
    ...(answer ? [chip(answer.words, answer.tone)] : []),
    ...(isUnanswered(values)
      ? [chip({ zh: '已等 {minutes} 分钟', en: 'Waiting {minutes} min' }, 'waiting', { minutes: waited })]
      : []),
    ...(needsAnotherWay(values, facts) ? [chip(isPutOff ? sayAgain : anotherWay, 'late')] : []),
    ...(needsMessage(values) ? [chip({ zh: '可以留言', en: 'Take a message' }, 'late')] : []),
    ...(hasMessage(values) ? [chip({ zh: '已留言', en: 'Message taken' }, 'done')] : []),
    ...(sameBadge(record, open).length > 0 ? [chip({ zh: '访客证重复', en: 'Badge given twice' }, 'late')] : []),
  ];
}

const badgeWords: Words = { zh: '访客证 {badge}', en: 'badge {badge}' };
const badgeOf = (values: Values, { language }: Facts): string =>
  isEmpty(values['badge']) ? '' : say(badgeWords, language, { badge: text(values['badge']) });

const here: BoardSection = {
  key: 'reception-here',
  register: 'visits',
  title: { zh: '在访人员', en: 'Here now' },
  empty: { zh: '现在没有来访人员。', en: 'There are no visitors now.' },
  onlyFilled: unlessFront,
  tone: 'active',
  shows: ({ values }) => values['state'] === 'here',
  isFor: forFrontOr(({ values }) => text(values['attendant']) || text(values['host'])),
  chips: hereChips,
  detail: ({ values }, facts) =>
    told(facts, badgeOf(values, facts), text(values['host']), text(values['guidedTo']), toldOf(values, 'purpose')),
  order: ({ values }) => text(values['arrivedAt']),
  next: ({ values }, facts) => nextOf(values, facts),
  form: ({ values }) => (needsMessage(values) ? 'messages' : undefined),
};

const replies: BoardSection = {
  key: 'reception-replies',
  register: 'calls',
  title: { zh: '待回复的来电', en: 'Replies due' },
  empty: { zh: '没有待回复的来电。', en: 'No reply is due.' },
  onlyFilled: unlessFront,
  tone: 'waiting',
  shows: ({ values }) => owesReply(values),
  isFor: (actor, { values }, facts) => hasRole(actor, 'front') || isReplier(values, actor.person, facts),
  chips: ({ values }, facts) =>
    isOverdue(values, facts)
      ? [chip({ zh: '已逾期', en: 'Overdue' }, 'late')]
      : [chip({ zh: '{due} 前', en: 'by {due}' }, 'waiting', { due: momentText(text(values['replyDue'])) })],
  detail: ({ values }, facts) => told(facts, text(values['replier']), toldOf(values, 'subject')),
  order: ({ values }) => text(values['replyDue']),
  next: ({ values }) => nextOfCall(values),
};

const unseen: BoardSection = {
  key: 'reception-messages',
  register: 'messages',
  title: { zh: '未看到的留言', en: 'Messages not seen' },
  empty: { zh: '留言都已看到。', en: 'All messages have been seen.' },
  onlyFilled: unlessFront,
  tone: 'waiting',
  shows: ({ values }) => isUnseen(values),
  isFor: forFrontOr(({ values }) => text(values['to'])),
  chips: ({ values }) => [
    ...(values['urgent'] === true ? [chip({ zh: '紧急', en: 'Urgent' }, 'late')] : []),
    ...(isAstray(values) ? [chip({ zh: '找错人，请改留', en: 'Wrong person: pass on' }, 'late')] : []),
  ],
  detail: ({ values }, facts) => told(facts, text(values['to']), momentText(text(values['recordedAt']))),
  order: ({ values }) => `${values['urgent'] === true ? 0 : 1} ${text(values['recordedAt'])}`,
  next: ({ values }) => (isAstray(values) ? 'readdress' : undefined),
};

const openCalls: BoardSection = {
  key: 'reception-calls',
  register: 'calls',
  title: { zh: '待确认的来电', en: 'Calls to confirm' },
  empty: { zh: '来电都已办结。', en: 'All calls are closed.' },
  onlyFilled: unlessFront,
  tone: 'waiting',
  shows: ({ values }) => values['state'] === 'open' && !owesReply(values),
  isFor: (actor) => hasRole(actor, 'front'),
  chips: ({ values }) => {
    const check = transferChecks[text(values['transferCheck']) as keyof typeof transferChecks];
    const outcome = callOutcomes[text(values['outcome']) as keyof typeof callOutcomes];
    if (check) return [chip(check.words, check.tone)];
    return [
      chip(outcome ?? { zh: '未填结果', en: 'No outcome' }, outcome === callOutcomes.connected ? 'active' : 'late'),
    ];
  },
  detail: ({ values }, facts) =>
    told(facts, timePart(text(values['at'])), text(values['for']), toldOf(values, 'subject')),
  order: ({ values }) => text(values['at']),
  next: ({ values }) => nextOfCall(values),
  form: ({ values }) => (values['outcome'] === 'notReached' ? 'messages' : undefined),
};

export const board: readonly BoardSection[] = [here, expected, unseen, replies, openCalls];
