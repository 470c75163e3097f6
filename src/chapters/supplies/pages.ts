// 3.1.3: the page on which the recipient signs for the goods.
import { personIn, type LinkPage } from '../../kernel/workflow';
import { say } from '../../kernel/words';
import { issues } from './issues.register';
import { receiptPage } from './issues.workflow';
import { pairs } from '../../kernel/pairs';
import { goods, linePairs } from './naming';

export const ownPages: readonly LinkPage[] = [
  {
    key: receiptPage,
    register: 'issues',
    title: { zh: '用品签收', en: 'Sign for goods' },
    holder: personIn('recipient'),
    binds: ['recipient', 'item', 'quantity'],
    isOpen: ({ values }) => values['state'] === 'unsigned',
    sentence: (_, { language }) =>
      say(
        {
          zh: '请核对领到的用品，数量无误就点“确认已领取”。不对请联系前台。',
          en: 'Please check what you were given. If it is right, press the button; if not, tell the front desk.',
        },
        language,
      ),
    facts: ({ values }, facts, lines) => [
      ...pairs(issues, values, ['requisition', 'department', 'issuedBy', 'issuedAt'], facts),
      ...linePairs(lines, (line) => goods(line.values, 'quantity'), facts),
    ],
  },
];
