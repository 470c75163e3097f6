// 8.5.1: results lead to action, by the grade; 8.5.2: and to training and development.
import { choices, day, longText, type Column } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { text, type Values } from '../../kernel/values';
import { role, type Case, type Party, type Transition } from '../../kernel/workflow';
import { outcomes } from './appraisals.register';
import type { Grade } from './grade';
import { own } from './scoring';

const deciders: readonly Party[] = [role('hr'), role('director')];
const sheet = [{ report: 'appraisal' }];

type Outcome = keyof typeof outcomes;

const among = (some: readonly Outcome[], proposed: Outcome): Column =>
  choices({ zh: '结果运用', en: 'Outcome' }, Object.fromEntries(some.map((one) => [one, outcomes[one]])), {
    required: true,
    default: () => [proposed],
  });

const developmentAsked = longText(
  { zh: '培训与发展建议', en: 'Development' },
  { help: { zh: '空着：保留系统的建议。', en: 'Left blank: the proposal stays.' } },
);

const of =
  (grade: Grade) =>
  ({ record }: Case): boolean =>
    record.values['grade'] === grade;

const decided = ({ record, input }: Case): Values => ({
  ...input,
  development: input['development'] ?? record.values['development'] ?? null,
});

const deciding = { article: '8.5.1–8.5.2', look: 'main', from: ['outcome'], by: deciders, unless: [own] } as const;
const told = { tells: [{ letter: 'appraisal-outcome' }], brings: sheet };

export const outcomeSteps: Readonly<Record<string, Transition>> = {
  reward: {
    ...deciding,
    ...told,
    label: { zh: '定结果（优秀）', en: 'Decide the outcome (excellent)' },
    to: ['closed'],
    when: of('excellent'),
    asks: {
      outcomes: among(['commendation', 'bonus', 'promotion'], 'commendation'),
      development: developmentAsked,
    },
    confirm: {
      zh: '晋升等岗位、薪酬变动须与本人书面约定。办结后考核表锁定。',
      en: 'Changes of post or pay need a written agreement. The sheet is locked then.',
    },
    sets: decided,
  },
  keepUp: {
    ...deciding,
    ...told,
    label: { zh: '定结果（合格）', en: 'Decide the outcome (qualified)' },
    to: ['closed'],
    when: of('qualified'),
    asks: { outcomes: among(['keep'], 'keep'), development: developmentAsked },
    confirm: { zh: '办结后考核表锁定。', en: 'The sheet is locked then.' },
    sets: decided,
  },
  improve: {
    ...deciding,
    ...told,
    label: { zh: '定结果（不合格）', en: 'Decide the outcome (unqualified)' },
    to: ['following'],
    when: of('unqualified'),
    asks: {
      outcomes: among(['formalTalk', 'pay', 'post'], 'formalTalk'),
      demands: longText({ zh: '改进要求', en: 'Demands' }, { required: true }),
      followUpOn: day({ zh: '跟进日期', en: 'Follow up on' }, { required: true }),
      development: developmentAsked,
    },
    faults: ({ input, facts }): Readonly<Record<string, Sentence>> =>
      text(input['followUpOn']) < facts.today
        ? { followUpOn: { words: { zh: '跟进日期不能早于今天。', en: 'Not before today.' } } }
        : {},
    confirm: {
      zh: '提醒：调整绩效工资或岗位须与本人协商一致，并签订书面协议；不能单方决定。确定？',
      en: 'Note: changes of pay or post need the employee’s consent and a written agreement; they are not decided alone. Go on?',
    },
    sets: decided,
  },
  followUp: {
    article: '8.5.1',
    label: { zh: '登记跟进，办结', en: 'Note the follow-up and close' },
    look: 'main',
    from: ['following'],
    to: ['closed'],
    by: deciders,
    unless: [own],
    asks: { followUpNote: longText({ zh: '跟进情况', en: 'Follow-up' }, { required: true }) },
    sets: ({ input }) => input,
    brings: sheet,
  },
};
