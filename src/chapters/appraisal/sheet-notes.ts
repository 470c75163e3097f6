// 8.1.3, 8.4.1, 8.4.2, 8.5.1, 8.5.2: what stands under the table of a sheet: summary, views, talk, answer, outcome.
import { labelOf } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import type { Register } from '../../kernel/register';
import { spread, type SheetRow } from '../../kernel/report-sheet';
import { isEmpty, type RecordRow, type Values } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { appraisals } from './appraisals.register';
import { indicatorList } from './indicator-list';
import type { Pair } from '../../kernel/pairs';
import { selfSummaries, summaryTexts } from './self-summaries.register';
import { columns } from './sheet-typed';
import { formats, inRows, quiet, sheetWords } from './sheet-words';

const words = {
  summary: { zh: '个人工作总结', en: 'Self-summary' },
  selfScores: { zh: '自评分', en: 'Self-assessment' },
  notHandedIn: { zh: '未提交', en: 'not handed in' },
  views: { zh: '同事评价', en: 'Colleagues’ views' },
  talk: { zh: '面谈与本人意见', en: 'Talk and answer' },
  outcome: { zh: '结果运用', en: 'Outcome' },
} satisfies Record<string, Words>;

/** As wide as what is left beside the label; a character of Chinese counts two. */
const units = 92;

const section = (title: Words, { language }: Facts): SheetRow =>
  spread({ value: say(title, language), look: 'section' }, columns.length);

const noted = ([label, said]: Pair): readonly SheetRow[] =>
  inRows(said, units).map((row, index) => [
    index === 0 ? quiet(label) : '',
    ...spread({ value: row, format: formats.wrapped }, columns.length - 1),
  ]);

/** All of these columns, also those that say nothing yet. */
const told = (register: Register, values: Values, keys: readonly string[], { language }: Facts): readonly Pair[] =>
  keys.map((key): Pair => {
    const column = register.all[key]!;
    const value = values[key] ?? null;
    return [labelOf(column, language), isEmpty(value) ? say(sheetWords.none, language) : column.show(value, language)];
  });

/** What the person handed in; undefined when nothing. */
export function summaryTold(summary: RecordRow | undefined, facts: Facts): readonly Pair[] {
  const { language } = facts;
  if (summary?.values['state'] !== 'handedIn') {
    return [[say(words.summary, language), say(words.notHandedIn, language)]];
  }
  const scores = indicatorList.map(
    ({ key, words: name }) => `${say(name, language)} ${String(summary.values[key] ?? '')}`,
  );
  return [
    ...told(selfSummaries, summary.values, Object.keys(summaryTexts), facts),
    [say(words.selfScores, language), list(scores, language)],
  ];
}

export function noteRows(values: Values, summary: readonly Pair[], views: Pair, facts: Facts): readonly SheetRow[] {
  const answered = ['talkedOn', 'talkNotes', 'acknowledgement', 'answeredOn'];
  const objected = isEmpty(values['objection']) ? [] : ['objection', 'reviewer', 'decision'];
  const led = ['outcomes', 'development'];
  const demanded = isEmpty(values['demands']) ? [] : ['demands', 'followUpOn', 'followUpNote'];
  const of = (keys: readonly string[]): readonly SheetRow[] => told(appraisals, values, keys, facts).flatMap(noted);
  return [
    [],
    section(words.summary, facts),
    ...summary.flatMap(noted),
    section(words.views, facts),
    ...noted(views),
    section(words.talk, facts),
    ...of(['assessor', ...answered, ...objected]),
    section(words.outcome, facts),
    ...of([...led, ...demanded]),
  ];
}
