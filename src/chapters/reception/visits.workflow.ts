// 2.1: a visitor is expected or here, the person concerned is told and answers, the visitor is guided there and leaves.
import { minutesBetween } from '../../kernel/civil';
import { choice, moment, text, yesNo } from '../../kernel/columns';
import { lateAfterMinutes } from '../../kernel/decide';
import { isEmpty, text as textOf, type RecordRow, type Values } from '../../kernel/values';
import {
  clock,
  defineWorkflow,
  personIn,
  role,
  type Case,
  type Telling,
  type TypedStep,
  type Workflow,
  type WorkflowDefinition,
} from '../../kernel/workflow';
import { hostAnswering } from './host-answer';
import {
  attendantIsHost,
  attendantOf,
  hasTypedArrival,
  hasTypedLeaving,
  isClosing,
  isLeftOver,
  isPastTime,
  nowOf,
  typedUpToNow,
  visitState,
} from './rules';
import { rehosting } from './rehost';
import { contactWays, visits } from './visits.register';
import { surveying } from './survey';
import { tellAgain } from './tell-again';
import { hasMessage, hasTypedHost, isUnanswered, needsAnotherWay } from './waiting';

const front = role('front');

const arriving = (values: Values, facts: Case['facts']): Values => ({
  arrivedAt: typedUpToNow(values, 'arrivedAt', facts) || nowOf(facts),
  attendant: attendantOf(values, facts),
});

/** Both times were typed into the row of an appointment. */
const isOver = (visit: Values, facts: Case['facts']): boolean =>
  hasTypedLeaving({ ...arriving(visit, facts), ...visit, state: 'here' }, facts);

/** Nobody is fetched for somebody who came long ago. */
const isFresh = ({ record, facts }: Case): boolean =>
  record.values['state'] === 'here' &&
  minutesBetween(textOf(record.values['arrivedAt']), facts.now) <= lateAfterMinutes;

const tellsAttendant: readonly Telling[] = [
  { letter: 'visit-arrived', when: (c) => isFresh(c) && attendantIsHost(c.record.values, c.facts) },
  { letter: 'visit-stand-in', when: (c) => isFresh(c) && !attendantIsHost(c.record.values, c.facts) },
];

/** Nobody has answered the e-mail; tomorrow it would be pointless. */
const mayTellAgain = ({ record: { values }, facts }: Case): boolean =>
  isUnanswered(values) && !isLeftOver(values, facts);
const toHost = (c: Case): boolean => attendantIsHost(c.record.values, c.facts);

const isAhead = ({ record, facts }: Case): boolean => !isPastTime(record.values, facts);

