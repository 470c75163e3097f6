// Set-up: makes an installation out of a blank workbook, and mends one that is there. Safe to run again.
import { Busy, Misconfigured, NotAllowed } from '../kernel/errors';
import type { Facts, Role } from '../kernel/facts';
import { codeVersion, migrate } from '../kernel/migrations';
import type { Installation } from '../kernel/ports-installation';
import { TablesError } from '../kernel/ports';
import { sharedWith, type WorkbookKey } from '../kernel/register';
import { run } from '../kernel/unit-of-work';
import { openView } from '../kernel/view';
import { say, type Language, type Words } from '../kernel/words';
import type { Calls, HealthCheck, WizardInput } from './contract';
import { addressesIn } from '../office/setting-list/agency';
import { staff } from '../office/staff.register';
import { checksOf } from './health-checks';
import { officeFindings, signInMissing } from './health';
import { badLinksSince, languageOf, readingOf, sharedKeys, unsharedOf, usedWorkbooks, type Machine } from './machine';
import { testOrders } from './mine-links';
import { recount } from './recount';
import { rememberingTables } from './remembering-tables';
import { rowRegisters, rowsPlan, type RowsPlan, type RowsWanted } from './set-up-rows';
import { isAlone, specsOf, triggersWanted, type Equipped } from './set-up-specs';
import { refuseOtherVersion, versionsOf } from './version';

const zones: Readonly<Record<WizardInput['region'], string>> = {
  mainland: 'Asia/Shanghai',
  hongkong: 'Asia/Hong_Kong',
  macau: 'Asia/Macau',
  taiwan: 'Asia/Taipei',
};

const words = {
  notHere: {
    zh: '这里不能安装。请在前台表格的菜单里运行。',
    en: 'Set-up cannot be run here; use the menu of the desk workbook.',
  },
  notOwner: {
    zh: '只有系统账号 {owner} 可以运行安装。要换系统账号，请看运行手册。',
    en: 'Only the office account {owner} may run set-up. To take over from it, see the operating manual.',
  },
  restricted: { zh: '{agency} · 前台（受限）', en: '{agency} · Front desk (restricted)' },
  agency: { zh: '本机构', en: 'The agency' },
} satisfies Record<string, Words>;

const lockWaitMs = 10_000;

/** From the page of set-up. */
export function setUpByPage(machine: Equipped, input: Calls['setUp']['input']): Calls['setUp']['value'] {
  return { health: setUp(machine, 'agency' in input ? input : undefined) };
}

/** For the script editor, where nobody sees a sidebar: the checks as lines of text. */
export function runSetUp(machine: Equipped, deskId?: string): string {
  const marks = { ok: '✓', warning: '!', error: '✗' } as const;
  return setUp(machine, undefined, deskId)
    .map(({ status, title, text, action }) => [
      `${marks[status]} ${title}: ${text}`,
      ...(action ? [`  → ${action}`] : []),
    ])
    .flat()
    .join('\n');
}

/** `input` is absent when the wizard has nothing to ask: then what is missing is put in. */
export function setUp(machine: Equipped, input?: WizardInput, deskId?: string): readonly HealthCheck[] {
  const { installation, migrations = [] } = machine;
  if (!installation) throw new Misconfigured({ words: words.notHere });
  const { properties, account } = installation;
  const owner = properties.get('owner');
  if (owner && owner !== account) throw new NotAllowed({ words: words.notOwner, values: { owner } });
  if ((versionsOf(machine).stored ?? 0) > codeVersion(migrations)) refuseOtherVersion(machine);
  const isFirst = !properties.get('version');
  const { made, recounted } = locked(machine, () => ({
    made: makeWorkbooks(machine, installation, input, deskId),
    recounted: isFirst ? [] : usedWorkbooks(machine).flatMap((workbook) => recount(machine, workbook)),
  }));
  const { facts, rows } = writeRows(machine, installation, { ...made, ...(input && { input }) });
  installation.ensureSecret();
  const wanted = triggersWanted(made.workbooks);
  installation.ensureTriggers(wanted);
  const stored = properties.get('version');
  const version = migrate(migrations, stored ? Number(stored) : undefined, installation.tables, (reached) =>
    properties.put({ version: String(reached) }),
  );
  machine.shared.put(sharedKeys.webAppVersion, '');
  const language = languageOf(machine, made.language);
  return checksOf(
    {
      now: facts.now,
      owner: account,
      version: { stored: version, code: version },
      triggers: installation.triggers(),
      quota: installation.mailQuota(),
      wanted,
      webApp: properties.get('webApp') ?? '',
      webAppVersion: '',
      signInMissing: signInMissing(machine, facts),
      badLinks: badLinksSince(machine),
      unshared: unsharedOf(machine),
      ownerIsStaff: facts.directory.person(account) !== undefined,
      heartbeat: machine.shared.get(sharedKeys.heartbeat) ?? '',
      structure: made.workbooks.map((workbook) => ({ workbook, faults: [] })),
      recounted,
      ...officeFindings(rows, facts, language),
    },
    language,
  );
}

