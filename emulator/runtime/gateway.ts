// The one place that every service call passes: counted, recorded, limited, and met by the faults that were ordered.
import { appendFileSync } from 'node:fs';
import { SheetsError } from '../sheets';
import type { Clock } from './clock';
import { ServiceError, serverErrorText } from './service-error';

/** What can be made to happen just before a call. */
export interface Happening {
  edit?: {
    spreadsheetId: string;
    sheet: string | number;
    range: string;
    values: unknown[][];
    events?: 'now' | 'after' | 'lost';
  };
  sort?: { spreadsheetId: string; sheet: string | number; column: number; ascending?: boolean };
  run?: { function: string; args?: unknown[]; user?: string };
  /** In-process tests only. */
  act?: () => void;
}

export interface Fault extends Happening {
  /** `sheets.batchUpdate`, `sheets.values.batchGetByDataFilter`, `mail.send`, `lock.tryLock`, `sheets.*` or `*`. */
  call: string;
  /** Counted from 1 since the fault was set. */
  nth: number;
  /** dropAnswer: the call is carried out, but its caller is told that it failed. */
  do: 'fail' | 'dropAnswer' | 'delay' | 'before';
  /** 503 unless told; 0 with dropAnswer: an empty response. */
  status?: number;
  /** How long a delay takes; 30 unless told. */
  seconds?: number;
}

export interface CallLog {
  /** Number of calls by name. */
  calls: Record<string, number>;
  total: number;
  sheets: { method: string; by: string; cellsRead: number; cellsWritten: number; failed?: number }[];
  cellsRead: number;
  cellsWritten: number;
}

export interface SheetsCall {
  /** Discovery id: `spreadsheets.batchUpdate`. */
  method: string;
  params: Record<string, unknown>;
  body: object | undefined;
  caller: string;
  /** Limits are kept for each user of each project. */
  project: 'script' | 'rest';
}

export interface Gateway {
  /** A call of any service but Sheets. */
  pass<T>(name: string, call: () => T): T;
  sheets(call: SheetsCall, carryOut: () => object, counters: { cellsRead: number; cellsWritten: number }): object;
  log(): CallLog;
  resetLog(): void;
  setFaults(faults: readonly Fault[]): void;
}

export interface GatewayOptions {
  clock: Clock;
  /** Reads and writes a minute that one user may make; Google's own limit is 60 of each. */
  sheetsPerMinute(): number;
  /** Milliseconds of the emulator's clock that a call takes. */
  cost(name: string): number;
  happen(happening: Happening): void;
  recordTo?: string | undefined;
}

const readMethods = /(^|\.)(get|getByDataFilter|batchGet|batchGetByDataFilter|search)$/;

const transientTexts: Record<number, [status: string, message: string]> = {
  400: ['INVALID_ARGUMENT', 'Request contains an invalid argument.'],
  403: ['PERMISSION_DENIED', 'The caller does not have permission'],
  429: ['RESOURCE_EXHAUSTED', 'Quota exceeded.'],
  500: ['INTERNAL', 'Internal error encountered.'],
  503: ['UNAVAILABLE', 'The service is currently unavailable.'],
};

function rateLimited(kind: 'Read' | 'Write', limit: number): SheetsError {
  const name = `${kind} requests`;
  return new SheetsError(
    429,
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric '${name}' and limit '${name} per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: { quota_limit: `${kind}RequestsPerMinutePerUser`, quota_limit_value: String(limit) },
      },
    ],
  );
}

export function createGateway(options: GatewayOptions): Gateway {
  const { clock } = options;
  let log = emptyLog();
  let faults: (Fault & { seen: number; over: boolean })[] = [];
  // While a fault's happening is under way its own calls are not counted towards other faults.
  let happening = 0;
  const recent = new Map<string, number[]>();

  function count(name: string): void {
    log.calls[name] = (log.calls[name] ?? 0) + 1;
    log.total++;
  }

  function faultFor(name: string): Fault | undefined {
    if (happening > 0) return undefined;
    let met: Fault | undefined;
    for (const fault of faults) {
      if (fault.over || !matches(fault.call, name)) continue;
      fault.seen++;
      if (fault.seen < fault.nth) continue;
      fault.over = true;
      met ??= fault;
    }
    return met;
  }

  function begin(name: string): Fault | undefined {
    count(name);
    clock.pass(options.cost(name));
    const fault = faultFor(name);
    if (!fault) return undefined;
    if (fault.do === 'delay') clock.pass((fault.seconds ?? 30) * 1000);
    happening++;
    try {
      options.happen(fault);
    } finally {
      happening--;
    }
    return fault;
  }

  function limit(call: SheetsCall): void {
    const perMinute = options.sheetsPerMinute();
    const kind = readMethods.test(call.method) ? 'Read' : 'Write';
    const key = `${call.project} ${call.caller} ${kind}`;
    const now = clock.now().getTime();
    const moments = (recent.get(key) ?? []).filter((moment) => moment > now - 60_000 && moment <= now);
    if (moments.length >= perMinute) throw rateLimited(kind, perMinute);
    moments.push(now);
    recent.set(key, moments);
  }

  return {
    pass(name, call) {
      const fault = begin(name);
      if (fault?.do === 'fail') return failed(name) as never;
      const answer = call();
      return fault?.do === 'dropAnswer' ? (failed(name) as never) : answer;
    },
    sheets(call, carryOut, counters) {
      const name = call.method.replace(/^spreadsheets\./, 'sheets.');
      if (options.recordTo) {
        const { method, params, body } = call;
        appendFileSync(options.recordTo, `${JSON.stringify({ method, params, body })}\n`);
      }
      const fault = begin(name);
      const { cellsRead, cellsWritten } = counters;
      const line: CallLog['sheets'][number] = { method: call.method, by: call.caller, cellsRead: 0, cellsWritten: 0 };
      log.sheets.push(line);
      try {
        limit(call);
        if (fault?.do === 'fail') throw sheetsFailure(fault.status);
        const answer = carryOut();
        if (fault?.do === 'dropAnswer') throw sheetsFailure(fault.status);
        return answer;
      } catch (error) {
        if (error instanceof SheetsError) line.failed = error.code;
        throw error;
      } finally {
        line.cellsRead = counters.cellsRead - cellsRead;
        line.cellsWritten = counters.cellsWritten - cellsWritten;
        log.cellsRead += line.cellsRead;
        log.cellsWritten += line.cellsWritten;
      }
    },
    log: () => log,
    resetLog: () => {
      log = emptyLog();
    },
    setFaults: (next) => {
      faults = next.map((fault) => ({ ...fault, seen: 0, over: false }));
    },
  };
}

function emptyLog(): CallLog {
  return { calls: {}, total: 0, sheets: [], cellsRead: 0, cellsWritten: 0 };
}

/** `*` means every call that leaves the script. */
const insideTheScript = /^(utilities|html|content|session)\./;

function matches(pattern: string, name: string): boolean {
  if (pattern === '*') return !insideTheScript.test(name);
  return pattern.endsWith('.*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

/** Status 0 is Apps Script's own `Empty response`. */
function sheetsFailure(status = 503): SheetsError {
  if (status === 0) return new SheetsError(0, 'UNKNOWN', 'Empty response');
  if (status === 429) return rateLimited('Write', 60);
  const [name, message] = transientTexts[status] ?? ['UNKNOWN', `HTTP ${status}`];
  return new SheetsError(status, name, message);
}

function failed(name: string): unknown {
  if (name === 'lock.tryLock') return false;
  if (name === 'lock.waitLock')
    throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
  throw new ServiceError(serverErrorText);
}
