// The transitions of an approval; a chapter adds those that carry it out.
import type { Transition } from '../workflow';
import type { Approval } from './approval';
import { askingOf } from './asking';
import { decidingOf } from './deciding';
import { paperOf } from './paper';

export const transitionsOf = (approval: Approval): Readonly<Record<string, Transition>> => ({
  ...decidingOf(approval),
  ...paperOf(approval),
  ...askingOf(approval),
});
