// The audit log 操作日志: one line a change, each chained to the line before it by its hash.
// Personal values enter the hash as digests salted one by one, so that masking erases them and leaves the chain whole.
import type { Facts } from './facts';
import type { Digest, Random } from './ports';
import type { Register } from './register';
import { isEmpty, type Cell, type Value, type Values } from './values';

/** A personal value in the log. `v` and `s` are gone once it is masked; `d` stays. */
interface Sealed {
  readonly v?: Value;
  readonly s?: string;
  readonly d: string;
}
type Entry = Value | Sealed;
/** Column key → before, after. */
type Changes = Readonly<Record<string, readonly [Entry, Entry]>>;

export interface AuditLine {
  readonly seq: number;
  readonly at: string;
  readonly account: string;
  readonly person: string;
  readonly context: string;
  readonly register: string;
  readonly no: string;
  readonly line: number;
  readonly transition: string;
  readonly article: string;
  readonly changes: string;
  readonly requestId: string;
  readonly hash: string;
}

export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}
export const emptyChain: ChainHead = { seq: 0, hash: '' };

/** What one line tells of, before it is sealed and chained. */
export interface Happening {
  readonly register: Register;
  readonly no: string;
  readonly line: number;
  readonly transition: string;
  readonly article: string;
  readonly before: Values;
  /** Only what was set. */
  readonly after: Values;
}

/** Columns that say nothing that the line does not say itself. */
const untold = new Set(['history', 'no', 'recordedAt', 'check']);

const isSealed = (entry: Entry | undefined): entry is Sealed =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry) && 'd' in entry;

