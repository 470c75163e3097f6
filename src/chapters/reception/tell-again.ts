// 2.1.3, 2.2.3, 2.2.4: a link has expired, or the e-mail was lost: the front desk has it sent again, with a fresh link.
import { role, type Case, type Telling, type Transition } from '../../kernel/workflow';

/** The record stays as it is; only its history says that it was told again. */
export const tellAgain = (
  article: string,
  states: readonly string[],
  when: (c: Case) => boolean,
  tells: readonly Telling[],
): Transition => ({
  article,
  label: { zh: '重发邮件', en: 'Send the e-mail again' },
  from: states,
  to: states,
  stays: true,
  by: [role('front')],
  when,
  tells,
  done: { zh: '邮件马上重发。', en: 'The e-mail is being sent again.' },
});
