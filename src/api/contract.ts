// What the sidebar and the web pages may ask through `call(name, inputJson)`, and what they get: plain JSON both ways.
import type { Control, Tone } from '../kernel/columns';
import type { ErrorCode } from '../kernel/errors';
import type { PeriodKind } from '../kernel/report';
import type { PrintedForm } from '../kernel/printed-form';
import type { Value } from '../kernel/values';
import type { Language } from '../kernel/words';

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem };

export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly article?: string;
  /** Column key (in a form with several rows `row.key`, rows from 0) → what is wrong there. */
  readonly fields?: Readonly<Record<string, string>>;
  /** For `internal`: also in the log. */
  readonly reference?: string;
  /** Nobody knows whether the command was carried out: whoever asks again must do so under the same requestId. */
  readonly lost?: true;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second, quiet line: a person's department, say. */
  readonly note?: string;
}

export interface Field {
  readonly key: string;
  readonly label: string;
  readonly control: Control['type'];
  readonly required: boolean;
  readonly options?: readonly Choice[];
  readonly help?: string;
  readonly default?: Value;
  /** Belongs with the fields shown first; the others fold under “more”. */
  readonly main: boolean;
}

export interface Chip {
  readonly label: string;
  readonly tone: Tone;
}

/** A line of a list: one strong line, one quiet one, states as chips. */
export interface Line {
  readonly register: string;
  readonly no: string;
  /** Hint of the row on the tab; sent back with every question about the record. */
  readonly row: number;
  readonly strong: string;
  readonly quiet: string;
  readonly chips: readonly Chip[];
  /** The most useful thing to do next, as a button on the line. */
  readonly next?: { readonly transition: string; readonly label: string; readonly asks: boolean };
  /** Or the form of another register, filled in. */
  readonly form?: { readonly register: string; readonly label: string };
}

export interface Step {
  readonly key: string;
  readonly label: string;
  readonly look: 'main' | 'plain' | 'danger';
  /** What must be filled in to take it; empty when a click is enough. */
  readonly asks: readonly Field[];
  /** Of a form: what is asked of each line, sent back as `2.quantity`. */
  readonly lines?: readonly {
    readonly line: number;
    readonly text: string;
    readonly note?: string;
    readonly asks: readonly Field[];
  }[];
  /** Asked before what cannot be undone. */
  readonly confirm?: string;
  /** Of a decision: what it is about; goes back with it. */
  readonly seen?: string;
}

export interface RecordView {
  readonly register: string;
  readonly registerTitle: string;
  readonly no: string;
  readonly row: number;
  readonly title: string;
  readonly chips: readonly Chip[];
  readonly values: Readonly<Record<string, Value>>;
  readonly facts: readonly {
    readonly key: string;
    readonly label: string;
    readonly text: string;
    readonly tel?: string;
  }[];
  readonly lines?: readonly {
    readonly line: number;
    readonly facts: readonly { readonly label: string; readonly text: string }[];
  }[];
  /** The form on paper, where the register declares one. */
  readonly paper?: PrintedForm;
  readonly history: readonly { readonly at: string; readonly who: string; readonly what: string }[];
  readonly steps: readonly Step[];
  /** Forms that continue from this record, filled in: a message for somebody who is not in. */
  readonly follows: readonly {
    readonly register: string;
    readonly label: string;
    readonly values: Readonly<Record<string, Value>>;
    /** Of a form with lines. */
    readonly lines?: readonly Readonly<Record<string, Value>>[];
    /** The next thing to do. */
    readonly main?: true;
  }[];
  /** A link to show as a QR code (the survey), once the office has signed it. */
  readonly link?: { readonly label: string; readonly url: string };
  /** Something the person at the desk should know now: whether the host is in today. */
  readonly notes: readonly string[];
}

