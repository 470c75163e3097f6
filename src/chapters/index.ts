// The chapters of the policy, in its order.
import type { Chapter } from '../kernel/chapter';
import { appraisalOf } from './appraisal';
import { attendance } from './attendance';
import { duties } from './duties';
import { reception } from './reception';
import { supplies } from './supplies';
import { training } from './training';

/** Their records tell of the work that is appraised. */
const told: readonly Chapter[] = [reception, supplies, attendance, training, duties];

export const chapters: readonly Chapter[] = [...told, appraisalOf(told)];
