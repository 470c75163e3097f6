// 我的事务: a person's own page, by a link. It shows and does what is theirs by the declared sections, and nothing else.
import { InvalidEntry, NotAllowed, NotFound, OutOfDate } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import type { MineSection } from '../kernel/mine';
import { firstRow } from '../kernel/kernel-tabs';
import { recordOf } from '../kernel/layout';
import { openRecords } from '../kernel/open-records';
import type { Block } from '../kernel/ports';
import { labelOf } from '../kernel/columns';
import { handColumns, type Register, type WorkbookKey } from '../kernel/register';
import { contentOf, type Claim } from '../kernel/token';
import { needsOf, relatedOf } from '../kernel/related';
import { run } from '../kernel/unit-of-work';
import { isEmpty, text, type RecordRow, type Values } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { isParty, personIn, standing, type Party, type Transition } from '../kernel/workflow';
import { say, type Language, type Words } from '../kernel/words';
import { chaptersInUse } from '../office';
import { create, registerOf, transition, valuesOf, type Look } from './commands';
import type { BoardSection, Calls, PageValue } from './contract';
import { badLink, died, type Dead } from './dead-links';
import { holderOf, linesIn } from './link-tokens';
import { readingOf, type Machine } from './machine';
import { deadForMine, signOutUpdate, triedUpdate } from './mine-links';
import { formOf, namedBy } from './questions';
import { changedSinceSeen } from './seen';
import { factsShown, lineOf, stateChip, stepOf } from './wire';

const words = {
  title: { zh: '我的事务', en: 'My affairs' },
  acting: {
    zh: '您正以 {name} 的身份办理（凭发到 {email} 的链接）。这个链接可用到 {day}，请勿转发。',
    en: 'You act as {name} (by the link sent to {email}). It can be used until {day}; please do not forward it.',
  },
  tried: { zh: '链接打得开', en: 'The link works' },
  triedDone: { zh: '谢谢，已记下：您打得开链接。', en: 'Thank you. It is noted that links reach you.' },
  signOut: { zh: '作废我的全部链接', en: 'Sign out everywhere' },
  signOutSure: {
    zh: '手机丢失、邮件误转时用：发给您的“我的事务”链接全部作废，需要时再索取。确定作废？',
    en: 'For a lost phone or a forwarded e-mail: all links to your own page become void; ask for a new one when you need it. Go on?',
  },
  signedOut: { zh: '发给您的链接已全部作废。', en: 'All links that were sent to you are void.' },
  saved: { zh: '已办理', en: 'Done' },
  filed: { zh: '已提交', en: 'Submitted' },
  number: { zh: '编号 {no}', en: 'No. {no}' },
  otherDepartment: { zh: '请填您自己的部门。', en: 'Please name your own department.' },
  gone: {
    zh: '这条记录不在您的事务里，可能已转给别人或已办结。',
    en: 'This is not, or no longer, among your affairs: it may have been passed on or closed.',
  },
} satisfies Record<string, Words>;

/** Answers on the page itself; everything else is about one record, or files a new one. */
const tried = 'tried';
const signOut = 'signOut';

/** The newest rows of a register that are looked through for what has ended. */
const newestRows = 200;
const mostListed = 50;

const sectionsOf = (machine: Machine, facts: Facts): readonly MineSection[] =>
  chaptersInUse(machine.product, facts).flatMap((chapter) => chapter.mine ?? []);

const isMine = ({ person }: MineSection, { values }: RecordRow, facts: Facts): boolean =>
  isParty([personIn(person)], values, facts);

/** The person's machine: whatever is asked of it is asked by the holder of the link. */
const asHolder = (machine: Machine, claim: Claim): Machine => ({ ...machine, who: holderOf(machine, claim) });

const inLanguage = (facts: Facts, asked: Language | undefined): Facts =>
  asked ? { ...facts, language: asked } : facts;

/** Shows the page, one record, or a form. Changes nothing. */
export function showMine(machine: Machine, claim: Claim, input: Calls['page']['input']): PageValue {
  const mine = asHolder(machine, claim);
  if (input.create !== undefined) return showForm(mine, claim, input.create, input.language);
  if (input.at) return showRecord(mine, claim, input.at, input.language);
  return showAll(mine, claim, input.language);
}

