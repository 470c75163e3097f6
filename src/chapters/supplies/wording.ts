// A letter of the supplies from its words and facts.
import type { Facts } from '../../kernel/facts';
import type { Letter } from '../../kernel/letter';
import { say, type Words } from '../../kernel/words';
import type { Pair } from '../../kernel/pairs';

interface Wording {
  readonly subject: Words;
  readonly sentence: Words;
  readonly why: Words;
  readonly button?: Words;
}

export function letterOf(
  { language }: Facts,
  wording: Wording,
  said: Readonly<Record<string, string | number>>,
  facts: readonly Pair[],
): Letter {
  return {
    subject: say(wording.subject, language, said),
    sentence: say(wording.sentence, language, said),
    facts,
    why: say(wording.why, language),
    ...(wording.button && { button: say(wording.button, language) }),
  };
}
