// 6.2.2: an approved slip is filed with the front desk: who is away from when to when, and in the staff tab, so that every
// decision knows. Neither says why.
import { isAsApproved } from '../../kernel/approval';
import { addDays } from '../../kernel/civil';
import type { Effect, EffectGiven } from '../../kernel/effect';
import { samePerson, type Absence, type Facts } from '../../kernel/facts';
import { isEmpty, sameValue, text, type RecordRow, type Values } from '../../kernel/values';
import type { Move } from '../../kernel/workflow';
import { readLeaves, writeLeaves } from '../../office/leaves';
import { leaveApproval } from './leave-approval';
import { slipOf } from './leave-sums';
import { sheetAgain } from './month-again';

/** So long after its last day a leave is of interest to nobody at the desk. */
const keptDays = 40;

/** Over for good: its filing is ended, its line in the staff tab taken out. */
export const isLongOver = (lastDay: string, { today }: Pick<Facts, 'today'>): boolean =>
  lastDay < addDays(today, -keptDays);

const taken = ['person', 'type', 'firstDay', 'firstHalf', 'lastDay', 'lastHalf', 'days', 'approvedBy'];

const isFiled = ({ values }: RecordRow): boolean => values['state'] === 'approved';

/** Nothing is written where nothing changes. */
const changing = (register: string, record: RecordRow, values: Values, more: Partial<Move> = {}): readonly Move[] =>
  Object.entries(values).some(([key, value]) => !sameValue(record.values[key], value))
    ? [{ register, record, values, ...more }]
    : [];
const again = { brings: [sheetAgain] };

function filingMoves({ record, found: [filed], facts }: EffectGiven): readonly Move[] {
  if (!isFiled(record)) return filed ? changing('leave-filings', filed, { state: 'cancelled' }, again) : [];
  const said = Object.fromEntries(taken.map((key) => [key, record.values[key] ?? null]));
  const values: Values = { ...said, slip: record.no };
  if (!filed) return [{ register: 'leave-filings', values }];
  const state = isLongOver(text(record.values['lastDay']), facts) ? 'ended' : 'filed';
  return changing('leave-filings', filed, { ...values, state }, again);
}

/** The line of a slip; none of one that does not stand, or is long over. */
function lineOf(record: RecordRow, facts: Facts): readonly Absence[] {
  const slip = isFiled(record) ? slipOf(record.values) : undefined;
  return slip && !isLongOver(slip.lastDay, facts) ? [{ slip: record.no, ...slip }] : [];
}

/** Somebody who left and came back has two rows. */
function rowOf(person: string, rows: readonly RecordRow[], { directory }: Facts): RecordRow | undefined {
  const own = rows.filter(({ values }) => samePerson(text(values['staffNo']), person, directory));
  return own.find(({ values }) => isEmpty(values['leftOn'])) ?? own[0];
}

function staffMoves({ record, facts, related }: EffectGiven): readonly Move[] {
  const row = rowOf(text(record.values['person']), related('staff'), facts);
  if (!row) return [];
  const others = readLeaves(text(row.values['leaves'])).filter(({ slip }) => slip !== record.no);
  const all = [...others, ...lineOf(record, facts)].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  return changing('staff', row, { leaves: writeLeaves(all) || null });
}

export const leaveFiling: Effect = {
  key: 'leave-filing',
  article: '6.2.2',
  register: 'leave',
  workbook: 'desk',
  finds: { register: 'leave-filings', column: 'slip' },
  reads: ['staff'],
  opensIn: ['leave-filings'],
  isDue: (record) => record.values['state'] === 'cancelled' || (isFiled(record) && isAsApproved(leaveApproval, record)),
  moves: (given) => [...filingMoves(given), ...staffMoves(given)],
};
