// 6.2.2: a slip by the person themselves or by HR, approved by the department head, filed with the front desk, and changed
// in the same way. What it says is for HR, the director and whoever decides.
import { openingOf, transitionsOf } from '../../kernel/approval';
import { text, type Values } from '../../kernel/values';
import {
  defineWorkflow,
  personIn,
  role,
  type Bringing,
  type Case,
  type Guard,
  type Opening,
  type Transition,
} from '../../kernel/workflow';
import type { Facts } from '../../kernel/facts';
import { leaveApproval as approval } from './leave-approval';
import { approving, changeSteps } from './leave-change';
import { slipFaults, whoFaults } from './leave-checks';
import { lacksProof, proofSteps, proofTyping } from './leave-proof';
import { isChange, leaveScans, lengthOf, overlapping, reckoned, slipOf, slipsOf, type OtherSlip } from './leave-sums';
import { leave } from './leave.register';

const base = transitionsOf(approval);
const filing = openingOf(approval, [personIn('person'), role('hr')]);

/** The department decides who is asked; it follows from the person. */
const whole = (values: Values, facts: Facts): Values => ({ ...values, ...leave.derive!(values, facts) });

const others = (values: Values, facts: Facts, related: Case['related'], exceptNo = ''): readonly OtherSlip[] =>
  slipsOf(text(values['person']), related('leave'), facts, exceptNo);

const opening: Opening = {
  ...filing,
  scans: leaveScans,
  state: (values, facts) => filing.state(whole(values, facts), facts),
  sets: (values, facts, related) => ({
    ...filing.sets!(whole(values, facts), facts, related),
    ...reckoned(values, others(values, facts, related), facts),
  }),
  faults: (values, facts, related) => ({
    ...filing.faults?.(whole(values, facts), facts, related),
    ...slipFaults(values, others(values, facts, related), facts),
    ...whoFaults(facts),
  }),
};

/** Two slips handed in at once have not seen each other. */
const doubled: Guard = {
  article: '6.2.2',
  sentence: {
    zh: '与本人另一张已批准的请假条重叠，不能再批准。请退回补充或不同意。',
    en: 'It overlaps with another approved slip of the person. Please send it back, or decline it.',
  },
  applies({ record: { no, values }, facts, related }) {
    const slip = isChange(values) ? undefined : slipOf(values);
    const approved = slip ? others(values, facts, related, no).filter((one) => one.approved) : [];
    return slip !== undefined && overlapping(slip, approved) !== undefined;
  },
};

/** The front desk hears of it by its own register: as the slip stands, whenever that may have changed. */
const files: readonly Bringing[] = [
  { effect: 'leave-filing', when: ({ record }) => ['approved', 'cancelled'].includes(text(record.values['state'])) },
];

const deciding = (step: Transition): Transition => ({
  ...approving(step),
  scans: leaveScans,
  unless: [...(step.unless ?? []), doubled],
  brings: files,
});

const filled = ({ record, input }: Case): Values => ({ ...record.values, ...input });

const resubmit: Transition = {
  ...base['resubmit']!,
  scans: leaveScans,
  faults: (c) => ({
    ...base['resubmit']!.faults?.(c),
    ...slipFaults(filled(c), others(filled(c), c.facts, c.related, c.record.no), c.facts),
  }),
  sets: (c) => ({
    ...base['resubmit']!.sets!(c),
    ...reckoned(filled(c), others(filled(c), c.facts, c.related, c.record.no), c.facts),
  }),
};

/** What HR mends in the tab while it waits is counted again. */
const recounted = (step: Transition): Transition => ({
  ...step,
  sets: (c) => ({ ...step.sets!(c), ...lengthOf(c.record.values, c.facts) }),
});

const { decline, withdrawChange } = changeSteps as { decline: Transition; withdrawChange: Transition };

const steps: Readonly<Record<string, Transition>> = {
  ...base,
  ...(base['askAnew'] && { askAnew: recounted(base['askAnew']) }),
  ...changeSteps,
  approveHead: deciding(base['approveHead']!),
  paperHead: deciding(base['paperHead']!),
  resubmit,
  decline: { ...decline, brings: files },
  withdrawChange: { ...withdrawChange, brings: files },
  ...proofSteps,
};

/** What the front desk does for other requests, HR does here. */
const byHr = (step: Transition): Transition => ({
  ...step,
  by: step.by.map((party) => ('role' in party && party.role === 'front' ? role('hr') : party)),
});

export const leaveWorkflow = defineWorkflow(leave, {
  opens: opening,
  transitions: Object.fromEntries(Object.entries(steps).map(([key, step]) => [key, byHr(step)])),
  typed: proofTyping,
  // An approved slip can still be changed, but nobody needs to see to it, once it is proved.
  isOpen: ({ values }) => ['withHead', 'returned'].includes(text(values['state'])) || lacksProof(values),
  holder: ({ values }) => text(values['approver']) || text(values['person']),
});
