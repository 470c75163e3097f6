// A button that opens a small panel; Escape and a click elsewhere close it.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface Props {
  label: ComponentChildren;
  title?: string;
  class?: string;
  /** On the side of the button on which the panel's edge lies. */
  align?: 'start' | 'end';
  role?: 'menu' | 'dialog';
  children(close: () => void): ComponentChildren;
}

export const focusable = 'button:not([disabled]),a[href],input,select,[tabindex="0"]';

/** Arrow keys go through the items of a menu. */
function step(root: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...root.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1 + (at < 0 ? 1 : 0);
  items[(next + items.length) % items.length]?.focus();
  event.preventDefault();
}

export function Popover({ label, title, class: className = '', align = 'start', role = 'dialog', children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    panel.current?.querySelector<HTMLElement>(focusable)?.focus();
    const outside = (event: Event) => !root.current?.contains(event.target as Node) && setOpen(false);
    const left = () => setOpen(false);
    document.addEventListener('pointerdown', outside);
    // A click into a frame is seen only as the window's loss of focus.
    window.addEventListener('blur', left);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('blur', left);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') close();
    if (role === 'menu' && panel.current) step(panel.current, event);
    event.stopPropagation();
  };
  return (
    <div class="popover" ref={root} onKeyDown={key}>
      <button
        ref={button}
        type="button"
        class={className}
        title={title}
        aria-haspopup={role}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div class={`panel ${align}`} id={id} role={role} aria-label={title} ref={panel}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
