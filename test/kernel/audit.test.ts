import {
  auditCells,
  auditLineOf,
  chain,
  emptyChain,
  firstBreak,
  maskedLine,
  type AuditLine,
  type ChainHead,
  type Happening,
} from '../../src/kernel/audit';
import type { Values } from '../../src/kernel/values';
import { factsWith } from '../chapters/world';
import { memoryPorts } from '../memory/memory-ports';
import { tasks } from './workshop';

const { random, digest } = memoryPorts();
const facts = factsWith();

const happening = (no: string, before: Values, after: Values): Happening => ({
  register: tasks,
  no,
  line: 1,
  transition: 'create',
  article: '9.1',
  before,
  after,
});

const happenings: readonly Happening[] = [
  happening(
    'RW-2026-00001',
    {},
    { title: '换灯泡', phone: '13800138000', for: '陈静', no: 'RW-2026-00001', due: null },
  ),
  happening('RW-2026-00001', { state: 'open', phone: '13800138000' }, { state: 'doing', phone: '0755-82345678' }),
  happening('RW-2026-00002', {}, { title: '="=1"', note: '多行\n文字', phone: null }),
  happening('RW-2026-00003', {}, { title: '三', phone: '13900139000' }),
];
const chained = (from: ChainHead = emptyChain, some = happenings): { lines: readonly AuditLine[]; head: ChainHead } =>
  chain(from, some, facts, 'request-1', '2026-10-09T09:30:00', random, digest);
const { lines, head } = chained();

/** As the tab gives them back. */
const asStored = (some: readonly AuditLine[]): readonly AuditLine[] =>
  some.map((line) => auditLineOf(auditCells(line)));
const breakIn = (some: readonly AuditLine[], end = head): number | undefined => firstBreak(asStored(some), end, digest);
const edited = (index: number, change: (line: AuditLine) => Partial<AuditLine>): readonly AuditLine[] =>
  lines.map((line, at) => (at === index ? { ...line, ...change(line) } : line));

describe('the audit log', () => {
  it('says when, who, where, which step and article, and what became of which column', () => {
    expect(lines[1]).toMatchObject({
      seq: 2,
      at: '2026-10-09T09:30:00',
      account: 'wangfang@example.org',
      person: '王芳',
      context: 'desk/account',
      register: 'tasks',
      no: 'RW-2026-00001',
      transition: 'create',
      article: '9.1',
      requestId: 'request-1',
    });
    expect(JSON.parse(lines[1]!.changes)).toMatchObject({
      state: ['open', 'doing'],
      phone: [{ v: '13800138000' }, { v: '0755-82345678' }],
    });
  });

  it('leaves out what says nothing: empty cells that stay empty, and columns that the line tells itself', () => {
    expect(Object.keys(JSON.parse(lines[0]!.changes) as object)).toEqual(['title', 'phone', 'for']);
  });

  it('is whole, also when it was written in parts and read from the tab', () => {
    expect(breakIn(lines)).toBeUndefined();
    const more = chained(head, happenings.slice(0, 2));
    expect(more.lines.map((line) => line.seq)).toEqual([5, 6]);
    expect(breakIn([...lines, ...more.lines], more.head)).toBeUndefined();
    expect(breakIn([], emptyChain)).toBeUndefined();
  });

  const fields: readonly (keyof AuditLine)[] = [
    'at',
    'account',
    'person',
    'context',
    'register',
    'no',
    'transition',
    'article',
    'requestId',
    'hash',
  ];
  it.each(fields)('names the line in which %s was changed', (field) => {
    expect(breakIn(edited(1, (line) => ({ [field]: `${String(line[field])}x` })))).toBe(2);
  });

  it('names the line in which the number of the line of a form, or a value, was changed', () => {
    expect(breakIn(edited(2, () => ({ line: 2 })))).toBe(3);
    expect(breakIn(edited(1, (line) => ({ changes: line.changes.replace('"doing"', '"done"') })))).toBe(2);
    expect(breakIn(edited(2, () => ({ changes: 'not JSON' })))).toBe(3);
    expect(breakIn(edited(2, () => ({ changes: '{}' })))).toBe(3);
  });

  it('names the line in which a personal value was changed, with its salt and without', () => {
    const forged = (change: (sealed: Record<string, unknown>) => unknown): readonly AuditLine[] =>
      edited(3, (line) => {
        const changes = JSON.parse(line.changes) as Record<string, [unknown, Record<string, unknown>]>;
        changes['phone']![1] = change(changes['phone']![1]) as Record<string, unknown>;
        return { changes: JSON.stringify(changes) };
      });
    expect(breakIn(forged((sealed) => ({ ...sealed, v: '13700000000' })))).toBe(4);
    expect(breakIn(forged(({ d }) => ({ d, v: '13700000000' })))).toBe(4);
    expect(breakIn(forged((sealed) => ({ ...sealed, d: 'x' })))).toBe(4);
    expect(breakIn(forged(() => '13900139000'))).toBe(4);
  });

  it('names the line that was deleted, put in, or changed places', () => {
    expect(breakIn([...lines.slice(0, 1), ...lines.slice(2)])).toBe(2);
    expect(breakIn(lines.slice(1))).toBe(1);
    expect(breakIn([...lines.slice(0, 2), lines[1]!, ...lines.slice(2)])).toBe(3);
    expect(breakIn([lines[0]!, lines[2]!, lines[1]!, lines[3]!])).toBe(2);
    expect(breakIn([...lines, { ...lines[3]!, seq: 5 }])).toBe(5);
  });

  it('names the end where the last lines were cut off, though what is left holds by itself', () => {
    expect(breakIn(lines.slice(0, 3))).toBe(4);
    expect(breakIn([])).toBe(1);
  });

  it('shows a line that was written anew with a hash of its own, by the next one or by the head', () => {
    const anew = chained(emptyChain, [happening('RW-2026-00001', {}, { title: '别的' })]).lines[0]!;
    expect(breakIn([anew, ...lines.slice(1)])).toBe(2);
    expect(breakIn([...lines.slice(0, 3), chained({ seq: 3, hash: lines[2]!.hash }, [happenings[0]!]).lines[0]!])).toBe(
      5,
    );
  });

  it('stays whole when personal values are masked, and nothing of them is left', () => {
    const masked = lines.map(maskedLine);
    expect(JSON.stringify(masked)).not.toMatch(/13800138000|0755-82345678|13900139000/);
    expect(JSON.stringify(masked)).toContain('换灯泡');
    expect(breakIn(masked)).toBeUndefined();
    expect(breakIn([masked[0]!, ...lines.slice(1)])).toBeUndefined();
    expect(breakIn(masked.map((line) => ({ ...line, changes: line.changes.replace('doing', 'done') })))).toBe(2);
  });

  it('salts each personal value, so that the same one cannot be told by its digest', () => {
    const sealed = [lines[0]!, lines[1]!].map(
      (line, index) => (JSON.parse(line.changes) as Record<string, { d: string }[]>)['phone']![1 - index]!.d,
    );
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(new Set(sealed).has(digest('"13800138000"'))).toBe(false);
  });

  it('keeps digests only of what is too long for a cell, and is whole', () => {
    const long = '长'.repeat(5_000);
    const columns = Object.fromEntries(Object.keys(tasks.columns).map((key) => [key, `${long}${key}`]));
    const { lines: some, head: end } = chained(emptyChain, [happening('RW-2026-00001', columns, columns)]);
    expect(some[0]!.changes.length).toBeLessThan(50_000);
    expect(breakIn(some, end)).toBeUndefined();
  });
});
