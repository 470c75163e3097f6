// Sending a form: what is missing is said at once; an answer that got lost is asked for again, never entered twice.
import { nextToSend, type Row } from '../draft';
import { collect, missing, placeFaults, type Faults } from '../form-values';
import type { Form } from '../forms';
import { t } from '../language';
import { newRequestId } from '../request-id';
import { isSettled, type Answer } from '../server';
import { notice, problemText, tell } from '../session';
import type { EntryDraft } from './entry-draft';

/** Carries the rows to the server; answers nothing while they are on their way already. */
export type SendRows<T> = (rows: readonly Row[], requestId: string) => Promise<Answer<T> | undefined>;

interface Sending<T> {
  readonly send: SendRows<T>;
  readonly form: Form;
  readonly values: Row;
  readonly lines: readonly Row[];
  readonly untouched: Row;
  readonly entry: EntryDraft;
}

/** `changed`: something else had been typed after the content that was saved. */
export async function sendEntry<T>(
  sending: Sending<T>,
): Promise<{ readonly saved?: { value: T; changed: boolean }; readonly faults?: Faults } | undefined> {
  const { form, values, lines, untouched, entry } = sending;
  const { rows, lineOf } = collect(form.fields, values, form.lines, lines, untouched);
  const { send, changed } = nextToSend(entry.sent(), rows, newRequestId);
  const isRepeat = entry.sent() !== undefined;
  if (!isRepeat) {
    const blank = missing(form.fields, values, form.lines, lines, lineOf, (label) => t('needed', { label }));
    if (Object.keys(blank).length > 0) return { faults: blank };
  }
  entry.setSent(send);
  const answer = await sending.send(send.rows, send.requestId);
  if (answer === undefined) return undefined;
  if (answer.ok) {
    entry.forget();
    notice.value = undefined;
    return { saved: { value: answer.value, changed } };
  }
  if (answer.error.lost || (isRepeat && !isSettled(answer.error))) {
    tell('bad', problemText(answer.error));
    return undefined;
  }
  entry.setSent(undefined);
  if (answer.error.fields !== undefined && Object.keys(answer.error.fields).length > 0) {
    return { faults: placeFaults(answer.error.fields, form.fields, form.lines, lineOf) };
  }
  tell('bad', problemText(answer.error));
  return undefined;
}
