// Approvals: a chapter declares the steps of a request; transitions, pages, e-mails and the chasing follow.
export type { Approval, ApprovalStep } from './approval';
export { approveKey, isAsApproved, pageKey, states, total } from './approval';
export { departmentFaults, noRound, openingOf, submitted } from './asking';
export { digestOf, sectionOf } from './board';
export { chaseJob, workDaysSince } from './chase';
export { approvalColumns, closings } from './columns';
export { decisionsOf, signatureBoxes, type Decision, type SignatureBox, type Verdict } from './decisions';
export { lettersOf, pagesOf } from './letters';
export { minesOf } from './mine';
export { nextLevel, responsibleFor, standInFor } from './route';
export { transitionsOf } from './transitions';
