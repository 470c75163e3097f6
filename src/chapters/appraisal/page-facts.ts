// 8.1.3: what a link's holder reads of an appraisal: the employee their own points once they have been told, the assessor
// the data, and who settles an objection both.
import type { Facts } from '../../kernel/facts';
import { text, type RecordRow, type Values } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { appraisals } from './appraisals.register';
import { basisOf } from './basis';
import { indicatorList, possible, type AppraisalIndicator } from './indicator-list';
import { pairs, type Pair } from '../../kernel/pairs';
import { isScored, isTold } from './rules';
import { remarkKey } from './score-columns';

const words = {
  points: { zh: '{points} / {possible} 分', en: '{points} of {possible}' },
  measured: { zh: '测得 {value}（样本 {sample}）', en: 'measured {value} (sample {sample})' },
  noData: { zh: '无数据', en: 'no data' },
} satisfies Record<string, Words>;

const measuredText = ({ key, measured }: AppraisalIndicator, values: Values, { language }: Facts): string => {
  if (!measured) return '';
  const found = basisOf(values).measured[key];
  return found ? say(words.measured, language, { ...found }) : say(words.noData, language);
};

/** Each indicator with its points, what was measured, and the remark. */
export const pointsTold = (values: Values, facts: Facts): readonly Pair[] =>
  indicatorList
    .filter(({ key }) => typeof values[key] === 'number')
    .map((one): Pair => {
      const points = say(words.points, facts.language, { points: Number(values[one.key]), possible: possible(one) });
      const parts = [points, measuredText(one, values, facts), text(values[remarkKey(one)])];
      return [say(one.words, facts.language), list(parts.filter(Boolean), facts.language)];
    });

/** Nothing of what is not final, and nothing before the talk. */
export function ownFacts({ values }: RecordRow, facts: Facts): readonly Pair[] {
  const head = pairs(appraisals, values, ['quarter', 'partFrom', 'partTo', 'assessor'], facts);
  if (!isTold(values)) return head;
  const after = ['acknowledgement', 'objection', 'decision', 'outcomes', 'demands', 'followUpOn', 'development'];
  const shown = values['state'] === 'closed' || values['state'] === 'following' ? after : after.slice(0, 3);
  return [
    ...head,
    ...pointsTold(values, facts),
    ...pairs(appraisals, values, ['total', 'grade', 'talkedOn', 'talkNotes', ...shown], facts),
  ];
}

export function assessorFacts({ values }: RecordRow, facts: Facts): readonly Pair[] {
  const head = pairs(appraisals, values, ['quarter', 'person', 'partFrom', 'partTo'], facts);
  if (values['state'] === 'collecting') return head;
  const measured = indicatorList
    .filter((one) => one.measured)
    .map((one): Pair => [say(one.words, facts.language), measuredText(one, values, facts)]);
  const scored = pointsTold(values, facts);
  const final = isScored(values) ? pairs(appraisals, values, ['total', 'grade'], facts) : [];
  return [...head, ...(isScored(values) ? [] : measured), ...scored, ...final, ...basisOf(values).told];
}

export const reviewFacts = ({ values }: RecordRow, facts: Facts): readonly Pair[] => [
  ...pairs(appraisals, values, ['quarter', 'person', 'assessor', 'objection', 'talkedOn', 'talkNotes'], facts),
  ...pointsTold(values, facts),
  ...pairs(appraisals, values, ['total', 'grade'], facts),
  ...basisOf(values).told,
];
