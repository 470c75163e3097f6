// 8.4.3: what HR should know of a sheet that is being made or scored. 8.5.2: a weak result continues as a training of the
// plan, which names nobody and no points.
import type { Follow, Note } from '../../kernel/chapter';
import { hasRole } from '../../kernel/facts';
import { text, type Values } from '../../kernel/values';
import { say, type Words } from '../../kernel/words';
import { isTrainingProposed, trainingFor } from './development';
import { isScored } from './rules';

export const follows: readonly Follow[] = [
  {
    from: 'appraisals',
    register: 'training-plan',
    label: { zh: '列入培训计划', en: 'Plan a training' },
    when: ({ values }, { actor }) => hasRole(actor, 'hr') && isScored(values) && isTrainingProposed(values),
    values: ({ values }, { language }) => trainingFor(values, language),
  },
];

const words = {
  making: {
    zh: '考核表正在生成，约一分钟后出现在受限工作簿里，并邮件请考核人评分。',
    en: 'The sheet is being made: in about a minute it is in the restricted workbook, and the assessor is asked to score.',
  },
  reading: {
    zh: '正在读回考核表上的评分，约一分钟后见结果。',
    en: 'The scores are being read back from the sheet; the result is there in about a minute.',
  },
  scoring: {
    zh: '请在受限工作簿的标签页“{sheet}”里评分，齐全后点“评分定稿”。',
    en: 'Score in the tab “{sheet}” of the restricted workbook, then make the scores final.',
  },
  round: {
    zh: '各人的考核在“查找 → 绩效考核表”里办理：材料齐后开始评分，全部办结后再结束本轮。',
    en: 'Go on under Find → Appraisals: start scoring when the papers are in; close the round when all are closed.',
  },
  lacking: {
    zh: '还不能定稿。请在受限工作簿的标签页“{sheet}”里补齐，再点“评分定稿”：{lacks}',
    en: 'Not final yet. Please complete the tab “{sheet}” of the restricted workbook and make the scores final again: {lacks}',
  },
} satisfies Record<string, Words>;

function noteOn({ state, sheet, tellingOn, lacks }: Values): Words | undefined {
  if (state === 'checking') return words.reading;
  if (state !== 'scoring') return undefined;
  return text(sheet) === '' || text(tellingOn) === ''
    ? words.making
    : text(lacks) === ''
      ? words.scoring
      : words.lacking;
}

export const notes: readonly Note[] = [
  {
    register: 'appraisal-rounds',
    say: ({ values }, { language }) => (values['state'] === 'open' ? say(words.round, language) : undefined),
  },
  {
    register: 'appraisals',
    say({ values }, { language }) {
      const note = noteOn(values);
      return (
        note && say(note, language, { sheet: text(values['sheet']), lacks: text(values['lacks']).replace(/\n/g, '；') })
      );
    },
  },
];
