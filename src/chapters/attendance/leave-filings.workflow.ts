// 6.2.2: a filing is made, changed and cancelled as its slip is; some time after the last day it is over.
import { text } from '../../kernel/values';
import { clock, defineWorkflow } from '../../kernel/workflow';
import { isLongOver } from './leave-filing.effect';
import { leaveFilings } from './leave-filings.register';
import { sheetAgain } from './month-again';

export const leaveFilingsWorkflow = defineWorkflow(leaveFilings, {
  opens: {
    article: '6.2.2',
    by: [clock],
    in: ['filed', 'ended'],
    state: ({ lastDay }, facts) => (isLongOver(text(lastDay), facts) ? 'ended' : 'filed'),
    brings: [sheetAgain],
  },
  transitions: {
    end: {
      article: '6.2.2',
      label: { zh: '已结束', en: 'Over' },
      from: ['filed'],
      to: ['ended'],
      by: [clock],
      when: ({ record, facts }) => isLongOver(text(record.values['lastDay']), facts),
    },
    cancel: {
      article: '6.2.2',
      label: { zh: '请假已取消', en: 'The leave is cancelled' },
      from: ['filed', 'ended'],
      to: ['cancelled'],
      by: [clock],
    },
  },
  isOpen: ({ values }) => values['state'] === 'filed',
});
