// A workflow: the states of a register's records and the transitions between them, as data.
import type { Column, Tone } from './columns';
import type { Sentence } from './errors';
import { samePerson, type Facts, type Person, type Role } from './facts';
import { personMeant } from './columns/people';
import type { Letter } from './letter';
import type { Register } from './register';
import { text, type RecordRow, type Value, type Values } from './values';
import type { Words } from './words';

/** Who may act, and who is told: by role, or by what stands in a column of the record. */
export type Party =
  | { readonly role: Role }
  /** The people in a column, one a line; of a department its head. */
  | { readonly personIn: string }
  | { readonly headOf: string }
  /** Somebody of outside, by the e-mail address in a column; only by link. */
  | { readonly guestIn: string }
  /** Whoever holds the link: a visitor at the desk with a QR code. */
  | { readonly anyone: true }
  | { readonly clock: true };

export const role = (name: Role): Party => ({ role: name });
export const personIn = (column: string): Party => ({ personIn: column });
export const headOf = (column: string): Party => ({ headOf: column });
export const guestIn = (column: string): Party => ({ guestIn: column });
export const anyone: Party = { anyone: true };
export const clock: Party = { clock: true };
export const isClock = (party: Party): boolean => 'clock' in party;

/** A record on its way: as it is, and what the person filled in for this step. */
export interface Case {
  /** Of a form the line at hand; the first line that the step concerns where the whole form is meant. */
  readonly record: RecordRow;
  readonly input: Values;
  readonly facts: Facts;
  /** The lines of the form that the step concerns, each with what was asked of it; else the record alone. */
  readonly lines: readonly CaseLine[];
  /** The records of a register that the step looks into; of one that it reads back in, those that happened after a moment. */
  related(register: string, after?: string): readonly RecordRow[];
}

/** What a step looks into besides its own record. Nothing here makes it read a register that grows for ever. */
export interface Looks {
  /** Registers, small ones, read whole. */
  readonly reads?: readonly string[];
  /** Columns that hold a record's number: the records that they name, with their lines. */
  readonly follows?: readonly string[];
  /** Registers of which the open records are read: all, or those in some states. */
  readonly readsOpen?: readonly { readonly register: string; readonly in?: readonly string[] }[];
  /** Registers that keep the order of their `happenedAt`, read back to the moment that is asked for. */
  readonly readsAfter?: readonly string[];
  /** By register: columns looked through whole, whatever its length; of its records only these are known. */
  readonly scans?: Readonly<Record<string, readonly string[]>>;
  /** Records, in either workbook, that columns name by number, as far as the columns that are read of them tell. */
  readonly looksUp?: readonly LookUp[];
}

/** What is looked up of the records that a column names: by columns read whole, never whole rows. */
export interface LookUp {
  readonly by: string;
  readonly columns: readonly string[];
}

export const looksElsewhere = ({ reads = [], follows = [], readsOpen = [], readsAfter = [] }: Looks): boolean =>
  reads.length + follows.length + readsOpen.length + readsAfter.length > 0;

export interface CaseLine {
  readonly record: RecordRow;
  readonly input: Values;
}

export const noneRelated = (register: string): never => {
  throw new Error(`the step does not say that it reads ${register}`);
};

/** A record by itself, before anything was asked. */
export const standing = (record: RecordRow, facts: Facts): Case => ({
  record,
  input: {},
  facts,
  lines: [{ record, input: {} }],
  related: noneRelated,
});

/** A refusal that a transition may meet, with the article that asks for it. */
export interface Guard {
  readonly article: string;
  readonly sentence: Words;
  applies(c: Case): boolean;
  /** The transition that the clock takes instead: the record cannot stay as it is. */
  readonly instead?: string;
}

