// Sending a form: what is missing is said at once; an answer that got lost is asked for again, never entered twice.
import { command } from '../commands';
import { nextToSend, type Row } from '../draft';
import { collect, missing, placeFaults, type Faults } from '../form-values';
import type { Form } from '../forms';
import { t } from '../language';
import { newRequestId } from '../request-id';
import { committed, notice, problemText, tell } from '../session';
import type { EntryDraft } from './entry-draft';
import type { SavedEntry } from './saved';

interface Sending {
  readonly key: string;
  readonly form: Form;
  readonly values: Row;
  readonly lines: readonly Row[];
  readonly untouched: Row;
  readonly entry: EntryDraft;
}

export async function sendEntry(
  sending: Sending,
): Promise<{ readonly saved?: SavedEntry; readonly faults?: Faults } | undefined> {
  const { key, form, values, lines, untouched, entry } = sending;
  const { rows, lineOf } = collect(form.fields, values, form.lines, lines, untouched);
  const { send, changed } = nextToSend(entry.sent(), rows, newRequestId);
  if (entry.sent() === undefined) {
    const blank = missing(form.fields, values, form.lines, lines, lineOf, (label) => t('needed', { label }));
    if (Object.keys(blank).length > 0) return { faults: blank };
  }
  entry.setSent(send);
  const answer = await command(key, 'create', { register: form.register, rows: send.rows }, send.requestId);
  if (answer === undefined) return undefined;
  if (answer.ok) {
    entry.forget();
    notice.value = undefined;
    committed(answer.value);
    return { saved: { form, records: answer.value.records, changed } };
  }
  if (answer.lost) {
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
