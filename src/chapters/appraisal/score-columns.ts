// 8.2: the ten scores as columns, each with its remark, and what the colleagues are asked about.
import { choice, number, text, type Column, type ColumnOptions } from '../../kernel/columns';
import type { Columns } from '../../kernel/register';
import { composed, type Words } from '../../kernel/words';
import { indicatorList, possible, type AppraisalIndicator } from './indicator-list';

const remark: Words = { zh: '{indicator}：说明', en: '{indicator}: remark' };
const bandRange: Words = { zh: '{words} {from}–{to} 分', en: '{words}: {from}–{to}' };
const bandExact: Words = { zh: '{words} {from} 分', en: '{words}: {from}' };
const wholeRange: Words = { zh: '{words}，{from}–{to} 分', en: '{words}, {from}–{to}' };

export const remarkKey = ({ key }: Pick<AppraisalIndicator, 'key'>): string => `${key}Remark`;
export const least = ({ bands }: AppraisalIndicator): number => bands[2].from;

export const observed: readonly AppraisalIndicator[] = indicatorList.filter((one) => !one.measured);

const plain = (n: number): Words => ({ zh: `${n}`, en: `${n}` });

/** What the points mean: all three bands in a line; where they begin is a setting for what is measured. */
function bandsIn(indicator: AppraisalIndicator): Words {
  const range = (said: Words, words: Words, from: number, to: number): Words =>
    composed(said, { words, from: plain(from), to: plain(to) });
  if (indicator.measured) return range(wholeRange, indicator.by, least(indicator), possible(indicator));
  const [first, second, third] = indicator.bands.map(({ words, from, to }) =>
    range(from === to ? bandExact : bandRange, words, from, to),
  ) as [Words, Words, Words];
  return composed({ zh: '{first}；{second}；{third}', en: '{first}; {second}; {third}' }, { first, second, third });
}

export const scoreColumn = (indicator: AppraisalIndicator, options: ColumnOptions = {}): Column =>
  number(indicator.words, {
    by: 'workflow',
    min: least(indicator),
    max: possible(indicator),
    ...(!indicator.measured && { help: bandsIn(indicator) }),
    ...options,
  });

const remarkColumn = (indicator: AppraisalIndicator): Column =>
  text(composed(remark, { indicator: indicator.words }), { by: 'workflow' });

const keyed = (columns: readonly (readonly [string, Column])[]): Columns => Object.fromEntries(columns);

/** Self-assessment: all ten. */
export const selfScores: Columns = keyed(
  indicatorList.map((one) => [one.key, scoreColumn(one, { required: true, help: bandsIn(one) })] as const),
);

export const scoreColumns: Columns = keyed(
  indicatorList.flatMap((one) => [[one.key, scoreColumn(one)] as const, [remarkKey(one), remarkColumn(one)] as const]),
);

/** What the assessor scores by judgement. */
export const observedScores: Columns = keyed(
  observed.flatMap((one) => [
    [one.key, scoreColumn(one, { required: true })] as const,
    [remarkKey(one), remarkColumn(one)] as const,
  ]),
);

export const bandKeys = ['first', 'second', 'third'] as const;

/** What colleagues say of each: one of its three bands. */
export const viewColumns: Columns = keyed(
  observed.map(({ key, words, bands }) => {
    const choices = Object.fromEntries(bandKeys.map((band, index) => [band, bands[index]!.words]));
    return [key, choice(words, choices, { by: 'workflow', required: true })] as const;
  }),
);
