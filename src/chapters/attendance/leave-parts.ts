// 6.2.2, 6.2.3: leave and corrections: their registers, workflows, approvals, and what the clock and own pages do with them.
import { chaseJob, digestOf, lettersOf, minesOf, pagesOf, sectionOf } from '../../kernel/approval';
import type { BoardSection } from '../../kernel/board';
import { hasRole } from '../../kernel/facts';
import { text } from '../../kernel/values';
import { correctionApproval } from './correction-approval';
import { corrections } from './corrections.register';
import { correctionsWorkflow } from './corrections.workflow';
import { endFilings } from './end-filings.job';
import { leaveApproval } from './leave-approval';
import { changeLetters } from './leave-emails';
import { leaveFiling } from './leave-filing.effect';
import { leaveFilings } from './leave-filings.register';
import { leaveFilingsWorkflow } from './leave-filings.workflow';
import { slipOf, spanOf } from './leave-sums';
import { leave } from './leave.register';
import { leaveWorkflow } from './leave.workflow';

const approvals = [leaveApproval, correctionApproval];

const onLeaveToday: BoardSection = {
  key: 'leave-today',
  register: 'leave-filings',
  title: { zh: '今天请假', en: 'On leave today' },
  empty: { zh: '今天没有人请假。', en: 'Nobody is on leave today.' },
  onlyFilled: true,
  tone: 'active',
  shows: ({ values }, { today }) =>
    values['state'] === 'filed' && text(values['firstDay']) <= today && today <= text(values['lastDay']),
  isFor: (actor) => hasRole(actor, 'front') || hasRole(actor, 'hr'),
  detail: ({ values }, { language }) => {
    const slip = slipOf(values);
    return slip ? spanOf(slip, language) : '';
  },
  order: ({ values }) => text(values['person']),
};

export const registers = [leave, leaveFilings, corrections];
export const workflows = [leaveWorkflow, leaveFilingsWorkflow, correctionsWorkflow];
export const letters = [...approvals.flatMap(lettersOf), ...changeLetters];
export const pages = approvals.flatMap(pagesOf);
export const mine = [
  ...minesOf(leaveApproval, { zh: '请假', en: 'Ask for leave' }),
  ...minesOf(correctionApproval, { zh: '补卡', en: 'Correct a missed punch' }),
];
export const jobs = [...approvals.map(chaseJob), endFilings];
export const digests = approvals.map(digestOf);
export const effects = [leaveFiling];
/** Slips are in the restricted workbook: the board shows none. */
export const board = [sectionOf(correctionApproval), onLeaveToday];