function frame(claim: Claim, facts: Facts): PageValue {
  const { language, directory } = facts;
  const holder = directory.person(claim.u);
  return {
    language,
    agency: facts.setting<string>('agency.name'),
    title: say(words.title, language),
    sentence: '',
    facts: [],
    holder: claim.u,
    actingAs: holder ? say(words.acting, language, { name: holder.label, email: holder.email, day: claim.x }) : '',
    steps: [],
  };
}

const deadPage = (claim: Claim, facts: Facts, dead: Dead): PageValue => ({
  ...frame(claim, facts),
  actingAs: '',
  dead,
  ask: true,
});

function showAll(mine: Machine, claim: Claim, asked: Language | undefined): PageValue {
  const desk = openMine(mine, 'desk');
  const facts = inLanguage(desk.facts, asked);
  const { language } = facts;
  const dead = deadForMine(mine, claim, desk, facts);
  if (dead) return deadPage(claim, facts, dead);
  const sections = sectionsOf(mine, facts);
  const restricted = sections.some(({ register }) => registerOf(mine, register).workbook === 'restricted');
  const found = [desk, ...(restricted ? [openMine(mine, 'restricted')] : [])].flatMap((view) =>
    recordsFor(mine, view, sections),
  );
  const keys = [...new Set(sections.map(({ key }) => key))];
  return {
    ...frame(claim, facts),
    steps: [
      ...(triedUpdate(claim, desk, facts)
        ? [{ key: tried, label: say(words.tried, language), look: 'main' as const, asks: [] }]
        : []),
      {
        key: signOut,
        label: say(words.signOut, language),
        look: 'plain',
        asks: [],
        confirm: say(words.signOutSure, language),
      },
    ],
    mine: {
      sections: keys.flatMap((key) =>
        listOf(
          mine,
          sections.filter((one) => one.key === key),
          found,
          facts,
        ),
      ),
      files: sections.flatMap(({ register, files }) => (files ? [{ register, label: say(files, language) }] : [])),
    },
  };
}

/** Everything that the sections of one workbook are made of, but for the rows of what is open. */
function openMine(mine: Machine, workbook: WorkbookKey): View {
  const keys = new Set(mine.product.chapters.flatMap((chapter) => chapter.mine ?? []).map(({ register }) => register));
  const registers = [...keys].map((key) => registerOf(mine, key)).filter((one) => one.workbook === workbook);
  const tails = registers.filter((one) => isHinted(mine, one));
  const lookups = registers.filter((one) => !tails.includes(one)).map((register) => ({ register, column: 'no' }));
  return openView(readingOf(mine), workbook, { open: true, tails, lookups });
}

/** Where the last row is known, the end of the tab is read; else its numbers, all in the same call. */
const isHinted = ({ ports }: Machine, { workbook, key }: Register): boolean =>
  `${workbook}.${key}` in ports.hints.get();

const lastRowOf = (mine: Machine, view: View, register: Register): number =>
  isHinted(mine, register)
    ? view.tail(register).lastRow
    : Math.max(firstRow - 1, ...view.column(register, 'no').keys());

/** What is open, wherever it stands, and the newest of what has ended. */
function recordsFor(mine: Machine, view: View, sections: readonly MineSection[]): readonly RecordRow[] {
  const keys = [...new Set(sections.map(({ register }) => register))];
  const registers = keys.map((key) => registerOf(mine, key)).filter(({ workbook }) => workbook === view.workbook);
  const blocks = registers.flatMap((register): readonly Block[] => {
    const lastRow = lastRowOf(mine, view, register);
    if (lastRow < firstRow) return [];
    return [{ sheetId: register.sheetId, fromRow: Math.max(firstRow, lastRow + 1 - newestRows), toRow: lastRow + 1 }];
  });
  const read = view.read(blocks);
  const newest = blocks.flatMap(({ sheetId, fromRow }, index) => {
    const register = registers.find((one) => one.sheetId === sheetId)!;
    return (read[index] ?? []).map((cells, at) => recordOf(view.layout(register), cells, fromRow + at));
  });
  const seen = new Set(newest.map(({ register, row }) => `${register} ${row}`));
  const open = openRecords(view, mine.product, keys, ({ register, row }) => !seen.has(`${register} ${row}`));
  return [...newest, ...open].filter(({ no }) => no !== '');
}

