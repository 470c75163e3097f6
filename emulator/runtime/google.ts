// The whole emulated Google of one office: its workbooks, its people, one container-bound script and what runs it.
import { randomBytes } from 'node:crypto';
import { SheetsBackend } from '../sheets';
import type { EditAct } from './acts';
import { deliverEdit } from './acts';
import type { Clock, ClockState } from './clock';
import { createClock } from './clock';
import type { Execution, RunRequest, RunResult, Selection } from './execution';
import type { Gateway, Happening } from './gateway';
import { createGateway } from './gateway';
import { identitiesOf } from './identities';
import type { Locks } from './locks';
import { createLocks } from './locks';
import type { MailLimits } from './mailbox';
import { consumerMailLimits } from './mailbox';
import type { Project } from './project';
import { readProject } from './project';
import { ServiceError } from './service-error';
import type { Deployment, ExecutionRecord, GoogleState, Person } from './state';
import { execute } from './virtual-machine';

export interface Limits {
  mail: MailLimits;
  /** Of the emulator's clock, sleep included. */
  runMilliseconds: number;
  /** Of this machine's clock: the emulator's guard against endless loops. */
  cpuMilliseconds: number;
  /** Reads and writes a minute for each user. */
  sheetsPerMinute: number;
}

export interface GoogleOptions {
  /** Folder of the built project: scripts, HTML files, appsscript.json. */
  dist: string;
  /** Stops the clock at this moment; without it real time runs. */
  now?: Date;
  people?: Person[];
  officeAccount?: string;
  domain?: string;
  limits?: Partial<Limits>;
  /** File that every Sheets call is appended to; EMULATOR_RECORD unless told. */
  recordTo?: string;
  /** Virtual milliseconds that a service call takes. */
  cost?: (name: string) => number;
}

export interface GoogleSnapshot {
  format: 1;
  clock: ClockState;
  state: GoogleState;
  sheets: unknown;
}

const remembered = 200;

/** An identifier of the length and alphabet that Google's have. */
function googleId(prefix: string, length: number): string {
  return (
    prefix +
    randomBytes(length)
      .toString('base64url')
      .slice(0, length - prefix.length)
  );
}

export class Google {
  readonly clock: Clock;
  readonly sheets: SheetsBackend;
  readonly gateway: Gateway;
  readonly locks: Locks = createLocks();
  readonly limits: Limits;
  readonly executions: ExecutionRecord[] = [];
  state: GoogleState;
  project: Project;
  /** Where the emulator is reached; links in mails begin with it. */
  origin = 'http://127.0.0.1:8460';
  /** Goes up with everything that may have changed what a person sees. */
  version = 0;
  #listeners = new Set<() => void>();
  #running: Execution[] = [];
  #afterwards: (() => void)[] = [];
  #nextExecution = 1;
  readonly #dist: string;

  constructor(options: GoogleOptions) {
    this.#dist = options.dist;
    this.project = readProject(options.dist);
    this.clock = createClock(options.now);
    this.sheets = new SheetsBackend({ now: () => this.clock.now(), newId: () => googleId('1', 44) });
    this.limits = {
      mail: consumerMailLimits,
      runMilliseconds: 6 * 60_000,
      cpuMilliseconds: 6 * 60_000,
      sheetsPerMinute: 60,
      ...options.limits,
    };
    this.gateway = createGateway({
      clock: this.clock,
      sheetsPerMinute: () => this.limits.sheetsPerMinute,
      cost: options.cost ?? (() => 0),
      happen: (happening) => this.#happen(happening),
      recordTo: (options.recordTo ?? process.env['EMULATOR_RECORD']) || undefined,
    });
    const officeAccount = options.officeAccount ?? 'frontdesk-system@example.org';
    this.state = {
      people: options.people ?? [],
      user: officeAccount,
      visitor: '',
      officeAccount,
      domain: options.domain ?? '',
      scriptId: googleId('1', 57),
      containerId: '',
      deployments: [],
      triggers: [],
      properties: { script: {}, users: {} },
      cache: {},
      mail: { sent: [], used: {} },
      selections: {},
      nextNumber: 1,
    };
    this.deploy('ANYONE_ANONYMOUS');
  }

  get containerId(): string {
    return this.state.containerId;
  }
  get scriptId(): string {
    return this.state.scriptId;
  }
  get scriptZone(): string {
    return this.project.manifest.timeZone ?? 'Asia/Shanghai';
  }

