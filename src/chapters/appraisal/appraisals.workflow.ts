// 8.1.1–8.5.2: an appraisal on its way: papers, scores, the talk, the answer, the outcome; at the end the tab is locked.
import { addDays } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { text, type RecordRow, type Values } from '../../kernel/values';
import { defineWorkflow } from '../../kernel/workflow';
import { appraisals } from './appraisals.register';
import { outcomeSteps } from './outcome-steps';
import { isWhole, partOf } from './part';
import { assessorOf } from './participants';
import { spanOf } from './quarter';
import { hr, scoring } from './scoring';
import { talking } from './talking';

/** Who assesses, unless HR named somebody, and the part of the quarter where it is not the whole. */
function opened(values: Values, facts: Facts): Values {
  const person = facts.directory.person(text(values['person']));
  const span = spanOf(text(values['quarter']));
  const part = person && partOf(person, span);
  return {
    assessor: text(values['assessor']) || (person && assessorOf(person, facts)?.label) || null,
    ...(part && !isWhole(part, span) && { partFrom: part.from, partTo: addDays(part.to, -1) }),
  };
}

const holders: Readonly<Record<string, string>> = {
  scoring: 'assessor',
  talk: 'assessor',
  acknowledging: 'person',
  objected: 'reviewer',
};

export const appraisalsWorkflow = defineWorkflow(appraisals, {
  opens: { article: '8.4.1', by: hr, in: ['collecting'], state: () => 'collecting', sets: opened },
  transitions: { ...scoring, ...talking, ...outcomeSteps },
  due({ values }: RecordRow) {
    if (values['state'] === 'acknowledging') return text(values['dueOn']);
    return values['state'] === 'following' ? text(values['followUpOn']) : null;
  },
  holder: ({ values }) => text(values[holders[text(values['state'])] ?? '']),
});
