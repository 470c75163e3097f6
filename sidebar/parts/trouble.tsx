// What is shown while something is read, and when it could not be.
import type { ComponentChildren } from 'preact';
import type { Problem } from '../../src/api/contract';
import { t } from '../language';
import { problemText } from '../session';
import { Icon } from './icon';

/** Grey lines in the shape of a list; they appear only when the answer takes its time. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden-text">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} class="skeleton-line" aria-hidden="true">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}

export function Banner({
  tone,
  children,
  action,
}: {
  tone: 'warning' | 'error' | 'info' | 'good';
  children: ComponentChildren;
  action?: { readonly label: string; readonly act: () => void };
}) {
  const icon = tone === 'good' ? 'check' : tone;
  return (
    <div class={'banner banner-' + tone} role={tone === 'error' ? 'alert' : undefined}>
      <Icon name={icon} />
      <div class="banner-text">
        {children}
        {action && (
          <button type="button" class="link" onClick={action.act}>
            {action.label}
          </button>
        )}
      </div>
    </div>
  );
}

export function Trouble({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <Banner tone="error" action={again && { label: t('tryAgain'), act: again }}>
      <p>{problemText(problem)}</p>
    </Banner>
  );
}

export function Empty({ title, hint }: { title: string; hint?: string }) {
  return (
    <div class="empty">
      <p>{title}</p>
      {hint && <p class="quiet">{hint}</p>}
    </div>
  );
}
