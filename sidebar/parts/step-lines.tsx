// What a step asks of each line of a form: a table where small fields are asked, small forms where more is.
import { Fragment } from 'preact';
import type { Field, Step } from '../../src/api/contract';
import type { Value } from '../../src/kernel/values';
import type { Row } from '../draft';
import { controlOf, FieldRow } from '../fields/field';
import { lineFieldKey, type Faults } from '../form-values';
import { t } from '../language';
import { Icon } from './icon';

type Line = NonNullable<Step['lines']>[number];

interface StepLinesProps {
  readonly lines: readonly Line[];
  readonly values: Row;
  readonly faults: Faults;
  readonly idOf: (place: string) => string;
  readonly onChange: (place: string, value: Value) => void;
}

const fitsInACell = (asks: readonly Field[]): boolean =>
  asks.length <= 2 && asks.every(({ control }) => control === 'number' || control === 'money');

export function StepLines(props: StepLinesProps) {
  const asks = props.lines[0]!.asks;
  return fitsInACell(asks) ? <LineTable {...props} asks={asks} /> : <LineForms {...props} />;
}

function LineTable({
  lines,
  asks,
  values,
  faults,
  idOf,
  onChange,
}: StepLinesProps & { readonly asks: readonly Field[] }) {
  return (
    <table class="step-lines">
      <thead>
        <tr>
          <th scope="col">{t('lines')}</th>
          {asks.map((field) => (
            <th key={field.key} scope="col">
              {field.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const textId = idOf(line.line + '-text');
          const wrong = line.asks.filter(({ key }) => faults[lineFieldKey(line.line, key)] !== undefined);
          return (
            <Fragment key={line.line}>
              <tr>
                <th scope="row">
                  <span id={textId}>{line.text}</span>
                  {line.note && <span class="quiet">{line.note}</span>}
                </th>
                {line.asks.map((field) => {
                  const place = lineFieldKey(line.line, field.key);
                  const id = idOf(place);
                  return (
                    <td key={field.key} data-field={id} class={faults[place] === undefined ? undefined : 'wrong'}>
                      <label id={id + '-label'} class="hidden-text" for={id}>
                        {t('about', { what: field.label, whom: line.text })}
                      </label>
                      {controlOf(field).show({
                        id,
                        field,
                        value: values[place],
                        onChange: (value) => onChange(place, value),
                        labelId: id + '-label',
                        describedBy: faults[place] === undefined ? undefined : id + '-fault',
                        invalid: faults[place] !== undefined,
                      })}
                    </td>
                  );
                })}
              </tr>
              {wrong.map(({ key }) => (
                <tr key={key} class="step-line-fault">
                  <td colSpan={1 + asks.length}>
                    <p id={idOf(lineFieldKey(line.line, key)) + '-fault'} class="fault">
                      <Icon name="error" size={14} />
                      <span>{faults[lineFieldKey(line.line, key)]}</span>
                    </p>
                  </td>
                </tr>
              ))}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function LineForms({ lines, values, faults, idOf, onChange }: StepLinesProps) {
  return (
    <div class="form-lines">
      {lines.map((line) => (
        <fieldset key={line.line} class="form-line">
          <legend>{line.text || t('lineTitle', { n: line.line })}</legend>
          {line.note && <p class="quiet">{line.note}</p>}
          <div class="fields">
            {line.asks.map((field) => {
              const place = lineFieldKey(line.line, field.key);
              return (
                <FieldRow
                  key={place}
                  id={idOf(place)}
                  field={field}
                  value={values[place]}
                  fault={faults[place]}
                  onChange={(value) => onChange(place, value)}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
