// 8.2: visitors' satisfaction with who received them, and how many transferred calls went to the right person.
import { dayPart } from '../../kernel/civil';
import { samePerson } from '../../kernel/facts';
import { isWithin, rowsFound, type Indicator, type IndicatorGiven } from '../../kernel/indicator';
import { text, type RecordRow } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { calls } from './calls.register';
import { feedback } from './feedback.register';
import { isTransferred } from './rules';
import { visits } from './visits.register';

/** From this answer on a visitor was satisfied. */
const satisfiedFrom = 4;

/** An interview takes place so many months after the visit was registered, or before. */
const interviewWithin = 3;

const during = ({ values }: RecordRow, column: string, { part }: IndicatorGiven): boolean =>
  isWithin(dayPart(text(values[column])), part);

/** Who received the visitor: as kept with the answer; of an interview, which HR enters, as the visit says. */
function receiverOf({ values }: RecordRow, visitsByNo: ReadonlyMap<string, RecordRow>): string {
  const visit = visitsByNo.get(text(values['visit']))?.values;
  return text(values['receivedBy']) || text(visit?.['receivedBy']) || text(visit?.['recordedBy']);
}

const satisfaction: Indicator = {
  key: 'satisfaction',
  article: '8.2',
  reads: [
    { register: feedback, by: 'at' },
    { register: visits, by: 'recordedAt', monthsBefore: interviewWithin },
  ],
  measure(given) {
    const { person, facts, records } = given;
    const isPerson = (label: string): boolean => samePerson(label, person.label, facts.directory);
    const visitsByNo = new Map(records(visits).map((visit) => [visit.no, visit]));
    const answers = records(feedback).filter(
      (answer) =>
        during(answer, 'at', given) &&
        typeof answer.values['score'] === 'number' &&
        isPerson(receiverOf(answer, visitsByNo)) &&
        // Nobody enters what was said of their own work; the register refuses what it can see.
        !isPerson(text(answer.values['recordedBy'])),
    );
    return {
      good: answers.filter(({ values }) => Number(values['score']) >= satisfiedFrom).length,
      all: answers.length,
      found: rowsFound(answers),
    };
  },
};

const unconfirmed: Words = {
  zh: '另有 {n} 次未确认，占转接 {all} 次的 {percent}%',
  en: '{n} more not confirmed, {percent}% of {all} transfers',
};

/** Cut to whole percents. */
const shareIn = (n: number, all: number): number => Math.floor((n * 100) / all);

const phone: Indicator = {
  key: 'phone',
  article: '8.2',
  // What is entered later is of a call before: a call of the period may stand in a row after it.
  reads: [{ register: calls, by: 'recordedAt', andAfter: true }],
  measure(given) {
    const { person, facts, records } = given;
    const transfers = records(calls).filter(
      (call) =>
        call.values['kind'] === 'transfer' &&
        during(call, 'at', given) &&
        samePerson(text(call.values['recordedBy']), person.label, facts.directory),
    );
    const checked = (...as: readonly string[]): readonly RecordRow[] =>
      transfers.filter(({ values }) => as.includes(text(values['transferCheck'])));
    const known = checked('right', 'wrong', 'dropped');
    // Put through, and nobody has asked yet: not confirmed either.
    const open = transfers.filter(({ values }) => isTransferred(values) && text(values['transferCheck']) === '');
    const n = checked('unconfirmed').length + open.length;
    const all = known.length + n;
    return {
      good: checked('right').length,
      all: known.length,
      found: rowsFound(known),
      ...(n > 0 && { aside: [{ words: unconfirmed, values: { n, all, percent: shareIn(n, all) } }] }),
    };
  },
};

export const indicators: readonly Indicator[] = [satisfaction, phone];
