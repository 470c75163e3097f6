// Reports as the sidebar asks for them: which there are, and making one.
import { Busy, InvalidEntry, KnownError, Misconfigured, NotFound } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import { doneMark, type OutboxRow } from '../kernel/outbox';
import type { WorkbookKey } from '../kernel/register';
import { mayMake, type Report } from '../kernel/report';
import { makeReport } from '../kernel/report-making';
import { retried } from '../kernel/retrying';
import { openView, type View } from '../kernel/view';
import { say, type Language, type Words } from '../kernel/words';
import { chaptersInUse } from '../office';
import type { Calls, ReportInfo } from './contract';
import { clockOf, readingOf, wake, type Machine } from './machine';
import type { Equipped } from './set-up-specs';

const words = {
  none: { zh: '没有这张报表。', en: 'There is no such report.' },
  notHere: { zh: '报表要在前台表格里生成。', en: 'Reports are made in the desk workbook.' },
} satisfies Record<string, Words>;

/** Those that this person may make. */
export const reportsFor = ({ product }: Machine, facts: Facts, language: Language): readonly ReportInfo[] =>
  chaptersInUse(product, facts)
    .flatMap((chapter) => chapter.reports ?? [])
    .filter((report) => mayMake(report, facts.actor))
    .map(({ key, title, period, subject }) => ({
      key,
      title: say(title, language),
      period,
      ...(subject && { subject: { ...subject, label: say(subject.label, language) } }),
    }));

export function report(machine: Equipped, input: Calls['report']['input']): Calls['report']['value'] {
  const { installation, product } = machine;
  const wanted = product.report(input.report);
  if (!wanted) throw new InvalidEntry({ report: { words: words.none } });
  if (!installation) throw new Misconfigured({ words: words.notHere });
  const asked = { period: input.period, subject: (input.subject ?? '').trim() };
  const { sheetId, title } = makeReport(readingOf(machine), wanted, asked, colourOf(machine, wanted));
  // Steps that waited for the sheet may tell somebody.
  if (wanted.opensIn) wake(machine, machine.ports.clock.now(), wanted.workbook);
  return { title, url: `${installation.address(wanted.workbook)}#gid=${sheetId}` };
}

const colourOf = ({ product }: Machine, report: Report): string =>
  product.chapters.find((chapter) => chapter.reports?.includes(report))!.colour;

/** What it was refused with; undefined when it was done. */
function refusalOf(act: () => void): KnownError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
}

/** Tabs that steps have ordered for records, made by the office: each once, by however many it was ordered; what a record no longer asks for is left out. */
export function makeOrdered(machine: Machine, from: WorkbookKey, rows: readonly OutboxRow[]): void {
  if (rows.length === 0) return;
  const { product, ports } = machine;
  const reading = readingOf(machine, clockOf(machine));
  const views = new Map<WorkbookKey, View>();
  const viewOf = (workbook: WorkbookKey): View => {
    const records = rows.flatMap(({ register: key, no, recordRow: row }) => {
      const register = product.register(key);
      return register?.workbook === workbook ? [{ register, no, row }] : [];
    });
    const view = views.get(workbook) ?? openView(reading, workbook, { records });
    views.set(workbook, view);
    return view;
  };
  const made = new Map<string, KnownError | undefined>();
  const make = (row: OutboxRow): void => {
    const [report, register] = [product.report(row.name), product.register(row.register)];
    const asks = report?.ordered?.[row.register];
    if (!report || !register || !asks) throw new NotFound();
    const view = viewOf(register.workbook);
    const asked = asks(view.records(register, row.no, row.recordRow)[0]!, view.facts);
    if (!asked) throw new NotFound();
    const key = [report.key, asked.period, asked.subject].join(' ');
    if (!made.has(key)) {
      const refusal = refusalOf(() => void makeReport(reading, report, asked, colourOf(machine, report)));
      made.set(key, refusal);
      if (!refusal) wake(machine, ports.clock.now(), report.workbook);
    }
    const refusal = made.get(key);
    if (refusal) throw refusal;
  };
  const marks = rows.map((row) => {
    const refusal = refusalOf(() => make(row));
    const state = refusal === undefined ? 'sent' : refusal instanceof Busy ? 'waiting' : 'dropped';
    return doneMark(row, ports.clock.now(), state, refusal?.message ?? '');
  });
  retried(reading, () => ports.tables.commit(from, marks, []));
}
