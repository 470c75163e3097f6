// 8.4.2: the summary is asked for by link and chased; HR enters one handed in on paper, or notes that there is none.
import { defineWorkflow, type Transition } from '../../kernel/workflow';
import { asking, hr } from './asking';
import { selfScores } from './score-columns';
import { selfSummaries, summaryTexts } from './self-summaries.register';

export const summaryPage = 'self-summary';

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

const { opens, remind, askAgain, ...waiting } = asking({
  article: '8.4.2',
  letter: 'self-summary-asked',
  of: 'person',
  givenUp: 'missing',
  again: { zh: '再次催交', en: 'Ask again' },
});

export const selfSummariesWorkflow = defineWorkflow(selfSummaries, {
  ...waiting,
  opens,
  transitions: {
    handIn,
    remind,
    giveUp: {
      article: '8.4.2',
      label: { zh: '记为未提交', en: 'Note as not handed in' },
      from: ['asked'],
      to: ['missing'],
      by: hr,
    },
    askAgain,
  },
});
