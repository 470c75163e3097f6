// Takes what input methods type while a cell is selected, as a spreadsheet does: the grid itself sees single keys only.
import { handOver } from './cell-editor';

export interface TypedText {
  /** Stands ready over a cell, which is named to whoever does not see it. */
  standBy(cell: HTMLElement | null, said: string): void;
}

export function typedText(host: HTMLElement, label: string, beginEdit: () => void): TypedText {
  const field = document.createElement('textarea');
  field.className = 'typed-text';
  field.tabIndex = -1;
  field.ariaLabel = label;
  host.append(field);
  let composing = false;

  function take(): void {
    const text = field.value;
    field.value = '';
    if (text !== '' && !handOver(text)) beginEdit();
  }
  field.addEventListener('compositionstart', () => {
    composing = true;
    field.classList.add('composing');
  });
  field.addEventListener('compositionend', () => {
    composing = false;
    field.classList.remove('composing');
    take();
  });
  field.addEventListener('input', () => {
    if (!composing) take();
  });

  return {
    standBy(cell, said) {
      if (cell) {
        const { left, top } = host.getBoundingClientRect();
        const at = cell.getBoundingClientRect();
        Object.assign(field.style, { left: `${at.left - left}px`, top: `${at.top - top}px`, width: `${at.width}px` });
      }
      field.ariaLabel = said;
      field.focus({ preventScroll: true });
    },
  };
}
