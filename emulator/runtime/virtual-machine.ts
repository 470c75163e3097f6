// Runs one function of the project in a fresh realm, the way Apps Script runs an execution.
import type { Context } from 'node:vm';
import { createContext, Script } from 'node:vm';
import { types } from 'node:util';
import type { Bridge } from './bridge';
import { createBridge } from './bridge';
import type { Execution, HtmlState, ReportedError, RunRequest, RunResult, TextState } from './execution';
import type { Google } from './google';
import type { Project } from './project';
import { UnserialisableResult, wireValue } from './return-values';
import { ExecutionAborted, serverErrorText } from './service-error';
import { servicesOf } from './services';

const outOfTime = 'Exceeded maximum execution time';
const simpleTriggerMilliseconds = 30_000;
const runKey = 'emulator.run';
const invocation = new Script(`globalThis[Symbol.for('${runKey}')]()`, { filename: 'emulator' });

type Settled = { returned: unknown } | { thrown: unknown };

/** Runs `task` inside the realm, under the CPU limit; its microtasks are done when this returns. */
function within(context: Context, task: () => unknown, cpuLimit: number): Settled {
  let settled: Settled = { returned: undefined };
  const entry = () => {
    delete (context as Record<symbol, unknown>)[Symbol.for(runKey)];
    try {
      settled = { returned: task() };
    } catch (thrown) {
      settled = { thrown };
    }
  };
  Object.defineProperty(context, Symbol.for(runKey), { value: entry, configurable: true, enumerable: false });
  invocation.runInContext(context, { timeout: cpuLimit });
  return settled;
}

// The handlers must be functions of the realm: a job runs in the queue of the realm that its function belongs to.
const follow = new Script(
  '(promise, resolved, rejected) => void promise.then((v) => resolved(v), (e) => rejected(e))',
  {
    filename: 'emulator',
  },
);

/** A promise counts by what it has come to when the microtasks are done; one that waits for ever is nothing. */
function followPromise(context: Context, settled: Settled, cpuLimit: number): Settled {
  if (!('returned' in settled) || !types.isPromise(settled.returned)) return settled;
  const promise: unknown = settled.returned;
  let outcome: Settled = { returned: undefined };
  const resolved = (returned: unknown) => void (outcome = { returned });
  const rejected = (thrown: unknown) => void (outcome = { thrown });
  const start = follow.runInContext(context) as (...args: unknown[]) => void;
  within(context, () => start(promise, resolved, rejected), cpuLimit);
  return outcome;
}

/** The realm's Date tells the emulator's time. */
const setClock = new Script(
  `(read) => {
    const now = () => read();
    globalThis.Date = new Proxy(Date, {
      construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [now()], made),
      apply: (target) => new target(now()).toString(),
      get: (target, key) => (key === 'now' ? now : target[key]),
    });
  }`,
  { filename: 'emulator' },
);

class NotFound extends Error {}

/** The function that `menu.setUp` or `call` names, bound to the object that holds it. */
function lookUp(context: Context, project: Project, request: RunRequest): () => unknown {
  const path = request.function;
  const missing = new NotFound(`Script function not found: ${path}`);
  if (!/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(path)) throw missing;
  const [root = '', ...rest] = path.split('.');
  if (request.fromPage && (rest.length > 0 || root.endsWith('_') || !project.functions.includes(root))) throw missing;
  // A top-level const is no property of the global object, so the name is looked up by a script.
  const look = new Script(`typeof ${root} === 'undefined' ? undefined : ${root}`, { filename: 'emulator' });
  let holder: unknown;
  let found: unknown = look.runInContext(context);
  for (const key of rest) {
    holder = found;
    found = Object.hasOwn(Object(found) as object, key) ? (found as Record<string, unknown>)[key] : undefined;
  }
  if (typeof found !== 'function') throw missing;
  const target = found as (...args: unknown[]) => unknown;
  return (...args: unknown[]) => Reflect.apply(target, holder, args);
}

