// 6.3.1, 6.3.2: a month on its way: made, put to the head when nobody has anything open, signed by link, handed to HR, and
// re-opened by HR only, as a new version.
import { longText } from '../../kernel/columns';
import { Refusal } from '../../kernel/errors';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { list } from '../../kernel/words';
import { clock, defineWorkflow, personIn, role, type Case, type Guard, type Transition } from '../../kernel/workflow';
import { at } from '../../kernel/civil';
import { attendanceMonths } from './attendance-months.register';
import { deadlineOf } from './month-deadline';
import { nowOf } from './month-moves';
import { headFor, isAbout, successorOf, whoActs } from './month-route';

const article = '6.3.2';
const made = '6.3.1';
export const signPage = 'attendance-month-sign';
const signer = personIn('signer');
const sheetReport = { report: 'attendance-month' };

const isOfSheet = (month: Values, { values }: RecordRow): boolean =>
  ['month', 'department', 'version'].every((key) => values[key] === month[key]);

/** 6.3.1: refuses while somebody has not answered or an objection is open, and says who. */
function nothingOpen({ record, facts, related }: Case): void {
  const open = related('attendance-confirmations').filter(
    (one) => isOfSheet(record.values, one) && ['asked', 'objected'].includes(text(one.values['state'])),
  );
  if (open.length === 0) return;
  const names = list(
    open.map(({ values }) => text(values['person'])),
    facts.language,
  );
  throw new Refusal(
    {
      words: {
        zh: '还有人没有确认，或异议没有处理：{names}。两个工作日不回应的，系统会记为“未回应”。',
        en: 'Not confirmed yet, or an objection not settled: {names}. Who is silent for two working days is noted as such.',
      },
      values: { names },
    },
    made,
  );
}

const notMade: Guard = {
  article: made,
  sentence: { zh: '统计表还没有生成。请先生成，再提交。', en: 'The sheet has not been made yet. Make it first.' },
  applies: ({ record }) => isEmpty(record.values['sheet']),
};
const ownOnly: Guard = {
  article,
  sentence: { zh: '表上只有您本人，不能由您签字。', en: 'You are the only one on the sheet; somebody else signs it.' },
  applies: (c) => isAbout(c, text(c.record.values['alone'])),
};

const isPut = ({ record }: Case): boolean => !isEmpty(record.values['askedAt']);
const unsigned = { signer: null, askedAt: null, remindedAt: null };
const next = ({ record, facts }: Case) =>
  successorOf(record, ['signer', 'askedAt'], text(record.values['alone']), facts);