  /** Reads dist/ again, after a build. */
  reload(): void {
    this.project = readProject(this.#dist);
  }

  person(email: string): Person | undefined {
    return this.state.people.find((person) => person.email === email);
  }

  newId(): string {
    return googleId('', 16);
  }

  /** Ids of triggers are numbers as text. */
  newNumber(): string {
    return String(7_000_000_000 + this.state.nextNumber++);
  }

  /** Makes the workbook that the script is bound to, owned by the office account. */
  createContainer(title: string, locale = 'zh_CN'): string {
    const body = { properties: { title, locale, timeZone: this.scriptZone } };
    const caller = { email: this.state.officeAccount };
    const made = this.sheets.call('spreadsheets.create', {}, body, caller) as { spreadsheetId: string };
    this.state.containerId = made.spreadsheetId;
    this.changed();
    return made.spreadsheetId;
  }

  deploy(access: Deployment['access'], executeAs: Deployment['executeAs'] = 'USER_DEPLOYING'): Deployment {
    const deployment = { id: googleId('AKfycb', 74), deployer: this.state.officeAccount, access, executeAs };
    this.state.deployments.push(deployment);
    return deployment;
  }

  webAppUrl(deploymentId = this.state.deployments[0]?.id): string | null {
    return deploymentId === undefined ? null : `${this.origin}/macros/s/${deploymentId}/exec`;
  }

  workbookUrl(id: string): string {
    return `${this.origin}/spreadsheets/d/${id}/edit`;
  }

  selectionOf(email: string, spreadsheetId: string): Selection {
    const selection = this.state.selections[email];
    return selection?.spreadsheetId === spreadsheetId ? selection : { spreadsheetId, sheetId: 0, row: 1, column: 1 };
  }

  /** Every Sheets call, whether from a script or over HTTP. */
  sheetsCall(
    method: string,
    params: Record<string, unknown>,
    body: object | undefined,
    caller: string,
    project: 'script' | 'rest',
  ): object {
    const carryOut = () => this.sheets.call(method, params, body, { email: caller });
    const answer = this.gateway.sheets({ method, params, body, caller, project }, carryOut, this.sheets);
    if (project === 'rest') this.changed();
    return answer;
  }

  run(request: RunRequest): RunResult {
    const execution = this.#begin(request);
    if (request.kind !== 'webapp' && request.kind !== 'trigger') this.#needAccess(execution);
    this.#running.push(execution);
    let result: RunResult;
    try {
      result = execute(this, execution, request);
    } finally {
      this.#running.pop();
      this.locks.releaseAll(execution.id);
    }
    this.#remember(execution, result);
    this.changed();
    if (this.#running.length === 0) for (const act of this.#afterwards.splice(0)) act();
    return result;
  }

  /** Now, or when the execution that is under way has ended. */
  afterExecution(act: () => void): void {
    if (this.#running.length === 0) act();
    else this.#afterwards.push(act);
  }

  changed(): void {
    this.version++;
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  snapshot(): GoogleSnapshot {
    return {
      format: 1,
      clock: this.clock.snapshot(),
      state: structuredClone(this.state),
      sheets: this.sheets.snapshot(),
    };
  }

  restore(snapshot: GoogleSnapshot): void {
    if (snapshot.format !== 1) throw new Error('This state was saved by another version of the emulator.');
    this.clock.restore(snapshot.clock);
    this.state = structuredClone(snapshot.state);
    this.sheets.restore(snapshot.sheets);
    this.changed();
  }

  #begin(request: RunRequest): Execution {
    const deployment =
      this.state.deployments.find(({ id }) => id === request.deploymentId) ?? this.state.deployments[0];
    const { activeUser, effectiveUser } = identitiesOf(this.state, request, deployment);
    return {
      id: this.#nextExecution++,
      kind: request.kind,
      function: request.function,
      activeUser,
      effectiveUser,
      authMode: request.authMode ?? (request.kind === 'simple' ? 'LIMITED' : 'FULL'),
      startedAt: this.clock.now().getTime(),
      ...(request.trigger ? { trigger: request.trigger } : {}),
      ...(deployment ? { deploymentId: deployment.id } : {}),
      answers: [...(request.answers ?? [])],
      interactive: request.interactive ?? false,
      effects: { menus: [], dialogs: [], alerts: [], toasts: [] },
      logs: [],
    };
  }

  #needAccess(execution: Execution): void {
    if (this.containerId === '') return;
    // Whoever may only look has no script.
    const access = this.sheets.accessOf(this.containerId, execution.effectiveUser);
    if (access === 'owner' || access === 'editor') return;
    throw new ServiceError('You do not have permission to access the requested document.');
  }

  #happen({ edit, sort, run, act }: Happening): void {
    act?.();
    if (sort) {
      const { spreadsheetId, sheet, column, ascending = true } = sort;
      this.sheets.sort(spreadsheetId, sheet, column, ascending, { email: this.state.user });
    }
    if (edit) deliverEdit(this, edit satisfies EditAct, edit.events ?? 'after');
    if (run)
      this.run({
        kind: 'container',
        function: run.function,
        args: run.args ?? [],
        ...(run.user ? { user: run.user } : {}),
      });
  }

  #remember(execution: Execution, result: RunResult): void {
    this.executions.push({
      id: execution.id,
      at: new Date(execution.startedAt).toISOString(),
      function: execution.function,
      kind: execution.kind,
      user: execution.effectiveUser,
      ...(result.error ? { error: `${result.error.name}: ${result.error.message}` } : {}),
      logs: execution.logs,
    });
    if (this.executions.length > remembered) this.executions.shift();
  }
}
