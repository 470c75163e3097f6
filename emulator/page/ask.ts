// Asks the emulator over its own routes, and tells how many questions are under way.
import { signal } from '@preact/signals';

/** The progress line shows while this is above zero. */
export const underWay = signal(0);

export class EmulatorError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

async function answerOf<Value>(response: Response): Promise<Value> {
  const value: unknown = await response.json().catch(() => undefined);
  if (response.ok) return value as Value;
  const { error } = (value ?? {}) as { error?: { message?: string } };
  throw new EmulatorError(error?.message ?? response.statusText, response.status);
}

async function send<Value>(method: string, path: string, body?: unknown): Promise<Value> {
  const init: RequestInit = { method };
  if (body !== undefined) {
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  return answerOf<Value>(await fetch(`/emulator/${path}`, init));
}

/** Looks without being noticed: what the page asks by itself. */
export const look = <Value>(path: string): Promise<Value> => send<Value>('GET', path);

/** Something a person waits for: the progress line shows meanwhile. */
export async function act<Value = unknown>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown = {}) {
  underWay.value++;
  try {
    return await send<Value>(method, path, body);
  } finally {
    underWay.value--;
  }
}

/** Something that nobody waits for. */
export const mention = (method: 'PUT', path: string, body: unknown): Promise<unknown> => send(method, path, body);
