// Approvals: a chapter declares the steps of a request; transitions, pages, e-mails and the chasing follow.
export type { Approval, ApprovalStep } from './approval';
export { isAsApproved, openingOf, pageKey, states, total, transitionsOf } from './approval';
export { chaseJob, workDaysSince } from './chase';
export { approvalColumns, closings } from './columns';
export { lettersOf, pagesOf } from './letters';
export { deciderOf, nextLevel, nextStop, presentFor, standInFor } from './route';
