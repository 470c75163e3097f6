// What was typed and not yet saved, kept in this browser until the server has confirmed it.
import type { Value } from '../src/kernel/values';

export type Row = Readonly<Record<string, Value>>;

/** What was sent, and the requestId under which it must be sent again because no answer came. */
export interface Sent {
  readonly requestId: string;
  readonly rows: readonly Row[];
}

export interface Draft {
  readonly values: Row;
  readonly lines: readonly Row[];
  readonly sent?: Sent;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Personal data does not stay on a shared computer for longer than this. */
const longestMs = 3 * 86_400_000;
const prefix = 'qiantai:draft:';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const memory = new Map<string, string>();
const inMemory: Store = {
  getItem: (key) => memory.get(key) ?? null,
  setItem: (key, text) => void memory.set(key, text),
  removeItem: (key) => void memory.delete(key),
};

/** The browser's storage, or memory where the browser keeps it from frames. */
export function browserStore(): Store {
  try {
    const store = window.localStorage;
    store.setItem(prefix, '');
    store.removeItem(prefix);
    return store;
  } catch {
    return inMemory;
  }
}

export function keepDraft(store: Store, name: string, draft: Draft): void {
  try {
    store.setItem(prefix + name, JSON.stringify(draft));
  } catch {
    inMemory.setItem(prefix + name, JSON.stringify(draft));
  }
}

export function recallDraft(store: Store, name: string, now: number): Draft | undefined {
  const kept = store.getItem(prefix + name) ?? inMemory.getItem(prefix + name);
  if (kept === null) return undefined;
  try {
    const draft = JSON.parse(kept) as Draft;
    if (now - draft.savedAt <= longestMs && typeof draft.values === 'object' && Array.isArray(draft.lines))
      return draft;
  } catch {
    // Not a draft of ours.
  }
  forgetDraft(store, name);
  return undefined;
}

export function forgetDraft(store: Store, name: string): void {
  store.removeItem(prefix + name);
  inMemory.removeItem(prefix + name);
}

/**
 * What to send now. After a lost answer the first content goes out again under its own requestId, because only so
 * can the server tell whether it has it already; `changed` says that more was typed since.
 */
export function nextToSend(
  sent: Sent | undefined,
  rows: readonly Row[],
  newId: () => string,
): { readonly send: Sent; readonly changed: boolean } {
  if (sent === undefined) return { send: { requestId: newId(), rows }, changed: false };
  return { send: sent, changed: JSON.stringify(sent.rows) !== JSON.stringify(rows) };
}
