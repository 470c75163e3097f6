// A field of a form: label, control, help, and what is wrong with it. Each control answers for one kind of value.
import type { Control } from '../../src/kernel/columns';
import type { Field } from '../../src/api/contract';
import type { Value } from '../../src/kernel/values';
import { Icon } from '../parts/icon';
import { choiceFields, fitsInARow } from './choice-fields';
import { comboboxFields } from './combobox';
import type { ControlProps, FieldControl } from './control';
import { RatingField } from './rating-field';
import { signatureFields } from './signature-field';
import { textFields } from './text-fields';

const controls: Readonly<Record<Control['type'], FieldControl>> = {
  ...textFields,
  ...choiceFields,
  ...comboboxFields,
  ...signatureFields,
  rating: { show: (props: ControlProps) => <RatingField {...props} />, group: true },
};

/** A link without a list to choose from is typed. */
export function controlOf(field: Field): FieldControl {
  const control = controls[field.control] ?? textFields.text;
  if (field.control === 'link' && (field.options ?? []).length === 0) return textFields.text;
  if (field.control === 'choice' && fitsInARow(field.options ?? [])) return { ...control, group: true };
  return control;
}

interface FieldRowProps {
  /** Unlike any other on the page. */
  readonly id: string;
  readonly field: Field;
  readonly value: Value | undefined;
  readonly fault: string | undefined;
  readonly onChange: (value: Value) => void;
}

export function FieldRow({ id, field, value, fault, onChange }: FieldRowProps) {
  const control = controlOf(field);
  const labelId = id + '-label';
  const helpId = field.help ? id + '-help' : undefined;
  const faultId = fault ? id + '-fault' : undefined;
  const describedBy = [faultId, helpId].filter(Boolean).join(' ') || undefined;
  const label = (
    <>
      {field.label}
      {field.required && (
        <span class="needed" aria-hidden="true">
          *
        </span>
      )}
    </>
  );
  const name = ['field', control.short ? 'short' : '', fault ? 'wrong' : ''].filter(Boolean).join(' ');
  return (
    <div class={name} data-field={id}>
      {control.group ? (
        <span id={labelId} class="label">
          {label}
        </span>
      ) : (
        <label id={labelId} class="label" for={id}>
          {label}
        </label>
      )}
      {control.show({ id, field, value, onChange, labelId, describedBy, invalid: fault !== undefined })}
      {fault && (
        <p id={faultId} class="fault">
          <Icon name="error" size={14} />
          <span>{fault}</span>
        </p>
      )}
      {field.help && (
        <p id={helpId} class="help">
          {field.help}
        </p>
      )}
    </div>
  );
}
