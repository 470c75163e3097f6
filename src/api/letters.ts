// Letters about the day and the week: made when they are sent, from the records as they stand.
import { addDays, addMinutes } from '../kernel/civil';
import { samePerson, type Facts, type Person } from '../kernel/facts';
import type { Digest, Job } from '../kernel/job';
import { letterOf, renderMail, type Letter } from '../kernel/letter';
import { openRecords } from '../kernel/open-records';
import { doneMark, markRows, type OutboxRow } from '../kernel/outbox';
import type { Order } from '../kernel/plan';
import type { SheetChange } from '../kernel/ports';
import type { Register, WorkbookKey } from '../kernel/register';
import type { RecordRow } from '../kernel/values';
import { openView, type OpenRow, type View } from '../kernel/view';
import { list, say, type Words } from '../kernel/words';
import { chaptersInUse } from '../office';
import { clockOf, readingOf, type Machine } from './machine';
import { linkLetter } from './mine-links';
import { weeklyLetter, weekTold, weekWanted } from './weekly';

export const digestsOf = (machine: Machine, facts: Facts): readonly Digest[] =>
  chaptersInUse(machine.product, facts).flatMap((chapter) => chapter.digests ?? []);

type HandedIn = Pick<Digest, 'registers' | 'reads'>;
export type Whole = (register: string) => readonly RecordRow[];

/** Whether letters of the morning tell of records of this workbook. */
export const hasDigests = ({ product }: Machine, workbook: WorkbookKey): boolean =>
  product.chapters
    .flatMap((chapter) => chapter.digests ?? [])
    .some(({ registers, reads = [] }) =>
      [...registers, ...reads].some((key) => product.register(key)?.workbook === workbook),
    );

/** Registers of a workbook that the clock's work at this time of day reads whole; the letters' only, without one. */
export function readByClock({ product }: Machine, workbook: WorkbookKey, when?: Job['when']): readonly Register[] {
  const wanted = product.chapters.flatMap(({ jobs = [], digests = [] }): readonly HandedIn[] => [
    ...jobs.filter((job) => job.when === when),
    ...(when === 'evening' ? [] : digests),
  ]);
  const keys = new Set(wanted.flatMap((one) => one.reads ?? []));
  return [...keys].flatMap((key) => product.register(key) ?? []).filter((one) => one.workbook === workbook);
}

/** Answers from the view of the workbook in which the register is. */
export const wholeIn =
  (machine: Machine, ...views: readonly View[]): Whole =>
  (key) => {
    const register = machine.product.register(key)!;
    const view = views.find(({ workbook }) => workbook === register.workbook);
    return view?.whole(register).filter(({ no }) => no !== '') ?? [];
  };

/** What letters about the day are made of: the open records, and those of the small registers. */
export interface Told {
  readonly open: readonly RecordRow[];
  readonly whole: Whole;
}

/** The records that a job or a digest asks for. */
export const handedIn = ({ registers, reads = [] }: HandedIn, open: readonly RecordRow[], whole: Whole) => [
  ...open.filter((one) => registers.includes(one.register) && !reads.includes(one.register)),
  ...reads.flatMap(whole),
];

interface Part {
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
}

function partsFor(machine: Machine, { open, whole }: Told, person: Person, facts: Facts): readonly Part[] {
  return digestsOf(machine, facts)
    .map((digest) => ({
      title: say(digest.title, facts.language),
      lines: digest.lines(handedIn(digest, open, whole), person, facts),
    }))
    .filter((part) => part.lines.length > 0);
}

/**
 * Whom to write to this morning: one letter a person about today, never an empty one; the week's to the director. `elsewhere`:
 * what is open in the other workbook, of which the letter tells whoever has it, and HR.
 */
