// 6.2.3: who forgot to clock says what is right; the department head approves; the row of the day is changed, and the log
// keeps both values.
import { openingOf, transitionsOf } from '../../kernel/approval';
import type { Sentence } from '../../kernel/errors';
import { samePerson, type Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import {
  defineWorkflow,
  personIn,
  role,
  type Case,
  type Guard,
  type Move,
  type Opening,
  type Transition,
} from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { entryOf } from './attendance.register';
import { correctionApproval as approval } from './correction-approval';
import { corrections } from './corrections.register';
import { sheetAgain } from './month-again';
import { rowStatus } from './row-status';

const base = transitionsOf(approval);
const filing = openingOf(approval, [personIn('person'), role('front'), role('hr')]);

const words = {
  noRow: {
    zh: '考勤记录表里没有这个人这一天的记录。当天的请在 18:30 后再申请；以前的请前台在考勤记录表补登。',
    en: 'There is no row of this person and day in the attendance register. For today, ask after 18:30; an earlier day the front desk enters there.',
  },
  waits: { zh: '这一天已有补卡申请 {no} 在审批。', en: 'Correction {no} of this day is waiting already.' },
} satisfies Record<string, Words>;

const scans = { attendance: ['entry', 'in', 'out'], corrections: ['person', 'day', 'state'] };

const whole = (values: Values, facts: Facts): Values => ({ ...values, ...corrections.derive!(values, facts) });

/** The row that is to be put right. */
function entryFor(values: Values, facts: Facts, related: Case['related']): RecordRow | undefined {
  const entry = entryOf(values, facts);
  return entry === null ? undefined : related('attendance').find((one) => one.values['entry'] === entry);
}

/** “09:20 – —”. */
const punches = ({ values }: Pick<RecordRow, 'values'>): string =>
  ['in', 'out'].map((key) => text(values[key]) || '—').join(' – ');

/** Where the row itself has asked for the correction, it is known; then it has neither punch. */
function named(values: Values, facts: Facts, related: Case['related']): Values {
  if (!isEmpty(values['attendance'])) return { was: isEmpty(values['was']) ? punches({ values: {} }) : values['was']! };
  const row = entryFor(values, facts, related);
  return row ? { attendance: row.no, was: punches(row) } : {};
}

function faultsOf(
  values: Values,
  facts: Facts,
  related: Case['related'],
  exceptNo = '',
): Readonly<Record<string, Sentence>> {
  if (entryOf(values, facts) === null) return {};
  const { directory } = facts;
  const other = related('corrections').find(
    (one) =>
      one.no !== exceptNo &&
      one.values['state'] === 'withHead' &&
      one.values['day'] === values['day'] &&
      samePerson(text(one.values['person']), text(values['person']), directory),
  );
  if (other) return { day: { words: words.waits, values: { no: other.no } } };
  return entryFor(values, facts, related) ? {} : { day: { words: words.noRow } };
}

const opening: Opening = {
  ...filing,
  scans,
  state: (values, facts) => filing.state(whole(values, facts), facts),
  sets: (values, facts, related) => ({
    ...filing.sets!(whole(values, facts), facts, related),
    ...named(values, facts, related),
  }),
  faults: (values, facts, related) => ({
    ...filing.faults?.(whole(values, facts), facts, related),
    ...faultsOf(values, facts, related),
  }),
};

const rowIn = ({ record, related }: Case): RecordRow | undefined =>
  related('attendance').find(({ no }) => no === record.values['attendance']);

const gone: Guard = {
  article: '6.2.3',
  sentence: {
    zh: '要更正的考勤记录已不在考勤记录表里。请不同意，并请前台补登。',
    en: 'The row to be put right is no longer in the attendance register. Please decline, and let the front desk enter it.',
  },
  applies: (c) => rowIn(c) === undefined,
};

/** The row as it is to be. Who is still at work today will clock out. */
function applied(c: Case): readonly Move[] {
  const { record, facts } = c;
  const row = rowIn(c);
  if (!row) return [];
  const asked = Object.fromEntries(
    ['in', 'out'].filter((key) => !isEmpty(record.values[key])).map((key) => [key, record.values[key]!]),
  );
  const after = { ...row.values, ...asked };
  const goesOn = text(after['day']) === facts.today && isEmpty(after['out']);
  const state = goesOn ? (row.values['state'] ?? null) : 'closed';
  const values = { ...asked, ...rowStatus(after, facts), correctedBy: record.no, state };
  return [{ register: 'attendance', record: row, values, article: '6.2.3', brings: [sheetAgain] }];
}

const deciding = (step: Transition): Transition => ({
  ...step,
  follows: ['attendance'],
  unless: [...(step.unless ?? []), gone],
  moves: applied,
});

const filled = ({ record, input }: Case): Values => ({ ...record.values, ...input });

export const correctionsWorkflow = defineWorkflow(corrections, {
  opens: opening,
  transitions: {
    ...base,
    approveHead: deciding(base['approveHead']!),
    paperHead: deciding(base['paperHead']!),
    resubmit: {
      ...base['resubmit']!,
      scans,
      faults: (c) => ({
        ...base['resubmit']!.faults?.(c),
        ...noTimeFault(filled(c), c.facts),
        ...faultsOf(filled(c), c.facts, c.related, c.record.no),
      }),
      sets: (c) => ({
        ...base['resubmit']!.sets!(c),
        ...named({ ...filled(c), attendance: null }, c.facts, c.related),
      }),
    },
  },
  holder: ({ values }) => text(values['approver']) || text(values['person']),
});

/** What the register checks by itself is checked again when a request is completed. */
function noTimeFault(values: Values, facts: Facts): Readonly<Record<string, Sentence>> {
  const [check] = corrections.checks!;
  const fault = check!.fault(values, facts);
  return fault ? { [check!.at]: fault } : {};
}
