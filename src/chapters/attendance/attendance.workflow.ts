// 6.2.1, 6.2.3: a day of somebody: clocked in and out, explained where late; 旷工 is found by the head and by nobody else.
import { longText, text as textColumn, time } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { hasRole, type Facts } from '../../kernel/facts';
import { isEmpty, text, type Values } from '../../kernel/values';
import { clock, defineWorkflow, personIn, role, type Case, type Guard, type Transition } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { attendance } from './attendance.register';
import { asksReason, clockNow, finderOf, isClocking, isOwn, isSettled, mayClockOut, nowOf } from './rules';
import { sheetAgain } from './month-again';
import { rowStatus } from './row-status';

export const explainPage = 'attendance-explain';
export const missingPage = 'attendance-missing';
export const findingPage = 'attendance-finding';

const front = role('front');
const own = personIn('person');
const finder = personIn('finder');

const words = {
  reason: { zh: '迟到、早退或缺卡，请写原因。', en: 'Late, early or missing: please say why.' },
  forOthers: { zh: '请填您自己：只有前台可以替别人登记。', en: 'Only the front desk records for others.' },
  notTheirs: { zh: '不能认定自己的缺勤。', en: 'Nobody finds on their own absence.' },
  noTime: { zh: '请填到岗或离岗时间。', en: 'The time of coming or leaving is needed.' },
} satisfies Record<string, Words>;

const notOwn: Guard = { article: '6.2.3', sentence: words.notTheirs, applies: (c) => isOwn(c.record.values, c.facts) };

/** The clock makes rows when the day is done. */
const isEvening = ({ actor }: Facts): boolean => actor.via === 'clock';

function openingSets(values: Values, facts: Facts): Values {
  const isClocked = isClocking(values, facts);
  const punched: Values = isClocked ? { in: clockNow(facts) } : {};
  const isOver = isEvening(facts) || undefined;
  return {
    ...punched,
    typed: isClocked || isOver ? null : true,
    ...rowStatus({ ...values, ...punched }, facts, isOver),
  };
}

/** Neither punch on a day that is over is unrecorded; today it may still come, unless the evening has found it so. */
function openingState(values: Values, facts: Facts): string {
  if (!isEvening(facts) && text(values['day']) >= facts.today) return 'open';
  return isSettled(values, facts) ? 'closed' : 'missing';
}

/** With the row as it will be. */
const becoming = (c: Case, values: Values): Values => ({
  ...values,
  ...rowStatus({ ...c.record.values, ...values }, c.facts),
});

const stays = ({ record }: Case): string => text(record.values['state']);

const reason = textColumn({ zh: '原因', en: 'Reason' }, { required: true, personal: true });

const punching: Readonly<Record<string, Transition>> = {
  clockIn: {
    article: '6.2.1',
    label: { zh: '上班打卡', en: 'Clock in' },
    look: 'main',
    from: ['open', 'missing'],
    to: ['open'],
    by: [own],
    when: ({ record: { values }, facts }) => isEmpty(values['in']) && values['day'] === facts.today,
    sets: (c) => becoming(c, { in: clockNow(c.facts) }),
    done: { zh: '已打卡。', en: 'Clocked in.' },
  },
  clockOut: {
    article: '6.2.1',
    label: { zh: '下班打卡', en: 'Clock out' },
    look: 'main',
    from: ['open'],
    to: ['open'],
    by: [own],
    when: ({ record, facts }) => mayClockOut(record.values, facts),
    sets: (c) => becoming(c, { out: clockNow(c.facts) }),
    done: { zh: '已打卡。', en: 'Clocked out.' },
  },
  explain: {
    article: '6.2.3',
    label: { zh: '写明原因', en: 'Say why' },
    look: 'main',
    from: ['toExplain', 'open'],
    to: ['closed', 'open'],
    by: [own, front],
    when: ({ record, facts }) => asksReason(record.values, facts),
    asks: { reason },
    settle: ({ record }) => (record.values['state'] === 'open' ? 'open' : 'closed'),
    sets: ({ input }) => ({ reason: input['reason'] ?? null }),
    page: explainPage,
    done: { zh: '已记录，谢谢。', en: 'Noted. Thank you.' },
  },
};

const counting: Readonly<Record<string, Transition>> = {
  close: {
    article: '6.2.1',
    label: { zh: '日结', en: 'Closed for the day' },
    from: ['open'],
    to: ['closed', 'toExplain', 'missing'],
    by: [clock],
    settle: ({ record: { values }, facts }) => {
      if (isEmpty(values['in']) && isEmpty(values['out'])) return isSettled(values, facts) ? 'closed' : 'missing';
      return asksReason(values, facts) ? 'toExplain' : 'closed';
    },
    sets: (c) => rowStatus(c.record.values, c.facts, true),
    tells: [
      { letter: 'attendance-explain', when: ({ record }) => record.values['state'] === 'toExplain' },
      { letter: 'attendance-missing', when: ({ record }) => record.values['state'] === 'missing' },
    ],
  },
  /** Times typed later, or leave that was approved meanwhile. */
  recount: {
    article: '6.2.3',
    label: { zh: '重新计算', en: 'Counted again' },
    from: ['open', 'toExplain', 'missing', 'answered'],
    to: ['open', 'toExplain', 'missing', 'answered', 'closed'],
    by: [clock],
    settle: (c) => {
      const { values } = c.record;
      if (['missing', 'answered'].includes(stays(c)) && isSettled(values, c.facts)) return 'closed';
      return stays(c) === 'toExplain' && !asksReason(values, c.facts) ? 'closed' : stays(c);
    },
    sets: ({ record, facts }) => rowStatus(record.values, facts),
    brings: [sheetAgain],
  },
};

