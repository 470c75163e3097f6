// 8.2, 8.4.3: the lines of a sheet: for each indicator what was measured, what speaks for it, and the points.
import type { Facts, Person } from '../../kernel/facts';
import type { Evidence, Indicator, IndicatorGiven, Measured, RowsFound, Span } from '../../kernel/indicator';
import type { Register } from '../../kernel/register';
import type { ReportGiven } from '../../kernel/report';
import { text, type Cell, type RecordRow, type Values } from '../../kernel/values';
import { say, type Words } from '../../kernel/words';
import { basisOf, type MeasuredText } from './basis';
import { indicatorList, possible, type AppraisalIndicator } from './indicator-list';
import { bandOf, dataOf, pointsOf, sampleOf, shareOf, shownPercent, thresholdsOf, type Data } from './points';
import { isScored } from './rules';
import { least, remarkKey } from './score-columns';
import { handOf, type Entered, type Made } from './sheet-typed';

/** What the chapters in use tell of a person's work. */
export interface Sources {
  readonly indicators: readonly Indicator[];
  readonly evidence: readonly Evidence[];
}

export interface ScoreLine {
  readonly indicator: AppraisalIndicator;
  /** Of a measured indicator. */
  readonly data?: Data;
  readonly measured?: MeasuredText;
  readonly found: readonly (RowsFound & { readonly of: Register })[];
  /** Said beside it. */
  readonly told: readonly string[];
  readonly points: Cell;
  readonly band: string;
  readonly remark: string;
  readonly proposed: boolean;
  readonly chosen: boolean;
  /** People score it. */
  readonly isEntry: boolean;
}

const range: Words = { zh: '{words}（{from}–{to}）', en: '{words} ({from}–{to})' };
const exact: Words = { zh: '{words}（{from}）', en: '{words} ({from})' };
const marks: Words = { zh: '{value} 分', en: '{value}' };

/** The bands as a drop-down offers them, the best first. */
export const bandLabels = (indicator: AppraisalIndicator, facts: Facts): readonly string[] =>
  indicator.bands.map(({ from, to, words }) => {
    const limits = indicator.measured ? thresholdsOf(indicator.key, facts) : {};
    const said = say(words, facts.language, { ...limits });
    return say(from === to ? exact : range, facts.language, { words: said, from, to });
  });

export const isValid = (points: Cell, indicator: AppraisalIndicator): points is number =>
  typeof points === 'number' && Number.isInteger(points) && points >= least(indicator) && points <= possible(indicator);

/** The band in which the points are; '' for none. */
export const bandFor = (points: Cell, indicator: AppraisalIndicator, facts: Facts): string => {
  const index = indicator.bands.findIndex(
    ({ from, to }) => typeof points === 'number' && points >= from && points <= to,
  );
  return bandLabels(indicator, facts)[index] ?? '';
};

export interface LinesGiven {
  readonly record: RecordRow;
  readonly person: Person | undefined;
  readonly part: Span;
  readonly report: ReportGiven;
  readonly sources: Sources;
  readonly typed: ReadonlyMap<string, Entered>;
  readonly made: Readonly<Partial<Record<string, Made>>>;
}

export const linesOf = (given: LinesGiven): readonly ScoreLine[] => indicatorList.map((one) => lineOf(one, given));

const givenFor = ({ person, part, report }: LinesGiven): IndicatorGiven | undefined =>
  person && { facts: report.facts, period: report.period, person, part, records: report.records };

function lineOf(indicator: AppraisalIndicator, given: LinesGiven): ScoreLine {
  const { report, sources, record } = given;
  const { facts } = report;
  const asked = givenFor(given);
  const of = sources.indicators.find(({ key }) => key === indicator.key);
  const measured = asked && of?.measure(asked);
  const evidence = asked ? sources.evidence.filter((one) => one.indicator === indicator.key) : [];
  const told = [
    ...(measured?.aside ?? []).map(({ words, values }) => say(words, facts.language, values)),
    ...evidence.flatMap((one) => one.tell(asked!)),
  ];
  const found = (measured?.found ?? []).flatMap((one) => {
    const register = of?.reads.find(({ register: { key } }) => key === one.register)?.register;
    return register && one.rows.length > 0 ? [{ ...one, of: register }] : [];
  });
  const shared = { indicator, told, found };
  if (isScored(record.values)) return { ...shared, ...finalLine(indicator, record.values, facts) };
  if (!indicator.measured) return { ...shared, ...handLine(indicator, given, undefined) };
  const data = dataOf(indicator.key, measured, facts);
  const shown = data !== 'none' && measured ? { measured: measuredText(measured, facts) } : {};
  const share = data === 'none' || !measured ? undefined : shareOf(measured);
  const thresholds = thresholdsOf(indicator.key, facts);
  const points = share && pointsOf(share, thresholds, indicator.bands);
  if (data !== 'enough') return { ...shared, data, ...shown, ...handLine(indicator, given, points) };
  const band = bandLabels(indicator, facts)[bandOf(share!, thresholds)]!;
  return { ...shared, data, ...shown, ...settled, points: points!, band, remark: '' };
}

function measuredText(measured: Measured, { language }: Facts): MeasuredText {
  const value = shownPercent(shareOf(measured));
  return { value: 'count' in measured ? say(marks, language, { value }) : `${value}%`, sample: sampleOf(measured) };
}

type Scored = Pick<ScoreLine, 'points' | 'band' | 'remark' | 'proposed' | 'chosen' | 'isEntry' | 'measured' | 'data'>;

const settled = { proposed: false, chosen: false, isEntry: false } as const;

/** Stays as it was when the scores became final. */
function finalLine(indicator: AppraisalIndicator, values: Values, facts: Facts): Scored {
  const { key } = indicator;
  const points = (values[key] as number | null) ?? '';
  const scored = {
    ...settled,
    points,
    band: bandFor(points, indicator, facts),
    remark: text(values[remarkKey(indicator)]),
  };
  if (!indicator.measured) return scored;
  const measured = basisOf(values).measured[indicator.key];
  return measured ? { ...scored, measured, data: 'enough' } : { ...scored, data: 'none' };
}

/** Scored by hand; `proposal`: what few data would make, until somebody confirms or changes it. */
function handLine(indicator: AppraisalIndicator, given: LinesGiven, proposal: number | undefined): Scored {
  const { record, typed, made, report } = given;
  const { key } = indicator;
  const hand = handOf(key, record.values, typed.get(key), made[key]);
  const proposed = hand.points === '' && proposal !== undefined && hand.remark === '';
  const points = hand.points === '' ? (proposal ?? '') : hand.points;
  const band = hand.chosen ? hand.band : bandFor(points, indicator, report.facts);
  return { points, band, remark: hand.remark, proposed, chosen: hand.chosen, isEntry: true };
}
