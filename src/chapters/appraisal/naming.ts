// How the papers of an appraisal are named where people read of them. No letter carries a score, a grade or a view.
import { pairs } from '../../kernel/pairs';
import type { Facts } from '../../kernel/facts';
import type { Letter } from '../../kernel/letter';
import type { Register } from '../../kernel/register';
import { text, type Values } from '../../kernel/values';
import { say, type Words } from '../../kernel/words';

export interface Wording {
  readonly subject: Words;
  readonly sentence: Words;
  readonly why: Words;
  readonly button?: Words;
  readonly opens?: Words;
}

/** A letter that names the quarter and the people, and nothing that was said or scored. */
export function letterOf(
  register: Register,
  values: Values,
  columns: readonly string[],
  wording: Wording,
  facts: Facts,
): Letter {
  const { language } = facts;
  const said = {
    quarter: text(values['quarter']),
    person: text(values['person']) || text(values['about']),
    due: text(values['dueOn']),
  };
  return {
    subject: say(wording.subject, language, said),
    sentence: say(wording.sentence, language, said),
    facts: pairs(register, values, columns, facts),
    why: say(wording.why, language),
    ...(wording.button && { button: say(wording.button, language) }),
    ...(wording.opens && { opens: say(wording.opens, language) }),
  };
}
