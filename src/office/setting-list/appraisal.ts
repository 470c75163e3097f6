// Settings of the appraisal (8): the thresholds `[…]` of 8.2, the least samples, the totals, who settles objections.
import { number, person } from '../../kernel/columns';
import type { Words } from '../../kernel/words';
import { rising, setting, units, type Setting, type SettingGroup } from './setting';

interface Indicator {
  readonly key: string;
  readonly high: { readonly label: Words; readonly preset: number };
  readonly low: { readonly label: Words; readonly preset: number };
  readonly sample: { readonly label: Words; readonly preset: number };
}

/** The measured indicators of 8.2. */
const indicators: readonly Indicator[] = [
  {
    key: 'satisfaction',
    high: { label: { zh: '来访满意度：一档起点', en: 'Visitor satisfaction: band 1 from' }, preset: 90 },
    low: { label: { zh: '来访满意度：二档起点', en: 'Visitor satisfaction: band 2 from' }, preset: 75 },
    sample: { label: { zh: '来访满意度：最少样本', en: 'Visitor satisfaction: least sample' }, preset: 5 },
  },
  {
    key: 'phone',
    high: { label: { zh: '电话转接准确率：一档起点', en: 'Phone accuracy: band 1 from' }, preset: 98 },
    low: { label: { zh: '电话转接准确率：二档起点', en: 'Phone accuracy: band 2 from' }, preset: 90 },
    sample: { label: { zh: '电话转接准确率：最少样本', en: 'Phone accuracy: least sample' }, preset: 20 },
  },
  {
    key: 'mail',
    high: { label: { zh: '邮件快递及时率：一档起点', en: 'Mail and courier timeliness: band 1 from' }, preset: 95 },
    low: { label: { zh: '邮件快递及时率：二档起点', en: 'Mail and courier timeliness: band 2 from' }, preset: 85 },
    sample: { label: { zh: '邮件快递及时率：最少样本', en: 'Mail and courier timeliness: least sample' }, preset: 5 },
  },
  {
    key: 'supplies',
    high: { label: { zh: '办公用品合规率：一档起点', en: 'Supplies compliance: band 1 from' }, preset: 95 },
    low: { label: { zh: '办公用品合规率：二档起点', en: 'Supplies compliance: band 2 from' }, preset: 85 },
    sample: { label: { zh: '办公用品合规率：最少样本', en: 'Supplies compliance: least sample' }, preset: 5 },
  },
  {
    key: 'knowledge',
    high: { label: { zh: '专业知识：一档起点', en: 'Professional knowledge: band 1 from' }, preset: 85 },
    low: { label: { zh: '专业知识：二档起点', en: 'Professional knowledge: band 2 from' }, preset: 60 },
    sample: { label: { zh: '专业知识：最少样本', en: 'Professional knowledge: least sample' }, preset: 5 },
  },
];

const highHelp: Words = {
  zh: '达到这个百分比（分数）为第一档；须高于二档起点。',
  en: 'From this percentage or score on it is band 1; higher than where band 2 begins.',
};
const lowHelp: Words = {
  zh: '达到这个百分比（分数）为第二档，以下为第三档。',
  en: 'From here on band 2, below it band 3.',
};
const sampleHelp: Words = {
  zh: '样本少于这个数，标为“数据偏少”，由行政人事确认或修改。',
  en: 'With fewer it says “few data”, and HR confirms or changes the points.',
};

const thresholds: readonly Setting[] = indicators.flatMap(({ key, high, low, sample }) => [
  setting(
    `appraisal.${key}.high`,
    '8.2',
    number(high.label, { max: 100, whole: false, help: highHelp }),
    high.preset,
    units.percent,
  ),
  setting(
    `appraisal.${key}.low`,
    '8.2',
    number(low.label, { max: 100, whole: false, help: lowHelp }),
    low.preset,
    units.percent,
  ),
  setting(
    `appraisal.${key}.sample`,
    '8.2',
    number(sample.label, { min: 1, max: 1000, help: sampleHelp }),
    sample.preset,
    units.pieces,
  ),
]);

export const appraisalSettings: readonly Setting[] = [
  ...thresholds,
  setting(
    'appraisal.excellentFrom',
    '8.2',
    number(
      { zh: '优秀总分', en: 'Excellent from' },
      {
        min: 1,
        max: 100,
        help: {
          zh: '总分达到为优秀。各项都在第一档的总分是 80 到 100。',
          en: 'A total of so much is excellent. All in band 1 is 80 to 100.',
        },
      },
    ),
    80,
    units.points,
  ),
  setting(
    'appraisal.qualifiedFrom',
    '8.2',
    number(
      { zh: '合格总分', en: 'Qualified from' },
      {
        min: 1,
        max: 100,
        help: {
          zh: '总分达到为合格，以下为不合格。各项都在第二档的总分是 59 到 70。',
          en: 'A total of so much is qualified, less is unqualified. All in band 2 is 59 to 70.',
        },
      },
    ),
    55,
    units.points,
  ),
  setting(
    'appraisal.objectionsTo',
    '8.1.1',
    person(
      { zh: '考核异议由谁复核', en: 'Who settles objections to the director’s appraisals' },
      {
        help: {
          zh: '对考核有异议，由机构领导复核；考核人就是机构领导时，由这里填的人复核。',
          en: 'The director settles objections; if the director was the assessor, this person does.',
        },
      },
    ),
    null,
  ),
];

export const appraisalGroups: readonly SettingGroup[] = [
  ...indicators.map(({ key }) => ({
    keys: [`appraisal.${key}.low`, `appraisal.${key}.high`],
    sentence: { zh: '一档起点须高于二档起点。', en: 'Band 1 must begin above band 2.' },
    makesSense: rising,
  })),
  {
    keys: ['appraisal.qualifiedFrom', 'appraisal.excellentFrom'],
    sentence: { zh: '优秀总分须高于合格总分。', en: 'Excellent must begin above qualified.' },
    makesSense: rising,
  },
];
