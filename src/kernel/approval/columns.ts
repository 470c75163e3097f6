// What every register whose records are approved has besides its own columns.
import { longText, moment, person, text, type Choices } from '../columns';
import type { Columns } from '../register';

export const approvalColumns: Columns = {
  approver: person({ zh: '待谁审批', en: 'Waits for' }, { by: 'workflow' }),
  askedAt: moment({ zh: '送审时间', en: 'Asked at' }, { by: 'workflow' }),
  remindedAt: moment({ zh: '催办时间', en: 'Reminded at' }, { by: 'workflow', hidden: true }),
  /** Who has had the present step, one a line, the approver last: nobody gets it twice. */
  asked: text({ zh: '已送审人', en: 'Asked so far' }, { by: 'workflow', hidden: true }),
  /** What the present step is asked about, word for word, and the steps before it have approved. */
  askedContent: longText({ zh: '送审的内容', en: 'Content asked about' }, { by: 'workflow', hidden: true }),
  decisions: longText({ zh: '审批意见', en: 'Decisions' }, { by: 'workflow', width: 220 }),
  /** The decisions of the present round, as data. */
  round: longText({ zh: '本轮审批', en: 'This round' }, { by: 'workflow', hidden: true }),
  /** What was approved, word for word: what is carried out is held against it. */
  approvedContent: longText({ zh: '批准的内容', en: 'Approved content' }, { by: 'workflow', hidden: true }),
  /** In whose names signatures on paper were entered in this round, one a line. */
  paperSigners: text({ zh: '纸质签字人', en: 'Signed on paper' }, { by: 'workflow', hidden: true }),
};

/** States that every approval has, besides those of its steps. */
export const closings = {
  returned: { words: { zh: '退回补充', en: 'Sent back' }, tone: 'waiting' },
  declined: { words: { zh: '不同意', en: 'Declined' }, tone: 'off' },
  cancelled: { words: { zh: '已撤回', en: 'Withdrawn' }, tone: 'off' },
} satisfies Choices;