export function morningOrders(
  machine: Machine,
  told: Told,
  elsewhere: readonly OpenRow[],
  facts: Facts,
): readonly Order[] {
  const hasElsewhere = ({ staffNo, roles }: Person): boolean =>
    elsewhere.some(({ holder }) => roles.includes('hr') || samePerson(holder, staffNo, facts.directory));
  if (!facts.calendar.isWorkDay(facts.today)) return [];
  const order = (name: string, { staffNo }: Person): Order => ({
    kind: 'digest',
    name,
    register: '',
    no: '',
    to: staffNo,
  });
  const people = facts.directory.people.filter(({ email }) => email !== '');
  return [
    ...people
      .filter((person) => partsFor(machine, told, person, facts).length > 0 || hasElsewhere(person))
      .map((person) => order('morning', person)),
    ...people.filter((person) => weekWanted(machine, person, facts)).map((person) => order('week', person)),
  ];
}

const words = {
  subject: { zh: '今日事项：{gist}', en: 'Today: {gist}' },
  sentence: { zh: '{name}，早上好。今天（{day}）有这些事：', en: 'Good morning, {name}. Today, {day}:' },
  why: {
    zh: '每个工作日早上发送；没有事情时不发。',
    en: 'Sent on the morning of every working day on which there is something.',
  },
} satisfies Record<string, Words>;

function morningLetter(parts: readonly Part[], person: Person, { language, today }: Facts): Letter | undefined {
  if (parts.length === 0) return undefined;
  const colon = language === 'en' ? ': ' : '：';
  const gist = list(
    parts.map((part) => `${part.title} ${part.lines.length}`),
    language,
  );
  return letterOf(
    { language },
    words,
    { gist, name: person.name, day: today },
    parts.flatMap((part) =>
      part.lines.map(([label, text]): [string, string] => [`${part.title}${colon}${label}`, text]),
    ),
  );
}

/** What a row asks for, while it is worth sending; a row that somebody typed in gets nobody anything that is not theirs. */
function letterFor(machine: Machine, view: View, told: Told, row: OutboxRow): Letter | undefined {
  const { facts } = view;
  const person = facts.directory.person(row.to);
  const asked = row.at.slice(0, 10);
  if (!person || person.email === '') return undefined;
  if (row.name === 'morning' && asked === facts.today) {
    return morningLetter(partsFor(machine, told, person, facts), person, facts);
  }
  if (row.name === 'week' && asked > addDays(facts.today, -7) && person.roles.includes('director')) {
    return weeklyLetter(machine, view);
  }
  return undefined;
}

/** Sends them, and marks what became of each row. */
export function sendDigests(machine: Machine, workbook: WorkbookKey, rows: readonly OutboxRow[]): void {
  const { mailer } = machine.office!;
  const reading = readingOf(machine, clockOf(machine));
  const lookInto = (one: WorkbookKey): View =>
    openView(reading, one, {
      open: true,
      records: machine.product.registers
        .filter((register) => register.workbook === one)
        .map((register) => ({ register })),
      whole: readByClock(machine, one),
    });
  const view = lookInto(workbook);
  const { facts } = view;
  const others = (['desk', 'restricted'] as const).filter((one) => one !== workbook && hasDigests(machine, one));
  const views = rows.some(({ name }) => name === 'morning') ? [view, ...others.map(lookInto)] : [view];
  const wanted = [...new Set(digestsOf(machine, facts).flatMap((one) => one.registers))];
  const told: Told = {
    open: views.flatMap((one) => openRecords(one, machine.product, wanted)),
    whole: wholeIn(machine, ...views),
  };
  const agency = facts.setting<string>('agency.name');
  const later = (row: OutboxRow, reason: string): SheetChange =>
    doneMark({ ...row, dueAt: addMinutes(facts.now, 60) }, facts.now, 'waiting', reason);
  let quota = mailer.quota();
  const marks = rows.map((row) => {
    const linked = linkLetter(machine, view, row);
    const letter = linked?.letter ?? letterFor(machine, view, told, row);
    if (!letter) return doneMark(row, facts.now, 'dropped', 'nothing to say');
    if (quota <= 0) return later(row, 'mail quota');
    const to = facts.directory.person(row.to)!.email;
    try {
      mailer.send(renderMail([{ letter, envelope: { to, agency, language: facts.language, ...linked?.envelope } }]));
    } catch (error) {
      return later(row, String((error as Error).message ?? error).slice(0, 300));
    }
    quota -= 1;
    if (row.name === 'week') weekTold(machine, facts);
    return doneMark(row, facts.now);
  });
  markRows(reading, workbook, marks);
}
