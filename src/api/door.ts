// The one door from the page: a list of what may be asked, checked input, and errors as data.
import * as z from '../kernel/schema';
import { KnownError, InvalidEntry } from '../kernel/errors';
import { TablesError } from '../kernel/ports';
import { say, type Language, type Words } from '../kernel/words';
import { board } from './board';
import { kick } from './clockwork';
import { create, transition } from './commands';
import { publicCalls, type CallName, type Problem, type Reply } from './contract';
import { health } from './health';
import { answer, page } from './links';
import { languageOf, type Machine } from './machine';
import { print } from './prints';
import { find, form, record } from './questions';
import { report } from './reports';
import { onDutyOf, session } from './session';
import { setUpByPage } from './set-up';
import { suggest } from './suggest';
import { refuseOtherVersion } from './version';

const value = z.union([z.string().check(z.maxLength(20_000)), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const values = z.record(z.string(), value);
const key = z.string().check(z.maxLength(100));
const requestId = z.string().check(z.minLength(8), z.maxLength(100));
const row = z.optional(z.number().check(z.minimum(0), z.multipleOf(1)));
const language = z.optional(z.enum(['zh', 'hant', 'en']));
const token = z.string().check(z.maxLength(2_000));
const day = z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));

/** A call with the shape of its input. */
interface Entry {
  readonly input: z.ZodMiniType;
  run(machine: Machine, input: never): unknown;
}
const entry = <I>(input: z.ZodMiniType<I>, act: (machine: Machine, input: I) => unknown): Entry => ({
  input,
  run: act as (machine: Machine, input: never) => unknown,
});

const nothing = z.object({});
const wizard = z.object({
  agency: z.string().check(z.minLength(1), z.maxLength(100)),
  language: z.enum(['zh', 'hant', 'en']),
  region: z.enum(['mainland', 'hongkong', 'macau', 'taiwan']),
  workbooks: z.optional(z.enum(['one', 'two'])),
  departments: z.array(z.string().check(z.maxLength(100))),
  people: z.array(
    z.object({
      name: z.string().check(z.maxLength(100)),
      email: z.string().check(z.maxLength(254)),
      department: z.string().check(z.maxLength(100)),
      roles: z.array(key),
      phone: z.optional(z.string()),
      head: z.optional(z.boolean()),
    }),
  ),
  hours: z.object({ morningFrom: key, morningTo: key, afternoonFrom: key, afternoonTo: key }),
  requestId,
});

const entries: Readonly<Record<CallName, Entry>> = {
  session: entry(z.object({ language, onDuty: z.optional(key) }), session),
  form: entry(z.object({ register: key }), form),
  create: entry(z.object({ register: key, rows: z.array(values), requestId }), create),
  transition: entry(
    z.object({
      register: key,
      no: key,
      transition: key,
      input: z.optional(values),
      requestId,
      row,
      seen: z.optional(key),
    }),
    transition,
  ),
  record: entry(z.object({ register: key, no: key, row }), record),
  find: entry(
    z.object({
      register: key,
      text: z.optional(z.string().check(z.maxLength(200))),
      filter: z.optional(values),
      from: day,
      to: day,
      cursor: z.optional(z.string().check(z.regex(/^s?\d{1,9}$/))),
      limit: z.optional(z.number().check(z.multipleOf(1))),
    }),
    find,
  ),
  suggest: entry(z.object({ register: key, values }), suggest),
  board: entry(nothing, board),
  report: entry(
    z.object({ report: key, period: key, subject: z.optional(z.string().check(z.maxLength(200))) }),
    report,
  ),
  print: entry(z.object({ register: key, what: key, period: z.optional(key) }), print),
  setUp: entry(z.union([wizard, z.object({ mend: z.boolean(), requestId })]), setUpByPage),
  health: entry(nothing, health),
  page: entry(
    z.object({
      token,
      language,
      at: z.optional(z.object({ register: key, no: key, row })),
      create: z.optional(key),
    }),
    page,
  ),
  answer: entry(
    z.object({
      token,
      answer: key,
      input: z.optional(values),
      at: z.optional(z.object({ register: key, no: key, row, seen: z.optional(key) })),
      create: z.optional(key),
      rows: z.optional(z.array(values)),
      language,
      requestId,
    }),
    answer,
  ),
  kick: entry(nothing, kick),
};

/** Asked of workbooks of another version, too: what is wrong, and to mend it. */
const anyVersion: readonly CallName[] = ['session', 'setUp', 'health'];

