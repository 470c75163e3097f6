// Somebody who has been here before: the last details, offered to be taken over.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Calls } from '../../src/api/contract';
import type { Row } from '../draft';
import type { Form } from '../forms';
import { t } from '../language';
import { ask } from '../server';
import { asksFor } from '../suggestions';

type Suggestion = Calls['suggest']['value']['suggestions'][number];

const pauseMs = 450;

export type Suggest = (
  form: Form,
  values: Row,
) => {
  readonly list: readonly Suggestion[];
  /** Drops the offer; the values that were taken over are not asked about again. */
  readonly taken: (values: Row) => void;
};

export const useSuggestions: Suggest = (form, values) => {
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
};

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
