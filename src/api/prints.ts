// Lists on paper: which there are for a person, and one of them, of what is open, of all there is, or of a month.
import type { PrintList } from '../kernel/chapter';
import { labelOf } from '../kernel/columns';
import { NotAllowed } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import { openRecords } from '../kernel/open-records';
import { mayRead, masked, maskedText, type Register } from '../kernel/register';
import { lastDay, periodOf, spanOf, type Period, type ReportReading } from '../kernel/report';
import { firstBlocks, lastRowOf, recordsAmong, secondLook, wholeBlock } from '../kernel/report-rows';
import { text, type RecordRow, type Values } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { say, type Language, type Words } from '../kernel/words';
import { chaptersInUse } from '../office';
import { registerOf } from './commands';
import type { Calls, PrintInfo } from './contract';
import { languageOf, readingOf, type Machine } from './machine';

const words = {
  counted: { zh: '共 {n} 条', en: '{n} records' },
  days: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  soFar: { zh: '{from} 至 {to}（本月未结束）', en: '{from} to {to} (not over yet)' },
} satisfies Record<string, Words>;

/** Those that this person may see. */
export const printsFor = ({ product }: Machine, facts: Facts, language: Language): readonly PrintInfo[] =>
  facts.actor.roles.length === 0
    ? []
    : chaptersInUse(product, facts)
        .flatMap((chapter) => chapter.prints ?? [])
        .filter(({ register }) => mayRead(product.register(register)!, facts.actor))
        .map(({ register, key, title, period }) => ({
          register,
          what: key,
          title: say(title, language),
          ...(period && { period }),
        }));

export function print(machine: Machine, input: Calls['print']['input']): Calls['print']['value'] {
  const register = registerOf(machine, input.register);
  const wanted = machine.product.chapters
    .flatMap((chapter) => chapter.prints ?? [])
    .find((one) => one.register === register.key && one.key === input.what);
  if (!wanted) throw new NotAllowed();
  const { view, records, period } = wanted.period
    ? ofPeriod(machine, register, wanted, input.period ?? '')
    : standing(machine, register, wanted);
  const language = languageOf(machine, view.facts.language);
  const facts: Facts = { ...view.facts, language };
  const shown = records.filter((one) => wanted.includes(one, facts));
  const columns = wanted.columns.map((key) => ({ key, column: register.all[key]! }));
  const told = (values: Values): Values =>
    wanted.namesClients ? values : masked(register, values, say(maskedText, language));
  return {
    title: say(wanted.title, language),
    agency: facts.setting<string>('agency.name'),
    subtitle: period ? daysOf(period, language) : say(register.title, language),
    columns: columns.map(({ column }) => ({
      label: labelOf(column, language),
      width: column.width,
      ...(['number', 'money'].includes(column.control.type) && { isNumber: true as const }),
    })),
    rows: shown.map((one) => {
      const values = told(one.values);
      return columns.map(({ key, column }) => column.show(values[key] ?? null, language));
    }),
    summary: wanted.summary?.(shown, facts) ?? say(words.counted, language, { n: shown.length }),
    ...(wanted.note && { note: say(wanted.note, language) }),
    madeAt: facts.now.replace('T', ' '),
  };
}

const daysOf = (period: Period, language: Language): string =>
  say(period.running ? words.soFar : words.days, language, { from: period.from, to: lastDay(period) });

function refuseUnlessReadable(register: Register, { facts }: View): void {
  if (!mayRead(register, facts.actor)) throw new NotAllowed(undefined, register.article);
}

interface Listed {
  readonly view: View;
  readonly records: readonly RecordRow[];
  readonly period?: Period;
}

/** What is open, or all of a small register. */
function standing(machine: Machine, register: Register, { whole }: PrintList): Listed {
  const view = openView(readingOf(machine), register.workbook, {
    ...(whole ? { whole: [register] } : { open: true, records: [{ register }] }),
  });
  refuseUnlessReadable(register, view);
  const records = whole
    ? view.whole(register).filter(({ no }) => no !== '')
    : openRecords(view, machine.product, [register.key]);
  return { view, records };
}

/** Found by when they were recorded, which only goes up from row to row; two reads, however large the register. */
function ofPeriod(machine: Machine, register: Register, { reads }: PrintList, asked: string): Listed {
  const reading: ReportReading = { register, by: 'recordedAt', ...(reads ?? { after: 1 }) };
  const blocks = firstBlocks(reading, lastRowOf(machine.ports.hints.get(), register));
  const view = openView(readingOf(machine), register.workbook, { blocks, records: [{ register }] });
  refuseUnlessReadable(register, view);
  const period = periodOf('month', asked, view.facts.today);
  const days = spanOf('month', period, reading);
  const look = secondLook(view, reading, days, blocks, view.asked.slice(0, blocks.length));
  const read = look.blocks.length > 0 ? view.read(look.blocks) : [];
  const found = look.take(read) ?? recordsAmong(view, reading, days, view.read([wholeBlock(register)])[0] ?? []);
  return { view, period, records: happenedIn(register, period, found) };
}

/** In the order in which it happened. */
function happenedIn(register: Register, { from, to }: Period, records: readonly RecordRow[]): readonly RecordRow[] {
  const at = ({ values }: RecordRow): string =>
    text(values[register.happenedAt ?? 'recordedAt']) || text(values['recordedAt']);
  return records
    .filter((one) => at(one) >= from && at(one) < to)
    .sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}
