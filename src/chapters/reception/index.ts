// Chapter 2 of the policy, and articles 1.3.2 and 1.3.3: visitors, calls, messages, and what visitors think of it.
import type { Chapter } from '../../kernel/chapter';
import * as aids from './desk-aids';
import { deskMonth } from './desk-month.report';
import * as parts from './parts';

export const reception: Chapter = {
  key: 'reception',
  title: { zh: '前台接待', en: 'Reception' },
  colour: '#1a73e8',
  ...parts,
  ...aids,
  reports: [deskMonth],
};
