// 3.1.3: what was handed out is signed for, on the screen or by the link in an e-mail.
import { signature } from '../../kernel/columns';
import { text, type RecordRow } from '../../kernel/values';
import { clock, defineWorkflow, personIn, role, type Workflow } from '../../kernel/workflow';
import { issueCorrections } from './issue-corrections';
import { issues } from './issues.register';
import { isSignatureDue, nowOf } from './rules';

export const receiptPage = 'issue-receipt';
const front = role('front');
const recipient = personIn('recipient');

const defined = defineWorkflow(issues, {
  opens: {
    article: '3.1.3',
    by: [],
    in: ['unsigned'],
    state: () => 'unsigned',
    tells: [{ letter: 'issue-sign' }],
  },
  transitions: {
    sign: {
      article: '3.1.3',
      label: { zh: '签收', en: 'Sign' },
      look: 'main',
      from: ['unsigned'],
      to: ['signed'],
      by: [front],
      asks: { signature: signature({ zh: '领用人签名', en: 'Signature of the recipient' }, { required: true }) },
      sets: ({ input, facts }) => ({
        signature: input['signature'] ?? null,
        signedAt: nowOf(facts),
        signedBy: 'screen',
      }),
    },
    confirm: {
      article: '3.1.3',
      label: { zh: '确认已领取', en: 'I have collected it' },
      look: 'main',
      from: ['unsigned'],
      to: ['signed'],
      by: [recipient],
      page: receiptPage,
      sets: ({ facts }) => ({ signedAt: nowOf(facts), signedBy: 'link' }),
      done: { zh: '已签收，谢谢。', en: 'Signed for. Thank you.' },
    },
    chase: {
      article: '3.1.3',
      label: { zh: '催签', en: 'Chased' },
      from: ['unsigned'],
      to: ['unsigned'],
      by: [clock],
      when: ({ record, facts }) => isSignatureDue(record, facts),
      sets: ({ facts }) => ({ chasedAt: nowOf(facts) }),
      tells: [{ letter: 'issue-sign-again' }],
    },
    tellAgain: {
      article: '3.1.3',
      label: { zh: '重发邮件', en: 'Send the e-mail again' },
      from: ['unsigned'],
      to: ['unsigned'],
      by: [front],
      tells: [{ letter: 'issue-sign' }],
      done: { zh: '邮件马上重发。', en: 'The e-mail is being sent again.' },
    },
    ...issueCorrections,
  },
  holder: ({ values }: RecordRow) => text(values['recipient']),
  isOpen: ({ values }) => values['state'] === 'unsigned',
});

/** Nothing is to be done about what is back in stock, although that may have been a mistake, too. */
export const issuesWorkflow: Workflow = { ...defined, final: ['returned', 'reversed'] };