const transitions: Readonly<Record<string, Transition>> = {
  submit: {
    article: made,
    label: { zh: '提交负责人签字', en: 'Put to the head' },
    look: 'main',
    from: ['made'],
    to: ['withHead'],
    by: [role('front'), role('hr')],
    unless: [notMade],
    readsOpen: [{ register: 'attendance-confirmations' }],
    sets(c) {
      nothingOpen(c);
      const { values } = c.record;
      return { ...unsigned, note: null, signer: headFor(values, text(values['alone']), c.facts).label };
    },
    // Made once more, so that what was typed into it since is in what is signed; the head is told then.
    brings: [sheetReport],
    done: {
      zh: '统计表正在更新，随后发给部门负责人签字。',
      en: 'The sheet is brought up to date and put to the head.',
    },
  },
  sign: {
    article,
    label: { zh: '签字', en: 'Sign' },
    look: 'main',
    from: ['withHead'],
    to: ['signed'],
    by: [signer],
    when: isPut,
    unless: [ownOnly],
    page: signPage,
    sets: ({ record, facts }) => ({
      signedBy: whoActs(facts),
      signedAt: nowOf(facts),
      signedVia: facts.actor.via === 'link' ? 'link' : 'account',
      signedHash: record.values['contentHash'] ?? null,
    }),
    brings: [sheetReport],
    done: { zh: '已签字，统计表随后锁定并报送行政人事。', en: 'Signed. The sheet is locked and goes to HR.' },
  },
  sendBack: {
    article,
    label: { zh: '退回', en: 'Send back' },
    from: ['withHead'],
    to: ['made'],
    by: [signer],
    when: isPut,
    page: signPage,
    asks: { note: longText({ zh: '退回原因', en: 'Why' }, { required: true }) },
    sets: ({ input }) => ({ ...unsigned, note: input['note'] ?? null }),
    tells: [{ letter: 'attendance-month-back' }],
    done: { zh: '已退回前台。', en: 'Sent back to the front desk.' },
  },
  takeBack: {
    article: made,
    label: { zh: '撤回', en: 'Take back' },
    from: ['withHead'],
    to: ['made'],
    by: [role('front'), role('hr')],
    sets: () => unsigned,
  },
  passOn: {
    article,
    label: { zh: '转给代理人或上一级', en: 'Passed on' },
    from: ['withHead'],
    to: ['withHead'],
    by: [clock],
    when: (c) => next(c) !== undefined,
    sets: (c) => ({ signer: next(c)!.label, askedAt: nowOf(c.facts), remindedAt: null }),
    tells: [{ letter: 'attendance-month-sign' }],
  },
  remind: {
    article,
    label: { zh: '催办', en: 'Reminded' },
    from: ['withHead'],
    to: ['withHead'],
    by: [clock],
    sets: ({ facts }) => ({ remindedAt: nowOf(facts) }),
    tells: [{ letter: 'attendance-month-remind' }],
  },
  /** Both of these are taken when the sheet is made of what was signed: see `month-moves.ts`. */
  handOver: {
    article,
    label: { zh: '报送行政人事', en: 'Handed to HR' },
    from: ['signed'],
    to: ['handedOver'],
    by: [clock],
    sets: ({ facts }) => ({ handedOverAt: nowOf(facts) }),
    tells: [{ letter: 'attendance-month-handover' }],
  },
  lapse: {
    article,
    label: { zh: '内容已变，退回确认', en: 'Changed since, back to be confirmed' },
    from: ['withHead', 'signed'],
    to: ['made'],
    by: [clock],
    sets: () => unsigned,
    tells: [{ letter: 'attendance-month-lapsed' }],
  },
  reopen: {
    article,
    label: { zh: '重开', en: 'Re-open' },
    look: 'danger',
    from: ['handedOver'],
    to: ['reopened'],
    by: [role('hr')],
    asks: { note: longText({ zh: '重开原因', en: 'Why' }, { required: true }) },
    sets: ({ input }) => ({ note: input['note'] ?? null }),
    moves: ({ record: { values }, input }) => [
      {
        register: 'attendance-months',
        values: {
          month: values['month'] ?? null,
          department: values['department'] ?? null,
          version: Number(values['version'] ?? 1) + 1,
          note: input['note'] ?? null,
        },
      },
    ],
    opensIn: ['attendance-months'],
    confirm: {
      zh: '原表保持锁定，另做一版重新确认、签字。确定重开？',
      en: 'The sheet stays locked; a new version is made, confirmed and signed. Go on?',
    },
    done: { zh: '已重开，新的一版正在生成。', en: 'Re-opened; the new version is being made.' },
  },
};

const onItsWay = ['made', 'withHead', 'signed'];
/** Before its sheet is made there is nothing to do about it. */
export const isUnderWay = ({ values }: RecordRow): boolean =>
  onItsWay.includes(text(values['state'])) && !isEmpty(values['sheet']);

export const attendanceMonthsWorkflow = defineWorkflow(attendanceMonths, {
  opens: {
    article: made,
    by: [role('front'), role('hr'), clock],
    in: ['made'],
    state: () => 'made',
    brings: [{ ...sheetReport, when: ({ record }) => isEmpty(record.values['sheet']) }],
  },
  transitions,
  isOpen: isUnderWay,
  due: (record, facts) => (isUnderWay(record) ? at(deadlineOf(text(record.values['month']), facts), '23:59') : null),
  holder: ({ values }) => text(values['signer']),
});
