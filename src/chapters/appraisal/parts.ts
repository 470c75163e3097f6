// The appraisal's registers, with their workflows and what the clock does for them.
import { appraisalRounds } from './appraisal-rounds.register';
import { appraisalRoundsWorkflow } from './appraisal-rounds.workflow';
import { appraisals } from './appraisals.register';
import { appraisalsWorkflow } from './appraisals.workflow';
import { chasePapers } from './chase-papers.job';
import { colleagueViews } from './colleague-views.register';
import { colleagueViewsWorkflow } from './colleague-views.workflow';
import { selfSummaries } from './self-summaries.register';
import { selfSummariesWorkflow } from './self-summaries.workflow';

export { board } from './board';
export { follows, notes } from './desk-aids';
export { digests } from './digests';
export { letters } from './emails';
export { mine } from './mine';
export { pages } from './pages';

export const registers = [appraisalRounds, appraisals, selfSummaries, colleagueViews];
export const workflows = [appraisalRoundsWorkflow, appraisalsWorkflow, selfSummariesWorkflow, colleagueViewsWorkflow];
export const jobs = [chasePapers];
