// 8.2: the ten indicators, in three groups of 100 points together, each with three bands.
import type { IndicatorKey, MeasuredKey, ObservedKey } from '../../kernel/indicator';
import type { Words } from '../../kernel/words';

export const groups = {
  results: { zh: '工作业绩', en: 'Results' },
  ability: { zh: '工作能力', en: 'Ability' },
  attitude: { zh: '工作态度', en: 'Attitude' },
} satisfies Record<string, Words>;
export type Group = keyof typeof groups;

/** Whole points from one to another, both of them included. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** Of a measured indicator with `{high}` and `{low}`, where the bands begin. */
  readonly words: Words;
}
/** The best first. */
export type Bands = readonly [Band, Band, Band];
export type BandIndex = 0 | 1 | 2;

interface Common {
  readonly group: Group;
  readonly words: Words;
  /** By what the policy has it measured or judged. */
  readonly by: Words;
  readonly bands: Bands;
}
export interface MeasuredIndicator extends Common {
  readonly key: MeasuredKey;
  readonly measured: true;
}
export interface ObservedIndicator extends Common {
  readonly key: ObservedKey;
  readonly measured: false;
}
export type AppraisalIndicator = MeasuredIndicator | ObservedIndicator;

type Ranges = readonly [readonly [number, number], readonly [number, number], readonly [number, number]];
type Wordings = readonly [Words, Words, Words];

const of20: Ranges = [
  [16, 20],
  [11, 15],
  [6, 10],
];
const of15: Ranges = [
  [12, 15],
  [9, 11],
  [6, 8],
];
const of10: Ranges = [
  [8, 10],
  [6, 7],
  [4, 5],
];
const of5: Ranges = [
  [4, 5],
  [3, 3],
  [1, 2],
];

const percent: Wordings = [
  { zh: '{high}% 及以上', en: '{high}% or more' },
  { zh: '{low}% 至不足 {high}%', en: '{low}% to less than {high}%' },
  { zh: '不足 {low}%', en: 'Less than {low}%' },
];
const marks: Wordings = [
  { zh: '{high} 分及以上', en: '{high} or more' },
  { zh: '{low} 分至不足 {high} 分', en: '{low} to less than {high}' },
  { zh: '不足 {low} 分', en: 'Less than {low}' },
];

const bandsOf = (ranges: Ranges, words: Wordings): Bands => {
  const band = (index: BandIndex): Band => ({ from: ranges[index][0], to: ranges[index][1], words: words[index] });
  return [band(0), band(1), band(2)];
};

const measured: readonly MeasuredIndicator[] = [
  {
    key: 'satisfaction',
    measured: true,
    group: 'results',
    words: { zh: '来访满意度', en: 'Visitor satisfaction' },
    by: { zh: '问卷或访谈：评 4 分或 5 分的占比', en: 'Questionnaire or interview: share of answers 4 or 5' },
    bands: bandsOf(of20, percent),
  },
  {
    key: 'phone',
    measured: true,
    group: 'results',
    words: { zh: '电话转接准确率', en: 'Phone accuracy' },
    by: { zh: '来电记录和反馈：转接无误的占比', en: 'Call records and feedback: share transferred correctly' },
    bands: bandsOf(of15, percent),
  },
  {
    key: 'mail',
    measured: true,
    group: 'results',
    words: { zh: '邮件快递及时率', en: 'Mail and courier timeliness' },
    by: { zh: '收发记录：按时处理的占比', en: 'Mail and parcel records: share handled in time' },
    bands: bandsOf(of10, percent),
  },
  {
    key: 'supplies',
    measured: true,
    group: 'results',
    words: { zh: '办公用品合规率', en: 'Supplies compliance' },
    by: {
      zh: '领用、库存、采购记录：按规定办理的占比',
      en: 'Records of issue, stock and purchase: share done by the rules',
    },
    bands: bandsOf(of5, percent),
  },
  {
    key: 'knowledge',
    measured: true,
    group: 'ability',
    words: { zh: '专业知识', en: 'Professional knowledge' },
    by: { zh: '考试或实操：平均成绩', en: 'Exams and practical tests: mean score' },
    bands: bandsOf(of10, marks),
  },
];

const observed: readonly ObservedIndicator[] = [
  {
    key: 'communication',
    measured: false,
    group: 'ability',
    words: { zh: '沟通能力', en: 'Communication' },
    by: { zh: '日常观察、同事评价', en: 'Observed; colleagues’ views' },
    bands: bandsOf(of10, [
      { zh: '优秀', en: 'Excellent' },
      { zh: '良好', en: 'Good' },
      { zh: '一般', en: 'Fair' },
    ]),
  },
  {
    key: 'problemSolving',
    measured: false,
    group: 'ability',
    words: { zh: '解决问题能力', en: 'Problem solving' },
    by: { zh: '突发情况的处理', en: 'How incidents were handled' },
    bands: bandsOf(of10, [
      { zh: '迅速有效', en: 'Fast and effective' },
      { zh: '较好', en: 'Good' },
      { zh: '较弱', en: 'Weak' },
    ]),
  },
  {
    key: 'responsibility',
    measured: false,
    group: 'attitude',
    words: { zh: '责任心', en: 'Responsibility' },
    by: { zh: '任务按时完成、细致程度', en: 'Tasks on time, care for detail' },
    bands: bandsOf(of10, [
      { zh: '强', en: 'Strong' },
      { zh: '一般', en: 'Fair' },
      { zh: '较弱', en: 'Weak' },
    ]),
  },
  {
    key: 'initiative',
    measured: false,
    group: 'attitude',
    words: { zh: '主动性', en: 'Initiative' },
    by: { zh: '主动发现并解决问题', en: 'Finds and solves problems unasked' },
    bands: bandsOf(of5, [
      { zh: '高', en: 'High' },
      { zh: '一般', en: 'Fair' },
      { zh: '低', en: 'Low' },
    ]),
  },
  {
    key: 'teamwork',
    measured: false,
    group: 'attitude',
    words: { zh: '团队协作', en: 'Teamwork' },
    by: { zh: '支持同事和其他部门', en: 'Supports colleagues and other departments' },
    bands: bandsOf(of5, [
      { zh: '好', en: 'Good' },
      { zh: '一般', en: 'Fair' },
      { zh: '较差', en: 'Poor' },
    ]),
  },
];

/** In the order of the policy's table. */
export const indicatorList: readonly AppraisalIndicator[] = [...measured, ...observed];

export const indicatorOf = (key: IndicatorKey): AppraisalIndicator => indicatorList.find((one) => one.key === key)!;

/** The most points that there are for it. */
export const possible = ({ bands }: AppraisalIndicator): number => bands[0].to;
