// Chapter 2 of the policy, and articles 1.3.2 and 1.3.3: visitors, calls, messages, and what visitors think of it.
import type { Chapter } from '../../kernel/chapter';
import { board } from './board';
import * as aids from './desk-aids';
import { deskMonth } from './desk-month.report';
import { digests } from './digests';
import { letters } from './emails';
import { evidence } from './evidence';
import { indicators } from './indicators';
import { mine } from './mine';
import { pages } from './pages';
import { jobs, registers, workflows } from './parts';

export const reception: Chapter = {
  key: 'reception',
  title: { zh: '前台接待', en: 'Reception' },
  colour: '#1a73e8',
  ...{ registers, workflows, letters, pages, board, mine, jobs, digests, indicators, evidence },
  ...aids,
  reports: [deskMonth],
};
