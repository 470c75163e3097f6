// The steps that may be taken: buttons, what they ask for, and a question before what cannot be undone. Only a person's
// own click or key takes one: scanners of mail run the scripts of pages, press their buttons and submit their forms.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Step } from '../../src/api/contract';
import type { Row } from '../draft';
import { FieldRow } from '../fields/field';
import { focusField, onFormKey } from '../fields/keyboard';
import { collect, defaultsOf, fieldsOfStep, missing, type Faults } from '../form-values';
import { workbookNow } from '../clock';
import { t } from '../language';
import { Icon } from './icon';
import { StepLines } from './step-lines';

/** Takes the step; answers what is wrong with the fields, or nothing when the step was taken or refused as a whole. */
export type TakeStep = (step: Step, input: Row) => Promise<Readonly<Record<string, string>> | undefined>;

interface StepsProps {
  readonly steps: readonly Step[];
  readonly busy: boolean;
  readonly take: TakeStep;
  /** The step that is open from the start. */
  readonly opened?: string;
  /** Distinguishes the fields' ids from others on the page. */
  readonly name: string;
}

const needsMore = (step: Step): boolean => fieldsOfStep(step).length > 0 || step.confirm !== undefined;

export function Steps({ steps, busy, take, opened, name }: StepsProps) {
  const [openKey, setOpenKey] = useState(opened);
  const [pressed, setPressed] = useState('');
  const open = steps.find((step) => step.key === openKey && needsMore(step));
  if (steps.length === 0) return null;
  if (open !== undefined) {
    const alone = steps.length === 1 && opened === open.key;
    return (
      <StepForm
        key={open.key}
        step={open}
        busy={busy}
        take={take}
        name={name}
        leave={
          alone
            ? undefined
            : () => {
                setOpenKey(undefined);
                requestAnimationFrame(() => document.getElementById(name + '-' + open.key)?.focus());
              }
        }
      />
    );
  }
  const press = (step: Step) => {
    if (needsMore(step)) setOpenKey(step.key);
    else {
      setPressed(step.key);
      void take(step, {});
    }
  };
  return (
    <div class="steps">
      {steps.map((step) => (
        <button
          key={step.key}
          id={name + '-' + step.key}
          type="button"
          class={step.look}
          disabled={busy}
          onClick={(event) => event.isTrusted && press(step)}
        >
          {busy && pressed === step.key ? t('working') : step.label}
        </button>
      ))}
    </div>
  );
}

interface StepFormProps {
  readonly step: Step;
  readonly busy: boolean;
  readonly take: TakeStep;
  readonly name: string;
  readonly leave: (() => void) | undefined;
}

function StepForm({ step, busy, take, name, leave }: StepFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const fields = fieldsOfStep(step);
  const [values, setValues] = useState<Row>(() => defaultsOf(fields, workbookNow(), workbookNow()));
  const [faults, setFaults] = useState<Faults>({});
  const idOf = (key: string): string => name + '-' + step.key + '-' + key;

  useEffect(() => {
    if (leave === undefined) return;
    if (fields.length > 0) focusField(form.current);
    else form.current?.querySelector<HTMLElement>('[data-save]')?.focus();
  }, []);

  const change = (key: string, value: Row[string]) => setValues((before) => ({ ...before, [key]: value }));
  const fail = (wrong: Faults) => {
    setFaults(wrong);
    const first = fields.find((field) => wrong[field.key] !== undefined);
    if (first) requestAnimationFrame(() => focusField(form.current, idOf(first.key)));
  };
  const send = async () => {
    if (busy) return;
    const { rows, lineOf } = collect(fields, values, undefined, []);
    const blank = missing(fields, values, undefined, [], lineOf, (label) => t('needed', { label }));
    if (Object.keys(blank).length > 0) return fail(blank);
    setFaults({});
    const wrong = await take(step, rows[0]!);
    if (wrong !== undefined) fail(wrong);
  };

  return (
    <form
      ref={form}
      class="step-form"
      noValidate
      aria-label={step.label}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) =>
        event.isTrusted && onFormKey(event, form.current, { save: () => void send(), leave: () => leave?.() })
      }
    >
      {leave && <h2>{step.label}</h2>}
      {step.confirm && (
        <p class="confirm">
          <Icon name="warning" />
          <span>{step.confirm}</span>
        </p>
      )}
      {step.lines && step.lines.length > 0 && (
        <StepLines lines={step.lines} values={values} faults={faults} idOf={idOf} onChange={change} />
      )}
      <div class="fields">
        {step.asks.map((field) => (
          <FieldRow
            key={field.key}
            id={idOf(field.key)}
            field={field}
            value={values[field.key]}
            fault={faults[field.key]}
            onChange={(value) => change(field.key, value)}
          />
        ))}
      </div>
      <div class="step-foot">
        {leave && (
          <button type="button" class="plain" disabled={busy} onClick={leave}>
            {t('cancel')}
          </button>
        )}
        <button
          type="button"
          data-save
          class={step.look === 'danger' ? 'danger filled' : 'main'}
          aria-disabled={busy}
          aria-busy={busy}
          onClick={(event) => event.isTrusted && void send()}
        >
          {busy ? t('working') : leave ? t('confirmStep', { label: step.label }) : step.label}
        </button>
      </div>
    </form>
  );
}
