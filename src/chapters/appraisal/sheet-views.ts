// 8.4.1: colleagues’ views as averages without names; fewer than three would tell who said what and stay with HR.
import type { Facts } from '../../kernel/facts';
import type { RecordRow } from '../../kernel/values';
import { say, type Words } from '../../kernel/words';
import type { IndicatorKey } from '../../kernel/indicator';
import type { AppraisalIndicator } from './indicator-list';
import { viewsNeeded } from './rules';
import { bandKeys, observed } from './score-columns';
import type { Pair } from '../../kernel/pairs';

const words = {
  mean: {
    zh: '同事评价平均第 {mean} 档（1 最好，3 最低；{n} 份评价）',
    en: 'colleagues: band {mean} on average (1 is best, 3 the lowest; {n} views)',
  },
  few: {
    zh: '收到 {n} 份，不足 {least} 份，只供行政人事参考',
    en: '{n} received, fewer than {least}: for HR only',
  },
  views: { zh: '同事评价', en: 'Colleagues’ views' },
  each: {
    zh: '收到 {n} 份，平均结果写在各观察项下面',
    en: '{n} received; the averages stand under what they are about',
  },
} satisfies Record<string, Words>;

/** Hundredths, without binary fractions. */
const mean = (sum: number, n: number): string => {
  const hundredths = Math.round((sum * 100) / n);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
};

const bandIn = ({ values }: RecordRow, { key }: AppraisalIndicator): number =>
  1 + bandKeys.indexOf(values[key] as (typeof bandKeys)[number]);

export interface ViewsTold {
  /** Whether there are enough to say anything of them. */
  readonly all: Pair;
  readonly each: ReadonlyMap<IndicatorKey, string>;
}

/** `views`: those given about the person in the quarter. */
export function viewsTold(views: readonly RecordRow[], { language }: Facts): ViewsTold {
  const n = views.length;
  const label = say(words.views, language);
  if (n < viewsNeeded) return { all: [label, say(words.few, language, { n, least: viewsNeeded })], each: new Map() };
  const each = observed.map((one): readonly [IndicatorKey, string] => {
    const bands = views.map((view) => bandIn(view, one)).filter((band) => band > 0);
    const sum = bands.reduce((total, band) => total + band, 0);
    const said = bands.length < viewsNeeded ? words.few : words.mean;
    return [
      one.key,
      say(said, language, { n: bands.length, least: viewsNeeded, mean: mean(sum, Math.max(1, bands.length)) }),
    ];
  });
  return { all: [label, say(words.each, language, { n })], each: new Map(each) };
}
