// What a step may look into besides its own record, reached without reading registers that grow for ever: small ones whole,
// open records by the kernel's list, what links name by number, and of a ledger what has happened since a moment. In the other
// workbook only columns are looked through.
import type { Product } from './chapter';
import { dayPart } from './civil';
import { NotFound } from './errors';
import { openRecords } from './open-records';
import type { Register } from './register';
import { firstBlocks, recordsAmong, secondLook, wholeBlock } from './report-rows';
import { text, type RecordRow, type Values } from './values';
import type { Needs, View } from './view';
import { noneRelated, type Case, type LookUp, type Looks } from './workflow';

/** Steps of a register, or the opening of its records. */
export interface Looking {
  readonly register: Register;
  readonly looks: readonly Looks[];
}

const named = (looks: readonly Looks[], what: 'reads' | 'follows' | 'readsAfter'): ReadonlySet<string> =>
  new Set(looks.flatMap((one) => one[what] ?? []));
const opened = (looks: readonly Looks[]) => looks.flatMap(({ readsOpen = [] }) => readsOpen);

const followed = ({ register, looks }: Looking): ReadonlySet<string> =>
  new Set([...named(looks, 'follows')].map((column) => register.columns[column]!.control.register!));

interface Scan {
  readonly register: Register;
  readonly column: string;
}

const scansOf = (product: Product, looks: readonly Looks[]): readonly Scan[] =>
  looks.flatMap(({ scans = {} }) =>
    Object.entries(scans).flatMap(([key, columns]) =>
      columns.map((column) => ({ register: registerIn(product, key), column })),
    ),
  );

interface LookedUp extends LookUp {
  readonly register: Register;
}

const lookedUp = (product: Product, { register, looks }: Looking): readonly LookedUp[] =>
  looks
    .flatMap(({ looksUp = [] }) => looksUp)
    .map((one) => ({ ...one, register: registerIn(product, register.columns[one.by]!.control.register!) }));

/** What is to be read with a command so that its steps can look around. */
export function needsOf(
  product: Product,
  looking: Looking,
): Required<Pick<Needs, 'records' | 'whole' | 'open' | 'lookups'>> {
  const { looks } = looking;
  const registers = (keys: Iterable<string>): readonly Register[] => [...keys].map((key) => registerIn(product, key));
  const reached = registers([
    ...followed(looking),
    ...opened(looks).map(({ register }) => register),
    ...named(looks, 'readsAfter'),
  ]);
  return {
    whole: registers(named(looks, 'reads')),
    records: reached.map((register) => ({ register })),
    lookups: [
      ...scansOf(product, looks),
      ...lookedUp(product, looking).flatMap(({ register, columns }) => columns.map((column) => ({ register, column }))),
    ],
    // Where a record that is followed stands, the list knows as long as it is open.
    open: looks.some(({ follows = [], readsOpen = [] }) => follows.length + readsOpen.length > 0),
  };
}

/** Answers for what the steps say that they look into, about these rows; each is understood once, and read when asked for. */
export function relatedOf(product: Product, view: View, looking: Looking, rows: readonly Values[]): Case['related'] {
  const { looks } = looking;
  const [whole, after] = [named(looks, 'reads'), named(looks, 'readsAfter')];
  const find = (key: string, moment: string): readonly RecordRow[] => {
    const register = registerIn(product, key);
    if (whole.has(key)) return view.whole(register).filter(({ no }) => no !== '');
    const open = opened(looks).filter((one) => one.register === key);
    if (open.length > 0) {
      return openRecords(view, product, [key], ({ state }) => open.some((one) => one.in?.includes(state) ?? true));
    }
    if (after.has(key)) return recordsAfter(view, register, moment);
    const scans = scansOf(product, looks).filter((one) => one.register === register);
    if (scans.length > 0) return scanned(view, register, scans);
    const wanted = lookedUp(product, looking).filter((one) => one.register === register);
    if (wanted.length > 0) return wanted.flatMap((one) => recordsLookedUp(view, one, rows));
    return followed(looking).has(key) ? recordsFollowed(view, register, looking, rows) : noneRelated(key);
  };
  const known = new Map<string, readonly RecordRow[]>();
  return (key, moment = '') => {
    const asked = `${key} ${moment}`;
    const records = known.get(asked) ?? find(key, moment);
    known.set(asked, records);
    return records;
  };
}

function registerIn(product: Product, key: string): Register {
  const register = product.register(key);
  if (!register) throw new Error(`a step looks into ${key}, which is no register`);
  return register;
}

/** The numbered records of a register, as far as the scanned columns tell. */
const scanned = (view: View, register: Register, scans: readonly Scan[]): readonly RecordRow[] =>
  recordsOfColumns(
    view,
    register,
    scans.map(({ column }) => column),
  );

/** The records that these rows name, in either workbook, as far as the columns tell that are looked up. */
function recordsLookedUp(view: View, { by, register, columns }: LookedUp, rows: readonly Values[]) {
  const nos = new Set(rows.map((row) => text(row[by])));
  return recordsOfColumns(view, register, columns, (no) => nos.has(no));
}

function recordsOfColumns(
  view: View,
  register: Register,
  keys: readonly string[],
  isMeant: (no: string) => boolean = () => true,
): readonly RecordRow[] {
  const columns = keys.map((key) => [key, view.column(register, key)] as const);
  const numbered = [...view.column(register, 'no')].filter(([, no]) => isMeant(String(no)));
  return numbered.map(([row, no]) => ({
    register: register.key,
    no: String(no),
    line: 1,
    row,
    values: Object.fromEntries(
      columns.map(([key, cells]) => [key, register.all[key]!.fromCell(cells.get(row) ?? '', view.facts.language)]),
    ),
  }));
}

/** The records that links of these rows name, with their lines; those that are gone are left out. */
function recordsFollowed(
  view: View,
  register: Register,
  { register: from, looks }: Looking,
  rows: readonly Values[],
): readonly RecordRow[] {
  const columns = [...named(looks, 'follows')].filter((key) => from.columns[key]!.control.register === register.key);
  const nos = new Set(rows.flatMap((row) => columns.map((key) => text(row[key]))).filter(Boolean));
  return [...nos].flatMap((no) => {
    const hint = view.open?.find((one) => one.register === register.key && one.no === no && one.line === 1)?.row;
    try {
      return view.records(register, no, hint);
    } catch (error) {
      if (error instanceof NotFound) return [];
      throw error;
    }
  });
}

/** A register that keeps the order of its moments is read from about there; one that somebody has sorted, whole. */
function recordsAfter(view: View, register: Register, moment: string): readonly RecordRow[] {
  const by = register.happenedAt;
  if (by === undefined) throw new Error(`${register.key} does not say when its records happened`);
  const reading = { register, by, andAfter: true };
  const blocks = firstBlocks(reading, view.tail(register).lastRow);
  const from = dayPart(moment);
  const days = { from };
  const look = secondLook(view, reading, days, blocks, view.read(blocks));
  const found =
    look.take(look.blocks.length > 0 ? view.read(look.blocks) : []) ??
    recordsAmong(view, reading, days, view.read([wholeBlock(register)])[0] ?? []);
  return found.filter(({ values }) => text(values[by]).slice(0, moment.length) > moment);
}
