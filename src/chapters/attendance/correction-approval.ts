// 6.2.3: the department head approves that the row of a day is put right, seeing what it says and what it is to say.
import type { Approval } from '../../kernel/approval';
import { labelOf } from '../../kernel/columns';
import { isEmpty, text } from '../../kernel/values';
import { headOf } from '../../kernel/workflow';
import { say } from '../../kernel/words';
import { corrections } from './corrections.register';

const told = ['person', 'department', 'day', 'was', 'in', 'out', 'reason'];

export const correctionApproval: Approval = {
  register: corrections,
  article: '6.2.3',
  applicant: 'person',
  approved: 'applied',
  untouched: [],
  content: ['person', 'day', 'in', 'out', 'reason'],
  steps: [
    {
      key: 'head',
      article: '6.2.3',
      title: { zh: '部门负责人', en: 'Department head' },
      state: 'withHead',
      by: headOf('department'),
    },
  ],
  gist: ([record], { language }) =>
    say({ zh: '{who} {day}', en: '{who}, {day}' }, language, {
      who: text(record!.values['person']),
      day: text(record!.values['day']),
    }),
  facts: ([record], { language }) =>
    told
      .filter((key) => !isEmpty(record!.values[key]))
      .map((key) => {
        const column = corrections.columns[key]!;
        return [labelOf(column, language), column.show(record!.values[key]!, language)] as const;
      }),
};
