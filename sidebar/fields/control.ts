// What every control of a form is given, and what it says of itself.
import type { ComponentChild } from 'preact';
import type { Field } from '../../src/api/contract';
import type { Value } from '../../src/kernel/values';
import { listed } from '../language';

export interface ControlProps {
  readonly id: string;
  readonly field: Field;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly labelId: string;
  /** Ids of the help and the fault, for aria-describedby. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export interface FieldControl {
  readonly show: (props: ControlProps) => ComponentChild;
  /** Several inputs under one label. */
  readonly group?: boolean;
  /** Half the width is enough. */
  readonly short?: boolean;
}

export const textOf = (value: Value | undefined): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? listed(value) : String(value);

/** The attributes that tie an input to its label, help and fault. */
export const described = ({ id, field, describedBy, invalid }: ControlProps) => ({
  id,
  name: field.key,
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
  'aria-required': field.required || undefined,
});