function listOf(
  mine: Machine,
  sections: readonly MineSection[],
  found: readonly RecordRow[],
  facts: Facts,
): readonly BoardSection[] {
  const { key, title, empty, tone } = sections[0]!;
  const shown = sections.flatMap((section) =>
    found
      .filter((one) => one.register === section.register && isMine(section, one, facts) && section.shows(one, facts))
      .filter((one, index, all) => all.findIndex(({ no }) => no === one.no) === index),
  );
  if (shown.length === 0 && !empty) return [];
  const lines = shown
    .map((record) => {
      const register = registerOf(mine, record.register);
      const line = lineOf(register, record, facts, stateChip(register, record.values, facts.language));
      return { line, at: text(record.values['recordedAt']) };
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, mostListed)
    .map(({ line }) => line);
  const { language } = facts;
  return [{ key, title: say(title, language), empty: empty ? say(empty, language) : '', tone, lines }];
}

type At = NonNullable<Calls['answer']['input']['at']>;

/** The sections by which a record is this person's; none where it is not. */
const sectionsFor = (mine: Machine, lines: readonly RecordRow[], facts: Facts): readonly MineSection[] =>
  sectionsOf(mine, facts).filter(
    (section) => section.register === lines[0]!.register && lines.some((line) => isMine(section, line, facts)),
  );

const isPersonal = (party: Party): boolean => 'personIn' in party || 'headOf' in party;

/** By whom a step may be taken on the page: as the person whom the record names, never by a role. */
function partiesFor(mine: Machine, step: Transition, sections: readonly MineSection[]): readonly Party[] {
  const holders = sections.flatMap(({ page }) => {
    const linked = page === undefined ? undefined : mine.product.page(page);
    return linked && linked.key === step.page ? [linked.holder] : [];
  });
  return [...step.by.filter(isPersonal), ...holders];
}

/** What the person has seen, where a link page says what binds. */
function seenOf(mine: Machine, sections: readonly MineSection[], lines: readonly RecordRow[]): string | undefined {
  const pages = sections.flatMap(({ page }) => (page === undefined ? [] : (mine.product.page(page) ?? [])));
  if (pages.length === 0) return undefined;
  return pages.map((page) => contentOf(page, lines, mine.ports.digest)).join('.');
}

const gone = (): OutOfDate => new OutOfDate({ words: words.gone });

function showRecord(mine: Machine, claim: Claim, at: At, asked: Language | undefined): PageValue {
  const register = mineRegister(mine, at.register);
  const transitions = Object.entries(mine.product.workflow(register.key)?.transitions ?? {});
  const told = transitions.map(([, step]) => step).filter(({ lineNote, lineDefaults }) => lineNote ?? lineDefaults);
  const looking = { register, looks: told };
  const looked = needsOf(mine.product, looking);
  const place = { register, no: at.no, ...(at.row !== undefined && { row: at.row }) };
  const view = openView(readingOf(mine), register.workbook, { ...looked, records: [place, ...looked.records] });
  const facts = inLanguage(view.facts, asked);
  const { language } = facts;
  const dead = deadForMine(mine, claim, view, facts);
  if (dead) return deadPage(claim, facts, dead);
  const lines = linesIn(view, register, at.no, at.row);
  const sections = lines.length === 0 ? [] : sectionsFor(mine, lines, facts);
  const section = sections[0];
  if (!section) throw gone();
  const record = lines[0]!;
  const page = section.page === undefined ? undefined : mine.product.page(section.page);
  const lead = page ? (lines.find((line) => page.isOpen(line, facts)) ?? record) : record;
  const state = register.columns['state'];
  const own = section.facts?.(lead, facts, lines) ?? page?.facts(lead, facts, lines);
  const seen = seenOf(mine, sections, lines);
  const related = relatedOf(mine.product, view, looking, valuesOf(lines));
  return {
    ...frame(claim, facts),
    title: say(page?.title ?? register.title, language),
    sentence: page?.isOpen(lead, facts) ? page.sentence(lead, facts) : '',
    facts: [
      { label: labelOf(register.all['no']!, language), text: record.no },
      ...(state && !isEmpty(lead.values['state'])
        ? [{ label: labelOf(state, language), text: state.show(lead.values['state']!, language) }]
        : []),
      ...(own ? own.map(([label, told_]) => ({ label, text: told_ })) : factsShown(register, lead, language)),
    ],
    steps: transitions
      .filter(([, step]) => lines.some((line) => isOpenTo(mine, step, line, sections, facts)))
      .map(([key, step]) => stepOf(mine.product, register, key, step, lines, facts, language, related)),
    at: { register: register.key, no: record.no, row: record.row, ...(seen !== undefined && { seen }) },
  };
}

function isOpenTo(
  mine: Machine,
  step: Transition,
  line: RecordRow,
  sections: readonly MineSection[],
  facts: Facts,
): boolean {
  return (
    step.from.includes(text(line.values['state'])) &&
    isParty(partiesFor(mine, step, sections), line.values, facts) &&
    (step.when?.(standing(line, facts)) ?? true)
  );
}

/** Registers without a section of their own are not to be had here, whatever the person may see at the desk. */
function mineRegister(mine: Machine, key: string): Register {
  const register = mine.product.register(key);
  const declared = mine.product.chapters.some((chapter) => chapter.mine?.some((one) => one.register === key));
  if (!register || !declared) throw gone();
  return register;
}

function showForm(mine: Machine, claim: Claim, key: string, asked: Language | undefined): PageValue {
  const register = mineRegister(mine, key);
  const view = openView(readingOf(mine), 'desk', { whole: namedBy(mine, register) });
  const facts = inLanguage(view.facts, asked);
  const dead = deadForMine(mine, claim, view, facts);
  if (dead) return deadPage(claim, facts, dead);
  const section = filingSection(mine, key, facts);
  const form = formOf(mine, register, { ...view, facts }, facts.language);
  const own = ownDepartment(claim, facts);
  const notice = facts.setting<string>('agency.notice');
  return {
    ...frame(claim, facts),
    title: say(section.files!, facts.language),
    form: {
      ...form,
      fields: form.fields
        .filter((field) => field.key !== section.person)
        .map((field) =>
          field.control === 'department' && own !== undefined
            ? { ...field, default: own, options: [{ value: own, label: own }] }
            : field,
        ),
    },
    ...(notice && Object.values(register.columns).some(({ personal }) => personal) && { notice }),
  };
}

/** People file for their own department: by another they would choose who decides. */
const ownDepartment = ({ u }: Claim, { directory }: Facts): string | undefined =>
  directory.department(directory.person(u)?.department ?? '')?.name;

function refuseOtherDepartments(register: Register, rows: readonly Values[], own: string | undefined): void {
  const keys = handColumns(register).filter((key) => register.columns[key]!.control.type === 'department');
  const faults = rows.flatMap((row, index) =>
    keys
      .filter((key) => own !== undefined && !isEmpty(row[key]) && row[key] !== own)
      .map((key) => [rows.length === 1 ? key : `${index}.${key}`, { words: words.otherDepartment }] as const),
  );
  if (faults.length > 0) throw new InvalidEntry(Object.fromEntries(faults));
}

function filingSection(mine: Machine, key: string, facts: Facts): MineSection {
  const section = sectionsOf(mine, facts).find((one) => one.register === key && one.files);
  if (!section) throw new NotAllowed();
  return section;
}

/** A person's click. */
export function answerMine(machine: Machine, claim: Claim, input: Calls['answer']['input']): Calls['answer']['value'] {
  const mine = asHolder(machine, claim);
  // Nobody gets the answer to somebody else's request.
  const requestId = `${claim.u}.${input.requestId}`;
  if (input.create !== undefined) return file(mine, claim, input.create, input, requestId);
  if (input.at) return decide(mine, claim, input.at, input, requestId);
  if (input.answer === tried || input.answer === signOut) return note(mine, claim, input, requestId);
  throw badLink();
}

const alive = (mine: Machine, claim: Claim, asked: Language | undefined): Look => {
  return (view) => {
    const dead = deadForMine(mine, claim, view, inLanguage(view.facts, asked));
    if (dead) throw died(dead);
  };
};

function file(
  mine: Machine,
  claim: Claim,
  key: string,
  { rows = [], language: asked }: Calls['answer']['input'],
  requestId: string,
): Calls['answer']['value'] {
  const register = mineRegister(mine, key);
  const section = mine.product.chapters
    .flatMap((chapter) => chapter.mine ?? [])
    .find((one) => one.register === key && one.files);
  if (!section) throw new NotAllowed();
  let language = asked;
  const look: Look = (view, lines) => {
    language ??= view.facts.language;
    alive(mine, claim, asked)(view, lines);
    filingSection(mine, key, view.facts);
    refuseOtherDepartments(register, rows, ownDepartment(claim, view.facts));
  };
  const own = rows.map((row) => ({ ...row, [section.person]: claim.u, recordedBy: claim.u }));
  const { records } = create(mine, { register: register.key, rows: own, requestId }, look);
  language ??= openView(readingOf(mine), register.workbook, {}).facts.language;
  return {
    title: say(words.filed, language),
    message: say(words.number, language, { no: records[0]?.no ?? '' }),
  };
}

function decide(
  mine: Machine,
  claim: Claim,
  at: At,
  { answer, input, language: asked }: Calls['answer']['input'],
  requestId: string,
): Calls['answer']['value'] {
  const register = mineRegister(mine, at.register);
  const workflow = mine.product.workflow(register.key);
  const step =
    workflow && Object.keys(workflow.transitions).includes(answer) ? workflow.transitions[answer] : undefined;
  if (!step) throw gone();
  const holders = mine.product.chapters
    .flatMap((chapter) => chapter.mine ?? [])
    .filter((one) => one.register === register.key);
  let language = asked;
  const look: Look = (view, lines) => {
    const { facts } = view;
    language ??= facts.language;
    alive(mine, claim, asked)(view, lines);
    const sections = sectionsFor(mine, lines, facts);
    if (!lines.some((line) => isOpenTo(mine, step, line, sections, facts))) throw gone();
    if (seenOf(mine, sections, lines) !== at.seen) throw changedSinceSeen();
  };
  const command = {
    register: register.key,
    no: at.no,
    transition: answer,
    requestId,
    ...(input && { input }),
    ...(at.row !== undefined && { row: at.row }),
  };
  try {
    transition(mine, command, look, partiesFor(mine, step, holders));
  } catch (error) {
    // Whether there is such a record is told to nobody whose it is not.
    throw error instanceof NotFound ? gone() : error;
  }
  language ??= openView(readingOf(mine), register.workbook, {}).facts.language;
  return {
    title: say(words.saved, language),
    message: step.done ? say(step.done, language) : say(step.label, language),
  };
}

/** What the person says about the link itself stands in the staff tab. */
function note(
  mine: Machine,
  claim: Claim,
  { answer, language: asked }: Calls['answer']['input'],
  requestId: string,
): Calls['answer']['value'] {
  const reading = readingOf(mine);
  let language = asked;
  run(reading, {
    workbook: 'desk',
    requestId,
    needs: {},
    decide(view) {
      language ??= view.facts.language;
      alive(mine, claim, asked)(view, []);
      const update = answer === tried ? triedUpdate(claim, view, view.facts) : signOutUpdate(claim, view);
      return { appends: [], updates: update ? [update] : [], orders: [] };
    },
  });
  language ??= openView(reading, 'desk', {}).facts.language;
  return {
    title: say(words.saved, language),
    message: say(answer === tried ? words.triedDone : words.signedOut, language),
  };
}