const answering: Readonly<Record<string, Transition>> = {
  forgot: {
    article: '6.2.3',
    label: { zh: '我来了，忘记打卡', en: 'I was there and forgot' },
    look: 'main',
    from: ['missing'],
    to: ['answered'],
    by: [own],
    asks: {
      in: time({ zh: '到岗', en: 'In' }),
      out: time({ zh: '离岗', en: 'Out' }),
      reason,
    },
    faults: ({ input }): Readonly<Record<string, Sentence>> =>
      isEmpty(input['in']) && isEmpty(input['out']) ? { in: { words: words.noTime } } : {},
    sets: ({ input, facts }) => ({
      answer: facts.language === 'en' ? 'was there, forgot' : '来了，忘记打卡',
      reason: input['reason'] ?? null,
    }),
    moves: ({ record, input }) => [
      {
        register: 'corrections',
        values: {
          ...{ person: record.values['person'] ?? null, day: record.values['day'] ?? null },
          ...{ in: input['in'] ?? null, out: input['out'] ?? null, reason: input['reason'] ?? null },
          attendance: record.no,
        },
      },
    ],
    opensIn: ['corrections'],
    page: missingPage,
    done: { zh: '已替您提交补卡申请，等负责人审批。', en: 'Your correction is submitted and waits for approval.' },
  },
  leaveAfter: {
    article: '6.2.2',
    label: { zh: '那天请假，补办请假条', en: 'I was on leave: slip to follow' },
    from: ['missing'],
    to: ['answered'],
    by: [own],
    sets: ({ facts }) => ({ answer: facts.language === 'en' ? 'leave slip to follow' : '补办请假条' }),
    page: missingPage,
    done: {
      zh: '已记录。请在“我的事务”里补交请假条，批准后这一天自动算请假。',
      en: 'Noted. Please file the slip on your own page; once it is approved the day counts as leave.',
    },
  },
  putToHead: {
    article: '6.2.3',
    label: { zh: '提请认定', en: 'Put to the head' },
    from: ['missing', 'answered'],
    to: ['missing', 'answered'],
    by: [clock],
    when: ({ record, facts }) => finderOf(record.values, facts) !== undefined,
    settle: stays,
    sets: ({ record, facts }) => ({ finder: finderOf(record.values, facts)!.label, askedHeadAt: nowOf(facts) }),
    tells: [{ letter: 'attendance-finding' }],
  },
};

const excusing = (where: Pick<Transition, 'from' | 'afterwards'>): Transition => ({
  ...where,
  article: '6.2.3',
  label: { zh: '不算旷工', en: 'Excused' },
  to: ['closed'],
  by: [finder],
  unless: [notOwn],
  asks: { note: longText({ zh: '说明', en: 'Note' }, { required: true }) },
  sets: (c) => ({ ...becoming(c, { finding: 'excused' }), findingNote: c.input['note'] ?? null }),
  page: findingPage,
  brings: [sheetAgain],
  done: { zh: '已记录。', en: 'Noted.' },
});

const finding: Readonly<Record<string, Transition>> = {
  findAbsent: {
    article: '6.2.3',
    label: { zh: '认定旷工', en: 'Absent without leave' },
    look: 'danger',
    from: ['missing', 'answered'],
    to: ['absent'],
    by: [finder],
    unless: [notOwn],
    asks: { note: longText({ zh: '说明（问过本人的情况）', en: 'Note: what the person said' }, { required: true }) },
    confirm: {
      zh: '旷工影响工资。已向本人了解过情况？确定认定？',
      en: 'This bears on pay. Has the person been asked? Find them absent without leave?',
    },
    sets: (c) => ({ ...becoming(c, { finding: 'absent' }), findingNote: c.input['note'] ?? null }),
    page: findingPage,
    tells: [{ letter: 'attendance-found' }],
    brings: [sheetAgain],
    done: { zh: '已认定，并告知本人。', en: 'Recorded, and the person is told.' },
  },
  excuse: excusing({ from: ['missing', 'answered'] }),
  reconsider: excusing({ from: ['absent'], afterwards: true }),
};

export const attendanceWorkflow = defineWorkflow(attendance, {
  opens: {
    article: '6.2.1',
    by: [own, front],
    in: ['open', 'closed', 'missing'],
    state: openingState,
    sets: openingSets,
    faults: (values, facts): Readonly<Record<string, Sentence>> => {
      if (isEmpty(values['person']) || isEmpty(values['day'])) return {};
      const mayRecord = hasRole(facts.actor, 'front') || hasRole(facts.actor, 'hr') || isOwn(values, facts);
      return {
        ...(!mayRecord && facts.actor.via === 'account' && { person: { words: words.forOthers } }),
        ...(!isClocking(values, facts) && asksReason(values, facts) && { reason: { words: words.reason } }),
      };
    },
    tells: [{ letter: 'attendance-missing', when: ({ record }) => record.values['state'] === 'missing' }],
    brings: [sheetAgain],
  },
  transitions: { ...punching, ...counting, ...answering, ...finding },
  holder: ({ values }) => text(values['finder']) || text(values['person']),
  isOpen: ({ values }) => ['open', 'toExplain', 'missing', 'answered'].includes(text(values['state'])),
});
