// Every tab of an installation, by workbook, and the triggers it needs.
import type { Chapter } from '../kernel/chapter';
import type { Facts } from '../kernel/facts';
import type { Installation, WantedTrigger } from '../kernel/ports-installation';
import type { Register, WorkbookKey } from '../kernel/register';
import { hiddenTabs, homeTab, registerTab, type TabSpec } from '../kernel/tab-spec';
import { say, type Language, type Words } from '../kernel/words';
import { office } from '../office';
import type { Machine } from './machine';

/** A machine that can set up: the entry hands the installation in. */
export type Equipped = Machine & { readonly installation?: Installation };

export interface SpecOptions {
  readonly language: Language;
  readonly agency: string;
  readonly version: number;
  readonly webApp: string;
  /** Everything in the desk workbook. */
  readonly alone: boolean;
}

/** What people open all day comes first, the office's own lists last. */
export function chaptersOf({ product }: Machine): readonly Chapter[] {
  return [...product.chapters.filter((one) => one.key !== office.key), office];
}

const installed: Words = { zh: '已安装，版本 {version}', en: 'Set up, version {version}' };
const withLinks: Words = { zh: '邮件链接：已启用', en: 'Links in e-mails: on' };
const withoutLinks: Words = {
  zh: '邮件链接：未启用，请部署网页应用后再运行“安装 / 检查”',
  en: 'Links in e-mails: off; deploy the web app, then run Set up / check again',
};

export function specsOf(
  machine: Machine,
  options: SpecOptions,
): Readonly<Partial<Record<WorkbookKey, readonly TabSpec[]>>> {
  const { language, agency, version, webApp, alone } = options;
  const chapters = chaptersOf(machine);
  const isIn = (workbook: WorkbookKey, register: Register): boolean =>
    register.workbook === workbook || (alone && workbook === 'desk');
  const tabs = (workbook: WorkbookKey): readonly TabSpec[] => {
    const all = chapters.flatMap(({ registers }) => registers).filter((one) => isIn(workbook, one));
    return chapters.flatMap(({ colour, registers }) =>
      registers.filter((one) => isIn(workbook, one)).map((one) => registerTab(one, colour, language, all)),
    );
  };
  const home = homeTab({
    agency,
    language,
    status: [say(installed, language, { version }), say(webApp ? withLinks : withoutLinks, language)],
    chapters: chapters
      .map(({ title, registers }) => ({ title, registers: registers.filter((one) => isIn('desk', one)) }))
      .filter(({ registers }) => registers.length > 0),
  });
  const restricted = alone ? [] : tabs('restricted');
  return {
    desk: [home, ...tabs('desk'), ...hiddenTabs(language)],
    ...(restricted.length > 0 && { restricted: [...restricted, ...hiddenTabs(language)] }),
  };
}

/** Daily ones fire within a quarter of an hour of these times. */
export function triggersWanted(workbooks: readonly WorkbookKey[]): readonly WantedTrigger[] {
  return [
    { handler: 'jobs.everyMinute', on: { everyMinutes: 1 } },
    { handler: 'jobs.everyMorning', on: { atHour: 8, nearMinute: 0 } },
    { handler: 'jobs.everyEvening', on: { atHour: 18, nearMinute: 30 } },
    ...workbooks.map((editOf) => ({ handler: 'jobs.onRegisterEdit', on: { editOf } })),
  ];
}

/** Where everything is in one workbook, it stays there: by the stored ids, else as the wizard was told, else by the setting. */
export function isAlone({ properties }: Installation, facts: Facts | undefined, told?: 'one' | 'two'): boolean {
  const restricted = properties.get('workbook.restricted');
  if (restricted) return restricted === properties.get('workbook.desk');
  return (told ?? facts?.setting<string>('agency.workbooks')) === 'one';
}
