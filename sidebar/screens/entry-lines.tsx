// The lines of a form that has several: each a small form of its own.
import type { Field } from '../../src/api/contract';
import type { Row } from '../draft';
import { FieldRow } from '../fields/field';
import { lineFieldKey, type Faults } from '../form-values';
import { t } from '../language';
import { Icon } from '../parts/icon';

interface LinesProps {
  readonly fields: readonly Field[];
  readonly lines: readonly Row[];
  readonly faults: Faults;
  readonly idOf: (place: string) => string;
  readonly onChange: (lines: readonly Row[]) => void;
  /** With what a new line begins. */
  readonly fresh: Row;
  readonly busy: boolean;
}

export function Lines({ fields, lines, faults, idOf, onChange, fresh, busy }: LinesProps) {
  const change = (index: number, key: string, value: Row[string]) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, [key]: value } : line)));
  const add = () => {
    onChange([...lines, fresh]);
    const place = idOf(lineFieldKey(lines.length, fields[0]!.key));
    requestAnimationFrame(() => document.getElementById(place)?.focus());
  };
  return (
    <div class="form-lines">
      {lines.map((line, index) => (
        <fieldset key={index} class="form-line">
          <legend>{t('lineTitle', { n: index + 1 })}</legend>
          {lines.length > 1 && (
            <button
              type="button"
              class="icon-button remove"
              disabled={busy}
              aria-label={t('removeLine', { n: index + 1 })}
              title={t('removeLine', { n: index + 1 })}
              onClick={() => onChange(lines.filter((_, at) => at !== index))}
            >
              <Icon name="trash" />
            </button>
          )}
          <div class="fields">
            {fields.map((field) => (
              <FieldRow
                key={field.key}
                id={idOf(lineFieldKey(index, field.key))}
                field={field}
                value={line[field.key]}
                fault={faults[lineFieldKey(index, field.key)]}
                onChange={(value) => change(index, field.key, value)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <button type="button" class="plain" disabled={busy} onClick={add}>
        <Icon name="plus" /> {t('addLine')}
      </button>
    </div>
  );
}
