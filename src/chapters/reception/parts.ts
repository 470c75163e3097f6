// Reception's registers, with their workflows and what the clock does for them.
import { calls } from './calls.register';
import { callsWorkflow } from './calls.workflow';
import { chaseReplies } from './chase-replies.job';
import { receptionEvening } from './evening.job';
import { feedback } from './feedback.register';
import { feedbackOpening } from './feedback.workflow';
import { messages } from './messages.register';
import { messagesWorkflow } from './messages.workflow';
import { visits } from './visits.register';
import { visitsWorkflow } from './visits.workflow';

export { board } from './board';
export { digests } from './digests';
export { letters } from './emails';
export { evidence } from './evidence';
export { indicators } from './indicators';
export { mine } from './mine';
export { pages } from './pages';

export const registers = [visits, calls, messages, feedback];
export const workflows = [visitsWorkflow, callsWorkflow, messagesWorkflow, feedbackOpening];
export const jobs = [receptionEvening, chaseReplies];
