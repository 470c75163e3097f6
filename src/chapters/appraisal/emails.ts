// 8.4.1–8.4.3: who is asked for what in a round. Letters name the quarter and the person, never points or views.
import { tabKeyOf } from '../../kernel/report';
import { isEmpty, text } from '../../kernel/values';
import { personIn, role, type LetterKind } from '../../kernel/workflow';
import { appraisals } from './appraisals.register';
import { colleagueViews } from './colleague-views.register';
import { viewPage } from './colleague-views.workflow';
import { asAssessor, asHr, letter, open, who } from './letter-kinds';
import { resultLetters } from './result-emails';
import { assessPage } from './scoring';
import { partName } from './sheet';
import { selfSummaries } from './self-summaries.register';
import { summaryPage } from './self-summaries.workflow';

export const letters: readonly LetterKind[] = [
  letter('self-summary-asked', selfSummaries, {
    to: personIn('person'),
    state: 'asked',
    page: summaryPage,
    columns: ['quarter', 'dueOn'],
    wording: {
      subject: { zh: '请提交个人工作总结（{quarter}）', en: 'Your summary of {quarter}, please' },
      sentence: {
        zh: '请在 {due} 前提交 {quarter} 的个人工作总结和自评。',
        en: 'Please hand in your summary and self-assessment of {quarter} by {due}.',
      },
      button: { zh: '写总结', en: 'Write it' },
      why: {
        zh: '您收到本邮件，因为前台岗位每季度考核。',
        en: 'You get this because the front desk is appraised quarterly.',
      },
    },
  }),
  letter('colleague-view-asked', colleagueViews, {
    to: personIn('by'),
    state: 'asked',
    page: viewPage,
    columns: ['quarter', 'about', 'dueOn'],
    wording: {
      subject: { zh: '请评价同事：{person}（{quarter}）', en: 'Your view of {person} ({quarter})' },
      sentence: { zh: '请在 {due} 前评价{person}本季度的表现。', en: 'Please give your view of {person} by {due}.' },
      button: { zh: '去评价', en: 'Give my view' },
      why: { zh: '您收到本邮件，因为请了您评价。', en: 'You get this because you are asked for your view.' },
    },
  }),
  letter('appraisal-score', appraisals, {
    to: personIn('assessor'),
    state: 'scoring',
    page: assessPage,
    columns: who,
    wording: {
      subject: { zh: '请考核评分：{person}（{quarter}）', en: 'Please score: {person} ({quarter})' },
      sentence: { zh: '{person}的考核材料已齐，请评分。', en: 'The papers of {person} are in. Please score.' },
      button: open,
      why: asAssessor,
    },
  }),
  letter('appraisal-talk', appraisals, {
    to: personIn('assessor'),
    state: 'talk',
    page: assessPage,
    columns: who,
    wording: {
      subject: { zh: '请绩效面谈：{person}（{quarter}）', en: 'The talk with {person} ({quarter}) is due' },
      sentence: {
        zh: '{person}的评分已定稿，请与本人面谈并登记。',
        en: 'The scores of {person} are final. Please talk them over and note the talk.',
      },
      button: open,
      why: asAssessor,
    },
  }),
  letter('appraisal-lacking', appraisals, {
    to: role('hr'),
    state: 'scoring',
    columns: who,
    when: ({ values }) => !isEmpty(values['lacks']),
    tab: (record, facts) => tabKeyOf('appraisal', text(record.values['quarter']), '', partName(record, facts)),
    wording: {
      subject: { zh: '评分还不能定稿：{person}（{quarter}）', en: 'Not final yet: {person} ({quarter})' },
      sentence: {
        zh: '考核表上的评分还不齐，缺什么写在该记录的“还缺什么”里。补齐后再定稿。',
        en: 'The scores on the sheet are not complete; what lacks stands in the record. Please complete them and try again.',
      },
      opens: { zh: '打开考核表', en: 'Open the sheet' },
      why: asHr,
    },
  }),
  ...resultLetters,
];
