// 8.4.1: colleagues give their view by link; HR adds colleagues or strikes them out.
import { text } from '../../kernel/values';
import { clock, defineWorkflow, role } from '../../kernel/workflow';
import { colleagueViews, viewComment } from './colleague-views.register';
import { dueFrom, isToChase } from './rules';
import { viewColumns } from './score-columns';

export const viewPage = 'colleague-view';

const hr = [role('hr')];
const asked = [{ letter: 'colleague-view-asked' }];

export const colleagueViewsWorkflow = defineWorkflow(colleagueViews, {
  opens: {
    article: '8.4.1',
    by: hr,
    in: ['asked'],
    state: () => 'asked',
    sets: (_, facts) => ({ dueOn: dueFrom(facts) }),
    tells: asked,
  },
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
    remind: {
      article: '8.4.1',
      label: { zh: '提醒', en: 'Reminded' },
      from: ['asked'],
      to: ['asked'],
      by: [clock],
      when: ({ record, facts }) => isToChase(record.values, facts),
      sets: ({ facts }) => ({ remindedOn: facts.today }),
      tells: asked,
    },
    strikeOut: {
      article: '8.4.1',
      label: { zh: '不再征求', en: 'Strike out' },
      from: ['asked'],
      to: ['struck'],
      by: hr,
    },
    askAgain: {
      article: '8.4.1',
      label: { zh: '再次征求', en: 'Ask again' },
      from: ['struck'],
      to: ['asked'],
      by: hr,
      sets: ({ facts }) => ({ dueOn: dueFrom(facts), remindedOn: null }),
      tells: asked,
    },
  },
  due: ({ values }) => (values['state'] === 'asked' ? text(values['dueOn']) : null),
  holder: ({ values }) => text(values['by']),
  isOpen: ({ values }) => values['state'] === 'asked',
});
