// One run of a script function: who runs it, in which context, and what it did to the screen.
import type { TriggerRecord } from './triggers';

/**
 * container: menu, sidebar or dialog of the container workbook, as the person at the keyboard;
 * simple: onOpen and onEdit by reserved name; trigger: an installable trigger, as its creator;
 * webapp: a page of a deployment, as its deployer; api: scripts.run, like container.
 */
export type ExecutionKind = 'container' | 'webapp' | 'trigger' | 'api' | 'simple';

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

export interface Selection {
  spreadsheetId: string;
  sheetId: number;
  /** 1-based, as Apps Script counts. */
  row: number;
  column: number;
}

export interface MenuItem {
  label: string;
  function: string;
}
export type MenuEntry = MenuItem | { separator: true } | Menu;
export interface Menu {
  title: string;
  addon?: boolean;
  entries: MenuEntry[];
}

export interface ShownPage {
  title: string;
  html: string;
  width?: number;
  height?: number;
}

export interface ShownAlert {
  title: string;
  text: string;
  buttons: string;
  answer: string;
}

/** What an execution did to the screen of the person who started it. */
export interface UiEffects {
  menus: Menu[];
  sidebar?: ShownPage;
  dialogs: (ShownPage & { modal: boolean })[];
  alerts: ShownAlert[];
  toasts: { message: string; title: string; seconds: number }[];
}

export interface RunRequest {
  /** `call`, or a method of a top-level object: `menu.setUp`. */
  function: string;
  args?: readonly unknown[];
  kind: ExecutionKind;
  /** Person at the keyboard; for a web app the visitor; for a trigger the person whose edit fired it. */
  user?: string;
  authMode?: AuthMode;
  trigger?: TriggerRecord;
  /** The deployment that a web-app execution belongs to. */
  deploymentId?: string;
  /** Only functions that google.script.run may name: top level, not ending in `_`. */
  fromPage?: boolean;
  /** Answers to ui.alert in order; when they run out the default button is pressed, or the run gives up with `asks`. */
  answers?: readonly string[];
  interactive?: boolean;
}

export interface ReportedError {
  name: string;
  message: string;
  stack: { function: string; file: string; line: number }[];
}

export interface LogLine {
  level: 'log' | 'info' | 'warn' | 'error';
  text: string;
}

export interface RunResult {
  ok: boolean;
  /** What google.script.run would hand over: JSON, null for what is lost on the way. */
  value?: unknown;
  /** The object returned by doGet and doPost. */
  output?: { type: 'html'; output: HtmlState } | { type: 'text'; output: TextState } | undefined;
  error?: ReportedError;
  effects: UiEffects;
  logs: LogLine[];
  /** An alert waits for a person's answer: nothing of this run was kept. */
  asks?: Omit<ShownAlert, 'answer'>;
}

export interface HtmlState {
  content: string;
  title: string;
  metaTags: { name: string; content: string }[];
  frameOptions: 'DEFAULT' | 'ALLOWALL';
  width?: number;
  height?: number;
}

export interface TextState {
  content: string;
  mimeType: string;
}

export interface Execution {
  readonly id: number;
  readonly kind: ExecutionKind;
  readonly function: string;
  /** '' when Google does not tell. */
  readonly activeUser: string;
  readonly effectiveUser: string;
  readonly authMode: AuthMode;
  readonly startedAt: number;
  readonly trigger?: TriggerRecord;
  readonly deploymentId?: string;
  readonly answers: string[];
  readonly interactive: boolean;
  readonly effects: UiEffects;
  readonly logs: LogLine[];
  asks?: Omit<ShownAlert, 'answer'>;
  /** Set when the run may not go on: out of time, or waiting for a person. */
  aborted?: string;
}
