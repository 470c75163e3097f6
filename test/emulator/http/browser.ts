// A browser's part in a test: asks the emulator over its own routes, and runs a served page's google.script.
import { createContext, Script } from 'node:vm';
import type { Hono } from 'hono';
import type { Google } from '../../../emulator/runtime';
import { createApp } from '../../../emulator/http';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape, looked into by the tests
type Json = any;

export interface Client {
  app: Hono;
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; json: () => Promise<Json>; text: () => Promise<string>; headers: Headers }>;
  send(
    method: string,
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; json: Json }>;
}

export function clientOf(google: Google): Client {
  const app = createApp(google);
  const at = (path: string) => new URL(path, google.origin).href;
  return {
    app,
    get: async (path, headers = {}) => app.request(at(path), { headers }),
    send: async (method, path, body, headers = {}) => {
      const init = { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
      const response = await app.request(at(path), init);
      return { status: response.status, json: await response.json() };
    },
  };
}

export interface OpenPage {
  /** Runs a script in the page; `google` is there. */
  evaluate(source: string): Json;
  /** What the page told the window around it. */
  messages: Json[];
  errors: unknown[];
  /** Requests under way at most at one time. */
  mostAtOnce(): number;
}

/** Opens a served page as a browser would: its own realm, the script that the server put into it, fetch to the server. */
export async function openPage(client: Client, url: string): Promise<OpenPage> {
  const html = await (await client.get(new URL(url).pathname)).text();
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1];
  if (script === undefined) throw new Error(`no script in ${html}`);
  const messages: Json[] = [];
  const errors: unknown[] = [];
  let running = 0;
  let most = 0;
  const window: Record<string, unknown> = {
    fetch: async (path: string, init: RequestInit) => {
      most = Math.max(most, ++running);
      // A request takes a turn of the event loop, so that calls can overlap.
      await new Promise((resolve) => setImmediate(resolve));
      try {
        return await client.app.request(new URL(path, 'http://127.0.0.1').href, init);
      } finally {
        running--;
      }
    },
    parent: { postMessage: (message: unknown) => messages.push(structuredClone(message)) },
    console: { error: (...args: unknown[]) => errors.push(...args) },
    URL,
    Blob,
  };
  window['window'] = window;
  const context = createContext(window);
  new Script(script).runInContext(context);
  return {
    evaluate: (source) => new Script(source).runInContext(context) as unknown,
    messages,
    errors,
    mostAtOnce: () => most,
  };
}

/** Source of a promise for a call: resolves with the success value, rejects with the failure. */
export const called = (call: string, runner = 'google.script.run') =>
  `new Promise((resolve, reject) => ${runner}.withSuccessHandler(resolve).withFailureHandler(reject).${call})`;
