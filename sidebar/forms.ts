// The forms' definitions, fetched once and kept for a while, so that the second entry of the morning opens at once.
import type { Calls } from '../src/api/contract';
import { workbookNow } from './clock';
import { language } from './language';
import { ask, type Answer } from './server';

export type Form = Calls['form']['value'] & { readonly fetchedAt: string };

const keptMs = 5 * 60_000;
const kept = new Map<string, { readonly form: Form; readonly at: number }>();

/** A form that is at hand already. */
export function formAtHand(register: string): Form | undefined {
  const entry = kept.get(language.value + register);
  return entry !== undefined && Date.now() - entry.at < keptMs ? entry.form : undefined;
}

export async function fetchForm(register: string): Promise<Answer<Form>> {
  const answer = await ask('form', { register });
  if (!answer.ok) return answer;
  const form = { ...answer.value, fetchedAt: workbookNow() };
  kept.set(language.value + register, { form, at: Date.now() });
  return { ok: true, value: form };
}
