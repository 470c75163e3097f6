// A text input with suggestions (the ARIA pattern “combobox with list autocomplete”): persons, departments, records.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice } from '../../src/api/contract';
import { t } from '../language';
import { labelOfValue, matches, optionMeant } from '../typeahead';
import { described, textOf, type ControlProps, type FieldControl } from './control';

const mostShown = 40;

function Combobox(props: ControlProps) {
  const { id, field, labelId, onChange } = props;
  const options = field.options ?? [];
  const value = textOf(props.value);
  const [typed, setTyped] = useState<string | undefined>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const shown = open ? matches(options, typed ?? '').slice(0, mostShown) : [];
  const listId = id + '-list';

  useEffect(() => {
    if (!open) return;
    const target = active < 0 ? list.current : list.current?.children[active];
    target?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  const choose = (option: Choice) => {
    onChange(option.value);
    setTyped(undefined);
    setOpen(false);
  };
  const show = (from: number) => {
    setOpen(true);
    setActive(from);
  };
  const move = (step: number) => {
    if (!open) show(step > 0 ? 0 : matches(options, typed ?? '').length - 1);
    else if (shown.length > 0) setActive((active + step + shown.length) % shown.length);
  };

  const onInput = (text: string, composing: boolean) => {
    setTyped(text);
    onChange(text === '' ? null : (optionMeant(options, text)?.value ?? text));
    if (!composing) show(text === '' ? -1 : 0);
  };
  /** Leaving the field: what was begun is taken as meant where there is no doubt. */
  const settle = () => {
    setOpen(false);
    const meant = typed === undefined ? undefined : optionMeant(options, typed);
    if (meant !== undefined) choose(meant);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const chosen = open ? shown[active] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (event.altKey && event.key === 'ArrowUp') setOpen(false);
      else move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined && typed !== undefined)
      choose(chosen);
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
  };

  return (
    <div class="combobox">
      <input
        {...described(props)}
        type="text"
        role="combobox"
        autoComplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && shown[active] ? listId + '-' + active : undefined}
        value={typed ?? labelOfValue(options, value)}
        onInput={(event) => onInput(event.currentTarget.value, event.isComposing)}
        onCompositionEnd={(event) => onInput(event.currentTarget.value, false)}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => show(-1)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      {open && (
        <ul ref={list} id={listId} class="options" role="listbox" aria-labelledby={labelId}>
          {shown.map((option, index) => (
            <li
              key={option.value}
              id={listId + '-' + index}
              role="option"
              aria-selected={option.value === value}
              class={index === active ? 'option active' : 'option'}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span>{option.label}</span>
              {option.note && <span class="quiet">{option.note}</span>}
            </li>
          ))}
          {shown.length === 0 && (
            <li class="option none" role="option" aria-disabled="true" aria-selected="false">
              {t('noMatch')}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

const combobox: FieldControl = { show: (props) => <Combobox {...props} /> };

export const comboboxFields = {
  person: combobox,
  department: combobox,
  personOrDepartment: combobox,
  link: combobox,
} satisfies Record<string, FieldControl>;