/** A record to be made in another register of the same workbook, in the same commit. */
export interface Move {
  readonly register: string;
  /** Absent: a new record. Present: the record that is changed. */
  readonly record?: RecordRow;
  /** Of a new form: what all its lines have in common. */
  readonly values: Values;
  /** The lines of a new form. */
  readonly lines?: readonly Values[];
  /** Letters about the record that is changed; a new one tells what its own workflow tells. */
  readonly tells?: readonly Telling[];
  readonly brings?: readonly Bringing[];
  readonly article?: string;
  /** A step of the workflow of the record that is changed, taken along with the change and decided by the record as changed. */
  readonly takes?: string;
}

export interface Telling {
  /** Key of a letter of the chapter. */
  readonly letter: string;
  when?(c: Case): boolean;
  /** Of the people whom the letter is for, only these. `c`: the record as it is afterwards. */
  who?(c: Case, person: Person): boolean;
  /** Not at once but after so many minutes, if the letter is still due then. */
  readonly afterMinutes?: number;
}

/** What a step brings about besides letters: an effect on the other workbook, or a generated tab about the record. */
export interface Bringing {
  readonly effect?: string;
  readonly report?: string;
  when?(c: Case): boolean;
}

export interface Transition extends Looks {
  readonly article: string;
  readonly label: Words;
  readonly from: readonly string[];
  /** One state, or several of which `settle` picks. */
  readonly to: readonly string[];
  readonly by: readonly Party[];
  /** Whether it is offered at all in this state of the record. */
  when?(c: Case): boolean;
  readonly unless?: readonly Guard[];
  readonly asks?: Readonly<Record<string, Column>>;
  /** Asked of each line of a form that the step concerns; filled in as `2.quantity`. */
  readonly lineAsks?: Readonly<Record<string, Column>>;
  /** What the person needs to know of a line, and what its fields propose. */
  lineNote?(record: RecordRow, facts: Facts, related: Case['related']): string;
  lineDefaults?(record: RecordRow, related: Case['related']): Values;
  /** What is wrong with what was filled in, by field: `amount`, or `2.quantity` of a line. */
  faults?(c: Case): Readonly<Record<string, Sentence>>;
  /** Of each line that the step concerns. */
  sets?(c: Case): Values;
  settle?(c: Case): string;
  readonly tells?: readonly Telling[];
  readonly brings?: readonly Bringing[];
  moves?(c: Case): readonly Move[];
  /** Registers in which `moves` makes new records. */
  readonly opensIn?: readonly string[];
  /** The clock takes it where people have changed the record in its tab, and `when` holds. */
  readonly onEdit?: true;
  /** Leaves the record in its state. */
  readonly stays?: true;
  /** Possible also when the record has come to its end, which is not held open for it. */
  readonly afterwards?: true;
  /** The link page on which it may be taken. */
  readonly page?: string;
  readonly look?: 'main' | 'plain' | 'danger';
  readonly confirm?: Words;
  /** What the person reads when it is done. */
  readonly done?: Words;
}

/** A step that the clock takes on the record which a column of a new one names. */
export interface NamedStep {
  /** The column that holds the number. */
  readonly by: string;
  readonly register: string;
  readonly transition: string;
}

export interface Opening extends Looks {
  readonly article: string;
  readonly by: readonly Party[];
  /** States in which a new record may begin. */
  readonly in: readonly string[];
  state(values: Values, facts: Facts): string;
  /** `related` answers for what it looks into; rows that people type into a tab only scan and look up. */
  sets?(values: Values, facts: Facts, related: Case['related']): Values;
  /** The lines of a form that nobody fills in one by one, from what was filled in once. */
  lines?(values: Values, facts: Facts, related: Case['related']): readonly Values[];
  /** What is wrong with one row in the light of other registers, by field. */
  faults?(values: Values, facts: Facts, related: Case['related']): Readonly<Record<string, Sentence>>;
  readonly tells?: readonly Telling[];
  readonly brings?: readonly Bringing[];
  /** Records that are made along with it, in the same commit; `values` as the new record has them. */
  moves?(values: Values, facts: Facts, related: Case['related']): readonly Move[];
  /** Registers in which `moves` makes new records. */
  readonly opensIn?: readonly string[];
  /** Taken on the records that the new one names: with it in the same workbook, soon after in the other. */
  readonly steps?: readonly NamedStep[];
}

