// Reports as the sidebar asks for them: which there are, and making one.
import { InvalidEntry, Misconfigured } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import { mayMake } from '../kernel/report';
import { makeReport } from '../kernel/report-making';
import { say, type Language, type Words } from '../kernel/words';
import { chaptersInUse } from '../office';
import type { Calls, ReportInfo } from './contract';
import { readingOf, type Machine } from './machine';
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
  const { colour } = product.chapters.find((chapter) => chapter.reports?.includes(wanted))!;
  const asked = { period: input.period, subject: (input.subject ?? '').trim() };
  const { sheetId, title } = makeReport(readingOf(machine), wanted, asked, colour);
  return { title, url: `${installation.address(wanted.workbook)}#gid=${sheetId}` };
}
