// The supplies' registers, with their workflows, their approvals and what the clock does for them.
import { chaseJob, digestOf, lettersOf, pagesOf, sectionOf } from '../../kernel/approval';
import { ownBoard } from './board';
import { booksAgree } from './books-agree.job';
import { chaseSignatures } from './chase-signatures.job';
import { ownDigests } from './digests';
import { ownLetters } from './emails';
import { issues } from './issues.register';
import { issuesWorkflow } from './issues.workflow';
import { items } from './items.register';
import { itemsWorkflow } from './items.workflow';
import { ownPages } from './pages';
import { purchaseApproval } from './purchase-approval';
import { purchaseLetters } from './purchase-emails';
import { recheckLevels } from './recheck-levels.job';
import { requisitionApproval } from './requisition-approval';
import { requisitions } from './requisitions.register';
import { requisitionsWorkflow } from './requisitions.workflow';
import { stockLedger } from './stock-ledger.register';
import { stockLedgerWorkflow } from './stock-ledger.workflow';
import { stocktakeApproval } from './stocktake-approval';
import { stocktakes } from './stocktakes.register';
import { stocktakesWorkflow } from './stocktakes.workflow';
import { supplyPurchases } from './supply-purchases.register';
import { supplyPurchasesWorkflow } from './supply-purchases.workflow';

const approvals = [requisitionApproval, purchaseApproval, stocktakeApproval];

export const registers = [items, requisitions, issues, stockLedger, stocktakes, supplyPurchases];
export const workflows = [
  itemsWorkflow,
  requisitionsWorkflow,
  issuesWorkflow,
  stockLedgerWorkflow,
  stocktakesWorkflow,
  supplyPurchasesWorkflow,
];
export const letters = [...approvals.flatMap(lettersOf), ...ownLetters, ...purchaseLetters];
export const pages = [...approvals.flatMap(pagesOf), ...ownPages];
export const board = [...approvals.map(sectionOf), ...ownBoard];
export const digests = [...approvals.map(digestOf), ...ownDigests];
export { mine } from './mine';
export const jobs = [...approvals.map(chaseJob), chaseSignatures, recheckLevels, booksAgree];
