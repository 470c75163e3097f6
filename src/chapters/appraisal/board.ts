// 8.3–8.5.1: the appraisals under way, on the board of HR and the director: the round and what it lacks, each appraisal with
// what comes next, summaries and views that are not in. No points.
import type { BoardSection, Chip } from '../../kernel/board';
import { daysBetween } from '../../kernel/civil';
import { hasRole, type Actor, type Facts } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { isOfQuarter, isSilent, lackingOf } from './rules';
import { quarterToOpen } from './round';

const isHr = (actor: Actor): boolean => hasRole(actor, 'hr');

const chip = (words: Words, tone: Chip['tone'], values?: Chip['values']): Chip => ({
  words,
  tone,
  ...(values && { values }),
});

const words = {
  lacking: { zh: '缺 {n} 份材料', en: '{n} papers missing' },
  running: { zh: '{n} 人未办结', en: '{n} not closed' },
  finished: { zh: '全部办结', en: 'All closed' },
  openRound: { zh: '发起 {quarter} 考核轮次', en: 'Open the round of {quarter}' },
  ready: { zh: '材料已齐', en: 'Papers are in' },
  unscored: { zh: '等考核人评分', en: 'To be scored' },
  lacks: { zh: '评分有缺', en: 'Scores incomplete' },
  scored: { zh: '已评分，待定稿', en: 'Scored: make it final' },
  checking: { zh: '定稿核对中', en: 'Being checked' },
  talk: { zh: '待面谈', en: 'Talk due' },
  answer: { zh: '待本人确认', en: 'With the employee' },
  silent: { zh: '本人逾期未回应', en: 'No answer in time' },
  objected: { zh: '异议复核中', en: 'Objected to' },
  noReviewer: { zh: '请指定异议复核人', en: 'Name who settles it' },
  outcome: { zh: '待定结果', en: 'Outcome due' },
  following: { zh: '{due} 跟进', en: 'Follow up on {due}' },
  by: { zh: '{due} 前', en: 'by {due}' },
  late: { zh: '逾期 {n} 天', en: '{n} days overdue' },
  viewer: { zh: '评价人：{by}', en: 'By {by}' },
} satisfies Record<string, Words>;

const isOf =
  (key: string) =>
  ({ register }: RecordRow): boolean =>
    register === key;

const lacking = (record: RecordRow, open: readonly RecordRow[]): number =>
  lackingOf(record, open.filter(isOf('self-summaries')), open.filter(isOf('colleague-views')));

const running = (open: readonly RecordRow[], { values }: RecordRow): readonly RecordRow[] =>
  open.filter((one) => isOf('appraisals')(one) && isOfQuarter(one, text(values['quarter'])));

const rounds: BoardSection = {
  key: 'appraisal-rounds',
  register: 'appraisal-rounds',
  title: { zh: '考核轮次', en: 'Round of appraisals' },
  empty: { zh: '没有进行中的考核轮次。', en: 'No round of appraisals is under way.' },
  tone: 'active',
  whole: true,
  shows: ({ values }) => values['state'] === 'open',
  chips(round, _facts, open = []) {
    const of = running(open, round);
    const n = of.reduce((sum, one) => sum + lacking(one, open), 0);
    return [
      of.length > 0 ? chip(words.running, 'active', { n: of.length }) : chip(words.finished, 'done'),
      ...(n > 0 ? [chip(words.lacking, 'waiting', { n })] : []),
    ];
  },
  detail: ({ no }) => no,
  next: (round, _facts, open = []) => (running(open, round).length === 0 ? 'close' : undefined),
  starts(all, facts) {
    const quarter = quarterToOpen(all, facts);
    if (!quarter) return [];
    return [{ register: 'appraisal-rounds', label: words.openRound, values: { quarter } }];
  },
};

interface Stage {
  readonly chip: Chip;
  /** The step that HR or the director takes next; whether it is theirs is seen to elsewhere. */
  readonly next?: string;
}

