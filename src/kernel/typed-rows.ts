// Rows that people type straight into a tab: complete ones get their number, their times and their place in the workflow;
// of the others the check column says what is missing. Nothing typed in a hand column is ever changed.
import type { Product } from './chapter';
import { labelOf } from './columns';
import { absentFaults, openingOrders, openingValues, type Lookups, type Numbers } from './decide';
import type { Sentence } from './errors';
import type { Facts } from './facts';
import { readHistory } from './history';
import { isMasked } from './keep-time';
import { isTyped, recordOf, type Layout } from './layout';
import { nothing, together, type Plan, type Update } from './plan';
import { faultsOf, withDefaults, type Register } from './register';
import { isEmpty, sameValue, text, type RecordRow, type Values } from './values';
import { list, say, type Words } from './words';
import { openingMoves } from './step';
import { filledFor, typedStepPlan } from './typed-steps';
import type { TypedRow } from './view';
import { looksElsewhere, noneRelated, type Case, type Workflow } from './workflow';

const stillNeeded: Words = { zh: '还需填写：{labels}', en: 'Still needed: {labels}' };
const whoRecorded: Words = { zh: '请在“登记人”里选您的名字', en: 'Please choose your name under “Recorded by”' };
const numberGone: Words = {
  zh: '编号被删掉了，请撤销（Ctrl+Z）',
  en: 'The number was deleted; please undo that (Ctrl+Z)',
};
const copiedLine: Words = {
  zh: '这一行是复制的，不属于任何单据；请在侧边栏新建，或删除这一行',
  en: 'This line is a copy and belongs to no form; please use the sidebar, or delete it',
};
const typedLine: Words = {
  zh: '这里的单据可以有多行，不能直接在表格里新填；请在侧边栏“新建”里填写，再删除这一行',
  en: 'Forms with lines are not begun in the tab: please use “New” in the sidebar, and delete this line',
};
const same: Words = { zh: '与别的记录重复', en: 'The same stands in another record' };

/** What is missing or wrong in a row, in plain words; '' when nothing is. */
export function hintOf(register: Register, values: Values, facts: Facts): string {
  return wordsOf(register, values, faultsOf(register, values, facts), facts);
}

function wordsOf(register: Register, values: Values, faults: Readonly<Record<string, Sentence>>, facts: Facts): string {
  const missing = Object.keys(faults).filter((key) => isEmpty(values[key]));
  const label = (key: string): string => labelOf(register.all[key]!, facts.language);
  const colon = facts.language === 'en' ? ': ' : '：';
  const parts = Object.entries(faults)
    .filter(([key]) => !missing.includes(key))
    .map(([key, fault]) => `${label(key)}${colon}${say(fault.words, facts.language, fault.values)}`);
  if (missing.length > 0) {
    parts.unshift(say(stillNeeded, facts.language, { labels: list(missing.map(label), facts.language) }));
  }
  return parts.join(facts.language === 'en' ? ' ' : ' ');
}

export interface Sweep {
  readonly register: Register;
  readonly layout: Layout;
  readonly rows: readonly TypedRow[];
  readonly taken: Lookups['taken'];
  /** Answers for what the opening of the rows, or the steps that follow from them, look into. */
  readonly related?: Case['related'];
}

/** The columns that are not typed, all of them empty. */
const emptied = (register: Register): Values =>
  Object.fromEntries(Object.entries(register.all).flatMap(([key, { by }]) => (by === 'hand' ? [] : [[key, null]])));

/** A row that was copied with its number, as the typed row that it is. */
export function copiedRow(layout: Layout, { row, cells }: TypedRow): TypedRow {
  const own = new Set(Object.keys(emptied(layout.register)).map((key) => layout.columns[key]));
  return {
    row,
    cells: cells.map((cell, column) => (own.has(column) ? '' : cell)),
    copyOf: String(cells[layout.columns['no']!] ?? ''),
  };
}

/** Everything wrong with a row that wants to become a record, as a form would find it. */
function faultsOfNew(
  sweep: Sweep,
  workflow: Workflow | undefined,
  values: Values,
  facts: Facts,
): Readonly<Record<string, Sentence>> {
  const { register, related = noneRelated } = sweep;
  // What a chapter finds by other registers, only its form has read.
  const isForForms = workflow !== undefined && looksElsewhere(workflow.opens);
  return {
    ...(!isForForms && workflow?.opens.faults?.(values, facts, related)),
    ...faultsOf(register, values, facts),
    ...absentFaults(register, { ...values, ...register.derive?.(values, facts) }, sweep),
  };
}

