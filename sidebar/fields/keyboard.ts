// Moving through a form by keyboard: Enter goes on to the next field, Ctrl+Enter saves, Esc goes back.

const focusable = 'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/** The places where something is filled in, in order; of a group of radio buttons the one that Tab would reach. */
function stops(form: HTMLElement): readonly HTMLElement[] {
  const groups = new Set<string>();
  return Array.from(form.querySelectorAll<HTMLElement>(focusable)).filter((element) => {
    if (element.offsetParent === null && element.getClientRects().length === 0) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const chosen = form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]:checked`);
    if (groups.has(element.name) || (chosen !== null && chosen !== element)) return false;
    groups.add(element.name);
    return true;
  });
}

function next(form: HTMLElement, from: HTMLElement): HTMLElement | undefined {
  const all = stops(form);
  const name = from instanceof HTMLInputElement && from.type === 'radio' ? from.name : undefined;
  const at = all.findIndex(
    (element) => element === from || (name !== undefined && (element as HTMLInputElement).name === name),
  );
  return all[at + 1];
}

export interface FormKeys {
  readonly save: () => void;
  readonly leave: () => void;
}

export function onFormKey(event: KeyboardEvent, form: HTMLElement | null, { save, leave }: FormKeys): void {
  // While a Chinese input method is composing, every key belongs to it.
  if (event.isComposing || event.keyCode === 229 || form === null) return;
  const target = event.target as HTMLElement;
  if (event.key === 'Escape') {
    event.preventDefault();
    leave();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save();
  } else if (event.key === 'Enter' && !event.shiftKey && (target.matches('input') || target.matches('select'))) {
    event.preventDefault();
    const following = next(form, target);
    if (following !== undefined) following.focus();
    else form.querySelector<HTMLElement>('[data-save]')?.focus();
  }
}

const isFilled = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement && element.type === 'radio'
    ? document.querySelector(`input[name="${CSS.escape(element.name)}"]:checked`) !== null
    : (element as HTMLInputElement).value !== '';

/** Focus on the field that is wrong, or on the first of the form that is still empty. */
export function focusField(form: HTMLElement | null, id?: string): void {
  const place = id === undefined ? form : form?.querySelector(`[data-field="${CSS.escape(id)}"]`);
  const all = Array.from(place?.querySelectorAll<HTMLElement>(focusable + (id === undefined ? '' : ', button')) ?? []);
  const target = (id === undefined ? all.find((element) => !isFilled(element)) : undefined) ?? all[0];
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
