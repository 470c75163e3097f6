// Reception's parts of the morning letters: today's appointments and what to prepare (2.1.4), visitors who have not been seen
// off (2.1.2), messages nobody has seen or dealt with (2.2.3), replies due and overdue (2.2.4).
import { dayPart, timePart } from '../../kernel/civil';
import { samePerson, type Facts, type Person } from '../../kernel/facts';
import type { Digest } from '../../kernel/job';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { calls } from './calls.register';
import { isReplier } from './calls.workflow';
import { messages } from './messages.register';
import { momentText, whoOf, type Pair } from './naming';
import { hostOf, isLeftOver, isOverdue, isUnseen, owesReply, replierOf } from './rules';
import { visits } from './visits.register';

const isFront = (person: Person): boolean => person.roles.includes('front');

const of = (register: string, open: readonly RecordRow[]): readonly RecordRow[] =>
  open.filter((record) => record.register === register);

const sorted = (records: readonly RecordRow[], key: string): readonly RecordRow[] =>
  [...records].sort((a, b) => (text(a.values[key]) < text(b.values[key]) ? -1 : 1));

const joined = (facts: Facts, ...parts: readonly string[]): string =>
  list(
    parts.filter((part) => part !== ''),
    facts.language,
  );

const prepare: Words = { zh: '准备：{what}', en: 'prepare: {what}' };
const toSee: Words = { zh: '找{host}', en: 'to see {host}' };

function appointmentLine({ no, values }: RecordRow, facts: Facts): Pair {
  const { language } = facts;
  return [
    timePart(text(values['expectedAt'])),
    joined(
      facts,
      `${whoOf(visits, 'visitor', values, facts)} ${no}`,
      say(toSee, language, { host: text(values['host']) }),
      isEmpty(values['preparation']) ? '' : say(prepare, language, { what: text(values['preparation']) }),
    ),
  ];
}

const appointments: Digest = {
  key: 'reception-appointments',
  article: '2.1.4',
  registers: ['visits'],
  title: { zh: '今天的预约来访', en: 'Appointments today' },
  lines(open, person, facts) {
    const today = of('visits', open).filter(
      ({ values }) => values['state'] === 'expected' && dayPart(text(values['expectedAt'])) === facts.today,
    );
    const own = isFront(person) ? today : today.filter(({ values }) => hostOf(values, facts) === person);
    return sorted(own, 'expectedAt').map((record) => appointmentLine(record, facts));
  },
};

function replyLine({ no, values }: RecordRow, facts: Facts): Pair {
  const due = momentText(text(values['replyDue']));
  const late = isOverdue(values, facts);
  return [
    late ? say({ zh: '{due} 已逾期', en: '{due}, overdue' }, facts.language, { due }) : due,
    joined(facts, `${whoOf(calls, 'caller', values, facts)} ${no}`, text(values['replier'])),
  ];
}

const isDueToday = (call: Values, facts: Facts): boolean =>
  owesReply(call) && dayPart(text(call['replyDue'])) <= facts.today;

/** The letter of the first morning has said it; from the next on it stands here, and the head knows, too. */
const wasChased = (call: Values, facts: Facts): boolean =>
  isOverdue(call, facts) && !isEmpty(call['chasedAt']) && dayPart(text(call['chasedAt'])) < facts.today;

const replies: Digest = {
  key: 'reception-replies',
  article: '2.2.4',
  registers: ['calls'],
  title: { zh: '到期的回复', en: 'Replies due' },
  lines(open, person, facts) {
    const own = of('calls', open).filter(({ values }) =>
      isFront(person)
        ? isDueToday(values, facts)
        : isReplier(values, person.staffNo, facts) &&
          (isOverdue(values, facts) ? wasChased(values, facts) : isDueToday(values, facts)),
    );
    return sorted(own, 'replyDue').map((record) => replyLine(record, facts));
  },
};

const isHeadOf = (head: Person, person: Person | undefined, { directory }: Facts): boolean =>
  person !== undefined && person !== head && directory.headOf(person.department) === head;

const overdueInDepartment: Digest = {
  key: 'reception-overdue-in-department',
  article: '2.2.4',
  registers: ['calls'],
  title: { zh: '本部门逾期未回复的来电', en: 'Overdue replies in your department' },
  lines(open, person, facts) {
    if (isFront(person)) return [];
    const theirs = of('calls', open).filter(
      ({ values }) =>
        wasChased(values, facts) &&
        isHeadOf(person, facts.directory.person(text(values['replier'])) ?? replierOf(values, facts), facts),
    );
    return sorted(theirs, 'replyDue').map((record) => replyLine(record, facts));
  },
};

const leftOver: Digest = {
  key: 'reception-left-over',
  article: '2.1.2',
  registers: ['visits'],
  title: { zh: '离开未登记的来访', en: 'Visitors whose leaving is not recorded' },
  lines(open, person, facts) {
    const mine = of('visits', open).filter(({ values }) => isFront(person) && isLeftOver(values, facts));
    return sorted(mine, 'arrivedAt').map(({ no, values }): Pair => [
      momentText(text(values['arrivedAt'])),
      joined(facts, `${whoOf(visits, 'visitor', values, facts)} ${no}`, text(values['host'])),
    ]);
  },
};

const urgentWord: Words = { zh: '紧急', en: 'urgent' };

const unseen: Digest = {
  key: 'reception-messages',
  article: '2.2.3',
  registers: ['messages'],
  title: { zh: '未看到或未处理的留言', en: 'Messages not seen or not dealt with' },
  lines(open, person, facts) {
    const own = of('messages', open).filter(
      ({ values }) =>
        (isFront(person) && isUnseen(values)) || samePerson(text(values['to']), person.staffNo, facts.directory),
    );
    return sorted(own, 'recordedAt').map(({ no, values }): Pair => [
      momentText(text(values['recordedAt'])),
      joined(
        facts,
        `${whoOf(messages, 'from', values, facts)} ${no}`,
        text(values['to']),
        values['urgent'] === true ? say(urgentWord, facts.language) : '',
      ),
    ]);
  },
};

export const digests: readonly Digest[] = [appointments, leftOver, replies, overdueInDepartment, unseen];