/** A step that follows from what people have typed into the row of a record. */
export interface TypedStep {
  readonly transition: string;
  readonly input?: Values;
}

/** How what is typed later into a numbered row carries its record on, as if a button had been pressed. */
export interface Typing {
  /** The steps that may follow; each of them is the clock's to take. */
  readonly steps: readonly string[];
  /** What follows from a row in which nothing is wrong; undefined while the record is where it should be. */
  follow(record: RecordRow, facts: Facts): TypedStep | undefined;
}

export interface WorkflowDefinition {
  readonly opens: Opening;
  readonly transitions: Readonly<Record<string, Transition>>;
  readonly typed?: Typing;
  /** By when a record in this state must move, and who holds it: for the board, reminders and the morning letters. */
  due?(record: RecordRow, facts: Facts): string | null;
  holder?(record: RecordRow, facts: Facts): string;
  /** Whether somebody should see the record on the board; else while a transition leaves its state. */
  isOpen?(record: RecordRow): boolean;
}

export interface Workflow extends WorkflowDefinition {
  readonly register: Register;
  readonly states: readonly string[];
  /** States that no transition leaves. */
  readonly final: readonly string[];
}

/** A page on the web that a link in an e-mail (or a QR code) opens. */
export interface LinkPage {
  readonly key: string;
  readonly register: string;
  readonly title: Words;
  readonly holder: Party;
  /** A system column that receives the signed link as soon as the page is open: for a QR code at the desk. */
  readonly signInto?: string;
  /** Columns whose change makes links sent before worthless. */
  readonly binds: readonly string[];
  /** Whether there is still something to do. */
  isOpen(record: RecordRow, facts: Facts): boolean;
  sentence(record: RecordRow, facts: Facts): string;
  /** `lines`: all of the form. */
  facts(record: RecordRow, facts: Facts, lines: readonly RecordRow[]): readonly (readonly [string, string])[];
  /** Absent: the transitions that name this page. Present: the answer becomes a record of another register. */
  readonly creates?: {
    readonly register: string;
    readonly label: Words;
    readonly asks: readonly string[];
    readonly done: Words;
    values(record: RecordRow): Values;
    /** The column of the other register that holds this record's number, once. */
    readonly onceBy: string;
  };
}

/** A kind of e-mail about one record. Made again from the record when it is sent, so that a forged row can say nothing. */
export interface LetterKind {
  readonly key: string;
  readonly register: string;
  readonly to: Party;
  /** When mail is short: what goes first. */
  readonly weight: 1 | 2 | 3 | 4;
  /** The page its button opens. */
  readonly page?: string;
  /** The generated tab that it opens, as `tabKeyOf` lists it, in the workbook of the record. */
  tab?(record: RecordRow, facts: Facts): string;
  /** A transition that the clock takes when it has gone out. */
  readonly sent?: string;
  /** Also to whoever has just brought it about: it tells of something else than what they did. */
  readonly evenActor?: boolean;
  /** Whether it still needs to go when its turn comes. */
  isDue(record: RecordRow, facts: Facts): boolean;
  make(record: RecordRow, facts: Facts, to: Person | undefined, lines: readonly RecordRow[]): Letter;
}

