// The chapters of the policy, in its order.
import type { Chapter } from '../kernel/chapter';
import { attendance } from './attendance';
import { duties } from './duties';
import { reception } from './reception';
import { supplies } from './supplies';
import { training } from './training';

export const chapters: readonly Chapter[] = [reception, supplies, attendance, training, duties];