export interface RegisterInfo {
  readonly key: string;
  readonly title: string;
  readonly chapter: string;
  readonly mayRead: boolean;
  readonly mayFill: boolean;
  /** Among the four most used. */
  readonly quick: boolean;
  /** The tab, so that the sidebar can name it. */
  readonly sheetId: number;
}

/** What there is to make, and what must be chosen for it. */
export interface ReportInfo {
  readonly key: string;
  readonly title: string;
  readonly period: PeriodKind;
  /** It may be narrowed to one record of the register, by the column that names it. */
  readonly subject?: { readonly label: string; readonly register: string; readonly column: string };
}

/** A list on paper, and whether a month must be chosen for it. */
export interface PrintInfo {
  readonly register: string;
  readonly what: string;
  readonly title: string;
  readonly period?: 'month';
}

export interface SessionValue {
  readonly user: { readonly email: string; readonly name: string; readonly staffNo: string };
  readonly roles: readonly string[];
  readonly roleLabels: readonly string[];
  readonly language: Language;
  readonly agency: string;
  /** `YYYY-MM-DD` in the workbook's zone. */
  readonly today: string;
  readonly now: string;
  readonly chapters: readonly {
    readonly key: string;
    readonly title: string;
    readonly colour: string;
    readonly registers: readonly RegisterInfo[];
  }[];
  readonly reports: readonly ReportInfo[];
  readonly prints: readonly PrintInfo[];
  /** A shared reception login: who may be on duty, and who is. */
  readonly onDuty: { readonly shared: boolean; readonly person: string; readonly candidates: readonly Choice[] };
  /** Set-up has not been run, or not finished: what the wizard should ask. */
  readonly setUp: { readonly done: boolean; readonly mayRun: boolean; readonly version: number };
  /** Asked (GET, no credentials) after a commit that left mail. */
  readonly kickUrl: string;
  readonly warnings: readonly string[];
}

/** A new record that is offered, as a button: its form filled in, or made at once. */
export interface Start {
  readonly register: string;
  readonly label: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly atOnce?: true;
}

export interface BoardSection {
  readonly key: string;
  readonly title: string;
  /** Said when there is nothing. */
  readonly empty: string;
  readonly lines: readonly Line[];
  readonly starts?: readonly Start[];
  readonly tone: Tone;
}

export interface HealthCheck {
  readonly key: string;
  readonly title: string;
  readonly status: 'ok' | 'warning' | 'error';
  readonly text: string;
  /** What to do about it, where something is wrong. */
  readonly action?: string;
}

/** What the web page of a link shows. `dead` is set when the link can no longer be used, with what happened. */
export interface PageValue {
  readonly language: Language;
  readonly agency: string;
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** “You act as 王芳 (by the link sent to wang@…)” and what to do if that is somebody else. */
  readonly actingAs: string;
  readonly steps: readonly Step[];
  /** The agency's notice where personal data is asked for. */
  readonly notice?: string;
  readonly dead?: { readonly title: string; readonly text: string };
  /** Whose own page it is, by staff number. */
  readonly holder?: string;
  /** A new link can be asked for on the page without a link. */
  readonly ask?: true;
  /** A person's own page: what is theirs, what they may file. */
  readonly mine?: {
    readonly sections: readonly BoardSection[];
    readonly files: readonly { readonly register: string; readonly label: string }[];
  };
  /** On a person's own page: one record of theirs. `seen` goes back with what is decided about it. */
  readonly at?: { readonly register: string; readonly no: string; readonly row: number; readonly seen?: string };
  /** On a person's own page: a form to file. */
  readonly form?: Calls['form']['value'];
}

export interface PrintValue {
  readonly title: string;
  readonly agency: string;
  readonly subtitle: string;
  readonly columns: readonly { readonly label: string; readonly width: number; readonly isNumber?: true }[];
  readonly rows: readonly (readonly string[])[];
  /** Such as “3 people, 1 registration”. */
  readonly summary: string;
  /** What whoever holds the list must know of it. */
  readonly note?: string;
  readonly madeAt: string;
}

