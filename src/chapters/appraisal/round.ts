// 8.3, 8.4.1, 8.4.2: what opening a round makes for each front-desk employee of the quarter.
import type { Facts } from '../../kernel/facts';
import type { Move } from '../../kernel/workflow';
import { appraisedIn, assessorOf, isHere, viewersOf } from './participants';
import { spanOf } from './quarter';

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
