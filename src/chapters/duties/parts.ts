// The duties' registers, with their workflows and what the clock does for them.
import { checks } from './checks.register';
import { checksWorkflow } from './checks.workflow';
import { fileChecks } from './file-checks.job';
import { incidents } from './incidents.register';
import { incidentsWorkflow } from './incidents.workflow';
import { tasks } from './tasks.register';
import { tasksWorkflow } from './tasks.workflow';

export const registers = [tasks, checks, incidents];
export const workflows = [tasksWorkflow, checksWorkflow, incidentsWorkflow];
export const jobs = [fileChecks];
