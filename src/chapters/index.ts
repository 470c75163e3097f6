// The chapters of the policy, in its order.
import type { Chapter } from '../kernel/chapter';
import { reception } from './reception';
import { supplies } from './supplies';
import { training } from './training';

export const chapters: readonly Chapter[] = [reception, supplies, training];
