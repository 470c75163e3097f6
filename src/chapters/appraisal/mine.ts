// 8.1.3, 8.4.1–8.4.3: what people find of the appraisals on their own page. Everybody what is theirs to do; the employee
// their own result once it has been talked over.
import type { MineSection } from '../../kernel/mine';
import { isEmpty, type Values } from '../../kernel/values';
import { viewPage } from './colleague-views.workflow';
import { isTold } from './rules';
import { assessPage } from './scoring';
import { summaryPage } from './self-summaries.workflow';
import { answerPage, objectionPage } from './talking';

const isAsked = ({ values }: { readonly values: Values }): boolean => values['state'] === 'asked';

export const mine: readonly MineSection[] = [
  {
    key: 'self-summaries',
    title: { zh: '待交的工作总结', en: 'Summaries to hand in' },
    tone: 'waiting',
    register: 'self-summaries',
    person: 'person',
    shows: isAsked,
    page: summaryPage,
  },
  {
    key: 'colleague-views',
    title: { zh: '待我评价的同事', en: 'Colleagues to give a view of' },
    tone: 'waiting',
    register: 'colleague-views',
    person: 'by',
    shows: isAsked,
    page: viewPage,
  },
  {
    key: 'appraisals-to-assess',
    title: { zh: '待我评分和面谈的考核', en: 'Appraisals to score and talk over' },
    tone: 'active',
    register: 'appraisals',
    person: 'assessor',
    shows: ({ values }) => values['state'] === 'talk' || (values['state'] === 'scoring' && !isEmpty(values['sheet'])),
    page: assessPage,
  },
  {
    key: 'appraisals-objected',
    title: { zh: '待我复核的考核异议', en: 'Objections to settle' },
    tone: 'late',
    register: 'appraisals',
    person: 'reviewer',
    shows: ({ values }) => values['state'] === 'objected',
    page: objectionPage,
  },
  {
    key: 'appraisals-own',
    title: { zh: '我的绩效考核', en: 'My appraisals' },
    tone: 'active',
    register: 'appraisals',
    person: 'person',
    shows: ({ values }) => isTold(values),
    page: answerPage,
  },
];
