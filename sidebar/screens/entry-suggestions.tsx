// Somebody who has been here before: the last details, offered to be taken over.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Calls } from '../../src/api/contract';
import type { Row } from '../draft';
import { halfWidth, isBlank } from '../form-values';
import type { Form } from '../forms';
import { t } from '../language';
import { ask } from '../server';

type Suggestion = Calls['suggest']['value']['suggestions'][number];

const pauseMs = 450;
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

export function useSuggestions(
  form: Form,
  values: Row,
): {
  list: readonly Suggestion[];
  /** Drops the offer; the values that were taken over are not asked about again. */
  taken: (values: Row) => void;
} {
  const [list, setList] = useState<readonly Suggestion[]>([]);
  const asked = useRef('');
  const question = asksFor(form, values);
  const content = question === undefined ? '' : JSON.stringify(question);
  useEffect(() => {
    if (content === '') {
      setList([]);
      return;
    }
    if (content === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = content;
      void ask('suggest', { register: form.register, values: JSON.parse(content) as Row }).then((answer) => {
        if (answer.ok && asked.current === content) setList(answer.value.suggestions.slice(0, 3));
      });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [content]);
  const taken = (next: Row) => {
    const known = asksFor(form, next);
    asked.current = known === undefined ? '' : JSON.stringify(known);
    setList([]);
  };
  return { list, taken };
}

export function Suggestions({ list, take }: { list: readonly Suggestion[]; take: (values: Row) => void }) {
  return (
    <div class="suggestions" role="status">
      {list.length > 0 && <span class="quiet">{t('cameBefore')}</span>}
      {list.map((suggestion, index) => (
        <button key={index} type="button" class="suggestion" onClick={() => take(suggestion.values)}>
          <span>
            <strong>{suggestion.label}</strong>
            <span class="quiet">{suggestion.note}</span>
          </span>
          <span class="take">
            {t('takeOver')} <kbd aria-hidden="true">Alt {index + 1}</kbd>
          </span>
        </button>
      ))}
    </div>
  );
}
