// 6.3.1: everybody confirms their own line by link, or objects with a reason; the head settles objections, never their own;
// who does not answer for two working days is noted as silent.
import { longText } from '../../kernel/columns';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import {
  clock,
  defineWorkflow,
  personIn,
  role,
  type Case,
  type Guard,
  type Move,
  type Transition,
} from '../../kernel/workflow';
import { attendanceConfirmations } from './attendance-confirmations.register';
import { nowOf } from './month-moves';
import { headFor, isAbout, successorOf } from './month-route';

const article = '6.3.1';
export const confirmPage = 'attendance-confirm';
export const settlePage = 'attendance-settle';
const months = 'attendance-months';

const sheetOf = ({ record, related }: Case): RecordRow | undefined =>
  related(months).find(({ values }) =>
    ['month', 'department', 'version'].every((key) => values[key] === record.values[key]),
  );

const closed: Guard = {
  article,
  sentence: {
    zh: '这个月的考勤已提交负责人签字。有不同意见，请马上告诉前台。',
    en: 'The attendance of this month has gone to be signed. If something is wrong, please tell the front desk now.',
  },
  applies: (c) => sheetOf(c)?.values['state'] !== 'made',
};
const own: Guard = {
  article,
  sentence: { zh: '不能处理自己的异议。', en: 'Nobody settles their own objection.' },
  applies: (c) => isAbout(c, text(c.record.values['person'])),
};

/** The sheet's record counts the answers. */
function counted(c: Case, key: 'confirmations' | 'objections'): readonly Move[] {
  const record = sheetOf(c);
  return record ? [{ register: months, record, values: { [key]: Number(record.values[key] ?? 0) + 1 } }] : [];
}

const next = ({ record, facts }: Case) =>
  successorOf(record, ['settler', 'settlerAskedAt'], text(record.values['person']), facts);

/** Steps of the clock and of the sheet's making ask nothing and need no page. */
const noted = (label: Words, from: readonly string[], to: string, more: Partial<Transition> = {}): Transition => ({
  article,
  label,
  from,
  to: [to],
  by: [clock],
  ...more,
});

const transitions: Readonly<Record<string, Transition>> = {
  confirm: {
    article,
    label: { zh: '确认无误', en: 'Confirm' },
    look: 'main',
    from: ['asked', 'silent'],
    to: ['confirmed'],
    by: [personIn('person')],
    page: confirmPage,
    reads: [months],
    unless: [closed],
    sets: ({ facts }) => ({ answeredAt: nowOf(facts) }),
    moves: (c) => counted(c, 'confirmations'),
    done: { zh: '已确认，谢谢。', en: 'Confirmed. Thank you.' },
  },
  object: {
    article,
    label: { zh: '有异议', en: 'Object' },
    from: ['asked', 'silent'],
    to: ['objected'],
    by: [personIn('person')],
    page: confirmPage,
    reads: [months],
    unless: [closed],
    asks: {
      objection: longText({ zh: '哪一天、应该是什么', en: 'Which day, and what it should be' }, { required: true }),
    },
    sets: ({ record, input, facts }) => ({
      objection: input['objection'] ?? null,
      answeredAt: nowOf(facts),
      settler: headFor(record.values, text(record.values['person']), facts).label,
      settlerAskedAt: nowOf(facts),
    }),
    moves: (c) => counted(c, 'objections'),
    tells: [{ letter: 'attendance-objection' }, { letter: 'attendance-objection-front' }],
    done: { zh: '异议已送达，处理结果会发给您。', en: 'Your objection is noted; you will be told what comes of it.' },
  },
  settle: {
    article,
    label: { zh: '处理异议', en: 'Settle' },
    look: 'main',
    from: ['objected'],
    to: ['settled'],
    by: [personIn('settler')],
    page: settlePage,
    unless: [own],
    asks: { settled: longText({ zh: '处理意见', en: 'How it is settled' }, { required: true }) },
    sets: ({ input }) => ({ settled: input['settled'] ?? null }),
    tells: [{ letter: 'attendance-settled' }],
    done: { zh: '处理意见已记下，并告知本人。', en: 'Noted; the person is told.' },
  },
  sendAgain: {
    article,
    label: { zh: '重发确认邮件', en: 'Send the link again' },
    from: ['asked', 'silent'],
    to: ['asked'],
    by: [role('front'), role('hr')],
    reads: [months],
    unless: [closed],
    sets: ({ facts }) => ({ askedAt: nowOf(facts) }),
    tells: [{ letter: 'attendance-confirm' }],
    done: { zh: '邮件马上重发。', en: 'The e-mail is being sent again.' },
  },
  passOn: noted({ zh: '转给代理人或上一级', en: 'Passed on' }, ['objected'], 'objected', {
    when: (c) => next(c) !== undefined,
    sets: (c) => ({ settler: next(c)!.label, settlerAskedAt: nowOf(c.facts) }),
    tells: [{ letter: 'attendance-objection' }],
  }),
  hush: noted({ zh: '未回应', en: 'No answer' }, ['asked'], 'silent'),
  // These two are taken when the sheet is made again: see `month-moves.ts`.
  askAgain: noted(
    { zh: '内容已变，重新确认', en: 'Changed: to be confirmed again' },
    ['asked', 'confirmed', 'objected', 'settled', 'silent', 'dropped'],
    'asked',
  ),
  drop: noted(
    { zh: '不再列入', en: 'No longer on the sheet' },
    ['asked', 'confirmed', 'objected', 'settled', 'silent'],
    'dropped',
  ),
};

export const attendanceConfirmationsWorkflow = defineWorkflow(attendanceConfirmations, {
  opens: {
    article,
    by: [clock],
    in: ['asked', 'confirmed'],
    // Of a new version only the lines that have changed are asked of.
    state: (values) => (isEmpty(values['answeredAt']) ? 'asked' : 'confirmed'),
    tells: [{ letter: 'attendance-confirm', when: ({ record }) => record.values['state'] === 'asked' }],
  },
  transitions,
  isOpen: ({ values }) => ['asked', 'objected'].includes(text(values['state'])),
  holder: ({ values }) => text(values[values['state'] === 'objected' ? 'settler' : 'person']),
});
