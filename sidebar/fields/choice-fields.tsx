// Controls in which people choose: buttons in a row where the list is short, a drop-down where it is not.
import type { Choice } from '../../src/api/contract';
import { t } from '../language';
import { described, textOf, type ControlProps, type FieldControl } from './control';

/** About what fits into one row of the sidebar; Chinese characters are twice as wide as Latin ones. */
const widest = 26;
const widthOf = (label: string): number => Array.from(label).reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 3);

export const fitsInARow = (options: readonly Choice[]): boolean =>
  options.length <= 4 && options.reduce((sum, option) => sum + widthOf(option.label), 0) <= widest;

interface SegmentsProps extends Pick<ControlProps, 'id' | 'labelId' | 'describedBy' | 'invalid'> {
  readonly options: readonly Choice[];
  readonly chosen: string;
  readonly required: boolean;
  readonly onChoose: (value: string | null) => void;
}

/** Radio buttons that look like one button with parts; what is not needed can be taken back by a second click. */
function Segments({ id, labelId, describedBy, invalid, options, chosen, required, onChoose }: SegmentsProps) {
  return (
    <div
      class="segments"
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required={required || undefined}
    >
      {options.map((option, index) => (
        <label key={option.value} class="segment">
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={id}
            value={option.value}
            checked={chosen === option.value}
            onChange={() => onChoose(option.value)}
            onClick={() => !required && chosen === option.value && onChoose(null)}
            onKeyDown={(event) => {
              if (!required && (event.key === 'Backspace' || event.key === 'Delete')) onChoose(null);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

function DropDown(props: ControlProps) {
  const options = props.field.options ?? [];
  const value = textOf(props.value);
  return (
    <select {...described(props)} value={value} onChange={(event) => props.onChange(event.currentTarget.value || null)}>
      <option value="">{props.field.required ? t('choose') : t('none')}</option>
      {value !== '' && !options.some((option) => option.value === value) && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.note ? option.label + ' · ' + option.note : option.label}
        </option>
      ))}
    </select>
  );
}

function ChoiceField(props: ControlProps) {
  const options = props.field.options ?? [];
  if (!fitsInARow(options)) return <DropDown {...props} />;
  return (
    <Segments
      {...props}
      options={options}
      required={props.field.required}
      chosen={textOf(props.value)}
      onChoose={props.onChange}
    />
  );
}

function YesNoField(props: ControlProps) {
  const options = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ];
  return (
    <Segments
      {...props}
      options={options}
      required={props.field.required}
      chosen={textOf(props.value)}
      onChoose={(value) => props.onChange(value === null ? null : value === 'true')}
    />
  );
}

function ChoicesField({ id, field, value, onChange, labelId, describedBy, invalid }: ControlProps) {
  const chosen = Array.isArray(value) ? value : [];
  const all = field.options ?? [];
  const toggle = (key: string, on: boolean) =>
    onChange(all.map((option) => option.value).filter((other) => (other === key ? on : chosen.includes(other))));
  return (
    <div class="checks" role="group" aria-labelledby={labelId} aria-describedby={describedBy} data-invalid={invalid}>
      {all.map((option, index) => (
        <label key={option.value} class="check">
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            checked={chosen.includes(option.value)}
            onChange={(event) => toggle(option.value, event.currentTarget.checked)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

export const choiceFields = {
  choice: { show: (props) => <ChoiceField {...props} /> },
  choices: { show: (props) => <ChoicesField {...props} />, group: true },
  yesNo: { show: (props) => <YesNoField {...props} />, group: true, short: true },
} satisfies Record<string, FieldControl>;
