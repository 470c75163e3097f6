// A storeroom to try the chapter in: records in memory, decisions made by the kernel and written into them.
import { supplies } from '../../../src/chapters/supplies';
import { productOf } from '../../../src/kernel/chapter';
import { decideCreate } from '../../../src/kernel/decide';
import { InvalidEntry, KnownError } from '../../../src/kernel/errors';
import type { Plan } from '../../../src/kernel/plan';
import { decideTransition } from '../../../src/kernel/step';
import { sameValue, type RecordRow, type Values } from '../../../src/kernel/values';
import { say } from '../../../src/kernel/words';
import { office } from '../../../src/office';
import { factsWith, numbersFrom, recordOf, type Difference, type Name } from '../world';

export const product = productOf([office, supplies]);

export const paper: Values = {
  name: '打印纸',
  spec: 'A4',
  unit: '包',
  category: '纸张',
  location: '柜一',
  minimum: 10,
  reorderTo: 40,
};
export const pens: Values = { name: '签字笔', spec: '黑色', unit: '支', category: '文具', location: '柜二' };

export interface Storeroom {
  /** Letters ordered since the last question: `letter → staff number`. */
  told(): readonly string[];
  records(register: string): readonly RecordRow[];
  lines(register: string, no: string): readonly RecordRow[];
  /** The first line of a form, or the record. */
  values(register: string, no: string): Values;
  item(label: string): Values;
  put(register: string, values: Values): string;
  create(register: string, rows: readonly Values[], as?: Name, more?: Difference): string;
  take(register: string, no: string, transition: string, input?: Values, as?: Name | 'clock', more?: Difference): void;
  /** A person types over cells of the first record of a tab. */
  type(register: string, values: Values): void;
  /** What is wrong with it, by field; or the sentence of a refusal under ''. */
  problem(act: () => unknown): Readonly<Record<string, string>>;
}

export function storeroom(): Storeroom {
  const rows = new Map<string, RecordRow[]>();
  const numbers = numbersFrom();
  let told: string[] = [];
  const registerOf = (key: string) => product.register(key)!;
  const of = (key: string): RecordRow[] => {
    if (!rows.has(key)) rows.set(key, []);
    return rows.get(key)!;
  };
  const related = (key: string, after?: string): readonly RecordRow[] =>
    after === undefined ? of(key) : of(key).filter(({ values }) => String(values[registerOf(key).happenedAt!]) > after);
  const apply = ({ appends, updates, orders }: Plan): void => {
    for (const { record, values } of updates) {
      const all = of(record.register);
      const at = all.findIndex(({ no, line }) => no === record.no && line === record.line);
      all[at] = { ...all[at]!, values: { ...all[at]!.values, ...values } };
    }
    for (const { register, no, line, values } of appends) {
      const all = of(register);
      all.push(recordOf(registerOf(register), values, { no, line, row: all.length + 2 }));
    }
    told.push(...orders.filter(({ kind }) => kind === 'letter').map(({ name, to }) => `${name} → ${to}`));
  };
  const lines = (register: string, no: string) => of(register).filter((one) => one.no === no);
  const create: Storeroom['create'] = (key, given, as = '王芳', more = {}) => {
    const lookups = {
      taken: (register: string, column: string, value: Values[string]) =>
        of(register).some(({ values }) => sameValue(values[column], value)),
    };
    const facts = factsWith({ ...more, as });
    const { plan, records } = decideCreate(product, registerOf(key), given, facts, lookups, numbers, related);
    apply(plan);
    return records[0]!.no;
  };
  return {
    told: () => {
      const now = told;
      told = [];
      return now;
    },
    records: of,
    lines,
    values: (register, no) => lines(register, no)[0]!.values,
    item: (label) => of('items').find(({ values }) => values['label'] === label)!.values,
    put(key, values) {
      const no = numbers.next(registerOf(key));
      of(key).push(recordOf(registerOf(key), values, { no, row: of(key).length + 2 }));
      return no;
    },
    create,
    take(key, no, transition, input = {}, as = '王芳', more = {}) {
      const form = lines(key, no);
      const facts = factsWith({ ...more, as });
      const workflow = product.workflow(key)!;
      const page = more.via === 'link' ? workflow.transitions[transition]?.page : undefined;
      const parties = page === undefined ? [] : [product.page(page)!.holder];
      const by = { lines: form, related, parties };
      apply(decideTransition(product, workflow, transition, form[0]!, input, facts, numbers, by));
    },
    type(key, values) {
      const [first, ...others] = of(key);
      rows.set(key, [{ ...first!, values: { ...first!.values, ...values } }, ...others]);
    },
    problem(act) {
      try {
        act();
      } catch (error) {
        if (error instanceof InvalidEntry) {
          const entries = Object.entries(error.fields);
          return Object.fromEntries(entries.map(([key, { words, values }]) => [key, say(words, 'zh', values)]));
        }
        if (error instanceof KnownError) return { '': say(error.sentence.words, 'zh', error.sentence.values) };
        throw error;
      }
      return {};
    },
  };
}

/** 打印纸 A4 and 签字笔 黑色, with what is in stock. */
export function stocked(stock: { paper?: number; pens?: number } = {}): Storeroom {
  const room = storeroom();
  const [sheets, writing] = [room.create('items', [paper]), room.create('items', [pens])];
  if (stock.paper) room.take('items', sheets, 'opening', { quantity: stock.paper, price: 20 });
  if (stock.pens) room.take('items', writing, 'opening', { quantity: stock.pens });
  room.told();
  return room;
}

/** What must be true of the books whatever has happened. */
export function checkBooks(room: Pick<Storeroom, 'records'>): void {
  const ledger = room.records('stock-ledger');
  for (const { values } of room.records('items')) {
    const own = ledger.filter((one) => one.values['item'] === values['label']);
    const sum = own.reduce((total, one) => total + Number(one.values['quantity']), 0);
    const balances = own.map((one) => Number(one.values['balance']));
    expect({ item: values['label'], onHand: values['onHand'] }).toEqual({ item: values['label'], onHand: sum });
    expect(balances[balances.length - 1] ?? 0).toBe(sum);
    expect(balances.filter((one) => one < 0)).toEqual([]);
    const toCome = room
      .records('supply-purchases')
      .filter((one) => one.values['item'] === values['label'] && one.values['state'] === 'ordered')
      .reduce((total, one) => total + Number(one.values['quantity']) - Number(one.values['receivedQuantity'] ?? 0), 0);
    expect(values['onOrder']).toBe(toCome);
  }
}
