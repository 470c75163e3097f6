// Who is at the keyboard, what they may see and fill, and what they should be warned of.
import { addMinutes } from '../kernel/civil';
import { mayRead, mayWrite } from '../kernel/register';
import { openView } from '../kernel/view';
import { say, languages, type Language, type Words } from '../kernel/words';
import { chaptersInUse, isSharedAccount, mayBeOnDuty } from '../office';
import { roles as roleWords } from '../office/roles';
import type { Calls, RegisterInfo } from './contract';
import { languageOf, readingOf, sharedKeys, type Machine } from './machine';
import { printsFor } from './prints';
import { reportsFor } from './reports';
import { versionFault } from './version';

const oldHeartbeat: Words = {
  zh: '后台已 {minutes} 分钟没有运行，邮件可能发不出去。请让系统账号打开“前台 → 安装 / 检查”。',
  en: 'The background jobs have not run for {minutes} minutes; e-mails may be stuck. Please have the office account open Front desk → Set up / check.',
};
const noWebApp: Words = {
  zh: '还没有部署网页，邮件里不会有链接。请按安装说明第 4 步部署。',
  en: 'The web app is not deployed, so e-mails carry no links. Please deploy it, step 4 of the installation.',
};
/** The trigger comes every minute but looks at least once an hour. */
const heartbeatMinutes = 120;

export function session(machine: Machine, input: Calls['session']['input']): Calls['session']['value'] {
  const { own, shared, ports, product } = machine;
  if (input.language && languages.includes(input.language)) own.put('language', input.language);
  if (input.onDuty !== undefined) own.put('onDuty', `${ports.clock.now().slice(0, 10)}|${input.onDuty}`);
  if (!shared.get(sharedKeys.version)) return beforeSetUp(machine);
  const onDuty = onDutyOf(machine);
  const who = { ...machine.who, ...(onDuty && { person: onDuty }) };
  const { facts } = openView(readingOf(machine, who), 'desk', {});
  const language = languageOf(machine, facts.language);
  const { actor, directory, today } = facts;
  const person = directory.person(actor.person);
  const isShared = isSharedAccount(actor.account, (key) => facts.setting(key));
  const done = Boolean(shared.get(sharedKeys.version)) && directory.people.length > 0;
  return {
    user: { email: actor.account, name: person?.label ?? '', staffNo: person?.staffNo ?? '' },
    roles: actor.roles,
    roleLabels: actor.roles.map((role) => say(roleWords[role], language)),
    language,
    agency: facts.setting<string>('agency.name'),
    today,
    now: facts.now,
    chapters: chaptersInUse(product, facts)
      .map((chapter) => ({
        key: chapter.key,
        title: say(chapter.title, language),
        colour: chapter.colour,
        registers: chapter.registers.map((register): RegisterInfo => ({
          key: register.key,
          title: say(register.title, language),
          chapter: chapter.key,
          mayRead: mayRead(register, actor) && actor.roles.length > 0,
          mayFill: mayWrite(register, actor) && !register.noForm,
          quick: register.quick ?? false,
          sheetId: register.sheetId,
        })),
      }))
      .filter((chapter) => chapter.registers.some((one) => one.mayRead || one.mayFill)),
    reports: reportsFor(machine, facts, language),
    prints: printsFor(machine, facts, language),
    onDuty: {
      shared: isShared,
      person: isShared ? actor.person : '',
      candidates: isShared
        ? directory.people
            .filter((one) => mayBeOnDuty(one, today))
            .map((one) => ({ value: one.staffNo, label: one.label, note: one.department }))
        : [],
    },
    setUp: {
      done,
      mayRun: machine.isOfficeAccount === true,
      version: Number(shared.get(sharedKeys.version) ?? 0),
    },
    kickUrl: shared.get(sharedKeys.webApp) ?? '',
    warnings: done ? warningsOf(machine, facts.now, language) : [],
  };
}

/** A workbook that nobody has set up: whoever opens it may. */
function beforeSetUp(machine: Machine): Calls['session']['value'] {
  const { who, ports } = machine;
  const now = ports.clock.now();
  return {
    user: { email: who.account, name: '', staffNo: '' },
    roles: [],
    roleLabels: [],
    language: languageOf(machine, 'zh'),
    agency: '',
    today: now.slice(0, 10),
    now,
    chapters: [],
    reports: [],
    prints: [],
    onDuty: { shared: false, person: '', candidates: [] },
    setUp: { done: false, mayRun: true, version: 0 },
    kickUrl: '',
    warnings: [],
  };
}

/** Who is on duty at a shared login: chosen for the day, not longer. */
export function onDutyOf(machine: Machine): string {
  const [day = '', staffNo = ''] = (machine.own.get('onDuty') ?? '').split('|');
  return day === machine.ports.clock.now().slice(0, 10) ? staffNo : '';
}

function warningsOf(machine: Machine, now: string, language: Language): readonly string[] {
  const { shared } = machine;
  const seen = shared.get(sharedKeys.heartbeat) ?? '';
  const old = seen !== '' && seen.slice(0, 16) < addMinutes(now, -heartbeatMinutes);
  const version = versionFault(machine);
  return [
    ...(version ? [say(version.words, language, version.values)] : []),
    ...(shared.get(sharedKeys.webApp) ? [] : [say(noWebApp, language)]),
    ...(old ? [say(oldHeartbeat, language, { minutes: heartbeatMinutes })] : []),
  ];
}
