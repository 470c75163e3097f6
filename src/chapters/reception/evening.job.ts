// 2.1.2, 2.1.4, 2.2.5: at the end of the day, appointments that nobody kept are closed, and visits whose end nobody recorded
// for a week; transfers nobody could confirm are said to be so.
import { dayPart } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import type { Act, Job } from '../../kernel/job';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { isForgotten, isPastTime, needsTransferCheck } from './rules';

function visitStep(visit: Values, facts: Facts): string | undefined {
  // A time that was typed and has not carried the visit on makes no sense: it is for a person to put right.
  if (isForgotten(visit, facts) && isEmpty(visit['leftAt'])) return 'leftUnseen';
  const isMissed = visit['state'] === 'expected' && isPastTime(visit, facts) && isEmpty(visit['arrivedAt']);
  return isMissed ? 'noShow' : undefined;
}

function visitActs(record: RecordRow, facts: Facts): readonly Act[] {
  const transition = visitStep(record.values, facts);
  return transition === undefined ? [] : [{ register: 'visits', record, transition }];
}

function callActs(record: RecordRow, facts: Facts): readonly Act[] {
  const { values } = record;
  // The front desk has the day of the call and the next to ask both sides.
  return needsTransferCheck(values) && dayPart(text(values['at'])) < facts.today
    ? [{ register: 'calls', record, transition: 'checkTransfer', input: { transferCheck: 'unconfirmed' } }]
    : [];
}

export const receptionEvening: Job = {
  key: 'reception-evening',
  article: '2.1.4',
  when: 'evening',
  registers: ['visits', 'calls'],
  plan: (open, facts) => ({
    acts: open.flatMap((record) =>
      record.register === 'visits'
        ? visitActs(record, facts)
        : record.register === 'calls'
          ? callActs(record, facts)
          : [],
    ),
  }),
};
