// An approval on people's own pages: what they have asked for, what waits for them, what was signed in their name.
import { addDays } from '../civil';
import { labelOf } from '../columns';
import type { MineSection } from '../mine';
import { isEmpty, text, type RecordRow } from '../values';
import type { Words } from '../words';
import { pageKey, paperPageKey, states, type Approval } from './approval';
import { factsOf } from './letters';
import { isOnPaper } from './paper';

const words = {
  mine: { zh: '我的申请', en: 'My requests' },
  none: { zh: '没有申请。', en: 'No requests.' },
  toDecide: { zh: '待我审批', en: 'For me to decide' },
  nothing: { zh: '没有等您审批的申请。', en: 'Nothing waits for your decision.' },
  paper: { zh: '登记在我名下的纸质签字', en: 'Signatures on paper in my name' },
} satisfies Record<string, Words>;

/** What has ended is listed for so long. */
const listedDays = 60;

/** `files`: what the button says by which people file a new one. */
export function minesOf(approval: Approval, files?: Words): readonly MineSection[] {
  const { register, untouched } = approval;
  const waiting = states(approval);
  const stateOf = ({ values }: RecordRow): string => text(values['state']);
  return [
    {
      key: 'decisions',
      title: words.toDecide,
      empty: words.nothing,
      tone: 'waiting',
      register: register.key,
      person: 'approver',
      shows: (record) => waiting.includes(stateOf(record)),
      page: pageKey(approval),
    },
    {
      key: 'requests',
      title: words.mine,
      empty: words.none,
      tone: 'active',
      register: register.key,
      person: approval.applicant,
      shows: (record, { today }) =>
        [...waiting, ...untouched, 'returned'].includes(stateOf(record)) ||
        text(record.values['recordedAt']).slice(0, 10) >= addDays(today, -listedDays),
      facts: (record, facts, lines) => [
        ...whereItStands(approval, record, facts.language),
        ...factsOf(approval, lines, facts),
      ],
      ...(files && { files }),
    },
    {
      key: 'paper',
      title: words.paper,
      tone: 'off',
      register: register.key,
      person: 'paperSigners',
      shows: isOnPaper,
      page: paperPageKey(approval),
    },
  ];
}

function whereItStands(
  { register: { columns } }: Approval,
  { values }: RecordRow,
  language: Parameters<typeof labelOf>[1],
): readonly (readonly [string, string])[] {
  return ['approver', 'askedAt']
    .filter((key) => !isEmpty(values[key]))
    .map((key) => [labelOf(columns[key]!, language), columns[key]!.show(values[key] ?? null, language)] as const);
}
