// Today's work: what is open at the desk, and for those who may see it in the restricted workbook, in the sections of the chapters.
import type { BoardSection as Section, Start as Offered } from '../kernel/board';
import { addMinutes } from '../kernel/civil';
import { mayOpen } from '../kernel/decide';
import type { Facts } from '../kernel/facts';
import { outboxTab } from '../kernel/kernel-tabs';
import { lastSeen, openRecords, rememberSeen } from '../kernel/open-records';
import { isFailure, outboxRowOf } from '../kernel/outbox';
import { TablesError } from '../kernel/ports';
import { mayRead, mayWrite, type WorkbookKey } from '../kernel/register';
import { isOffered } from '../kernel/step';
import { text, type RecordRow } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { list, say, type Language, type Words } from '../kernel/words';
import { chaptersInUse } from '../office';
import { registerOf } from './commands';
import type { BoardSection, Calls, Line, Start } from './contract';
import { languageOf, readingOf, type Machine } from './machine';
import { maskedValues, spokenTo } from './questions';
import { lineOf } from './wire';

const mailFailed: Words = {
  zh: '{n} 封通知没有发出去，系统会继续尝试。原因：{why}',
  en: '{n} notices have not gone out; the system keeps trying. Reason: {why}',
};
const mailGivenUp: Words = {
  zh: '{n} 封通知试了一天没有发出去，不再尝试：{records}。请用电话等方式告诉本人，或在记录里重发。',
  en: '{n} notices could not be sent for a day and are given up: {records}. Please tell the people otherwise, or send them again from the record.',
};
const mailWaits: Words = {
  zh: '{n} 封通知在排队（当天邮件额度用完时，次日继续发）。',
  en: '{n} notices are queued (when the day’s mail quota is used up, they go tomorrow).',
};

const restrictedClosed: Words = {
  zh: '受限表格打不开，其中的事项没有列出。请系统账号运行“前台 → 安装 / 检查”。',
  en: 'The restricted workbook does not open, so nothing of it is listed. Please have the office account run Front desk → Set up / check.',
};

/** Letters go out within minutes; what waits longer waits for the quota, or for jobs that have stopped. */
const queuedMinutes = 10;

/** What the board shows of one workbook, with where mail begins that has not gone out. */
interface Desk {
  readonly view: View;
  readonly mailFrom: number;
  readonly open: readonly RecordRow[];
}

/** `facts`: known already, from the desk workbook. */
function lookAt(machine: Machine, workbook: WorkbookKey, sections: readonly Section[], facts?: Facts): Desk {
  const { hints } = machine.ports;
  const own = sections.filter(({ register }) => registerOf(machine, register).workbook === workbook);
  const registers = [...new Set(own.map(({ register }) => registerOf(machine, register)))];
  const mailFrom = hints.get()[`${workbook}.outbox`];
  const mail = { sheetId: outboxTab.sheetId, fromRow: mailFrom ?? 0, fromColumn: 0, toColumn: 14 };
  const view = openView(readingOf(machine), workbook, {
    open: true,
    blocks: mailFrom === undefined ? [] : [mail],
    records: registers.map((register) => ({ register })),
    spans: lastSeen(hints, registers),
    whole: own.filter(({ whole }) => whole).map(({ register }) => registerOf(machine, register)),
    ...(facts && { facts }),
  });
  // Rights come with the facts: what nobody here may read is not looked for.
  const read = registers.filter((register) => mayRead(register, view.facts.actor));
  const keys = read.map(({ key }) => key);
  const open = openRecords(view, machine.product, keys);
  rememberSeen(hints, view, read, open);
  return { view, mailFrom: mailFrom ?? 1, open };
}

