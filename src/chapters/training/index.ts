// Chapter 7 of the policy: training, from the year's plan to what is learned from it.
import type { Chapter } from '../../kernel/chapter';
import * as aids from './desk-aids';
import * as parts from './parts';

export const training: Chapter = {
  key: 'training',
  title: { zh: '培训与发展', en: 'Training' },
  colour: '#8430ce',
  ...parts,
  ...aids,
};