/** What is to be done about typed rows. Run twice, the second run wants nothing. */
export function sweepPlan(product: Product, sweep: Sweep, facts: Facts, numbers: Numbers): Plan {
  const { register, layout } = sweep;
  const workflow = product.workflow(register.key);
  const seen = new Map<string, Set<string>>();
  const plans = sweep.rows.map(({ row, cells, copyOf }): Plan => {
    const record = recordOf(layout, cells, row);
    const copied = copyOf === undefined ? {} : { copyOf };
    const cleared = copyOf === undefined ? {} : emptied(register);
    const hint = (said: string): Plan => {
      const values: Values = { ...cleared, check: said === '' ? null : said };
      const known = copyOf === undefined && sameValue(record.values['check'], values['check']!);
      const update: Update = { record, ...copied, values, transition: 'check', article: register.article };
      return { appends: [], updates: known ? [] : [update], orders: [] };
    };
    if (!isTyped(layout, cells)) return hint('');
    // It has had one: a second number would make a second record of it.
    if (!isEmpty(record.values['history'])) return hint(say(numberGone, facts.language));
    if (register.lines) return hint(say(copyOf === undefined ? typedLine : copiedLine, facts.language));
    const proposed = withDefaults(register, record.values, facts);
    const wrong = wordsOf(register, proposed, faultsOfNew(sweep, workflow, proposed, facts), facts);
    if (wrong !== '') return hint(wrong);
    const whole = { ...proposed, ...register.derive?.(proposed, facts) };
    const twice = Object.entries(register.columns).some(([key, column]) => {
      if (!column.unique || isEmpty(whole[key])) return false;
      const before = seen.get(key) ?? new Set<string>();
      const said = JSON.stringify(whole[key]);
      seen.set(key, before);
      if (before.has(said) || sweep.taken(register.key, key, whole[key]!)) return true;
      before.add(said);
      return false;
    });
    if (twice) return hint(say(same, facts.language));
    const no = numbers.next(register);
    const opened = openingValues(register, workflow, proposed, no, { line: 1, lineCount: 1 }, facts, sweep.related);
    const check = isEmpty(opened['recordedBy']) ? say(whoRecorded, facts.language) : null;
    const values = { ...cleared, ...filledFor(record, { ...opened, check }, register) };
    const numbered: RecordRow = { ...record, no, values: { ...record.values, ...values } };
    const update: Update = {
      record,
      ...copied,
      values,
      transition: 'create',
      article: workflow?.opens.article ?? register.article,
    };
    const orders = openingOrders(product, workflow, numbered, facts);
    const along = openingMoves(product, register, numbered.values, facts, numbers, sweep.related);
    return together({ appends: [], updates: [update], orders }, along);
  });
  return together(...plans);
}

/** An account without a place in the staff tab has made the record: set-up, say. */
const isByAccount = ({ values }: RecordRow): boolean =>
  readHistory(values['history'] ?? null)[0]?.who.includes('@') ?? false;

interface ByHand {
  /** Whether people have edited columns that are theirs to fill: nothing follows from what they wrote over others. */
  readonly byHand: boolean;
}

/** Rows that have their number already: what a later correction by hand has left wrong is said, and what follows from it is done. */
export function recheckPlan(product: Product, sweep: Sweep & ByHand, facts: Facts, numbers: Numbers): Plan {
  const { register } = sweep;
  const plans = sweep.rows.map(({ row, cells }): Plan => {
    const record = recordOf(sweep.layout, cells, row);
    if (text(record.values['no']) === '' || isMasked(register, record.values)) return nothing;
    const asked = isEmpty(record.values['recordedBy']) && !isByAccount(record) ? say(whoRecorded, facts.language) : '';
    const said = hintOf(register, record.values, facts) || asked;
    const check = said === '' ? null : said;
    const hint: Values = sameValue(record.values['check'], check) ? {} : { check };
    const step = sweep.byHand ? typedStepPlan(product, record, facts, numbers, sweep.related) : nothing;
    const [own, ...others] = step.updates;
    if (own) return { ...step, updates: [{ ...own, values: { ...own.values, ...hint } }, ...others] };
    const update: Update = { record, values: hint, transition: 'check', article: register.article };
    return 'check' in hint ? { ...nothing, updates: [update] } : nothing;
  });
  return together(...plans);
}