const decidedBy: Readonly<Record<string, string>> = {
  excellent: 'reward',
  qualified: 'keepUp',
  unqualified: 'improve',
};

/** Where an appraisal stands, and what comes next. */
function stageOf(record: RecordRow, facts: Facts, open: readonly RecordRow[]): Stage {
  const { values } = record;
  const n = lacking(record, open);
  const due = text(values['followUpOn']);
  const scoring = (): Stage => {
    if (!isEmpty(values['lacks'])) return { chip: chip(words.lacks, 'late'), next: 'finalise' };
    if (isEmpty(values['scoredAt'])) return { chip: chip(words.unscored, 'waiting') };
    return { chip: chip(words.scored, 'active'), next: 'finalise' };
  };
  const stages: Readonly<Record<string, () => Stage>> = {
    collecting: () =>
      n > 0
        ? { chip: chip(words.lacking, 'waiting', { n }) }
        : { chip: chip(words.ready, 'active'), next: 'startScoring' },
    scoring,
    talk: () => ({ chip: chip(words.talk, 'active'), next: 'talk' }),
    acknowledging: () => ({
      chip: isSilent(values, facts) ? chip(words.silent, 'late') : chip(words.answer, 'waiting'),
    }),
    objected: () =>
      isEmpty(values['reviewer'])
        ? { chip: chip(words.noReviewer, 'late'), next: 'nameReviewer' }
        : { chip: chip(words.objected, 'late') },
    outcome: () => ({ chip: chip(words.outcome, 'active'), next: decidedBy[text(values['grade'])]! }),
    following: () => ({
      chip: chip(words.following, due <= facts.today ? 'late' : 'waiting', { due }),
      next: 'followUp',
    }),
  };
  return stages[text(values['state'])]?.() ?? { chip: chip(words.checking, 'waiting') };
}

const underWay: BoardSection = {
  key: 'appraisal-under-way',
  register: 'appraisals',
  title: { zh: '进行中的考核', en: 'Appraisals under way' },
  empty: { zh: '没有进行中的考核。', en: 'No appraisal is under way.' },
  onlyFilled: true,
  tone: 'active',
  shows: () => true,
  chips: (record, facts, open = []) => [stageOf(record, facts, open).chip],
  detail: ({ values }, { language }) =>
    list([values['quarter'], values['assessor']].map(text).filter(Boolean), language),
  order: ({ no, values }) => `${text(values['quarter'])} ${no}`,
  next: (record, facts, open = []) => stageOf(record, facts, open).next,
};

function dueChip({ dueOn }: Values, { today }: Facts): Chip {
  const n = daysBetween(text(dueOn), today);
  return n > 0 ? chip(words.late, 'late', { n }) : chip(words.by, 'waiting', { due: text(dueOn) });
}

const asked = {
  onlyFilled: true,
  tone: 'waiting',
  shows: ({ values }) => values['state'] === 'asked',
  isFor: isHr,
  chips: ({ values }, facts) => [dueChip(values, facts)],
  order: ({ no, values }) => `${text(values['dueOn'])} ${no}`,
} satisfies Partial<BoardSection>;

const summaries: BoardSection = {
  ...asked,
  key: 'appraisal-summaries',
  register: 'self-summaries',
  title: { zh: '没交的个人总结', en: 'Summaries not handed in' },
  empty: { zh: '个人总结都交了。', en: 'All summaries are in.' },
  detail: ({ values }) => text(values['quarter']),
};

const views: BoardSection = {
  ...asked,
  key: 'appraisal-views',
  register: 'colleague-views',
  title: { zh: '没填的同事评价', en: 'Views not given' },
  empty: { zh: '同事评价都填了。', en: 'All views are given.' },
  detail: ({ values }, { language }) => say(words.viewer, language, { by: text(values['by']) }),
};

export const board: readonly BoardSection[] = [rounds, underWay, summaries, views];
