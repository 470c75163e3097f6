// 8.2: what still lacks before scores are final: ten scores inside their bands, and reasons where the data do not speak.
import type { Facts } from '../../kernel/facts';
import { say, type Words } from '../../kernel/words';
import { possible } from './indicator-list';
import { least } from './score-columns';
import { bandFor, isValid, type ScoreLine } from './sheet-lines';

const words = {
  unscored: { zh: '{indicator}：还没评分', en: '{indicator}: not scored' },
  outside: {
    zh: '{indicator}：得分应是 {from} 到 {to} 的整数',
    en: '{indicator}: whole points from {from} to {to}',
  },
  band: { zh: '{indicator}：得分不在所选的档次内', en: '{indicator}: the points are not in the band chosen' },
  reason: {
    zh: '{indicator}：没有数据，请在说明栏写评分理由',
    en: '{indicator}: no data; the remark must say why these points',
  },
  confirm: {
    zh: '{indicator}：数据偏少，请在说明栏选“确认”，或写修改的理由',
    en: '{indicator}: few data; confirm in the remark, or say why it was changed',
  },
} satisfies Record<string, Words>;

function lackOf(line: ScoreLine, facts: Facts): Words | undefined {
  const { indicator, points, band, chosen, data, remark, isEntry } = line;
  if (points === '') return words.unscored;
  if (!isValid(points, indicator)) return words.outside;
  if (chosen && band !== bandFor(points, indicator, facts)) return words.band;
  if (!isEntry || remark !== '') return undefined;
  return data === 'none' ? words.reason : data === 'few' ? words.confirm : undefined;
}

/** A sentence for each line that is not complete. */
export const lacksIn = (lines: readonly ScoreLine[], facts: Facts): readonly string[] =>
  lines.flatMap((line) => {
    const lack = lackOf(line, facts);
    const { indicator } = line;
    const said = { indicator: indicator.words, from: least(indicator), to: possible(indicator) };
    return lack ? [say(lack, facts.language, said)] : [];
  });

/** Undefined until all ten are valid. */
export const totalOf = (lines: readonly ScoreLine[]): number | undefined =>
  lines.every(({ points, indicator }) => isValid(points, indicator))
    ? lines.reduce((sum, { points }) => sum + Number(points), 0)
    : undefined;
