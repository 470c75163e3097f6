// The rows that set-up writes into the office's tabs: settings, holidays, departments and people that are not there yet.
import { openingValues } from '../kernel/decide';
import type { Facts } from '../kernel/facts';
import type { FactsSource, Who } from '../kernel/facts-source';
import type { Append, Plan, Update } from '../kernel/plan';
import type { Register } from '../kernel/register';
import { hintOf } from '../kernel/typed-rows';
import { sameValue, text, type RecordRow, type Value, type Values } from '../kernel/values';
import type { View } from '../kernel/view';
import type { Language } from '../kernel/words';
import { holidayRows, settingRows, yearsWithData } from '../office';
import { calendarDays } from '../office/calendar.register';
import { departments } from '../office/departments.register';
import { settings } from '../office/settings.register';
import { staff } from '../office/staff.register';
import type { WizardInput } from './contract';

/** In the order in which they refer to one another. */
export const rowRegisters: readonly Register[] = [settings, calendarDays, departments, staff];

/** What is fixed with the first set-up, whatever a later one is told. */
const settled = ({ language, alone }: RowsWanted): Readonly<Record<string, Value>> => ({
  'agency.language': language,
  'agency.workbooks': alone ? 'one' : 'two',
});

/** What the wizard asked, as values of settings. */
function chosen(input: WizardInput): Readonly<Record<string, Value>> {
  const { agency, region, hours } = input;
  return {
    'agency.name': agency,
    'agency.region': region,
    'hours.morningFrom': hours.morningFrom,
    'hours.morningTo': hours.morningTo,
    'hours.afternoonFrom': hours.afternoonFrom,
    'hours.afternoonTo': hours.afternoonTo,
  };
}

const valuesIn = (records: readonly RecordRow[], key: string): ReadonlySet<string> =>
  new Set(records.map((one) => text(one.values[key]).toLowerCase()));

function departmentRows(input: WizardInput, there: ReadonlySet<string>): readonly Values[] {
  const names = [...new Set([...input.departments, ...input.people.map((one) => one.department)])];
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '' && !there.has(name.toLowerCase()))
    .map((name) => ({
      name,
      head: input.people.find((one) => one.head && one.department.trim() === name)?.name.trim() ?? null,
    }));
}

/** Staff numbers go on where the tab's own end, in the same width. */
function staffNumbers(there: readonly RecordRow[]): () => string {
  const used = there.map((one) => text(one.values['staffNo'])).filter((number) => /^\d+$/.test(number));
  let last = Math.max(0, ...used.map(Number));
  return () => String(++last).padStart(3, '0');
}

function staffRows(input: WizardInput, there: readonly RecordRow[]): readonly Values[] {
  const known = valuesIn(there, 'email');
  const next = staffNumbers(there);
  return input.people
    .filter((one) => one.name.trim() !== '' && !known.has(one.email.trim().toLowerCase()))
    .map((one) => {
      const roles = [...new Set([...one.roles, ...(one.head ? ['head'] : [])])];
      return {
        staffNo: next(),
        name: one.name.trim(),
        email: one.email.trim().toLowerCase() || null,
        department: one.department.trim() || null,
        roles: roles.length > 0 ? roles : ['staff'],
        phone: one.phone?.trim() || null,
      };
    });
}

/** Values of settings that stand there otherwise than the wizard was told. */
function settingUpdates(language: Language, input: WizardInput, there: readonly RecordRow[]): readonly Update[] {
  const told = chosen(input);
  return settingRows(language, new Set(), told).flatMap((wanted): readonly Update[] => {
    const record = there.find((one) => one.values['key'] === wanted['key']);
    if (!record || !(text(wanted['key']) in told)) return [];
    if (sameValue(record.values['value'], wanted['value'])) return [];
    return [{ record, values: { value: wanted['value'] ?? null }, transition: 'setUp', article: settings.article }];
  });
}

export interface RowsWanted {
  readonly language: Language;
  readonly region: WizardInput['region'];
  /** Everything is in one workbook. */
  readonly alone: boolean;
  /** Absent when the menu runs set-up again: then only what the product brings is put in. */
  readonly input?: WizardInput;
}

export interface RowsPlan {
  readonly plan: Plan;
  /** The facts and the office's rows as they will be. */
  readonly facts: Facts;
  rows(register: Register): readonly RecordRow[];
}

/** What is missing, as a plan. Run on its own result it wants nothing. */
export function rowsPlan(view: View, source: FactsSource, who: Omit<Who, 'now'>, wanted: RowsWanted): RowsPlan {
  const { language, region, input } = wanted;
  const there = (register: Register): readonly RecordRow[] => view.whole(register);
  const year = Number(view.facts.today.slice(0, 4));
  const years = yearsWithData(region).filter((one) => one >= year - 1);
  const values = { ...settled(wanted), ...(input && chosen(input)) };
  const fresh: readonly (readonly [Register, readonly Values[]])[] = [
    [settings, settingRows(language, valuesSpelled(there(settings), 'key'), values)],
    [calendarDays, holidayRows(region, language, years, valuesSpelled(there(calendarDays), 'day'))],
    [departments, input ? departmentRows(input, valuesIn(there(departments), 'name')) : []],
    [staff, input ? staffRows(input, there(staff)) : []],
  ];
  const updates = input ? settingUpdates(language, input, there(settings)) : [];
  // The new rows name one another, so they are held against the facts as they will be.
  const facts = factsWith(view, source, who, fresh, updates);
  const appends = fresh.flatMap(([register, rows]) => rows.map((values) => appendOf(register, values, view, facts)));
  const added = (register: Register): readonly RecordRow[] =>
    appends.filter((one) => one.register === register.key).map((one) => ({ ...one, row: -1 }));
  return {
    plan: { appends, updates, orders: [] },
    facts,
    rows: (register) => [...updated(there(register), updates), ...added(register)],
  };
}

function updated(records: readonly RecordRow[], updates: readonly Update[]): readonly RecordRow[] {
  return records.map((record) => {
    const update = updates.find((one) => one.record === record);
    return update ? { ...record, values: { ...record.values, ...update.values } } : record;
  });
}

const valuesSpelled = (records: readonly RecordRow[], key: string): ReadonlySet<string> =>
  new Set(records.map((one) => text(one.values[key])));

function factsWith(
  view: View,
  source: FactsSource,
  who: Omit<Who, 'now'>,
  fresh: readonly (readonly [Register, readonly Values[]])[],
  updates: readonly Update[],
): Facts {
  const rows = Object.fromEntries(
    fresh.map(([register, values]) => [
      register.key,
      [
        ...updated(view.whole(register), updates),
        ...values.map((one): RecordRow => ({ register: register.key, no: '', line: 1, row: -1, values: one })),
      ],
    ]),
  );
  return source.build(rows, { ...who, now: view.facts.now });
}

function appendOf(register: Register, values: Values, view: View, facts: Facts): Append {
  const no = view.numbers.next(register);
  const opened = openingValues(register, undefined, values, no, { line: 1, lineCount: 1 }, facts);
  const check = hintOf(register, opened, facts);
  return {
    register: register.key,
    no,
    line: 1,
    values: check === '' ? opened : { ...opened, check },
    transition: 'setUp',
    article: register.article,
  };
}
