// What the calls work with: the product, the ports, who asks, and what is remembered besides the workbooks.
import type { Product } from '../kernel/chapter';
import { addMinutes } from '../kernel/civil';
import type { FactsSource, Who } from '../kernel/facts-source';
import type { OfficePorts } from '../kernel/outbox';
import type { Migration } from '../kernel/migrations';
import type { Ports } from '../kernel/ports';
import type { WorkbookKey } from '../kernel/register';
import type { Reading } from '../kernel/view';
import type { Language } from '../kernel/words';

/** Small texts that outlive a run. */
export interface Memory {
  get(key: string): string | null;
  put(key: string, text: string): void;
}

export interface Machine {
  readonly product: Product;
  readonly source: FactsSource;
  readonly ports: Ports;
  readonly who: Omit<Who, 'now'>;
  /** The account's own: its language, who is on duty. */
  readonly own: Memory;
  /** Shared by everybody: web-app address, heartbeat, when the outbox is due. */
  readonly shared: Memory;
  /** The account that owns the installation is at the keyboard. */
  readonly isOfficeAccount?: boolean;
  /** The code's own, which tell its version. */
  readonly migrations?: readonly Migration[];
  /** Only in the office and public contexts. */
  readonly office?: OfficePorts;
}

export const readingOf = (machine: Machine, who = machine.who): Reading => ({
  ports: machine.ports,
  product: machine.product,
  source: machine.source,
  who,
});

/** The clock as the actor. */
export const clockOf = (machine: Machine): Machine['who'] => ({ ...machine.who, via: 'clock' });

/** The workbooks of this product: one has a log, an outbox and counters of its own. */
export const usedWorkbooks = ({ product }: Machine): readonly WorkbookKey[] =>
  (['desk', 'restricted'] as const).filter((one) => product.registers.some(({ workbook }) => workbook === one));

export const sharedKeys = {
  webApp: 'webApp',
  webAppSignedIn: 'webAppSignedIn',
  /** The chapters in use, for the menu, which can read nothing else. */
  chapters: 'chapters',
  heartbeat: 'heartbeat',
  /** When mail is due: in the desk workbook, in the restricted one. */
  nextDueAt: 'nextDueAt',
  restrictedDueAt: 'restrictedDueAt',
  owner: 'owner',
  version: 'version',
  /** Of a web app that was asked something and is not of the workbooks' version. */
  webAppVersion: 'webAppVersion',
  /** Addresses with which the workbooks could not be shared at the last set-up. */
  unshared: 'unshared',
  badLinks: 'badLinks',
  /** How many of them the last weekly letter has told of, and the Monday of its week. */
  badLinksTold: 'badLinksTold',
  weekTold: 'weekTold',
  healthTold: 'healthTold',
  /** The month, and how many registers have been masked in it. */
  masked: 'masked',
  lastKick: 'lastKick',
  /** Addresses that asked for the link to their own page, and who was sent one today. */
  linksAsked: 'linksAsked',
  linksSent: 'linksSent',
  /** Of the workbooks. */
  language: 'language',
} as const;

export const unsharedOf = ({ shared }: Machine): readonly string[] =>
  (shared.get(sharedKeys.unshared) ?? '').split(' ').filter(Boolean);

/** Forged or broken links opened since the last weekly letter. */
export const badLinksSince = ({ shared }: Machine): number =>
  Number(shared.get(sharedKeys.badLinks) ?? 0) - Number(shared.get(sharedKeys.badLinksTold) ?? 0);

/** The person's own language; the workbook's when none was chosen. */
export function languageOf(machine: Machine, workbook: Language): Language {
  const own = machine.own.get('language');
  return own === 'zh' || own === 'hant' || own === 'en' ? own : workbook;
}

export const dueKeyOf = (workbook: WorkbookKey): string =>
  workbook === 'desk' ? sharedKeys.nextDueAt : sharedKeys.restrictedDueAt;

/** Tells the minute trigger that mail waits: it looks as soon as it runs. Never throws: what was committed stays committed. */
export function wake(machine: Machine, dueAt: string, workbook: WorkbookKey = 'desk'): void {
  try {
    const known = machine.shared.get(dueKeyOf(workbook));
    if (!known || dueAt < known) machine.shared.put(dueKeyOf(workbook), dueAt);
  } catch {
    // The hourly look finds the mail.
  }
}

/** Of the six that Google gives a run. What is not done by then, the evening does. */
const mostMinutes = 4;

/** Whether a run that began then may begin another round. */
export const hasTime = ({ ports }: Machine, since: string): boolean =>
  ports.clock.now().slice(0, 16) < addMinutes(since, mostMinutes);
