// Reports as the sidebar asks for them: which there are, and making one.
import { Busy, InvalidEntry, KnownError, Misconfigured, NotFound } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import { doneMark, type OutboxRow } from '../kernel/outbox';
import type { WorkbookKey } from '../kernel/register';
import { mayMake, type Report } from '../kernel/report';
import { makeReport } from '../kernel/report-making';
import { retried } from '../kernel/retrying';
import { openView } from '../kernel/view';
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

/** A tab that a step has ordered for its record, made by the office; what the record no longer asks for is left out. */
export function makeOrdered(machine: Machine, from: WorkbookKey, row: OutboxRow): void {
  const { product, ports } = machine;
  const reading = readingOf(machine, clockOf(machine));
  let state = 'sent';
  let reason = '';
  try {
    const report = product.report(row.name);
    const register = report?.ordered?.register === row.register ? product.register(row.register) : undefined;
    if (!report?.ordered || !register) throw new NotFound();
    const view = openView(reading, register.workbook, { records: [{ register, no: row.no, row: row.recordRow }] });
    const asked = report.ordered.asked(view.records(register, row.no, row.recordRow)[0]!, view.facts);
    if (!asked) throw new NotFound();
    makeReport(reading, report, asked, colourOf(machine, report));
    wake(machine, ports.clock.now(), report.workbook);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    state = error instanceof Busy ? 'waiting' : 'dropped';
    reason = error.message;
  }
  retried(reading, () => ports.tables.commit(from, [doneMark(row, ports.clock.now(), state, reason)], []));
}
