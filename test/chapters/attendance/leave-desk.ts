// An agency that asks for leave and for corrections: people on their own pages, heads with their links, HR at the keyboard.
import { kick } from '../../../src/api/clockwork';
import type { Calls, PageValue, Problem } from '../../../src/api/contract';
import { call } from '../../../src/api/door';
import { attendance } from '../../../src/chapters/attendance/attendance.register';
import * as parts from '../../../src/chapters/attendance/leave-parts';
import type { Chapter } from '../../../src/kernel/chapter';
import { role, defineWorkflow } from '../../../src/kernel/workflow';
import type { Value, Values } from '../../../src/kernel/values';
import { agency, type Agency, type AgencyOptions, type Asker } from '../../api/agency';
import { addressOf } from '../../kernel/workshop';
import type { Name } from '../world';

/** Rows of the attendance register as the front desk enters them; what the day makes of them is not of this part. */
const rows = defineWorkflow(attendance, {
  opens: { article: '6.2.1', by: [role('front')], in: ['closed'], state: () => 'closed' },
  transitions: {},
});

export const chapter: Chapter = {
  key: 'attendance',
  title: { zh: '考勤', en: 'Attendance' },
  colour: '#a142f4',
  ...parts,
  registers: [attendance, ...parts.registers],
  workflows: [rows, ...parts.workflows],
};

let asked = 0;
const next = (): string => `request-${String(++asked).padStart(5, '0')}`;

/** A message of the product, or what was answered. */
export type Answered = { ok: true; value: Calls['answer']['value'] } | { ok: false; error: Problem };

export interface LeaveDesk {
  readonly made: Agency;
  /** From the person's own page. */
  file(register: string, name: Name, values: Values): Answered;
  /** By HR, or whoever is named, in the sidebar. */
  enter(register: string, values: Values, as?: Asker): string;
  /** By the link in the last e-mail to the person. */
  decide(name: Name, answer: string, input?: Values): Answered;
  /** What the link in the last e-mail to the person shows. */
  page(name: Name): PageValue;
  /** On the person's own page, about the last record in a section. */
  act(name: Name, section: string, answer: string, input?: Values): Answered;
  /** What the person's own page offers to do about it. */
  offered(name: Name, section: string): readonly string[];
  slip(no?: string): Values;
  filing(): Values | undefined;
  leavesOf(name: Name): Value;
}

export const annual = (firstDay: string, more: Values = {}): Values => ({
  type: 'annual',
  firstDay,
  lastDay: firstDay,
  reason: '家中有事',
  ...more,
});

export function leaveDesk(options: AgencyOptions = {}): LeaveDesk {
  const made = agency({ more: [chapter], ...options });
  const onPage = <N extends 'page' | 'answer'>(name: N, input: object) => {
    const log = { error: (_: string, error: unknown) => void made.logged.push(error) };
    return JSON.parse(call(() => made.machine('public'), name, JSON.stringify(input), log)) as
      { ok: true; value: Calls[N]['value'] } | { ok: false; error: Problem };
  };
  const shown = (input: object): PageValue => {
    const reply = onPage('page', input);
    if (!reply.ok) throw new Error(`${JSON.stringify(reply.error)} ${String(made.logged[0] ?? '')}`);
    return reply.value;
  };
  const links = new Map<Name, string>();
  const linkOf = (name: Name): string => {
    if (!links.has(name)) {
      onPage('answer', { token: '', answer: 'sendLink', input: { email: addressOf[name] }, requestId: next() });
      made.sendMail();
      links.set(name, made.token(addressOf[name]));
      kick(made.machine('public'));
    }
    return links.get(name)!;
  };
  const sent = (reply: Answered): Answered => {
    made.sendMail();
    return reply;
  };
  const open = (name: Name, section: string): PageValue => {
    const token = linkOf(name);
    const [line] = shown({ token }).mine!.sections.find(({ key }) => key === section)!.lines;
    return shown({ token, at: { register: line!.register, no: line!.no, row: line!.row } });
  };
  return {
    made,
    file(register, name, values) {
      const token = linkOf(name);
      return sent(onPage('answer', { token, answer: 'create', create: register, rows: [values], requestId: next() }));
    },
    enter(register, values, as = '刘洋') {
      const { records } = made.ask(as, 'create', { register, rows: [values], requestId: next() });
      made.sendMail();
      return records[0]!.no;
    },
    decide: (name, answer, input = {}) =>
      sent(onPage('answer', { token: made.token(addressOf[name]), answer, input, requestId: next() })),
    page: (name) => shown({ token: made.token(addressOf[name]) }),
    act(name, section, answer, input = {}) {
      const { at } = open(name, section);
      return sent(onPage('answer', { token: linkOf(name), answer, at, input, requestId: next() }));
    },
    offered: (name, section) => open(name, section).steps.map(({ key }) => key),
    slip: (no = 'QJ-2026-00001') => made.record('leave', no).values,
    filing: () => made.records('leave-filings')[0]?.values,
    leavesOf: (name) => made.records('staff').find(({ values }) => values['name'] === name)!.values['leaves'] ?? null,
  };
}

export const faultsIn = (reply: Answered): Readonly<Record<string, string>> =>
  reply.ok ? {} : (reply.error.fields ?? { '': reply.error.message });