function locked<T>({ ports }: Machine, act: () => T): T {
  if (!ports.lock.acquire(lockWaitMs)) throw new Busy();
  try {
    return act();
  } finally {
    ports.lock.release();
  }
}

interface Made {
  readonly language: Language;
  readonly region: WizardInput['region'];
  readonly alone: boolean;
  readonly workbooks: readonly WorkbookKey[];
}

/** Tabs, columns, protections and shares of both workbooks. */
function makeWorkbooks(
  machine: Equipped,
  installation: Installation,
  input: WizardInput | undefined,
  deskId: string | undefined,
): Made {
  const { properties, account } = installation;
  installation.claimDesk(deskId);
  const known = properties.get('version') ? factsHere(machine) : undefined;
  // Headings, drop-downs and states stand there in it.
  const fixed = properties.get('version') ? (known?.language ?? properties.get('language')) : undefined;
  const language = (fixed ?? input?.language ?? properties.get('language') ?? 'zh') as Language;
  const region = input?.region ?? known?.setting<WizardInput['region']>('agency.region') ?? 'mainland';
  const webApp = installation.webAppAddress() ?? properties.get('webApp') ?? '';
  properties.put({ owner: account, language, zone: zones[region], webApp });

  const agency = input?.agency ?? known?.setting<string>('agency.name') ?? say(words.agency, language);
  const alone = isAlone(installation, known, input?.workbooks);
  const version = codeVersion(machine.migrations ?? []);
  const { desk = [], restricted } = specsOf(machine, { language, agency, version, webApp, alone });
  // Whoever cannot be told from the staff tab keeps the rights that they have.
  const editors = known || !properties.get('version') ? emailsOf(['hr'], input, known) : undefined;
  installation.ensure('desk', desk, editors);
  const atDesk = [
    ...emailsOf([...sharedWith.desk, ...(alone ? sharedWith.restricted : [])], input, known),
    ...sharedLogins(known),
  ];
  const unshared = installation.share('desk', without(account, atDesk));
  machine.shared.put(sharedKeys.unshared, unshared.join(' '));
  if (alone) installation.ensureRestricted('', language, true);
  if (!restricted) return { language, region, alone, workbooks: ['desk'] };
  installation.ensureRestricted(say(words.restricted, language, { agency }), language, false);
  installation.ensure('restricted', restricted, editors);
  const also = installation.share('restricted', without(account, emailsOf(sharedWith.restricted, input, known)));
  machine.shared.put(sharedKeys.unshared, [...new Set([...unshared, ...also])].join(' '));
  return { language, region, alone, workbooks: ['desk', 'restricted'] };
}

/** The facts as they stand, of an installation that can still be read. */
function factsHere(machine: Equipped): Facts | undefined {
  try {
    return openView(readingOf(machine), 'desk', {}).facts;
  } catch (error) {
    // What cannot be read is what set-up has come to mend.
    if (
      error instanceof Misconfigured ||
      (error instanceof TablesError && (error.kind === 'missing' || error.kind === 'closed'))
    )
      return undefined;
    throw error;
  }
}

/** Addresses of those who are, or are about to be, in the staff tab with one of the roles. */
function emailsOf(roles: readonly Role[], input: WizardInput | undefined, known: Facts | undefined): readonly string[] {
  const has = (own: readonly string[]): boolean => roles.some((role) => own.includes(role));
  const there = (known?.directory.people ?? []).filter(
    (one) => has(one.roles) && (one.leftOn === null || one.leftOn >= known!.today),
  );
  const coming = (input?.people ?? []).filter((one) => has(one.roles));
  const emails = [...there, ...coming].map((one) => one.email.trim().toLowerCase()).filter((email) => email !== '');
  return emails;
}

/** Logins that several people of the front desk take turns at. */
const sharedLogins = (known: Facts | undefined): readonly string[] =>
  known ? addressesIn(known.setting<string>('agency.sharedAccounts')) : [];

const without = (account: string, emails: readonly string[]): readonly string[] =>
  [...new Set(emails)].filter((email) => email !== account.toLowerCase());

/** One read, one write; drop-downs of people come with them. */
function writeRows(
  machine: Equipped,
  installation: Installation,
  wanted: RowsWanted,
): Pick<RowsPlan, 'facts' | 'rows'> {
  const tables = rememberingTables(installation.tables);
  const reading = { ...readingOf(machine), ports: { ...machine.ports, tables } };
  let planned: RowsPlan | undefined;
  run(reading, {
    workbook: 'desk',
    requestId: wanted.input?.requestId ?? '',
    needs: { whole: rowRegisters },
    decide(view) {
      planned = rowsPlan(view, machine.source, machine.who, wanted);
      if (!machine.shared.get(sharedKeys.webApp)) return planned.plan;
      return { ...planned.plan, orders: testOrders(machine, planned.rows(staff), planned.facts) };
    },
  });
  if (planned) return planned;
  // The same request again: the rows are there already.
  const view = openView(reading, 'desk', { whole: rowRegisters });
  return { facts: view.facts, rows: (register) => view.whole(register) };
}
