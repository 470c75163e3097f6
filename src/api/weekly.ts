// The weekly letter to the director: what was done, what is late, and the heads of the audit chains, a witness outside.
import { auditLineOf, type AuditLine } from '../kernel/audit';
import { addDays, weekday } from '../kernel/civil';
import type { Facts, Person } from '../kernel/facts';
import { auditTab, countersTab } from '../kernel/kernel-tabs';
import type { Letter } from '../kernel/letter';
import type { WorkbookKey } from '../kernel/register';
import type { View } from '../kernel/view';
import { list, say, type Words } from '../kernel/words';
import { badLinksSince, sharedKeys, usedWorkbooks, type Machine } from './machine';

const words = {
  subject: { zh: '每周小结：{from} 至 {to}', en: 'The week: {from} to {to}' },
  sentence: {
    zh: '这是前台过去七天的情况。请保留这封邮件：链尾能证明在此之前的操作日志没有被改写。',
    en: 'The past seven days at the front desk. Please keep this e-mail: the chain heads prove that the audit log before it has not been rewritten.',
  },
  made: { zh: '新登记', en: 'New records' },
  steps: { zh: '办理步骤', en: 'Steps taken' },
  open: { zh: '未办结', en: 'Still open' },
  late: { zh: '已逾期', en: 'Overdue' },
  more: { zh: '等 {n} 条', en: 'and others, {n} in all' },
  putBack: { zh: '被手工改动、已还原', en: 'Typed over and put back' },
  badLinks: { zh: '无效链接被打开', en: 'Bad links opened' },
  head: { zh: '日志链尾（{workbook}）', en: 'Chain head ({workbook})' },
  lines: { zh: '第 {n} 条 {hash}', en: 'line {n}, {hash}' },
  desk: { zh: '前台', en: 'desk' },
  restricted: { zh: '受限', en: 'restricted' },
  none: { zh: '没有', en: 'none' },
  count: { zh: '{title} {n}', en: '{title} {n}' },
  why: { zh: '每周第一个工作日早上发给机构领导。', en: 'Sent to the director on the first working morning of a week.' },
} satisfies Record<string, Words>;

const mondayOf = (day: string): string => addDays(day, 1 - weekday(day));

/** Once a week, on its first morning on which anybody works and the jobs run. */
export const weekWanted = ({ shared }: Machine, person: Person, { today }: Facts): boolean =>
  person.roles.includes('director') &&
  (person.leftOn === null || person.leftOn >= today) &&
  shared.get(sharedKeys.weekTold) !== mondayOf(today);

/** Remembers that this week's letter has gone out, and which bad links it has told of. */
export function weekTold({ shared }: Machine, { today }: Facts): void {
  shared.put(sharedKeys.weekTold, mondayOf(today));
  shared.put(sharedKeys.badLinksTold, shared.get(sharedKeys.badLinks) ?? '0');
}

/** As far back as the letter looks. */
const mostLines = 5_000;
/** Numbers named one by one. */
const mostNamed = 10;

interface Log {
  readonly workbook: WorkbookKey;
  readonly seq: number;
  readonly hash: string;
  readonly lines: readonly AuditLine[];
}

function logsOf(machine: Machine, since: string): readonly Log[] {
  const { tables } = machine.ports;
  const logs = usedWorkbooks(machine).map((workbook): Log => {
    const counters = tables.read(workbook, [{ sheetId: countersTab.sheetId, fromRow: 1 }])[0] ?? [];
    const [, seq = 0, hash = ''] = counters.find(([key]) => key === 'audit') ?? [];
    if (Number(seq) === 0) return { workbook, seq: 0, hash: '', lines: [] };
    const fromRow = Math.max(1, Number(seq) + 1 - mostLines);
    const toColumn = auditTab.columns.indexOf('transition') + 1;
    const cells = tables.read(workbook, [{ sheetId: auditTab.sheetId, fromRow, fromColumn: 0, toColumn }])[0] ?? [];
    const lines = cells.map(auditLineOf).filter(({ at }) => at >= since);
    return { workbook, seq: Number(seq), hash: String(hash), lines };
  });
  // With everything in one workbook there is one log.
  return logs.filter(({ hash }, index) => logs.findIndex((one) => one.hash === hash) === index);
}

/** What the product writes down of its own accord. */
const unaided = new Set(['create', 'setUp', 'putBack', 'sign', 'keepLastGood', 'mask']);

export function weeklyLetter(machine: Machine, view: View): Letter {
  const { facts } = view;
  const { language, today, now } = facts;
  const told = (text: Words, values = {}): string => say(text, language, values);
  const from = addDays(today, -7);
  const logs = logsOf(machine, from);
  const lines = logs.flatMap((log) => log.lines);
  const counts = (registers: readonly string[]): string => {
    const parts = machine.product.registers.flatMap(({ key, title }) => {
      const n = registers.filter((one) => one === key).length;
      return n === 0 ? [] : [told(words.count, { title: told(title), n })];
    });
    return list(parts, language) || told(words.none);
  };
  const open = view.open ?? [];
  const late = open.filter(({ due }) => due !== '' && due < now);
  const named = list(
    late.slice(0, mostNamed).map(({ no, holder }) => `${no} ${holder}`.trim()),
    language,
  );
  const putBack = lines.filter(({ transition }) => transition === 'putBack').length;
  const bad = badLinksSince(machine);
  return {
    subject: told(words.subject, { from, to: addDays(today, -1) }),
    sentence: told(words.sentence),
    facts: [
      [
        told(words.made),
        counts(lines.filter(({ transition }) => transition === 'create').map(({ register }) => register)),
      ],
      [told(words.steps), String(lines.filter(({ transition }) => !unaided.has(transition)).length)],
      [told(words.open), counts(open.map(({ register }) => register))],
      [
        told(words.late),
        late.length > mostNamed ? `${named} ${told(words.more, { n: late.length })}` : named || told(words.none),
      ],
      ...(putBack > 0 ? [[told(words.putBack), String(putBack)] as const] : []),
      ...(bad > 0 ? [[told(words.badLinks), String(bad)] as const] : []),
      ...logs
        .filter(({ seq }) => seq > 0)
        .map(
          ({ workbook, seq, hash }) =>
            [told(words.head, { workbook: told(words[workbook]) }), told(words.lines, { n: seq, hash })] as const,
        ),
    ],
    why: told(words.why),
  };
}
