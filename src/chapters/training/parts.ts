// The trainings' registers, with their workflows and what the clock does for them.
import { announceTrainings } from './announce-trainings.job';
import { trainingAttendance } from './training-attendance.register';
import { trainingAttendanceWorkflow } from './training-attendance.workflow';
import { trainingPlan } from './training-plan.register';
import { trainingPlanWorkflow } from './training-plan.workflow';
import { trainingResults } from './training-results.register';
import { trainingResultsWorkflow } from './training-results.workflow';

export { board } from './board';
export { digests } from './digests';
export { letters } from './emails';
export { evidence, indicators } from './indicators';
export { mine } from './mine';
export { pages } from './pages';

export const registers = [trainingPlan, trainingAttendance, trainingResults];
export const workflows = [trainingPlanWorkflow, trainingAttendanceWorkflow, trainingResultsWorkflow];
export const jobs = [announceTrainings];
