// google.script for a served page: written here, run in the browser, so the function may refer to nothing around it.

export interface PageConfig {
  /** Where calls go; the server knows by it which page, person and context is asking. */
  runUrl: string;
  functions: string[];
  host: 'sidebar' | 'dialog' | 'webapp';
  origin: string;
  location: { parameter: Record<string, string>; parameters: Record<string, string[]>; hash: string };
}

type Handler = ((result: unknown, userObject?: unknown) => void) | null | undefined;

interface Handlers {
  success?: Handler;
  failure?: Handler;
  userObject?: unknown;
}

type Answer =
  { ok: true; value: unknown; effects?: unknown } | { ok: false; error: { message: string }; effects?: unknown };

/** What the script needs of a window. */
export interface PageWindow {
  fetch(
    url: string,
    init: { method: string; headers: Record<string, string>; body: string },
  ): Promise<{
    ok: boolean;
    status: number;
    json(): Promise<unknown>;
  }>;
  parent: { postMessage(message: unknown, target: string): void };
  console: { error(...args: unknown[]): void };
  google?: unknown;
}

export function installGoogleScript(page: PageWindow, config: PageConfig): void {
  const concurrent = 10;
  const waiting: (() => void)[] = [];
  let running = 0;

  function illegal(key: string | number): never {
    throw new TypeError('Failed due to illegal value in property: ' + key);
  }

  function isForm(value: unknown): boolean {
    return Object.prototype.toString.call(value) === '[object HTMLFormElement]';
  }

  function formValues(form: { elements: ArrayLike<Record<string, unknown>> }): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const field of Array.from(form.elements)) {
      const name = field['name'] as string;
      const unchecked = (field['type'] === 'checkbox' || field['type'] === 'radio') && !field['checked'];
      if (!name || unchecked) continue;
      if (field['type'] === 'file') illegal(name);
      const value = String(field['value']);
      const before = values[name];
      values[name] = before === undefined ? value : ([] as unknown[]).concat(before, value);
    }
    return values;
  }

  /** A copy of plain data; anything else fails, named by the key under which it was found. */
  function legal(value: unknown, key: string | number, above: unknown[]): unknown {
    if (value === undefined || value === null) return null;
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
    if (typeof value !== 'object' || above.includes(value)) return illegal(key);
    const inside = above.concat([value]);
    if (Array.isArray(value)) return Array.from(value, (item, index) => legal(item, index, inside));
    if (Object.prototype.toString.call(value) !== '[object Object]') return illegal(key);
    const copy: Record<string, unknown> = {};
    for (const name of Object.keys(value)) {
      const field = (value as Record<string, unknown>)[name];
      if (field !== undefined) copy[name] = legal(field, name, inside);
    }
    return copy;
  }

  function send(name: string, args: unknown[], handlers: Handlers): void {
    function fail(message: string, kind: string): void {
      const error = new Error(message);
      error.name = kind;
      if (handlers.failure) handlers.failure(error, handlers.userObject);
      else if (handlers.failure === undefined) page.console.error(error);
    }
    function settle(answer: Answer): void {
      if (answer.effects) page.parent.postMessage({ emulator: 'effects', effects: answer.effects }, '*');
      if (!answer.ok) fail(answer.error.message, 'ScriptError');
      else if (handlers.success) handlers.success(answer.value, handlers.userObject);
    }
    function next(): void {
      running--;
      const start = waiting.shift();
      if (start) start();
    }
    function start(): void {
      running++;
      const body = JSON.stringify({ function: name, arguments: args });
      page
        .fetch(config.runUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
        .then(
          (response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))),
          () => Promise.reject(new Error('0')),
        )
        .then(
          (answer) => {
            next();
            settle(answer as Answer);
          },
          (error: Error) => {
            next();
            fail('Connection failure due to HTTP ' + error.message, 'NetworkError');
          },
        );
    }
    if (running < concurrent) start();
    else waiting.push(start);
  }

  function runner(handlers: Handlers): Record<string, unknown> {
    const methods: Record<string, unknown> = {
      withSuccessHandler: (success: Handler) => runner({ ...handlers, success }),
      withFailureHandler: (failure: Handler) => runner({ ...handlers, failure: failure ?? null }),
      withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
    };
    for (const name of config.functions) {
      methods[name] = (...args: unknown[]) => {
        const sent =
          args.length === 1 && isForm(args[0])
            ? [formValues(args[0] as { elements: ArrayLike<Record<string, unknown>> })]
            : args.map((arg, index) => legal(arg, index, []));
        send(name, sent, handlers);
      };
    }
    return Object.freeze(methods);
  }

  const toHost = (message: Record<string, unknown>) => page.parent.postMessage(message, '*');
  const host: Record<string, unknown> = {
    origin: config.origin,
    close: () => toHost({ emulator: 'close', host: config.host }),
    editor: { focus: () => toHost({ emulator: 'focus' }) },
  };
  if (config.host === 'dialog') {
    host['setWidth'] = (width: number) => toHost({ emulator: 'resize', width });
    host['setHeight'] = (height: number) => toHost({ emulator: 'resize', height });
  }
  const script: Record<string, unknown> = { run: runner({}), host };
  if (config.host === 'webapp')
    script['url'] = { getLocation: (callback: (location: unknown) => void) => callback(config.location) };
  page.google = { script };
}
