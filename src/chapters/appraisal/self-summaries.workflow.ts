// 8.4.2: the summary is asked for by link and chased; HR enters one handed in on paper, or notes that there is none.
import { text } from '../../kernel/values';
import { clock, defineWorkflow, role, type Transition } from '../../kernel/workflow';
import { dueFrom, isToChase } from './rules';
import { selfScores } from './score-columns';
import { selfSummaries, summaryTexts } from './self-summaries.register';

export const summaryPage = 'self-summary';

const hr = [role('hr')];
const asked = [{ letter: 'self-summary-asked' }];

/** The person comes by the link page only: the sidebar shows the record to nobody but HR and the director. */
const handIn: Transition = {
  article: '8.4.2',
  label: { zh: '提交总结', en: 'Hand in' },
  look: 'main',
  from: ['asked'],
  to: ['handedIn'],
  by: hr,
  page: summaryPage,
  asks: { ...summaryTexts, ...selfScores },
  sets: ({ input, facts }) => ({ ...input, handedInAt: facts.now.slice(0, 16) }),
  done: { zh: '总结已提交，谢谢。', en: 'Your summary is handed in. Thank you.' },
};

export const selfSummariesWorkflow = defineWorkflow(selfSummaries, {
  opens: {
    article: '8.4.2',
    by: hr,
    in: ['asked'],
    state: () => 'asked',
    sets: (_, facts) => ({ dueOn: dueFrom(facts) }),
    tells: asked,
  },
  transitions: {
    handIn,
    remind: {
      article: '8.4.2',
      label: { zh: '提醒', en: 'Reminded' },
      from: ['asked'],
      to: ['asked'],
      by: [clock],
      when: ({ record, facts }) => isToChase(record.values, facts),
      sets: ({ facts }) => ({ remindedOn: facts.today }),
      tells: asked,
    },
    giveUp: {
      article: '8.4.2',
      label: { zh: '记为未提交', en: 'Note as not handed in' },
      from: ['asked'],
      to: ['missing'],
      by: hr,
    },
    askAgain: {
      article: '8.4.2',
      label: { zh: '再次催交', en: 'Ask again' },
      from: ['missing'],
      to: ['asked'],
      by: hr,
      sets: ({ facts }) => ({ dueOn: dueFrom(facts), remindedOn: null }),
      tells: asked,
    },
  },
  due: ({ values }) => (values['state'] === 'asked' ? text(values['dueOn']) : null),
  holder: ({ values }) => text(values['person']),
  isOpen: ({ values }) => values['state'] === 'asked',
});
