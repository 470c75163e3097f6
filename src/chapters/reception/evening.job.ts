// 2.1.2, 2.1.4, 2.2.4, 2.2.5: at the end of the day, appointments that nobody kept are closed, and visits whose end nobody
// recorded for a week; times and replies typed into the tabs carry their records on, and transfers nobody could confirm are
// said to be so.
import { dayPart } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import type { Act, Job } from '../../kernel/job';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { hasTypedArrival, hasTypedLeaving, isForgotten, isPastTime, needsTransferCheck, owesReply } from './rules';

function visitStep(visit: Values, facts: Facts): string | undefined {
  if (hasTypedArrival(visit, facts)) return 'arrive';
  if (hasTypedLeaving(visit, facts)) return 'leave';
  // A time that was typed and makes no sense is for a person to put right.
  if (isForgotten(visit, facts) && isEmpty(visit['leftAt'])) return 'leftUnseen';
  return visit['state'] === 'expected' && isPastTime(visit, facts) ? 'noShow' : undefined;
}

function visitActs(record: RecordRow, facts: Facts): readonly Act[] {
  const transition = visitStep(record.values, facts);
  return transition === undefined ? [] : [{ register: 'visits', record, transition }];
}

function callActs(record: RecordRow, facts: Facts): readonly Act[] {
  const { values } = record;
  if (owesReply(values) && !isEmpty(values['reply'])) {
    return [{ register: 'calls', record, transition: 'reply', input: { reply: values['reply']! } }];
  }
  // The front desk has the day of the call and the next to ask both sides.
  if (needsTransferCheck(values) && dayPart(text(values['at'])) < facts.today) {
    return [{ register: 'calls', record, transition: 'checkTransfer', input: { transferCheck: 'unconfirmed' } }];
  }
  return [];
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