export interface WizardInput {
  readonly agency: string;
  readonly language: Language;
  readonly region: 'mainland' | 'hongkong' | 'macau' | 'taiwan';
  /** Two unless told; fixed with the first set-up. */
  readonly workbooks?: 'one' | 'two';
  readonly departments: readonly string[];
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly department: string;
    readonly roles: readonly string[];
    readonly phone?: string;
    /** Head of the department named. */
    readonly head?: boolean;
  }[];
  readonly hours: {
    readonly morningFrom: string;
    readonly morningTo: string;
    readonly afternoonFrom: string;
    readonly afternoonTo: string;
  };
  readonly requestId: string;
}

export interface Calls {
  /** `language` and `onDuty` (a staff number) are remembered for the account. */
  session: { input: { language?: Language; onDuty?: string }; value: SessionValue };
  form: {
    input: { register: string };
    value: { register: string; title: string; fields: readonly Field[]; lines?: readonly Field[] };
  };
  create: {
    input: { register: string; rows: readonly Readonly<Record<string, Value>>[]; requestId: string };
    value: { records: readonly { no: string; row: number; line?: number }[]; kick: boolean };
  };
  transition: {
    input: {
      register: string;
      no: string;
      transition: string;
      input?: Readonly<Record<string, Value>>;
      requestId: string;
      row?: number;
      /** What the step was offered for, where it says so: nothing else is decided. */
      seen?: string;
    };
    value: {
      record: { register: string; no: string; row: number; values: Readonly<Record<string, Value>> };
      kick: boolean;
    };
  };
  record: { input: { register: string; no: string; row?: number }; value: RecordView };
  find: {
    input: {
      register: string;
      text?: string;
      filter?: Readonly<Record<string, Value>>;
      from?: string;
      to?: string;
      cursor?: string;
      limit?: number;
    };
    value: {
      records: readonly (Line & { readonly values: Readonly<Record<string, Value>> })[];
      cursor?: string;
    };
  };
  /** Records like what is being typed, with the values to take over; never of clients. */
  suggest: {
    input: { register: string; values: Readonly<Record<string, Value>> };
    value: { suggestions: readonly { label: string; note: string; values: Readonly<Record<string, Value>> }[] };
  };
  board: {
    input: Record<string, never>;
    value: { sections: readonly BoardSection[]; at: string; warnings: readonly string[] };
  };
  report: { input: { report: string; period: string; subject?: string }; value: { title: string; url: string } };
  /** A list to print: `visits` with `what: 'here'` is the evacuation list. `period`: of a list for a month, such as `2026-10`. */
  print: { input: { register: string; what: string; period?: string }; value: PrintValue };
  /** With the wizard's answers; or to mend: then what is missing is put in and nothing is asked. */
  setUp: { input: WizardInput | { mend: boolean; requestId: string }; value: { health: readonly HealthCheck[] } };
  health: { input: Record<string, never>; value: { checks: readonly HealthCheck[] } };
  /** `at`, `create`: on a person's own page, one record of theirs, or the form of a register. */
  page: {
    input: { token: string; language?: Language; at?: { register: string; no: string; row?: number }; create?: string };
    value: PageValue;
  };
  answer: {
    input: {
      token: string;
      answer: string;
      input?: Readonly<Record<string, Value>>;
      at?: { register: string; no: string; row?: number; seen?: string };
      create?: string;
      rows?: readonly Readonly<Record<string, Value>>[];
      /** That the reader has chosen for the page; the workbook's unless told. */
      language?: Language;
      requestId: string;
    };
    value: { message: string; title: string };
  };
  kick: { input: Record<string, never>; value: { looked: boolean } };
}

export type CallName = keyof Calls;
/** What the public context answers; everything else is refused there. */
export const publicCalls: readonly CallName[] = ['page', 'answer', 'kick'];
