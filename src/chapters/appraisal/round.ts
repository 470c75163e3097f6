// 8.3, 8.4.1, 8.4.2: which round is to be opened, and what opening it makes for each front-desk employee of the quarter.
import { addDays } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import type { RecordRow } from '../../kernel/values';
import type { Move } from '../../kernel/workflow';
import { appraisedIn, assessorOf, isHere, viewersOf } from './participants';
import { firstDayOf, lastQuarter, spanOf } from './quarter';
import { isOfQuarter } from './rules';

/** Of rounds that nobody opens it is told no longer than this. */
const askedForDays = 45;

/** The quarter that has ended without a round of its own, for so long after its end; `rounds`: all there are. */
export function quarterToOpen(rounds: readonly RecordRow[], facts: Facts): string | undefined {
  const { today } = facts;
  const quarter = lastQuarter(today);
  if (today > addDays(firstDayOf(today), askedForDays) || rounds.some((one) => isOfQuarter(one, quarter)))
    return undefined;
  return appraisedIn(spanOf(quarter), facts).length > 0 ? quarter : undefined;
}

/** A summary asked for, an appraisal with its assessor, colleagues asked for their views. */
export function roundMoves(quarter: string, facts: Facts): readonly Move[] {
  const span = spanOf(quarter);
  return appraisedIn(span, facts).flatMap((one): readonly Move[] => {
    const assessor = assessorOf(one, facts);
    const person = one.label;
    return [
      { register: 'appraisals', values: { quarter, person, assessor: assessor?.label ?? null } },
      // Who has left hands in nothing any more.
      ...(isHere(one, facts.today) ? [{ register: 'self-summaries', values: { quarter, person } }] : []),
      ...viewersOf(one, assessor, span, facts).map(({ label: by }) => ({
        register: 'colleague-views',
        values: { quarter, about: person, by },
      })),
    ];
  });
}
