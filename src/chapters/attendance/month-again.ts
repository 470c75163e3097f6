// 6.3.1: what changes the record of a month that is over has its sheet made again, where that is on its way: who stands on a
// line that has changed is asked once more, everybody else has answered.
import type { Facts } from '../../kernel/facts';
import type { ReportAsked } from '../../kernel/report';
import { text, type RecordRow } from '../../kernel/values';
import type { Bringing } from '../../kernel/workflow';
import { monthBefore } from './month-deadline';

/** The last month that is over and that a day or a leave touches, of the department of whose it is. */
export function changedMonth({ values }: RecordRow, { today, directory }: Facts): ReportAsked | undefined {
  const [first, last] = values['day'] ? [values['day'], values['day']] : [values['firstDay'], values['lastDay']];
  const [from, to, over] = [text(first).slice(0, 7), text(last).slice(0, 7), monthBefore(today)];
  const period = to < over ? to : over;
  const department = directory.person(text(values['person']))?.department;
  return department !== undefined && from !== '' && from <= period ? { period, subject: department } : undefined;
}

export const sheetAgain: Bringing = {
  report: 'attendance-month',
  when: ({ record, facts }) => changedMonth(record, facts) !== undefined,
};
