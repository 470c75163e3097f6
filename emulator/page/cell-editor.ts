// Types into a cell; a drop-down shows its choices and narrows them while one types.
import type { ColumnDataSchemaModel, EditCell, EditorBase, HyperFunc, VNode } from '@revolist/revogrid';
import { cellOf } from './cell-look';
import type { Row } from './row';

type Save = (value?: string, preventFocus?: boolean) => void;

let openField: HTMLInputElement | undefined;
let awaited = false;
let handed = '';

/** Text that came otherwise than by a key goes to the editor that is open or about to; false when there is none yet. */
export function handOver(text: string): boolean {
  if (!openField) {
    handed += text;
    return awaited;
  }
  openField.value += text;
  openField.dispatchEvent(new Event('input'));
  openField.focus();
  return true;
}

export function awaitEditor(): void {
  awaited = true;
}

export function forgetHanded(): void {
  awaited = false;
  handed = '';
}

function optionList(choices: readonly string[], take: (choice: string) => void) {
  const element = document.createElement('ul');
  element.className = 'choices';
  let at = -1;
  const mark = (next: number) => {
    const items = [...element.children];
    items[at]?.classList.remove('marked');
    at = next;
    items[at]?.classList.add('marked');
    items[at]?.scrollIntoView({ block: 'nearest' });
  };
  return {
    element,
    get marked() {
      return element.children[at]?.textContent ?? undefined;
    },
    move(step: number) {
      const count = element.children.length;
      if (count > 0) mark((at + step + count) % count);
    },
    narrow(typed: string) {
      const fitting = choices.filter((choice) => choice.toLowerCase().includes(typed.toLowerCase()));
      element.replaceChildren(
        ...fitting.map((choice) => {
          const item = document.createElement('li');
          item.textContent = choice;
          item.addEventListener('mousedown', (event) => {
            event.preventDefault();
            event.stopPropagation();
            take(choice);
          });
          return item;
        }),
      );
      at = -1;
    },
  };
}

export function cellEditor(column: ColumnDataSchemaModel, save: Save): EditorBase {
  const model = column.model as Row;
  const place = Number(column.prop);
  const { choices, text = '', entered = text } = cellOf(model, place);
  let input: HTMLInputElement | undefined;
  let composing = false;

  function mount(root: HTMLElement, begin: string, typed: boolean): void {
    if (input) return;
    forgetHanded();
    input = document.createElement('input');
    input.value = begin;
    openField = input;
    input.setAttribute('aria-label', column.column.name as string);
    const list = choices && optionList(choices, (choice) => save(choice, true));
    const field = input;
    field.addEventListener('input', () => list?.narrow(field.value));
    field.addEventListener('compositionstart', () => (composing = true));
    field.addEventListener('compositionend', () => (composing = false));
    field.addEventListener('keydown', (event) => {
      if (composing || event.isComposing) return;
      if (list && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        list.move(event.key === 'ArrowDown' ? 1 : -1);
      }
      if (event.key === 'Enter' || event.key === 'Tab') save(list?.marked ?? field.value, event.key === 'Tab');
    });
    root.append(field);
    if (list) {
      list.narrow(typed ? begin : '');
      root.append(list.element);
    }
  }

  return {
    render(h: HyperFunc<VNode>) {
      const { val } = (this as { editCell?: EditCell }).editCell ?? {};
      // Without a key pressed the grid hands over what is shown; the editor begins with what was entered.
      const key = handed !== '' ? handed : val;
      const typed = typeof key === 'string' && key !== '' && (key === handed || key !== text);
      return h('div', {
        class: 'cell-edit',
        ref: (root: HTMLElement | null) => root && mount(root, typed ? key : entered, typed),
      });
    },
    componentDidRender() {
      setTimeout(() => {
        input?.focus();
        input?.setSelectionRange(input.value.length, input.value.length);
      });
    },
    appendPendingInput(value: string) {
      if (!input) return false;
      input.value += value;
      input.focus();
      return true;
    },
    getValue: () => input?.value,
    beforeDisconnect: () => input?.blur(),
    // What is typed next goes to the selected cell, unless the person has gone elsewhere.
    disconnectedCallback() {
      if (openField === input) openField = undefined;
      setTimeout(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('.typed-text')?.focus();
      });
    },
  };
}
