// 6.2.2, 6.2.3: leave and corrections: their registers, workflows, approvals, and what the clock and own pages do with them.
import { chaseJob, digestOf, lettersOf, minesOf, pagesOf, sectionOf } from '../../kernel/approval';
import type { BoardSection } from '../../kernel/board';
import { hasRole, type Facts } from '../../kernel/facts';
import type { MineSection } from '../../kernel/mine';
import { text, type RecordRow } from '../../kernel/values';
import { list } from '../../kernel/words';
import { correctionApproval } from './correction-approval';
import { corrections } from './corrections.register';
import { correctionsWorkflow } from './corrections.workflow';
import { endFilings } from './end-filings.job';
import { leaveApproval } from './leave-approval';
import { changeLetters } from './leave-emails';
import { isLongOver, leaveFiling } from './leave-filing.effect';
import { leaveFilings } from './leave-filings.register';
import { leaveFilingsWorkflow } from './leave-filings.workflow';
import { proofsDue } from './leave-proof';
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

const toDecide = sectionOf(leaveApproval);
/** HR sees what waits for others. */
const waiting: BoardSection = {
  key: 'leave-waiting',
  register: 'leave',
  title: { zh: '待审批的请假条', en: 'Leave slips with approvers' },
  empty: { zh: '没有待审批的请假条。', en: 'No leave slip waits for approval.' },
  tone: 'waiting',
  onlyFilled: (actor) => !hasRole(actor, 'hr'),
  shows: toDecide.shows,
  isFor: (actor, record, facts) => hasRole(actor, 'hr') && !toDecide.isFor!(actor, record, facts),
  chips: toDecide.chips!,
  detail: ({ values }, { language }) => {
    const slip = slipOf(values);
    return list([text(values['approver']), slip ? spanOf(slip, language) : ''].filter(Boolean), language);
  },
  order: toDecide.order!,
};

const ownLeave = minesOf(leaveApproval, { zh: '请假', en: 'Ask for leave' });

/** Leave that was asked for long ahead can be changed until it is over. */
const toCome = ({ values }: RecordRow, facts: Facts): boolean =>
  values['state'] === 'approved' && !isLongOver(text(values['lastDay']), facts);

export const registers = [leave, leaveFilings, corrections];
export const workflows = [leaveWorkflow, leaveFilingsWorkflow, correctionsWorkflow];
export const letters = [...approvals.flatMap(lettersOf), ...changeLetters];
export const pages = approvals.flatMap(pagesOf);
export const mine = [
  ...ownLeave.map((section): MineSection =>
    section.person === leaveApproval.applicant
      ? { ...section, shows: (record, facts) => section.shows(record, facts) || toCome(record, facts) }
      : section,
  ),
  ...minesOf(correctionApproval, { zh: '补卡', en: 'Correct a missed punch' }),
];
export const jobs = [...approvals.map(chaseJob), endFilings];
export const digests = approvals.map(digestOf);
export const effects = [leaveFiling];
export const board = [toDecide, sectionOf(correctionApproval), onLeaveToday, waiting, proofsDue];
