// 6.2.2: some kinds of leave are proved by a paper, which HR has seen, or has waived, once the leave is over at the latest.
import type { BoardSection } from '../../kernel/board';
import { longText } from '../../kernel/columns';
import { daysBetween } from '../../kernel/civil';
import { hasRole } from '../../kernel/facts';
import { isEmpty, text, type Values } from '../../kernel/values';
import { say } from '../../kernel/words';
import { clock, role, type Transition, type Typing } from '../../kernel/workflow';
import { leaveTypes, type LeaveType } from '../../office/leave-types';
import { slipOf, spanOf } from './leave-sums';

const isProved = ({ type }: Values): boolean =>
  Object.entries<LeaveType>(leaveTypes).some(([key, { proof }]) => key === type && proof === true);

/** Approved, and nobody has seen the paper. */
const lacksNote = (values: Values): boolean =>
  values['state'] === 'approved' && isProved(values) && isEmpty(values['proofSeen']);

export const lacksProof = (values: Values): boolean => lacksNote(values) && isEmpty(values['proof']);

const label = { zh: '证明登记', en: 'Proof seen' };

export const proofSeen = longText(label, { by: 'workflow', personal: true });

const stays = { article: '6.2.2', from: ['approved'], to: ['approved'] } as const;

export const proofSteps: Readonly<Record<string, Transition>> = {
  proofSeen: {
    ...stays,
    label: { zh: '登记证明', en: 'Note the proof' },
    by: [role('hr')],
    when: ({ record }) => lacksNote(record.values),
    asks: {
      proofSeen: longText(label, {
        required: true,
        personal: true,
        help: {
          zh: '是什么证明、存在哪里；不需要证明的写明原因。',
          en: 'Which paper it is and where it is kept; or why none is needed.',
        },
      }),
    },
    sets: ({ input }) => ({ proofSeen: input['proofSeen'] ?? null }),
  },
  proofTyped: {
    ...stays,
    label: { zh: '证明材料已填', en: 'Proof entered' },
    by: [clock],
    sets: ({ facts }) => ({ proofSeen: say({ zh: '见“证明材料”', en: 'See the column Proof' }, facts.language) }),
  },
};

/** HR types the address of the paper into the tab as well. */
export const proofTyping: Typing = {
  steps: ['proofTyped'],
  follow: ({ values }) => (lacksNote(values) && !isEmpty(values['proof']) ? { transition: 'proofTyped' } : undefined),
};

export const proofsDue: BoardSection = {
  key: 'leave-proofs',
  register: 'leave',
  title: { zh: '待补的请假证明', en: 'Proofs of leave to come' },
  empty: { zh: '没有待补的请假证明。', en: 'No proof of leave is missing.' },
  onlyFilled: true,
  tone: 'waiting',
  shows: ({ values }, { today }) => lacksProof(values) && text(values['firstDay']) <= today,
  isFor: (actor) => hasRole(actor, 'hr'),
  chips({ values }, { today }) {
    const days = daysBetween(text(values['lastDay']), today);
    return days > 0
      ? [{ words: { zh: '假期已过 {days} 天', en: 'ended {days} d ago' }, tone: 'late', values: { days } }]
      : [{ words: { zh: '休假中', en: 'On leave' }, tone: 'active' }];
  },
  detail: ({ values }, { language }) => {
    const slip = slipOf(values);
    return slip ? spanOf(slip, language) : '';
  },
  order: ({ values }) => text(values['lastDay']),
  next: () => 'proofSeen',
};
