// What a person has before their eyes when they decide: the decision is about that, and about nothing that came afterwards.
import { OutOfDate } from '../kernel/errors';
import { contentOf } from '../kernel/token';
import type { RecordRow } from '../kernel/values';
import type { Transition } from '../kernel/workflow';
import type { Words } from '../kernel/words';
import type { Machine } from './machine';

/** Of a step with a link page: what the page binds. */
export function seenFor(
  { product, ports }: Machine,
  step: Transition | undefined,
  lines: readonly RecordRow[],
): string | undefined {
  const page = step?.page === undefined ? undefined : product.page(step.page);
  return page && contentOf(page, lines, ports.digest);
}

const changed: Words = {
  zh: '您打开以后，内容改过了。请看清楚再办理。',
  en: 'It has changed since you opened it. Please look again.',
};
export const changedSinceSeen = (): OutOfDate => new OutOfDate({ words: changed });
