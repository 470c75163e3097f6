// 8.1.3, 8.4.1–8.4.3: the pages on which people hand in, give a view, score, answer and settle.
import { personIn, type LinkPage } from '../../kernel/workflow';
import { isEmpty } from '../../kernel/values';
import { say, type Words } from '../../kernel/words';
import { answerPage, objectionPage } from './talking';
import { colleagueViews } from './colleague-views.register';
import { viewPage } from './colleague-views.workflow';
import { indicatorList } from './indicator-list';
import { pairs } from '../../kernel/pairs';
import { assessorFacts, ownFacts, reviewFacts } from './page-facts';
import { assessPage } from './scoring';
import { selfSummaries } from './self-summaries.register';
import { summaryPage } from './self-summaries.workflow';

const scores = indicatorList.map(({ key }) => key);

const sentences = {
  summary: {
    zh: '请写本季度的个人工作总结，并给自己逐项评分。只有行政人事、机构领导和您的考核人会看到。',
    en: 'Please write your summary of the quarter and score yourself. HR, the director and your assessor will read it.',
  },
  view: {
    zh: '请评价这位同事本季度的表现。考核表上只有平均结果，不署名；行政人事能看到谁评了什么。本人和考核人看不到。',
    en: 'How did this colleague do this quarter? The sheet shows averages without names; HR can see who said what, the colleague and the assessor cannot.',
  },
  score: {
    zh: '请根据下面的数据和总结，给观察项评分。没有数据的指标由行政人事在考核表里评分。定稿前可以再次提交。',
    en: 'Please score what is observed, going by the data and the summary below. HR scores what has no data in the sheet. You may do so again until scores are final.',
  },
  talk: {
    zh: '评分已定稿。请与本人面谈，然后登记日期和要点。',
    en: 'The scores are final. Please talk them over with the employee, then note the day and what was said.',
  },
  answer: {
    zh: '这是您本季度的考核结果和面谈记录。同意请点“同意”；有异议请写明，将由没有参与评分的人复核。',
    en: 'Your result of the quarter, with the notes of the talk. If you object, say why: somebody who did not assess will settle it.',
  },
  objection: {
    zh: '本人对考核结果有异议，请复核。',
    en: 'The employee objects to the result. Please settle it.',
  },
} satisfies Record<string, Words>;

export const pages: readonly LinkPage[] = [
  {
    key: summaryPage,
    register: 'self-summaries',
    title: { zh: '个人工作总结', en: 'Self-summary' },
    holder: personIn('person'),
    binds: ['quarter', 'person'],
    isOpen: ({ values }) => values['state'] === 'asked',
    sentence: (_, { language }) => say(sentences.summary, language),
    facts: ({ values }, facts) => pairs(selfSummaries, values, ['quarter', 'person', 'dueOn', 'handedInAt'], facts),
  },
  {
    key: viewPage,
    register: 'colleague-views',
    title: { zh: '同事评价', en: 'Your view of a colleague' },
    holder: personIn('by'),
    binds: ['quarter', 'about', 'by'],
    isOpen: ({ values }) => values['state'] === 'asked',
    sentence: (_, { language }) => say(sentences.view, language),
    facts: ({ values }, facts) => pairs(colleagueViews, values, ['quarter', 'about', 'dueOn'], facts),
  },
  {
    key: assessPage,
    register: 'appraisals',
    title: { zh: '考核评分与面谈', en: 'Score and talk' },
    holder: personIn('assessor'),
    binds: ['quarter', 'person', 'assessor'],
    isOpen: ({ values }) => values['state'] === 'talk' || (values['state'] === 'scoring' && !isEmpty(values['sheet'])),
    sentence: ({ values }, { language }) =>
      say(values['state'] === 'talk' ? sentences.talk : sentences.score, language),
    facts: assessorFacts,
  },
  {
    key: answerPage,
    register: 'appraisals',
    title: { zh: '绩效考核结果', en: 'Your appraisal' },
    holder: personIn('person'),
    binds: ['quarter', 'person', ...scores, 'total', 'talkNotes'],
    isOpen: ({ values }) => values['state'] === 'acknowledging',
    sentence: (_, { language }) => say(sentences.answer, language),
    facts: ownFacts,
  },
  {
    key: objectionPage,
    register: 'appraisals',
    title: { zh: '考核异议复核', en: 'Objection to an appraisal' },
    holder: personIn('reviewer'),
    binds: ['quarter', 'person', ...scores, 'objection', 'reviewer'],
    isOpen: ({ values }) => values['state'] === 'objected',
    sentence: (_, { language }) => say(sentences.objection, language),
    facts: reviewFacts,
  },
];
