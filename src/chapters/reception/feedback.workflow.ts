// 8.2: an interview says whose reception was rated, which that person never enters; the visitor is asked no more.
import type { Sentence } from '../../kernel/errors';
import { samePerson } from '../../kernel/facts';
import { text, type Values } from '../../kernel/values';
import { defineOpening, role, type Case } from '../../kernel/workflow';
import { feedback, ownWork } from './feedback.register';

/** Who received the visitor, else who registered the visit. */
function ratedOf(values: Values, related: Case['related']): string {
  const visit = related('visits').find(({ no }) => no === values['visit']);
  return text(visit?.values['receivedBy']) || text(visit?.values['recordedBy']);
}

export const feedbackOpening = defineOpening(feedback, {
  article: '8.2',
  by: [role('hr')],
  looksUp: [{ by: 'visit', columns: ['receivedBy', 'recordedBy'] }],
  faults(values, facts, related): Readonly<Record<string, Sentence>> {
    const rated = ratedOf(values, related);
    const enters = [facts.actor.person, text(values['recordedBy'])];
    return enters.some((one) => samePerson(one, rated, facts.directory)) ? { visit: { words: ownWork } } : {};
  },
  // The page of the survey says it by itself.
  sets: (values, _, related): Values =>
    values['way'] === 'interview' ? { receivedBy: ratedOf(values, related) || null } : {},
  steps: [{ by: 'visit', register: 'visits', transition: 'surveyed' }],
});