const transitions: WorkflowDefinition['transitions'] = {
  arrive: {
    article: '2.1.2',
    label: { zh: '到访', en: 'Arrived' },
    from: ['expected'],
    to: ['here', 'left'],
    by: [front, clock],
    settle: ({ record, facts }) => (isOver(record.values, facts) ? 'left' : 'here'),
    sets: ({ record, facts }) => ({
      ...arriving(record.values, facts),
      receivedBy: facts.actor.person || null,
    }),
    tells: tellsAttendant,
    look: 'main',
    done: { zh: '已登记到访，正在通知拜访对象。', en: 'Registered as here; the host is being told.' },
  },
  reschedule: {
    article: '2.1.4',
    label: { zh: '改期', en: 'Reschedule' },
    from: ['expected'],
    to: ['expected'],
    by: [front],
    asks: { expectedAt: moment({ zh: '新的预约时间', en: 'New time' }, { required: true }) },
    unless: [
      {
        article: '2.1.4',
        sentence: { zh: '新的预约时间已经过了。', en: 'The new time is over already.' },
        applies: ({ input, facts }) => textOf(input['expectedAt']) < nowOf(facts),
      },
    ],
    sets: ({ input }) => ({ expectedAt: input['expectedAt'] ?? null }),
    tells: [{ letter: 'visit-invitation' }],
  },
  cancel: {
    article: '2.1.4',
    label: { zh: '取消预约', en: 'Cancel' },
    from: ['expected'],
    to: ['cancelled'],
    by: [front, personIn('host')],
    tells: [{ letter: 'visit-invitation-cancelled', when: isAhead }],
    look: 'danger',
    confirm: {
      zh: '取消这次预约？来访人留了邮箱的，会收到通知。',
      en: 'Cancel this appointment? A visitor with an e-mail address is told.',
    },
  },
  noShow: {
    article: '2.1.4',
    label: { zh: '未到访', en: 'No-show' },
    from: ['expected'],
    to: ['noShow'],
    by: [clock, front],
    when: ({ record, facts }) => isPastTime(record.values, facts),
  },
  contacted: {
    article: '2.1.3',
    label: { zh: '再联系', en: 'Tried another way' },
    from: ['here'],
    to: ['here'],
    by: [front],
    when: ({ record }) => isEmpty(record.values['guidedTo']),
    asks: {
      contactedBy: choice({ zh: '联系方式', en: 'By' }, contactWays, { required: true, default: () => 'phone' }),
      reached: yesNo({ zh: '联系上了吗', en: 'Reached?' }, { required: true }),
    },
    sets: ({ input, facts }) => ({
      contactedAt: nowOf(facts),
      contactedBy: input['contactedBy'] ?? null,
      reached: input['reached'] ?? null,
    }),
  },
  ...hostAnswering,
  ...rehosting,
  tellAgain: tellAgain('2.1.3', ['here'], mayTellAgain, [
    { letter: 'visit-arrived', when: toHost },
    { letter: 'visit-stand-in', when: (c) => !toHost(c) },
  ]),
  messageTaken: {
    article: '2.2.3',
    label: { zh: '已留言', en: 'Message taken' },
    from: ['here'],
    to: ['here'],
    by: [clock],
    when: ({ record }) => isEmpty(record.values['guidedTo']),
  },
  guide: {
    article: '1.3.2',
    label: { zh: '引导', en: 'Guided' },
    from: ['here'],
    to: ['here'],
    by: [front],
    asks: { guidedTo: text({ zh: '引导地点', en: 'Guided to' }, { required: true }) },
    sets: ({ input }) => ({ guidedTo: input['guidedTo'] ?? null }),
  },
  leave: {
    article: '2.1.2',
    label: { zh: '离开', en: 'Left' },
    from: ['here'],
    to: ['left'],
    by: [front, clock],
    when: ({ record, facts }) => hasTypedLeaving(record.values, facts) || !isLeftOver(record.values, facts),
    unless: [
      {
        article: '2.1.2',
        sentence: {
          zh: '表上的离开时间不对：不能早于来访时间，也不能晚于现在。请先改正。',
          en: 'The time of leaving on the tab is before the arrival or after now; please correct it.',
        },
        applies: ({ record, facts }) => !isEmpty(record.values['leftAt']) && !hasTypedLeaving(record.values, facts),
      },
    ],
    sets: ({ record, facts }) => ({ leftAt: textOf(record.values['leftAt']) || nowOf(facts) }),
    look: 'main',
  },
  leftEarlier: {
    article: '2.1.2',
    label: { zh: '补记离开', en: 'Left earlier' },
    from: ['here'],
    to: ['left'],
    by: [front],
    // Of somebody who came just now, there is no earlier.
    when: (c) => !isFresh(c),
    asks: { leftAt: moment({ zh: '离开时间', en: 'Left' }, { required: true, past: true }) },
    unless: [
      {
        article: '2.1.2',
        sentence: { zh: '离开时间早于来访时间。', en: 'The time of leaving is before the time of arrival.' },
        applies: ({ record, input }) => textOf(input['leftAt']) < textOf(record.values['arrivedAt']),
      },
    ],
    sets: ({ input }) => ({ leftAt: input['leftAt'] ?? null }),
  },
  leftUnseen: {
    article: '2.1.2',
    label: { zh: '离开时间不详', en: 'Left, time unknown' },
    from: ['here'],
    to: ['left'],
    by: [front, clock],
    when: ({ record, facts }) => isLeftOver(record.values, facts) && isEmpty(record.values['leftAt']),
  },
  ...surveying,
};

function follow({ values }: RecordRow, facts: Case['facts']): TypedStep | undefined {
  if (hasTypedArrival(values, facts)) return { transition: 'arrive' };
  if (hasTypedLeaving(values, facts)) return { transition: 'leave' };
  return hasTypedHost(values, facts) ? { transition: 'rehost', input: { host: values['host']! } } : undefined;
}

const defined = defineWorkflow(visits, {
  opens: {
    article: '2.1.2',
    by: [front],
    in: ['expected', 'here', 'left'],
    state: visitState,
    sets(values, facts): Values {
      const state = visitState(values);
      if (state === 'expected') return {};
      const receivedBy = textOf(values['recordedBy']) || facts.actor.person || null;
      return state === 'left' ? { receivedBy } : { ...arriving(values, facts), receivedBy };
    },
    tells: [
      ...tellsAttendant,
      // Only a time to come is worth an entry in the visitor's calendar.
      { letter: 'visit-invitation', when: (c) => c.record.values['state'] === 'expected' && isAhead(c) },
    ],
  },
  transitions,
  typed: { steps: ['arrive', 'leave', 'rehost'], follow },
  due: ({ values }) => (values['state'] === 'expected' ? textOf(values['expectedAt']) : null),
  holder: ({ values }) => textOf(values['attendant']) || textOf(values['host']),
});

/** An answer to the survey leaves the record in its state, so a visitor who has left is done with. */
export const visitsWorkflow: Workflow = { ...defined, final: ['left', 'noShow', 'cancelled'] };

/** The step that the board offers on a visitor's line. */
export function nextOf(visit: Values, facts: Case['facts']): string {
  if (visit['state'] === 'expected') return 'arrive';
  if (isLeftOver(visit, facts)) return 'leftEarlier';
  if (isClosing(facts) || hasMessage(visit)) return 'leave';
  if (needsAnotherWay(visit, facts)) return 'contacted';
  return isEmpty(visit['guidedTo']) && visit['hostAnswer'] !== 'out' ? 'guide' : 'leave';
}