const words = {
  noCall: { zh: '没有这项操作。', en: 'There is no such call.' },
  badInput: { zh: '请求的格式不对：{where}', en: 'The request is malformed: {where}' },
  notHere: { zh: '这里不能办理这项操作。', en: 'This cannot be done here.' },
  internal: {
    zh: '出错了。请再试一次，不会重复登记；还是不行，请把编号 {reference} 告诉系统管理员。',
    en: 'Something went wrong. Please try again, nothing will be recorded twice; or tell your administrator the number {reference}.',
  },
  unsure: {
    zh: 'Google 没有回应，不知道是否已保存。请再点一次“保存”：不会重复登记。',
    en: 'Google did not answer, so it is not known whether this was saved. Press Save again: nothing will be recorded twice.',
  },
  closed: { zh: '您没有打开这个工作簿的权限。', en: 'You may not open this workbook.' },
  slow: {
    zh: '操作太频繁，Google 要求稍候。请过一分钟再试。',
    en: 'Google asks us to slow down. Please try again in a minute.',
  },
} satisfies Record<string, Words>;

/** Writes what went wrong where only the administrator reads it. */
export interface Log {
  error(reference: string, error: unknown): void;
}

/** Answers a call of the page. Never throws. */
export function call(machine: () => Machine, name: string, inputJson: string, log: Log): string {
  let spoken: Language = 'zh';
  try {
    const known = Object.prototype.hasOwnProperty.call(entries, name) ? entries[name as CallName] : undefined;
    const made = machine();
    spoken = languageOf(made, 'zh');
    const isPublic = made.who.context === 'public';
    if (isPublic && !publicCalls.includes(name as CallName)) return refusal('notAllowed', say(words.notHere, spoken));
    if (!known) return refusal('notFound', say(words.noCall, spoken));
    if (!anyVersion.includes(name as CallName)) refuseOtherVersion(made);
    const read = readJson(inputJson);
    const input = known.input.safeParse(read);
    if (!input.success) {
      const where = input.error.issues.map((issue) => issue.path.join('.') || '?').join(', ');
      return refusal('invalid', say(words.badInput, spoken, { where }));
    }
    // A page is read by whoever holds its link, in the language that they have chosen there.
    if (isPublic) spoken = (input.data as { readonly language?: Language }).language ?? spoken;
    const onDuty = made.who.context === 'desk' ? onDutyOf(made) : '';
    const asked = onDuty ? { ...made, who: { ...made.who, person: onDuty } } : made;
    const reply: Reply<unknown> = { ok: true, value: known.run(asked, input.data as never) };
    return JSON.stringify(reply);
  } catch (error) {
    return JSON.stringify({ ok: false, error: problemOf(error, spoken, log) } satisfies Reply<never>);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text === '' || text === undefined ? '{}' : text);
  } catch {
    return undefined;
  }
}

const refusal = (code: Problem['code'], message: string): string =>
  JSON.stringify({ ok: false, error: { code, message } } satisfies Reply<never>);

export function problemOf(error: unknown, language: Language, log: Log): Problem {
  if (error instanceof KnownError) {
    const message = say(error.sentence.words, language, error.sentence.values);
    const fields = error instanceof InvalidEntry ? fieldsOf(error, language) : undefined;
    return { code: error.code, message, ...(error.article && { article: error.article }), ...(fields && { fields }) };
  }
  if (error instanceof TablesError && error.kind === 'throttled')
    return { code: 'busy', message: say(words.slow, language) };
  if (error instanceof TablesError && error.kind === 'ambiguous')
    return { code: 'busy', message: say(words.unsure, language), lost: true };
  if (error instanceof TablesError && error.kind === 'closed')
    return { code: 'notAllowed', message: say(words.closed, language) };
  const reference = referenceOf(error);
  log.error(reference, error);
  // It may have come after the write.
  return { code: 'internal', message: say(words.internal, language, { reference }), reference, lost: true };
}

const fieldsOf = (error: InvalidEntry, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(error.fields).map(([at, fault]) => [at, say(fault.words, language, fault.values)]));

/** A short number made of the error itself: the same error gives the same number, so that reports can be told apart. */
function referenceOf(error: unknown): string {
  const said = error instanceof Error ? `${error.name}${error.message}${error.stack ?? ''}` : String(error);
  let sum = 7;
  for (let index = 0; index < said.length; index += 1) sum = (sum * 31 + said.charCodeAt(index)) >>> 0;
  return `E${sum.toString(36).toUpperCase().padStart(7, '0')}`;
}