/** What enters the hash: digests instead of personal values. */
function bare(changes: Changes): string {
  const digestOnly = (entry: Entry): Entry => (isSealed(entry) ? { d: entry.d } : entry);
  const entries = Object.entries(changes).map(([key, [before, after]]) => [
    key,
    [digestOnly(before), digestOnly(after)],
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}

const hashed = (line: Omit<AuditLine, 'hash'>, changes: Changes, previous: string): string =>
  JSON.stringify([
    previous,
    line.seq,
    line.at,
    line.account,
    line.person,
    line.context,
    line.register,
    line.no,
    line.line,
    line.transition,
    line.article,
    bare(changes),
    line.requestId,
  ]);

/** A cell holds 50,000 characters; beyond this the longest values are kept as digests only. */
const roomForChanges = 40_000;

function changesOf(happening: Happening, random: Random, digest: Digest): Changes {
  const { register, before, after } = happening;
  const seal = (value: Value): Sealed => {
    const salt = random.salt();
    return { v: value, s: salt, d: digest(`${salt}|${JSON.stringify(value)}`) };
  };
  const entry = (key: string, value: Value): Entry =>
    register.all[key]?.personal && !isEmpty(value) ? seal(value) : isEmpty(value) ? null : value;
  const changes: Record<string, readonly [Entry, Entry]> = {};
  for (const [key, value] of Object.entries(after)) {
    if (untold.has(key) || (isEmpty(value) && isEmpty(before[key]))) continue;
    changes[key] = [entry(key, before[key] ?? null), entry(key, value)];
  }
  if (JSON.stringify(changes).length <= roomForChanges) return changes;
  const short = (one: Entry): Entry =>
    isSealed(one) ? { d: one.d } : JSON.stringify(one).length > 500 ? { d: digest(JSON.stringify(one)) } : one;
  return Object.fromEntries(Object.entries(changes).map(([key, [a, b]]) => [key, [short(a), short(b)] as const]));
}

/** Lines for what happened, chained to the head; the new head with them. */
export function chain(
  head: ChainHead,
  happenings: readonly Happening[],
  facts: Facts,
  requestId: string,
  at: string,
  random: Random,
  digest: Digest,
): { lines: readonly AuditLine[]; head: ChainHead } {
  let { seq, hash } = head;
  const lines = happenings.map((happening) => {
    seq += 1;
    const changes = changesOf(happening, random, digest);
    const line = {
      seq,
      at,
      account: facts.actor.account,
      person: facts.actor.person || (facts.actor.via === 'link' ? 'link' : ''),
      context: `${facts.actor.context}/${facts.actor.via}`,
      register: happening.register.key,
      no: happening.no,
      line: happening.line,
      transition: happening.transition,
      article: happening.article,
      changes: JSON.stringify(changes),
      requestId,
    };
    hash = digest(hashed(line, changes, hash));
    return { ...line, hash };
  });
  return { lines, head: { seq, hash } };
}

export const auditCells = (line: AuditLine): readonly Cell[] => [
  line.seq,
  line.at,
  line.account,
  line.person,
  line.context,
  line.register,
  line.no,
  line.line,
  line.transition,
  line.article,
  line.changes,
  line.requestId,
  line.hash,
];

export function auditLineOf(cells: readonly Cell[]): AuditLine {
  const at = (index: number): string => String(cells[index] ?? '');
  return {
    seq: Number(cells[0] ?? 0),
    at: at(1),
    account: at(2),
    person: at(3),
    context: at(4),
    register: at(5),
    no: at(6),
    line: Number(cells[7] ?? 1),
    transition: at(8),
    article: at(9),
    changes: at(10),
    requestId: at(11),
    hash: at(12),
  };
}

function readChanges(text: string): Changes | undefined {
  try {
    return JSON.parse(text) as Changes;
  } catch {
    return undefined;
  }
}

/** Where the chain breaks first (the line's `seq`, or what is missing), or undefined when it is whole up to the head. */
export function firstBreak(lines: readonly AuditLine[], head: ChainHead, digest: Digest): number | undefined {
  let previous = '';
  for (const [index, line] of lines.entries()) {
    const changes = readChanges(line.changes);
    if (line.seq !== index + 1 || !changes) return index + 1;
    if (
      Object.values(changes)
        .flat()
        .some(
          (entry) => isSealed(entry) && (entry.s !== undefined || entry.v !== undefined) && !sealHolds(entry, digest),
        )
    )
      return line.seq;
    if (digest(hashed(line, changes, previous)) !== line.hash) return line.seq;
    previous = line.hash;
  }
  return lines.length === head.seq && previous === head.hash ? undefined : lines.length + 1;
}

const sealHolds = (entry: Sealed, digest: Digest): boolean =>
  digest(`${entry.s}|${JSON.stringify(entry.v ?? null)}`) === entry.d;

/** The line with its personal values erased; its hash still holds. */
export function maskedLine(line: AuditLine): AuditLine {
  const changes = readChanges(line.changes);
  if (!changes) return line;
  const erased = Object.entries(changes).map(([key, pair]) => [
    key,
    pair.map((one) => (isSealed(one) ? { d: one.d } : one)),
  ]);
  return { ...line, changes: JSON.stringify(Object.fromEntries(erased)) };
}

/** What the log tells of one record. */
export interface Told {
  /** The last value of each column that it names; undefined where the value itself has been erased. */
  readonly values: Record<string, Value | undefined>;
  /** From its beginning on: a column that is not named was never filled. */
  fromStart: boolean;
}

type TellingLine = Pick<AuditLine, 'register' | 'no' | 'line' | 'transition' | 'changes'>;

/** Adds one line of the log, in their order, to what is known of its record: by `register|number|line`. */
export function toldBy(entry: TellingLine, into: Map<string, Told>): void {
  const key = `${entry.register}|${entry.no}|${entry.line}`;
  const told = into.get(key) ?? { values: {}, fromStart: false };
  into.set(key, told);
  if (entry.transition === 'create') told.fromStart = true;
  for (const [column, [, after]] of Object.entries(readChanges(entry.changes) ?? {})) {
    told.values[column] = isSealed(after) ? after.v : after;
  }
}