function reported(error: unknown, project: Project): ReportedError {
  if (typeof error !== 'object' || error === null) return { name: 'Error', message: String(error), stack: [] };
  const { name, message, stack } = error as Partial<Record<'name' | 'message' | 'stack', unknown>>;
  const files = new Set(project.scripts.map((script) => script.name));
  const frames = [...String(stack ?? '').matchAll(/^\s+at (?:(.+?) \()?([^()\n]+?):(\d+):\d+\)?$/gm)]
    .map(([, caller, file, line]) => ({ function: caller ?? '', file: file!, line: Number(line) }))
    .filter(({ file }) => files.has(file));
  return { name: String(name ?? 'Error'), message: String(message ?? error), stack: frames };
}

function wire(value: unknown, bridge: Bridge): unknown {
  return wireValue(value, {
    isService: (item) => bridge.behind(item) !== undefined,
    blobMembers: (item) => {
      const service = bridge.behind(item);
      return service?.typeName === 'Blob' ? Object.keys(service.members) : undefined;
    },
  });
}

function outputOf(value: unknown, bridge: Bridge): RunResult['output'] {
  const service = bridge.behind(value);
  if (service?.typeName === 'HtmlOutput') return { type: 'html', output: { ...(service.state as HtmlState) } };
  if (service?.typeName === 'TextOutput') return { type: 'text', output: { ...(service.state as TextState) } };
  return undefined;
}

export function execute(google: Google, execution: Execution, request: RunRequest): RunResult {
  const { project, limits, clock } = google;
  const context = createContext(
    {},
    { codeGeneration: { strings: false, wasm: false }, microtaskMode: 'afterEvaluate' },
  );
  (setClock.runInContext(context) as (read: () => number) => void)(() => clock.now().getTime());
  const longest = execution.kind === 'simple' ? simpleTriggerMilliseconds : limits.runMilliseconds;
  const passage = (name: string | undefined, call: () => unknown): unknown => {
    if (execution.aborted) throw new ExecutionAborted(execution.aborted);
    const value = name === undefined ? call() : google.gateway.pass(name, call);
    const ran = clock.now().getTime() - execution.startedAt;
    if (ran > longest) {
      execution.aborted = outOfTime;
      throw new ExecutionAborted(outOfTime);
    }
    return value;
  };
  const bridge = createBridge(context, passage);
  const services = servicesOf(google, execution, (value) => bridge.behind(value) ?? value);
  for (const [name, service] of Object.entries(services))
    (context as Record<string, unknown>)[name] = bridge.expose(service);

  const { effects, logs } = execution;
  const failure = (error: ReportedError): RunResult => ({ ok: false, error, effects, logs });
  try {
    for (const script of project.scripts) script.compiled.runInContext(context, { timeout: limits.cpuMilliseconds });
    const target = lookUp(context, project, request) as (...args: unknown[]) => unknown;
    const args = (request.args ?? []).map((arg) => bridge.toScript(arg));
    const first = within(context, () => target(...args), limits.cpuMilliseconds);
    const settled = request.function.startsWith('do') ? first : followPromise(context, first, limits.cpuMilliseconds);
    if (execution.asks) return { ok: false, asks: execution.asks, effects, logs };
    if (execution.aborted) return failure({ name: 'Exception', message: execution.aborted, stack: [] });
    if ('thrown' in settled) return failure(reported(settled.thrown, project));
    const output = outputOf(settled.returned, bridge);
    return { ok: true, value: output ? null : wire(settled.returned, bridge), output, effects, logs };
  } catch (error) {
    if (error instanceof UnserialisableResult) return failure({ name: 'Error', message: serverErrorText, stack: [] });
    if (error instanceof NotFound) return failure({ name: 'Error', message: error.message, stack: [] });
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return failure({ name: 'Exception', message: outOfTime, stack: [] });
    return failure(reported(error, project));
  }
}
