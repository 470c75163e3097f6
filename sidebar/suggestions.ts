// Whether what is being typed is worth asking about: somebody who may have been here before.
import type { Row } from './draft';
import { halfWidth, isBlank } from './form-values';
import type { Form } from './forms';

/** The columns that name a person from outside, in the registers that have one. */
const names = ['visitor', 'caller', 'from', 'senderName', 'recipientName'];

/** What is worth asking about: a whole phone number, or a name together with an organisation; never of clients. */
export function asksFor(form: Pick<Form, 'fields'>, values: Row): Row | undefined {
  if (values['isClient'] === true) return undefined;
  const phone = form.fields.find((field) => field.control === 'phone')?.key;
  if (phone === undefined) return undefined;
  const name = names.find((key) => form.fields.some((field) => field.key === key));
  const number = halfWidth(String(values[phone] ?? ''));
  const known: Record<string, Row[string]> = {};
  if (number.replace(/\D/g, '').length >= 7) known[phone] = number;
  if (name !== undefined && !isBlank(values[name]) && !isBlank(values['organisation'])) {
    known[name] = values[name]!;
    known['organisation'] = values['organisation']!;
  }
  return Object.keys(known).length > 0 ? known : undefined;
}
