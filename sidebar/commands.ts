// Commands on their way: the same requestId until an answer came, and nothing sent twice at once.
import { cell } from './cell';
import type { Calls } from '../src/api/contract';
import { newRequestId } from './request-id';
import { ask, isSettled, type Answer } from './server';

type CommandName = { [N in keyof Calls]: Calls[N]['input'] extends { requestId: string } ? N : never }[keyof Calls];
type CommandInput<N extends CommandName> = Omit<Calls[N]['input'], 'requestId'>;

/** Keys of the commands that are being sent; their buttons are disabled. */
export const underWay = cell<ReadonlySet<string>>(new Set());

/** The requestIds of commands of which nobody knows whether they were carried out, by the command's whole content. */
const unanswered = new Map<string, string>();

function mark(key: string, on: boolean): void {
  const next = new Set(underWay.value);
  if (on) next.add(key);
  else next.delete(key);
  underWay.value = next;
}

/**
 * Sends a command. `key` names the button: a second press while the first is under way answers undefined.
 * A repeat of the same content after a lost answer carries the same requestId.
 */
export async function command<N extends CommandName>(
  key: string,
  name: N,
  input: CommandInput<N>,
  requestId?: string,
): Promise<Answer<Calls[N]['value']> | undefined> {
  if (underWay.value.has(key)) return undefined;
  // Where the record was last seen is no part of what is asked.
  const content = name + JSON.stringify({ ...input, row: undefined });
  const id = requestId ?? unanswered.get(content) ?? newRequestId();
  mark(key, true);
  try {
    const answer = await ask(name, { ...input, requestId: id } as unknown as Calls[N]['input']);
    if (answer.ok || isSettled(answer.error)) unanswered.delete(content);
    else if (answer.error.lost) unanswered.set(content, id);
    return answer;
  } finally {
    mark(key, false);
  }
}
