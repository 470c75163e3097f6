// 6.2.2: what people hear of a change that they have asked for; of all else the approval's own e-mails tell.
import { letterOf } from '../../kernel/letter';
import { personIn, type LetterKind } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { leaveApproval as approval } from './leave-approval';
import { leave } from './leave.register';

const words = {
  unchanged: { zh: '变更未获同意：请假条 {no}', en: 'The change was declined: slip {no}' },
  unchangedSentence: {
    zh: '您的请假条的变更没有获得同意，仍按原来批准的执行。',
    en: 'The change of your leave slip was declined; it stays as it was approved.',
  },
  cancelled: { zh: '已取消：请假条 {no}', en: 'Cancelled: slip {no}' },
  cancelledSentence: { zh: '您的请假已按申请取消。', en: 'Your leave is cancelled, as you asked.' },
  why: { zh: '您收到本邮件，因为请假的是您。', en: 'You get this because the leave is yours.' },
} satisfies Record<string, Words>;

const answer = (key: string, state: string, subject: Words, sentence: Words): LetterKind => ({
  key,
  register: leave.key,
  to: personIn('person'),
  weight: 2,
  isDue: ({ values }) => values['state'] === state,
  make: ({ no }, facts, _, lines) =>
    letterOf(facts, { subject, sentence, why: words.why }, { no }, approval.facts(lines, facts)),
});

/** Of one that shortens a slip the answer of the approval tells. */
export const changeLetters: readonly LetterKind[] = [
  answer('leave-unchanged', 'approved', words.unchanged, words.unchangedSentence),
  answer('leave-cancelled', 'cancelled', words.cancelled, words.cancelledSentence),
];
