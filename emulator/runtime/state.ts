// What the emulated Google remembers besides its workbooks; plain JSON, saved and restored as it is.
import type { CacheState } from './cache-store';
import type { Selection } from './execution';
import type { MailState } from './mailbox';
import type { PropertyState } from './property-store';
import type { TriggerRecord } from './triggers';

export interface Person {
  email: string;
  name: string;
  roles: string[];
  /** Language of the account, as Session.getActiveUserLocale gives it. */
  locale?: string;
}

export interface Deployment {
  id: string;
  deployer: string;
  access: 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS';
  executeAs: 'USER_DEPLOYING' | 'USER_ACCESSING';
}

export interface GoogleState {
  people: Person[];
  /** Who is at the keyboard of the workbook page. */
  user: string;
  /** Which account the browser that opens web-app links is signed in to; '' is nobody. */
  visitor: string;
  officeAccount: string;
  /** Workspace domain; accounts of one domain are told of each other. */
  domain: string;
  scriptId: string;
  containerId: string;
  deployments: Deployment[];
  triggers: TriggerRecord[];
  properties: PropertyState;
  cache: CacheState;
  mail: MailState;
  selections: Record<string, Selection>;
  nextNumber: number;
}

/** What happened lately; not saved. */
export interface ExecutionRecord {
  id: number;
  at: string;
  function: string;
  kind: string;
  user: string;
  error?: string;
  logs: { level: string; text: string }[];
}