export function board(machine: Machine): Calls['board']['value'] {
  const all = machine.product.chapters.flatMap((chapter) => chapter.board ?? []);
  const desk = lookAt(machine, 'desk', all);
  const language = languageOf(machine, desk.view.facts.language);
  const facts = spokenTo(desk.view.facts, language);
  const readable = chaptersInUse(machine.product, facts)
    .flatMap((chapter) => chapter.board ?? [])
    .filter(({ register }) => mayRead(registerOf(machine, register), facts.actor));
  const restricted = restrictedFor(machine, readable, desk.view.facts);
  const desks = [desk, ...(restricted && restricted !== 'closed' ? [restricted] : [])];
  const open = desks.flatMap((one) => one.open);
  const shown = readable.flatMap((section): readonly BoardSection[] => {
    const register = registerOf(machine, section.register);
    const at = desks.find(({ view }) => view.workbook === register.workbook);
    if (!at) return [];
    const own = section.whole
      ? at.view.whole(register).filter(({ no }) => no !== '')
      : at.open.filter((one) => one.register === section.register);
    const starts = (section.starts?.(own, facts) ?? []).flatMap((one) => startOf(machine, one, facts, language));
    const lines = own
      .filter((one) => section.shows(one, facts, open))
      .filter((one) => section.isFor?.(facts.actor, one, facts) ?? true)
      .filter((one, index, all) => all.findIndex(({ no }) => no === one.no) === index)
      .map((one) => ({ one, order: section.order?.(one) ?? one.no }))
      .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
      .map(({ one }): Line => {
        const chips = (section.chips?.(one, facts, open) ?? []).map((chip) => ({
          label: say(chip.words, language, chip.values),
          tone: chip.tone,
        }));
        const line = lineOf(register, one, facts, chips);
        const form = formAfter(machine, section.form?.(one, facts), one, facts, language);
        const next = form ? undefined : nextOf(machine, section.next?.(one, facts, open), one, facts, language);
        const shownDetail = section.detail?.({ ...one, values: maskedValues(register, one, language) }, facts);
        return {
          ...line,
          ...(shownDetail !== undefined && { quiet: shownDetail }),
          ...(next && { next }),
          ...(form && { form }),
        };
      });
    const { onlyFilled } = section;
    const isLeftOut = typeof onlyFilled === 'function' ? onlyFilled(facts.actor) : onlyFilled;
    if (isLeftOut && lines.length === 0 && starts.length === 0) return [];
    return [
      {
        key: section.key,
        title: say(section.title, language),
        empty: say(section.empty, language),
        tone: section.tone,
        lines,
        ...(starts.length > 0 && { starts }),
      },
    ];
  });
  return {
    sections: shown,
    at: facts.now,
    // With everything in one workbook there is one outbox.
    warnings: [
      ...new Set([
        ...(restricted === 'closed' ? [say(restrictedClosed, language)] : []),
        ...desks.flatMap(({ view, mailFrom }) => mailWarnings(view, mailFrom, language)),
      ]),
    ],
  };
}

/** What waits in the restricted workbook, for those who may see some of it; nobody else's account can even open it. */
function restrictedFor(machine: Machine, readable: readonly Section[], facts: Facts): Desk | 'closed' | undefined {
  if (!readable.some(({ register }) => registerOf(machine, register).workbook === 'restricted')) return undefined;
  try {
    return lookAt(machine, 'restricted', readable, facts);
  } catch (error) {
    // The day at the desk goes on.
    if (error instanceof TablesError && error.kind === 'closed') return 'closed';
    throw error;
  }
}

/** Only what this person may enter is offered. */
function startOf(machine: Machine, one: Offered, facts: Facts, language: Language): readonly Start[] {
  const register = registerOf(machine, one.register);
  if (!mayOpen(register, machine.product.workflow(register.key), one.values, facts)) return [];
  const { values, atOnce } = one;
  const named = Object.fromEntries(Object.entries(values).map(([at, value]) => [at, text(value)]));
  return [{ register: register.key, label: say(one.label, language, named), values, ...(atOnce && { atOnce }) }];
}

function mailWarnings(view: View, from: number, language: Language): readonly string[] {
  const rows = (view.asked[0] ?? []).map((cells, index) => ({
    ...outboxRowOf(cells, from + index),
    error: String(cells[13] ?? ''),
  }));
  const failing = rows.filter((row) => row.state === 'waiting' && row.error !== '');
  const lost = rows.filter((row) => isFailure(row, view.facts.now));
  const waiting = rows.filter((row) => row.state === 'waiting' && row.error === '' && row.dueAt === '');
  const overdue = waiting.some(({ at }) => at.slice(0, 16) <= addMinutes(view.facts.now, -queuedMinutes));
  return [
    ...(failing.length > 0
      ? [say(mailFailed, language, { n: failing.length, why: failing[failing.length - 1]!.error })]
      : []),
    ...(lost.length > 0
      ? [
          say(mailGivenUp, language, {
            n: lost.length,
            records: list([...new Set(lost.map(({ no }) => no))], language),
          }),
        ]
      : []),
    ...(waiting.length > 10 || overdue ? [say(mailWaits, language, { n: waiting.length })] : []),
  ];
}

function nextOf(
  machine: Machine,
  key: string | undefined,
  one: RecordRow,
  facts: Facts,
  language: Language,
): Line['next'] | undefined {
  const workflow = machine.product.workflow(one.register);
  const transition = key === undefined ? undefined : workflow?.transitions[key];
  if (!key || !workflow || !transition || !isOffered(workflow, transition, one, facts)) return undefined;
  const asks =
    Object.keys(transition.asks ?? {}).length > 0 ||
    transition.lineAsks !== undefined ||
    transition.confirm !== undefined;
  return { transition: key, label: say(transition.label, language), asks };
}

/** The form that continues from the record, for who may fill it in. */
function formAfter(
  { product }: Machine,
  key: string | undefined,
  one: RecordRow,
  facts: Facts,
  language: Language,
): Line['form'] | undefined {
  const follow = product.chapters
    .flatMap((chapter) => chapter.follows ?? [])
    .find(({ from, register, when }) => from === one.register && register === key && when(one, facts));
  const mayFill = follow && mayWrite(product.register(follow.register)!, facts.actor);
  return mayFill ? { register: follow.register, label: say(follow.label, language) } : undefined;
}
