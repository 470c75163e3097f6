// What setting up and looking after an installation needs of the world, besides the ports of every command.
import type { Tables } from './ports';
import type { WorkbookKey } from './register';
import type { TabSpec } from './tab-spec';
import type { Language } from './words';

/** What is written beside the workbooks: who owns the installation and where everything is. */
export interface Properties {
  get(key: PropertyKey): string | undefined;
  put(values: Readonly<Partial<Record<PropertyKey, string>>>): void;
}
export type PropertyKey =
  | 'workbook.desk'
  | 'workbook.restricted'
  | 'owner'
  | 'setUpFromEditor'
  | 'webApp'
  | 'webAppSignedIn'
  | 'version'
  | 'chapters'
  | 'language'
  | 'zone'
  | 'heartbeat'
  | 'nextDueAt'
  | 'lookedAt'
  | `onDuty.${string}`
  | `language.${string}`;

export interface StructureFault {
  readonly kind:
    'tab' | 'column' | 'heading' | 'hidden' | 'protection' | 'dropDown' | 'rows' | 'width' | 'home' | 'zone';
  /** Of the tab concerned; 0 and no title when it is the workbook. */
  readonly sheetId: number;
  readonly title: string;
  /** The columns concerned, by key. */
  readonly keys: readonly string[];
}

export interface WantedTrigger {
  readonly handler: string;
  readonly on:
    | { readonly everyMinutes: 1 | 5 | 10 | 15 | 30 }
    | { readonly atHour: number; readonly nearMinute: number }
    | { readonly editOf: WorkbookKey };
}

export interface FoundTrigger {
  readonly handler: string;
  /** The workbook whose edits it waits for. */
  readonly editOf?: WorkbookKey;
}

export interface Installation {
  readonly properties: Properties;
  /** The account that this runs as. */
  readonly account: string;
  /** The account at the keyboard; '' when Google does not say. */
  readonly person: string;
  /** The desk workbook: the one that holds the script, or the one named. Stored from then on. */
  claimDesk(id?: string): void;
  /** Makes the restricted workbook unless there is one; `alone` keeps everything in the desk workbook. */
  ensureRestricted(title: string, language: Language, alone: boolean): void;
  /** Puts in what is missing and touches nothing else; answers what was put in. `editors`: who may change what is really protected, besides the owner; as they are when unknown. */
  ensure(
    workbook: WorkbookKey,
    specs: readonly TabSpec[],
    editors: readonly string[] | undefined,
  ): readonly StructureFault[];
  /** As the kernel's tables; a first commit also puts in what `ensure` left until there are rows: drop-downs of people. */
  readonly tables: Tables;
  /** What `ensure` would put in; undefined when this account may not open the workbook. */
  inspect(
    workbook: WorkbookKey,
    specs: readonly TabSpec[],
    editors: readonly string[] | undefined,
  ): readonly StructureFault[] | undefined;
  /** Makes them editors; answers those with whom Google does not share. */
  share(workbook: WorkbookKey, emails: readonly string[]): readonly string[];
  /** Those of this account only: nobody sees another's. */
  triggers(): readonly FoundTrigger[];
  ensureTriggers(wanted: readonly WantedTrigger[]): void;
  ensureSecret(): void;
  /** The address of the deployed web app; undefined while there is none. */
  webAppAddress(): string | undefined;
  /** Recipients that may still be written to today, of this account. */
  mailQuota(): number;
  address(workbook: WorkbookKey): string;
}
