// Chapter 3 of the policy, and article 1.3.5: office supplies, from the requisition to the stocktake.
import type { Chapter } from '../../kernel/chapter';
import * as aids from './desk-aids';
import { indicators } from './indicators';
import * as parts from './parts';
import { stock } from './stock.report';

export const supplies: Chapter = {
  key: 'supplies',
  title: { zh: '办公用品管理', en: 'Office supplies' },
  colour: '#188038',
  ...parts,
  ...aids,
  reports: [stock],
  indicators,
};