export function defineWorkflow(register: Register, definition: WorkflowDefinition): Workflow {
  const column = register.columns['state'];
  if (!column?.options) throw new Error(`workflow of ${register.key}: the register needs a column state`);
  const states = column.options.map((option) => option.key);
  const transitions = Object.entries(definition.transitions);
  for (const [key, transition] of transitions) {
    for (const named of [...transition.from, ...transition.to]) {
      if (!states.includes(named))
        throw new Error(`workflow of ${register.key}: ${key} names ${named}, which is no state`);
    }
    if (transition.to.length > 1 && !transition.settle && !transition.stays) {
      throw new Error(`workflow of ${register.key}: ${key} has several targets and needs settle`);
    }
  }
  for (const [key, { follows = [], looksUp = [] }] of [...transitions, ['the opening', definition.opens] as const]) {
    const wrong = [...follows, ...looksUp.map(({ by }) => by)].find((name) => !namesNumber(register.columns[name]));
    if (wrong) throw new Error(`workflow of ${register.key}: ${key} follows ${wrong}, which names no record by number`);
  }
  for (const key of definition.typed?.steps ?? []) {
    if (!definition.transitions[key]?.by.some(isClock))
      throw new Error(`workflow of ${register.key}: ${key} follows from typing and is not the clock's to take`);
  }
  const final = states.filter(
    (state) =>
      !transitions.some(
        ([, t]) => !t.afterwards && t.from.includes(state) && !(t.to.length === 1 && t.to[0] === state),
      ),
  );
  return { ...definition, register, states, final };
}

const namesNumber = (column: Column | undefined): boolean =>
  column?.control.register !== undefined && column.control.column === undefined;

/** Of a register whose records take no steps: only how they are made. */
export const defineOpening = (register: Register, opens: Omit<Opening, 'in' | 'state'>): Workflow => ({
  register,
  opens: { ...opens, in: [], state: () => '' },
  transitions: {},
  states: [],
  final: [],
  isOpen: () => false,
});

/** States that can be reached from the opening. */
export function reachable(workflow: Workflow): ReadonlySet<string> {
  const found = new Set(workflow.opens.in);
  for (let grown = true; grown;) {
    const size = found.size;
    for (const transition of Object.values(workflow.transitions)) {
      if (!transition.afterwards && transition.from.some((state) => found.has(state)))
        transition.to.forEach((state) => found.add(state));
    }
    grown = found.size > size;
  }
  return found;
}

/** The people that a party means for a record. Guests are not people of the agency; see `guestOf`. */
export function peopleOf(party: Party, values: Values, facts: Facts): readonly Person[] {
  const here = (person: Person): boolean => person.leftOn === null || person.leftOn >= facts.today;
  if ('role' in party) return facts.directory.people.filter((one) => here(one) && one.roles.includes(party.role));
  const meant =
    'personIn' in party
      ? text(values[party.personIn])
          .split('\n')
          .map((one) => personMeant(one, facts))
      : 'headOf' in party
        ? [facts.directory.headOf(text(values[party.headOf]))]
        : [];
  return meant.filter((one) => one !== undefined && here(one)) as readonly Person[];
}

export const guestOf = (party: Party, values: Values): string =>
  'guestIn' in party ? text(values[party.guestIn]) : '';

/** Whether the person at hand is one of the parties. */
export function isParty(parties: readonly Party[], values: Values, facts: Facts): boolean {
  const { actor, directory } = facts;
  return parties.some((party) => {
    if ('clock' in party) return actor.via === 'clock';
    if ('anyone' in party) return actor.via === 'link';
    if ('guestIn' in party)
      return actor.guest !== undefined && actor.guest !== '' && actor.guest === guestOf(party, values);
    if ('role' in party) return actor.roles.includes(party.role);
    return peopleOf(party, values, facts).some((one) => samePerson(one.staffNo, actor.person, directory));
  });
}

export const toneOf = (register: Register, state: Value | undefined): Tone =>
  register.columns['state']?.options?.find((option) => option.key === state)?.tone ?? 'active';

/** Why the transition may not be taken now; undefined when it may. */
export const refusalOf = ({ unless = [] }: Pick<Transition, 'unless'>, c: Case): Guard | undefined =>
  unless.find((one) => one.applies(c));
