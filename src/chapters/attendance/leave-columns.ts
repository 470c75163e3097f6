// 6.2.2: what a leave slip and its filing at the desk both say: who, which leave, from which half day to which.
import { choice, day, number, person } from '../../kernel/columns';
import type { FilledBy } from '../../kernel/columns/column';
import type { Columns } from '../../kernel/register';
import { leaveTypes } from '../../office/leave-types';

export const firstHalves = {
  whole: { zh: '全天', en: 'Whole day' },
  afternoon: { zh: '下午起', en: 'From the afternoon' },
};
export const lastHalves = {
  whole: { zh: '全天', en: 'Whole day' },
  morning: { zh: '到上午', en: 'Until noon' },
};

export const changes = {
  shorten: { zh: '提前销假', en: 'Ends earlier' },
  cancel: { zh: '取消', en: 'Cancelled' },
};

export const leaveWords = Object.fromEntries(Object.entries(leaveTypes).map(([key, { words }]) => [key, words]));

/** In the order of the paper form. */
export const leaveColumns = (by: FilledBy, person_: Columns['person']): Columns => ({
  person: person_ ?? person({ zh: '请假人', en: 'Person' }, { by }),
  type: choice({ zh: '假别', en: 'Leave' }, leaveWords, { by, required: by === 'hand' }),
  firstDay: day({ zh: '开始日期', en: 'First day' }, { by, required: by === 'hand' }),
  firstHalf: choice({ zh: '第一天', en: 'On the first day' }, firstHalves, {
    by,
    ...(by === 'hand' && { default: () => 'whole' }),
  }),
  lastDay: day({ zh: '结束日期', en: 'Last day' }, { by, required: by === 'hand' }),
  lastHalf: choice({ zh: '最后一天', en: 'On the last day' }, lastHalves, {
    by,
    ...(by === 'hand' && { default: () => 'whole' }),
  }),
  days: number({ zh: '天数', en: 'Days' }, { by: 'system', whole: false }),
});
