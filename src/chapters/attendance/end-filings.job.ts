// 6.2.2: what is long over is ended in the filings, and taken out of the staff tab, which every decision reads.
import type { Facts } from '../../kernel/facts';
import type { Job } from '../../kernel/job';
import { text, type RecordRow } from '../../kernel/values';
import type { Move } from '../../kernel/workflow';
import { readLeaves, writeLeaves } from '../../office/leaves';
import { isLongOver } from './leave-filing.effect';

function withoutOld(record: RecordRow, facts: Facts): readonly Move[] {
  const leaves = readLeaves(text(record.values['leaves']));
  const recent = leaves.filter(({ lastDay }) => !isLongOver(lastDay, facts));
  if (recent.length === leaves.length) return [];
  return [{ register: 'staff', record, values: { leaves: writeLeaves(recent) || null } }];
}

export const endFilings: Job = {
  key: 'leave-end-filings',
  article: '6.2.2',
  when: 'evening',
  registers: ['leave-filings'],
  reads: ['staff'],
  plan: (open, facts) => ({
    acts: open
      .filter(({ register, values }) => register === 'leave-filings' && isLongOver(text(values['lastDay']), facts))
      .map((record) => ({ register: 'leave-filings', record, transition: 'end' })),
    moves: open.filter(({ register }) => register === 'staff').flatMap((record) => withoutOld(record, facts)),
  }),
};
