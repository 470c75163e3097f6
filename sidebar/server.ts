// The one door to the server: typed questions through google.script.run, asked again when the answer got lost.
import type { CallName, Calls, Problem } from '../src/api/contract';
import { t } from './language';

/** `lost`: nobody knows whether the command was carried out; the same requestId must be used again. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem; readonly lost?: boolean };

/** Carries a question to the server; rejects when no answer came back. */
export type Send = (name: string, inputJson: string) => Promise<unknown>;

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  call(name: string, inputJson: string): void;
}

const notOnSheets = 'google.script.run is missing';

const sendByGoogle: Send = (name, inputJson) =>
  new Promise((resolve, reject) => {
    const run = (globalThis as { google?: { script?: { run?: Runner } } }).google?.script?.run;
    if (run === undefined) reject(new Error(notOnSheets));
    else run.withSuccessHandler(resolve).withFailureHandler(reject).call(name, inputJson);
  });

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits before the second, third … attempt, in milliseconds. */
const pauses = [1_000, 3_000];
/** Set-up may take minutes; a lost answer is otherwise noticed after this long. */
const patience = (name: CallName): number => (name === 'setUp' ? 330_000 : 60_000);

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function readAnswer<T>(raw: unknown): Answer<T> | undefined {
  if (typeof raw !== 'string' || raw === '') return undefined;
  try {
    const answer: unknown = JSON.parse(raw);
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answer<T>;
  } catch {
    // Half an answer is no answer.
  }
  return undefined;
}

/** What cannot get better by asking again, in words that say what to do. */
function hopeless(message: string): string | undefined {
  if (message === notOnSheets) return t('notOnSheets');
  if (/PERMISSION_DENIED/.test(message)) return t('severalAccounts');
  if (/Authorization is required|authorisation is required/i.test(message)) return t('authorise');
  return undefined;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String((error as { message?: unknown } | null)?.message ?? error ?? '');

/** `ask` with its transport and its waiting handed in. */
export async function askThrough<N extends CallName>(
  send: Send,
  wait: (ms: number) => Promise<void>,
  name: N,
  input: Calls[N]['input'],
): Promise<Answer<Calls[N]['value']>> {
  const inputJson = JSON.stringify(input);
  let last: Answer<Calls[N]['value']> | undefined;
  for (let attempt = 0; attempt <= pauses.length; attempt++) {
    if (attempt > 0) await wait(pauses[attempt - 1]!);
    try {
      last = readAnswer(await within(send(name, inputJson), patience(name)));
      if (last !== undefined && (last.ok || last.error.code !== 'busy')) return last;
    } catch (error) {
      const message = hopeless(messageOf(error));
      if (message !== undefined) return { ok: false, error: { code: 'notAllowed', message } };
      last = undefined;
    }
  }
  return last ?? lostAnswer('requestId' in input);
}

function lostAnswer(command: boolean): Answer<never> {
  const offline = typeof navigator !== 'undefined' && navigator.onLine === false;
  const message = offline ? t('offline') : command ? t('lostAnswer') : t('lostReading');
  return { ok: false, lost: true, error: { code: 'internal', message } };
}

/** Asks the server. Never throws: whatever goes wrong comes back in words. */
export function ask<N extends CallName>(name: N, input: Calls[N]['input']): Promise<Answer<Calls[N]['value']>> {
  return askThrough(sendByGoogle, sleep, name, input);
}

/** Asks the web app to look for mail to send; nobody waits for it. */
export function kick(url: string): void {
  if (url === '') return;
  try {
    void fetch(url + (url.includes('?') ? '&' : '?') + 'kick=1', { mode: 'no-cors', credentials: 'omit' }).catch(
      () => undefined,
    );
  } catch {
    // The clock sends the mail a minute later.
  }
}
