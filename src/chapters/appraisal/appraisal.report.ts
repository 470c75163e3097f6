// 8.2, 8.4.1–8.4.3: the sheets of a quarter and their summary, from the records of every chapter that tells of the work.
import type { Chapter } from '../../kernel/chapter';
import { InvalidEntry } from '../../kernel/errors';
import type { Facts } from '../../kernel/facts';
import { readingsOf } from '../../kernel/indicator';
import type { Report, ReportGiven, ReportOutcome } from '../../kernel/report';
import { text, type RecordRow, type Values } from '../../kernel/values';
import type { Move } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { chaptersInUse } from '../../office';
import { appraisals } from './appraisals.register';
import { colleagueViews } from './colleague-views.register';
import type { Pair } from '../../kernel/pairs';
import { partOf } from './part';
import { isOfQuarter, isScored } from './rules';
import { selfSummaries } from './self-summaries.register';
import { partName, sheetOf, type SheetGiven } from './sheet';
import { linesOf, type ScoreLine, type Sources } from './sheet-lines';
import { moveOf, onSheetAfter, stateAfter, stepFor, valuesAfter } from './sheet-moves';
import { summaryTold } from './sheet-notes';
import { summaryOf } from './sheet-summary';
import { enteredOn, onSheetOf } from './sheet-typed';
import { viewsTold } from './sheet-views';

const noRound: Words = {
  zh: '{quarter} 还没有发起考核轮次。请先在侧栏新建《考核轮次》。',
  en: 'No round of appraisals is open for {quarter}. Please open one first: sidebar → new → Appraisal rounds.',
};

const sourcesOf = (chapters: readonly Chapter[]): Sources => ({
  indicators: chapters.flatMap(({ indicators = [] }) => indicators),
  evidence: chapters.flatMap(({ evidence = [] }) => evidence),
});

/** Only what the person's own record, summary and views are; in the order of their numbers. */
const ofPerson = (report: ReportGiven, register: typeof appraisals, column: string, person: string) =>
  report.records(register).filter((one) => isOfQuarter(one, report.period.key) && text(one.values[column]) === person);

interface Made {
  readonly sheet: SheetGiven;
  readonly moves: readonly Move[];
  readonly isStale: boolean;
}

/** For who scores by link: what stands on the sheet beside and below the table. */
function toldOf(
  lines: readonly ScoreLine[],
  summary: readonly Pair[],
  views: Pair,
  { language }: Facts,
): readonly Pair[] {
  const beside = lines.flatMap(({ indicator, told }) =>
    told.map((said): Pair => [say(indicator.words, language), said]),
  );
  return [...beside, ...summary, views];
}

function made(record: RecordRow, report: ReportGiven, sources: Sources): Made {
  const { facts, period } = report;
  const name = text(record.values['person']);
  const person = facts.directory.person(name);
  const part = (person && partOf(person, period)) ?? period;
  const before = report.before(partName(record, facts));
  const onSheet = onSheetOf(record.values);
  const typed = enteredOn(before);
  const scored = linesOf({ record, person, part, report, sources, typed, made: onSheet.made });
  const [own] = ofPerson(report, selfSummaries, 'person', name);
  const given = ofPerson(report, colleagueViews, 'about', name).filter(({ values }) => values['state'] === 'given');
  const views = viewsTold(given, facts);
  const summary = summaryTold(own, facts);
  const lines = scored.map((line) => {
    const view = views.each.get(line.indicator.key);
    return view === undefined ? line : { ...line, told: [view, ...line.told] };
  });
  const after = valuesAfter(record, lines, toldOf(lines, summary, views.all, facts), facts);
  const state = stateAfter(record, after);
  const shown: RecordRow = { ...record, values: { ...record.values, ...after, state } };
  const final = isScored(shown.values) ? lines.map((line) => ({ ...line, isEntry: false })) : lines;
  const sheet = { record: shown, person, part, period, lines: final, summary, views: views.all, facts };
  const values: Values = { ...after, onSheet: onSheetAfter(final, state, after), sheet: sheetOf(sheet).tab };
  // Whoever takes the step has done with typing.
  const isAwaited = stepFor(record) !== undefined;
  const isStale = isAwaited || before === undefined || onSheet.state !== state;
  return { sheet, moves: moveOf(record, values), isStale };
}

/** A tab in which somebody may be typing is left alone when the clock makes another; one that is locked always. */
const isMadeAgain = ({ sheet, isStale }: Made, { actor }: Facts): boolean =>
  isStale || (actor.via !== 'clock' && sheet.record.values['state'] !== 'closed');

function build(report: ReportGiven, chapters: readonly Chapter[]): ReportOutcome {
  const { facts, period } = report;
  const records = report.records(appraisals).filter((one) => isOfQuarter(one, period.key));
  if (records.length === 0) throw new InvalidEntry({ period: { words: noRound, values: { quarter: period.key } } });
  // What a chapter that is off would measure is not known.
  const sources = sourcesOf(chaptersInUse({ chapters }, facts));
  const all = [...records]
    .sort((a, b) => (partName(a, facts) < partName(b, facts) ? -1 : 1))
    .map((record) => made(record, report, sources));
  const again = all.filter((one) => isMadeAgain(one, facts));
  const summary = summaryOf(
    all.map(({ sheet }) => sheet),
    period.key,
    facts,
  );
  return { tabs: [summary, ...again.map(({ sheet }) => sheetOf(sheet))], moves: again.flatMap(({ moves }) => moves) };
}

/** `chapters`: whose indicators and evidence it takes. */
export function appraisalReport(chapters: readonly Chapter[]): Report {
  const { indicators, evidence } = sourcesOf(chapters);
  const own = [appraisals, selfSummaries, colleagueViews];
  return {
    key: 'appraisal',
    title: { zh: '绩效考核表', en: 'Appraisal sheets' },
    article: '8.2, 8.4.1–8.4.3',
    workbook: 'restricted',
    period: 'quarter',
    makers: ['hr', 'director'],
    reads: [
      ...readingsOf([...indicators, ...evidence]),
      // A round is opened at the end of its quarter or after it.
      ...own.map((register) => ({ register, by: 'recordedAt', andAfter: true })),
    ],
    readsBack: true,
    opensIn: ['appraisals'],
    ordered: { appraisals: ({ values }) => ({ period: text(values['quarter']), subject: '' }) },
    build: (given) => build(given, chapters),
  };
}
