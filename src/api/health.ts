// How the installation is: gathered from what this account may see, said in the person's language.
import { Misconfigured } from '../kernel/errors';
import type { Facts } from '../kernel/facts';
import { TablesError } from '../kernel/ports';
import type { Register } from '../kernel/register';
import { text, type RecordRow } from '../kernel/values';
import { openView, type View } from '../kernel/view';
import { say, type Language, type Words } from '../kernel/words';
import { calendarGaps, calendarOf, settingsOf, settingWarnings } from '../office';
import { calendarDays } from '../office/calendar.register';
import { settings } from '../office/settings.register';
import { staff } from '../office/staff.register';
import { agencyHours } from '../office/working-hours';
import type { Calls, HealthCheck } from './contract';
import { checksOf, type Findings } from './health-checks';
import { badLinksSince, languageOf, readingOf, sharedKeys, unsharedOf, type Machine } from './machine';
import { untriedOf } from './mine-links';
import { isAlone, specsOf, triggersWanted, type Equipped } from './set-up-specs';
import { versionsOf } from './version';

const settingFault: Words = { zh: '“{label}”填的是“{typed}”：{said}', en: '“{label}” says “{typed}”: {said}' };
const inForce: Words = { zh: '现在按“{value}”。', en: '“{value}” is in force.' };

/** What the office's own tabs tell: people, years without holidays, settings that are not in force. */
export function officeFindings(
  rows: (register: Register) => readonly RecordRow[],
  facts: Facts,
  language: Language,
): Pick<Findings, 'calendarGaps' | 'settings' | 'staff' | 'untried'> {
  const known = settingsOf(rows(settings), { directory: facts.directory, today: facts.today });
  const calendar = calendarOf(
    rows(calendarDays),
    agencyHours((key) => known.value(key)),
  );
  const faults = known.faults().map((fault) =>
    [
      say(settingFault, language, {
        label: say(fault.label, language),
        typed: fault.typed,
        said: say(fault.sentence.words, language, fault.sentence.values),
      }),
      say(inForce, language, { value: fault.inForce(language) }),
    ].join(language === 'en' ? ' ' : ''),
  );
  const warnings = settingWarnings(known).map((one) => say(one.words, language, one.values));
  return {
    calendarGaps: calendarGaps(calendar, known.value('agency.region'), facts.today),
    settings: [...faults, ...warnings],
    staff: {
      people: facts.directory.people.length,
      incomplete: rows(staff).filter((one) => text(one.values['check']) !== '').length,
    },
    untried: untriedOf(rows(staff), facts).map(({ label }) => label),
  };
}

/** Missing tabs and columns are found by looking at the structure; then nothing else can be read. */
function viewHere(machine: Machine): View | undefined {
  try {
    return openView(readingOf(machine), 'desk', {});
  } catch (error) {
    if (
      error instanceof Misconfigured ||
      (error instanceof TablesError && (error.kind === 'missing' || error.kind === 'closed'))
    )
      return undefined;
    throw error;
  }
}

function structureFindings(machine: Equipped, view: View | undefined, code: number): Findings['structure'] {
  const { installation } = machine;
  if (!installation || installation.properties.get('workbook.desk') === undefined) return [];
  const language = view?.facts.language ?? 'zh';
  const specs = specsOf(machine, {
    language,
    agency: view?.facts.setting<string>('agency.name') ?? '',
    version: code,
    webApp: installation.properties.get('webApp') ?? '',
    alone: isAlone(installation, view?.facts),
  });
  const editors = view && hrOf(view.facts);
  return (['desk', 'restricted'] as const).flatMap((workbook) => {
    const some = specs[workbook];
    if (!some || installation.properties.get(`workbook.${workbook}`) === undefined) return [];
    const faults = installation.inspect(workbook, some, editors);
    return faults ? [{ workbook, faults: view ? faults : faults.filter((one) => one.kind !== 'home') }] : [];
  });
}

export const signInMissing = ({ shared }: Machine, facts: Facts | undefined): boolean =>
  facts?.setting<boolean>('approval.signInNeeded') === true && !shared.get(sharedKeys.webAppSignedIn);

const hrOf = ({ directory, today }: Facts): readonly string[] =>
  directory.people
    .filter(({ roles, leftOn }) => roles.includes('hr') && (leftOn === null || leftOn >= today))
    .map(({ email }) => email)
    .filter((email) => email !== '');

/** What was found, and who should know of it. */
export interface Found extends Findings {
  readonly language: Language;
  readonly agency: string;
  readonly hr: readonly string[];
  /** Also when the calendar cannot be read. */
  readonly isWorkDay: boolean;
}

/** `known`: the desk workbook as it was just read, where it was. */
export function findingsOf(machine: Equipped, known?: View): Found {
  const { installation, ports, shared } = machine;
  const view = known ?? viewHere(machine);
  const language = languageOf(machine, view?.facts.language ?? 'zh');
  const properties = installation?.properties;
  const owner = properties?.get('owner') ?? '';
  const version = versionsOf(machine);
  const structure = structureFindings(machine, view, version.code);
  const mine = installation !== undefined && owner !== '' && installation.account === owner;
  return {
    language,
    now: ports.clock.now(),
    owner,
    version,
    ...(mine && { triggers: installation.triggers(), quota: installation.mailQuota() }),
    wanted: triggersWanted(specsUsed(structure)),
    webApp: shared.get(sharedKeys.webApp) ?? '',
    webAppVersion: shared.get(sharedKeys.webAppVersion) ?? '',
    heartbeat: shared.get(sharedKeys.heartbeat) ?? '',
    signInMissing: signInMissing(machine, view?.facts),
    badLinks: badLinksSince(machine),
    unshared: unsharedOf(machine),
    ownerIsStaff: view?.facts.directory.person(owner) !== undefined,
    structure,
    agency: view?.facts.setting<string>('agency.name') ?? '',
    hr: view ? hrOf(view.facts) : [],
    isWorkDay: view?.facts.calendar.isWorkDay(view.facts.today) ?? true,
    ...(view && officeFindings((register) => view.whole(register), view.facts, language)),
  };
}

const specsUsed = (structure: Findings['structure']): readonly ('desk' | 'restricted')[] =>
  structure.map(({ workbook }) => workbook);

export function healthChecks(machine: Equipped): readonly HealthCheck[] {
  const { language, ...findings } = findingsOf(machine);
  return checksOf(findings, language);
}

export const health = (machine: Equipped): Calls['health']['value'] => ({ checks: healthChecks(machine) });
