// The head of a screen that was opened from another: the way back, the title, and what else can be done.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../language';
import { back } from '../route';
import { Icon } from './icon';

export function TopBar({
  title,
  quiet,
  onBack = back,
  focus = true,
  children,
}: {
  title: string;
  quiet?: string;
  /** Null where there is nothing to go back to. */
  onBack?: (() => void) | null;
  /** Whether the title takes the focus when the screen opens; not where a field does. */
  focus?: boolean;
  children?: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <header class="top-bar">
      {onBack && (
        <button type="button" class="icon-button" aria-label={t('back')} title={t('back') + ' (Esc)'} onClick={onBack}>
          <Icon name="back" />
        </button>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
        {quiet && <span class="quiet"> {quiet}</span>}
      </h1>
      {children}
    </header>
  );
}
