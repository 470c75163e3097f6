// The content of a form that is being filled in, written to the browser's storage as it changes.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Value } from '../../src/kernel/values';
import { forgetDraft, keepDraft, recallDraft, type Draft, type Row, type Sent } from '../draft';
import { differs } from '../form-values';
import type { Form } from '../forms';

type Store = Parameters<typeof keepDraft>[0];

export interface EntryDraft {
  readonly values: Row;
  readonly lines: readonly Row[];
  /** Whether it came back from an earlier time. */
  readonly recalled: boolean;
  readonly setValue: (key: string, value: Value) => void;
  readonly setValues: (values: Row) => void;
  readonly setLines: (lines: readonly Row[]) => void;
  readonly sent: () => Sent | undefined;
  /** Remembers what is being sent, or that it has been answered. */
  readonly setSent: (sent: Sent | undefined) => void;
  readonly clear: () => void;
  readonly forget: () => void;
}

interface Content {
  readonly values: Row;
  readonly lines: readonly Row[];
}

/** `given`: a form filled in from another record begins with that, not with an old draft. `owner`: whose drafts these are. */
export function useEntryDraft(
  store: Store,
  form: Form,
  start: { readonly values: Row; readonly line: Row; readonly lines: readonly Row[] },
  given: boolean,
  owner: string,
): EntryDraft {
  const name = owner + ':' + form.register;
  const empty: Content = { values: start.values, lines: form.lines === undefined ? [] : start.lines };
  const [old] = useState<Draft | undefined>(() => (given ? undefined : recallDraft(store, name, Date.now())));
  const [recalled, setRecalled] = useState(old !== undefined);
  const [content, setContent] = useState<Content>(() =>
    old === undefined ? empty : { values: old.values, lines: form.lines === undefined ? [] : old.lines },
  );
  const sent = useRef<Sent | undefined>(old?.sent);
  const closed = useRef(false);

  const write = (next: Content) => {
    if (closed.current) return;
    const touched = differs(next.values, start.values) || next.lines.some((line) => differs(line, start.line));
    if (touched || sent.current !== undefined) {
      keepDraft(store, name, { ...next, ...(sent.current && { sent: sent.current }), savedAt: Date.now() });
    } else forgetDraft(store, name);
  };
  // Written before the next picture: a reload must not be quicker.
  useLayoutEffect(() => write(content), [content]);

  return {
    ...content,
    recalled,
    setValue: (key, value) => setContent((before) => ({ ...before, values: { ...before.values, [key]: value } })),
    setValues: (values) => setContent((before) => ({ ...before, values })),
    setLines: (lines) => setContent((before) => ({ ...before, lines })),
    sent: () => sent.current,
    setSent: (next) => {
      sent.current = next;
      write(content);
    },
    clear: () => {
      sent.current = undefined;
      setRecalled(false);
      setContent(empty);
    },
    forget: () => {
      closed.current = true;
      forgetDraft(store, name);
    },
  };
}
