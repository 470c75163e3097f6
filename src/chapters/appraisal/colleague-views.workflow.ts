// 8.4.1: colleagues give their view by link; HR adds colleagues or strikes them out.
import { defineWorkflow } from '../../kernel/workflow';
import { asking, hr } from './asking';
import { colleagueViews, viewComment } from './colleague-views.register';
import { viewColumns } from './score-columns';

export const viewPage = 'colleague-view';

const { opens, remind, askAgain, ...waiting } = asking({
  article: '8.4.1',
  letter: 'colleague-view-asked',
  of: 'by',
  givenUp: 'struck',
  again: { zh: '再次征求', en: 'Ask again' },
});

export const colleagueViewsWorkflow = defineWorkflow(colleagueViews, {
  ...waiting,
  opens,
  transitions: {
    give: {
      article: '8.4.1',
      label: { zh: '提交评价', en: 'Give my view' },
      look: 'main',
      from: ['asked'],
      to: ['given'],
      // By the link page only: a view is the colleague's own.
      by: [],
      page: viewPage,
      asks: { ...viewColumns, comment: viewComment },
      sets: ({ input, facts }) => ({ ...input, givenAt: facts.now.slice(0, 16) }),
      done: { zh: '评价已收到，谢谢。', en: 'Your view is received. Thank you.' },
    },
    remind,
    strikeOut: {
      article: '8.4.1',
      label: { zh: '不再征求', en: 'Strike out' },
      from: ['asked'],
      to: ['struck'],
      by: hr,
    },
    askAgain,
  },
});
