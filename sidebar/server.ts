// The one door to the server: typed questions through google.script.run, asked again when the answer got lost.
import type { CallName, Calls, Problem, Reply } from '../src/api/contract';
import { t } from './language';

export type Answer<T> = Reply<T>;

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
/** These may take minutes; a lost answer is otherwise noticed after this long. */
const long: readonly CallName[] = ['setUp', 'report'];
const patience = (name: CallName): number => (long.includes(name) ? 330_000 : 60_000);

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
  const isCommand = 'requestId' in input;
  let problem = noAnswer(isCommand);
  let lost = false;
  for (let attempt = 0; attempt <= pauses.length; attempt++) {
    if (attempt > 0) await wait(pauses[attempt - 1]!);
    const answer = await askOnce<Calls[N]['value']>(send, name, inputJson);
    if (answer?.ok) return answer;
    problem = answer?.error ?? noAnswer(isCommand);
    lost ||= problem.lost === true;
    if (answer !== undefined && problem.code !== 'busy') break;
  }
  return { ok: false, error: lost && !isSettled(problem) ? { ...problem, lost } : problem };
}

const settled: readonly Problem['code'][] = ['invalid', 'refused', 'notAllowed', 'notFound', 'outOfDate'];
/** The server has looked and says no: it has not done, at an earlier attempt, what is asked. */
export const isSettled = ({ code, lost }: Problem): boolean => lost !== true && settled.includes(code);

/** Undefined when nothing came back. */
async function askOnce<T>(send: Send, name: CallName, inputJson: string): Promise<Answer<T> | undefined> {
  try {
    return readAnswer(await within(send(name, inputJson), patience(name)));
  } catch (error) {
    const message = hopeless(messageOf(error));
    return message === undefined ? undefined : { ok: false, error: { code: 'misconfigured', message } };
  }
}

function noAnswer(command: boolean): Problem {
  const offline = typeof navigator !== 'undefined' && navigator.onLine === false;
  const message = offline ? t('offline') : command ? t('lostAnswer') : t('lostReading');
  return { code: 'internal', message, lost: true };
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
