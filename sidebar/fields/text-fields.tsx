// Controls in which people type: text in its forms, numbers, days and times.
import { useState } from 'preact/hooks';
import { readNumber } from '../form-values';
import { t } from '../language';
import { workbookNow } from '../clock';
import { described, textOf, type ControlProps, type FieldControl } from './control';

type InputType = 'text' | 'tel' | 'email' | 'url' | 'date' | 'time' | 'datetime-local' | 'month';

function typed(type: InputType, extra: Readonly<Record<string, string>> = {}): FieldControl['show'] {
  // Preact's types tell each kind of input apart; here only the name of the kind differs.
  const kind = { type } as { type: 'text' };
  return function TypedField(props: ControlProps) {
    return (
      <input
        {...described(props)}
        {...extra}
        {...kind}
        autoComplete="off"
        value={textOf(props.value)}
        onInput={(event) => props.onChange(event.currentTarget.value || null)}
      />
    );
  };
}

function LongField(props: ControlProps) {
  const text = textOf(props.value);
  const rows = Math.min(8, Math.max(2, text.split('\n').length));
  return (
    <textarea
      {...described(props)}
      rows={rows}
      value={text}
      onInput={(event) => props.onChange(event.currentTarget.value || null)}
    />
  );
}

/** What is typed stays as typed while it is typed; the form holds the number. */
function NumberField(props: ControlProps & { money?: boolean }) {
  const [text, setText] = useState(textOf(props.value));
  const shown = readNumber(text) === (props.value ?? null) ? text : textOf(props.value);
  const input = (
    <input
      {...described(props)}
      type="text"
      inputMode={props.money ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={shown}
      onInput={(event) => {
        setText(event.currentTarget.value);
        props.onChange(readNumber(event.currentTarget.value));
      }}
    />
  );
  if (!props.money) return input;
  return (
    <span class="money">
      <span class="unit" aria-hidden="true">
        ¥
      </span>
      {input}
    </span>
  );
}

/** This quarter, the seven before and the next. */
function QuarterField(props: ControlProps) {
  const now = workbookNow();
  const current = Number(now.slice(0, 4)) * 4 + Math.floor((Number(now.slice(5, 7)) - 1) / 3);
  const quarters = Array.from({ length: 9 }, (_, back) => current + 1 - back).map((n) => ({
    year: Math.floor(n / 4),
    n: (n % 4) + 1,
  }));
  return (
    <select
      {...described(props)}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    >
      <option value="">{t('choose')}</option>
      {quarters.map(({ year, n }) => (
        <option key={year + 'Q' + n} value={year + 'Q' + n}>
          {t('firstQuarter', { year, n })}
        </option>
      ))}
    </select>
  );
}

export const textFields = {
  text: { show: typed('text') },
  textarea: { show: (props) => <LongField {...props} /> },
  phone: { show: typed('tel', { inputMode: 'tel' }) },
  email: { show: typed('email', { inputMode: 'email' }) },
  url: { show: typed('url', { inputMode: 'url', placeholder: 'https:' + '//' }) },
  number: { show: (props) => <NumberField {...props} />, short: true },
  money: { show: (props) => <NumberField {...props} money />, short: true },
  day: { show: typed('date', { min: '1990-01-01', max: '2099-12-31' }), short: true },
  time: { show: typed('time'), short: true },
  moment: { show: typed('datetime-local', { min: '1990-01-01T00:00', max: '2099-12-31T23:59' }) },
  month: { show: typed('month', { placeholder: '2026-10' }), short: true },
  quarter: { show: (props) => <QuarterField {...props} />, short: true },
} satisfies Record<string, FieldControl>;
