// 8.3, 8.4.1: HR's mornings: a round to open at a quarter's end, and what waits in the one that is open. No points.
import { weekday } from '../../kernel/civil';
import type { Facts, Person } from '../../kernel/facts';
import type { Digest } from '../../kernel/job';
import { text, type RecordRow } from '../../kernel/values';
import { say, type Words } from '../../kernel/words';
import type { Pair } from '../../kernel/pairs';
import { firstDayOf } from './quarter';
import { quarterToOpen } from './round';
import { lackingOf } from './rules';

const words = {
  open: {
    zh: '{quarter} 已结束，请发起考核轮次（侧栏 → 新建 → 考核轮次）。',
    en: '{quarter} is over. Please open its round of appraisals (sidebar → new → Appraisal rounds).',
  },
  ready: { zh: '{quarter} 材料已齐，可以开始评分', en: '{quarter}: all papers are in, scoring may start' },
  lacking: { zh: '{quarter} 还缺 {n} 份总结或评价', en: '{quarter}: {n} summaries or views are missing' },
  scored: { zh: '{quarter} 考核人已评分，可以定稿', en: '{quarter}: the assessor has scored, make it final' },
  noReviewer: { zh: '{quarter} 异议没有复核人，请指定', en: '{quarter}: name who settles the objection' },
  outcome: { zh: '{quarter} 请定结果', en: '{quarter}: decide the outcome' },
  following: { zh: '{quarter} 改进跟进到期', en: '{quarter}: the follow-up is due' },
} satisfies Record<string, Words>;

const isHr = (person: Person): boolean => person.roles.includes('hr');

/** On the first working day after the quarter, and then on Mondays. */
function isAskedToday({ today, calendar }: Facts): boolean {
  const first = firstDayOf(today);
  return weekday(today) === 1 || today === (calendar.isWorkDay(first) ? first : calendar.nextWorkDay(first));
}

const roundAsked: Digest = {
  key: 'appraisal-round-asked',
  article: '8.3',
  registers: ['appraisal-rounds'],
  reads: ['appraisal-rounds'],
  title: { zh: '该发起季度考核了', en: 'A round of appraisals to open' },
  lines(rounds, person, facts) {
    const quarter = quarterToOpen(rounds, facts);
    if (!isHr(person) || !isAskedToday(facts) || quarter === undefined) return [];
    return [[quarter, say(words.open, facts.language, { quarter })]];
  },
};

/** What HR is waited for; undefined while somebody else is. */
function waitingFor(record: RecordRow, open: readonly RecordRow[], { today }: Facts): Words | undefined {
  const { values } = record;
  const isOf = (register: string) => open.filter((one) => one.register === register);
  const byState: Readonly<Record<string, () => Words | undefined>> = {
    collecting() {
      return lackingOf(record, isOf('self-summaries'), isOf('colleague-views')) === 0 ? words.ready : words.lacking;
    },
    scoring: () => (values['scoredAt'] ? words.scored : undefined),
    objected: () => (values['reviewer'] ? undefined : words.noReviewer),
    outcome: () => words.outcome,
    following: () => (text(values['followUpOn']) <= today ? words.following : undefined),
  };
  return byState[text(values['state'])]?.();
}

const waiting: Digest = {
  key: 'appraisal-waiting',
  article: '8.4.1',
  registers: ['appraisals', 'self-summaries', 'colleague-views'],
  title: { zh: '绩效考核', en: 'Appraisals' },
  lines: (open, person, facts) =>
    (isHr(person) ? open : [])
      .filter(({ register }) => register === 'appraisals')
      .flatMap((record): readonly Pair[] => {
        const said = waitingFor(record, open, facts);
        const asked = open.filter(({ register }) => register !== 'appraisals');
        const n = lackingOf(record, asked, asked);
        const quarter = text(record.values['quarter']);
        return said ? [[text(record.values['person']), say(said, facts.language, { quarter, n })]] : [];
      }),
};

export const digests: readonly Digest[] = [roundAsked, waiting];
