// What waits for somebody's decision: on the board, and in the letter of the morning.
import type { BoardSection } from '../board';
import { samePerson, type Facts } from '../facts';
import type { Digest } from '../job';
import { isEmpty, text, type RecordRow } from '../values';
import { composed, list, say, type Words } from '../words';
import { approveKey, states, type Approval } from './approval';
import { workDaysSince } from './chase';

const words = {
  title: { zh: '待我审批：{title}', en: 'For me to decide: {title}' },
  empty: { zh: '没有等您审批的{title}。', en: 'Nothing of this kind ({title}) waits for you.' },
  days: { zh: '已等 {n} 个工作日', en: 'waiting {n} working days' },
  mostDays: { zh: '已等 {n} 个工作日以上', en: 'waiting {n} working days or more' },
} satisfies Record<string, Words>;

const titled = ({ register: { title } }: Approval, of: Words): Words => composed(of, { title });

const waits = (approval: Approval, { values }: RecordRow): boolean =>
  states(approval).includes(text(values['state'])) && !isEmpty(values['approver']);

/** Nobody is told of more days than these. */
const mostDays = 30;

function waitedFor({ values }: RecordRow, facts: Facts): number {
  return workDaysSince(text(values['askedAt']).slice(0, 10), mostDays, facts);
}

function waitedWords(record: RecordRow, facts: Facts): { words: Words; values: { n: number } } | undefined {
  const n = waitedFor(record, facts);
  return n === 0 ? undefined : { words: n < mostDays ? words.days : words.mostDays, values: { n } };
}

export function sectionOf(approval: Approval): BoardSection {
  const { register, applicant } = approval;
  return {
    key: `${register.key}-decide`,
    register: register.key,
    title: titled(approval, words.title),
    empty: titled(approval, words.empty),
    onlyFilled: true,
    tone: 'waiting',
    shows: (record) => waits(approval, record),
    isFor: (actor, { values }, { directory }) => samePerson(text(values['approver']), actor.person, directory),
    chips: (record, facts) => {
      const waited = waitedWords(record, facts);
      const isLate = waitedFor(record, facts) >= facts.setting<number>('approval.reminderDays');
      return waited ? [{ ...waited, tone: isLate ? 'late' : 'waiting' }] : [];
    },
    detail: ({ no, values }, { language }) => list([text(values[applicant]), no].filter(Boolean), language),
    order: ({ values }) => text(values['askedAt']),
    next: ({ values }) => approveKey(approval, text(values['state'])),
  };
}

export function digestOf(approval: Approval): Digest {
  const { register, applicant } = approval;
  return {
    key: `${register.key}-decide`,
    article: approval.article,
    registers: [register.key],
    title: titled(approval, words.title),
    lines: (open, person, facts) =>
      open
        .filter((one, index) => open.findIndex(({ no }) => no === one.no) === index)
        .filter((one) => waits(approval, one))
        .filter(({ values }) => samePerson(text(values['approver']), person.staffNo, facts.directory))
        .map((record) => {
          const waited = waitedWords(record, facts);
          const said = waited ? say(waited.words, facts.language, waited.values) : '';
          const lines = open.filter(({ no }) => no === record.no);
          const parts = [text(record.values[applicant]), approval.gist(lines, facts), said];
          return [record.no, list(parts.filter(Boolean), facts.language)] as const;
        }),
  };
}
