// 8.4.1–8.4.3: when papers of an appraisal are due and chased, how far it is, and what may be read of it by whom.
import { addDays } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';

/** Days to hand in a summary, to give a view, to answer to the result. */
export const answerDays = 7;
/** Who has not answered to the result so many days after it was due counts as not having answered. */
const silenceDays = 7;
const chasedEvery = 2;
/** What is still missing then is HR's to settle. */
const chasedFor = 14;

/** Fewer views than this would tell who gave them. */
export const viewsNeeded = 3;

export const dueFrom = ({ today }: Facts): string => addDays(today, answerDays);

/** The quarter and the person, once each. */
export const entryOf = (quarter: string, people: readonly string[], { directory }: Facts): string | null =>
  quarter === '' || people.includes('')
    ? null
    : [quarter, ...people.map((one) => directory.person(one)?.staffNo ?? one)].join(' ');

/** On the day when it is due, and every second day after it for two weeks. */
export function isToChase({ dueOn, remindedOn }: Values, { today }: Facts): boolean {
  const due = text(dueOn);
  if (due === '' || today < due || today > addDays(due, chasedFor)) return false;
  return isEmpty(remindedOn) || today >= addDays(text(remindedOn), chasedEvery);
}

export const isSilent = ({ state, dueOn }: Values, { today }: Facts): boolean =>
  state === 'acknowledging' && today > addDays(text(dueOn), silenceDays);

const stages = [
  'collecting',
  'scoring',
  'checking',
  'talk',
  'acknowledging',
  'objected',
  'outcome',
  'following',
  'closed',
];
const isFrom = (stage: string, { state }: Values): boolean => stages.indexOf(text(state)) >= stages.indexOf(stage);

/** Scores are final: they stay whatever is typed into the tab. */
export const isScored = (values: Values): boolean => isFrom('talk', values);
/** The person has been told in the talk (8.1.3), and may read it. */
export const isTold = (values: Values): boolean => isFrom('acknowledging', values);

export const isOfQuarter = ({ values }: RecordRow, quarter: string): boolean => values['quarter'] === quarter;

/** HR waits for nothing more: all summaries and views are in, struck out, or given up. */
export function lackingOf(record: RecordRow, summaries: readonly RecordRow[], views: readonly RecordRow[]): number {
  const { quarter, person } = record.values;
  const asked = ({ values }: RecordRow): boolean => values['state'] === 'asked' && values['quarter'] === quarter;
  return (
    summaries.filter((one) => asked(one) && one.values['person'] === person).length +
    views.filter((one) => asked(one) && one.values['about'] === person).length
  );
}
