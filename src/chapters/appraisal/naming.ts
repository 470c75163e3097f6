// How the papers of an appraisal are named where people read of them. No letter carries a score, a grade or a view.
import { pairs } from '../../kernel/pairs';
import type { Facts } from '../../kernel/facts';
import { letterOf, type Letter, type Wording } from '../../kernel/letter';
import type { Register } from '../../kernel/register';
import { text, type Values } from '../../kernel/values';

/** A letter that names the quarter and the people, and nothing that was said or scored. */
export function letterAbout(
  register: Register,
  values: Values,
  columns: readonly string[],
  wording: Wording,
  facts: Facts,
): Letter {
  const said = {
    quarter: text(values['quarter']),
    person: text(values['person']) || text(values['about']),
    due: text(values['dueOn']),
  };
  return letterOf(facts, wording, said, pairs(register, values, columns, facts));
}
