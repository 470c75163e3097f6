// 6.2.2: the department head approves a slip, and later its change, seeing what stands behind it; nobody decides on their own.
import type { Approval } from '../../kernel/approval';
import { labelOf } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Value, type Values } from '../../kernel/values';
import { headOf, type Case } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { countsOf } from './halves';
import { daysFor, isChange, slipOf, spanOf } from './leave-sums';
import { leave } from './leave.register';

const words = {
  time: { zh: '请假时间', en: 'When' },
  working: { zh: '{n}（按工作日）', en: '{n} (working days)' },
  calendar: { zh: '{n}（按日历天，含休息日）', en: '{n} (calendar days, free days included)' },
  becomes: { zh: '改为', en: 'Becomes' },
  becomesSlip: { zh: '{span}，{n} 天', en: '{span}, {n} days' },
  gist: { zh: '{who}{type}：{span}', en: '{who}, {type}: {span}' },
  gistChange: { zh: '{who}{type}：{span}，{change}', en: '{who}, {type}: {span}, {change}' },
} satisfies Record<string, Words>;

/** What a change leaves no trace of, once it is decided. */
export const noChange: Values = { change: null, newLastDay: null, newLastHalf: null, changeReason: null };

/** The slip as it is when the change is approved. */
export function afterChange(values: Values, facts: Facts): Values {
  if (values['change'] !== 'shorten') return {};
  const ends = { lastDay: values['newLastDay'] ?? null, lastHalf: values['newLastHalf'] ?? null };
  const slip = slipOf({ ...values, ...ends });
  return { ...ends, ...(slip && { days: daysFor(text(values['person']), slip, facts) }), ...noChange };
}

const said = (key: string, value: Value | undefined, { language }: Facts): string =>
  leave.columns[key]!.show(value ?? null, language);

/** Columns with their labels; empty ones are left out. */
const pairs = (values: Values, keys: readonly string[], facts: Facts): readonly (readonly [string, string])[] =>
  keys
    .filter((key) => !isEmpty(values[key]))
    .map((key) => [labelOf(leave.columns[key]!, facts.language), said(key, values[key], facts)] as const);

function timeOf(values: Values, facts: Facts): readonly (readonly [string, string])[] {
  const slip = slipOf(values);
  if (!slip) return [];
  const { language, setting } = facts;
  const counted = words[countsOf(slip.type, setting)];
  return [
    [say(words.time, language), spanOf(slip, language)],
    [labelOf(leave.columns['days']!, language), say(counted, language, { n: said('days', values['days'], facts) })],
  ];
}

function changeOf(values: Values, facts: Facts): readonly (readonly [string, string])[] {
  if (!isChange(values)) return [];
  const after = { ...values, ...afterChange(values, facts) };
  const slip = values['change'] === 'shorten' ? slipOf(after) : undefined;
  const { language } = facts;
  const becomes = slip && { span: spanOf(slip, language), n: said('days', after['days'], facts) };
  return [
    ...pairs(values, ['change'], facts),
    ...(becomes ? [[say(words.becomes, language), say(words.becomesSlip, language, becomes)] as const] : []),
    ...pairs(values, ['changeReason'], facts),
  ];
}

function gist({ values }: RecordRow, facts: Facts): string {
  const slip = slipOf(values);
  return say(isChange(values) ? words.gistChange : words.gist, facts.language, {
    who: text(values['person']),
    type: said('type', values['type'], facts),
    span: slip ? spanOf(slip, facts.language) : '',
    change: said('change', values['change'], facts),
  });
}

export const leaveApproval: Approval = {
  register: leave,
  article: '6.2.2',
  applicant: 'person',
  approved: 'approved',
  // Once approved it is filed: what is changed then is decided again.
  untouched: [],
  content: [
    ...['person', 'type', 'firstDay', 'firstHalf', 'lastDay', 'lastHalf', 'reason', 'proof'],
    ...['change', 'newLastDay', 'newLastHalf', 'changeReason'],
  ],
  steps: [
    {
      key: 'head',
      article: '6.2.2',
      title: { zh: '部门负责人', en: 'Department head' },
      state: 'withHead',
      by: headOf('department'),
      sets: ({ record: { values }, facts }: Case, decidedBy = text(values['approver'])): Values => ({
        approvedBy: decidedBy,
        ...afterChange(values, facts),
      }),
    },
  ],
  gist: ([record], facts) => gist(record!, facts),
  facts: ([record], facts) => {
    const { values } = record!;
    // Why somebody is on leave is for whoever decides it, while they decide it.
    const why = values['state'] === 'withHead' && !isChange(values) ? ['reason', 'proof'] : [];
    return [
      ...pairs(values, ['person', 'department', 'type'], facts),
      ...timeOf(values, facts),
      ...changeOf(values, facts),
      ...pairs(values, [...why, 'afterwards', 'clashes', 'takenThisYear', 'annualLeft'], facts),
    ];
  },
};
