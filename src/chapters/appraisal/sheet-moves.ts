// 8.4.3: what making a sheet changes in the record: scores read back, what they rest on, and the step that waited for it.
import type { Facts } from '../../kernel/facts';
import { isEmpty, sameValue, text, type RecordRow, type Value, type Values } from '../../kernel/values';
import type { Move } from '../../kernel/workflow';
import type { Basis } from './basis';
import { gradeOf, gradeThresholdsOf } from './grade';
import type { Pair } from '../../kernel/pairs';
import { isScored } from './rules';
import { remarkKey } from './score-columns';
import { lacksIn, totalOf } from './sheet-check';
import { isValid, type ScoreLine } from './sheet-lines';
import type { Made } from './sheet-typed';

/** What stands by hand; of what is measured only when it is final, until when it may change with the records. */
function scoreIn({ indicator, points, isEntry, proposed }: ScoreLine, isFinal: boolean): number | null {
  if (!isValid(points, indicator)) return null;
  return isFinal || (isEntry && !proposed) ? points : null;
}

function scoresIn(lines: readonly ScoreLine[], isFinal: boolean): Values {
  return Object.fromEntries(
    lines.flatMap((line): readonly (readonly [string, Value])[] => [
      [line.indicator.key, scoreIn(line, isFinal)],
      [remarkKey(line.indicator), line.remark || null],
    ]),
  );
}

/** `record`: as it is now; `told`: summary, evidence and views, for who scores by link. */
export function valuesAfter(
  record: RecordRow,
  lines: readonly ScoreLine[],
  told: readonly Pair[],
  facts: Facts,
): Values {
  if (isScored(record.values)) return {};
  const isChecked = record.values['state'] === 'checking';
  const lacks = isChecked ? lacksIn(lines, facts) : [];
  const isFinal = isChecked && lacks.length === 0;
  const total = isFinal ? totalOf(lines)! : undefined;
  const measured = Object.fromEntries(
    lines.flatMap(({ indicator, measured: found }) => (found ? [[indicator.key, found] as const] : [])),
  );
  const basis: Basis = { measured, told };
  return {
    ...scoresIn(lines, isFinal),
    basis: JSON.stringify(basis),
    ...(isChecked && { lacks: lacks.join('\n') || null }),
    ...(total !== undefined && { total, grade: gradeOf(total, gradeThresholdsOf(facts)) }),
  };
}

/** The state in which it will be when the sheet is made. */
export const stateAfter = ({ values }: RecordRow, after: Values): string =>
  values['state'] !== 'checking' ? text(values['state']) : isEmpty(after['lacks']) ? 'talk' : 'scoring';

/** What to compare with what people type from now on. */
export function onSheetAfter(lines: readonly ScoreLine[], state: string, after: Values): string {
  const made = lines
    .filter(({ isEntry }) => isEntry)
    .map(({ indicator: { key }, points, band, remark, proposed, chosen }) => {
      const one: Made = { points, band, remark, proposed, chosen, kept: (after[key] ?? '') as Made['kept'] };
      return [key, one] as const;
    });
  return JSON.stringify({ state, made: Object.fromEntries(made) });
}

/** The step that waits for the sheet to be made. */
export const stepFor = ({ values }: RecordRow): string | undefined => {
  if (values['state'] === 'checking') return 'readScores';
  return values['state'] === 'scoring' && isEmpty(values['tellingOn']) ? 'askAssessor' : undefined;
};

/** None where nothing would change. */
export function moveOf(record: RecordRow, values: Values): readonly Move[] {
  const takes = stepFor(record);
  const isSame = Object.entries(values).every(([key, value]) => sameValue(record.values[key], value));
  if (isSame && takes === undefined) return [];
  return [{ register: 'appraisals', record, values, ...(takes !== undefined && { takes }) }];
}
