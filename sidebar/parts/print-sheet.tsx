// A sheet of paper on the screen: what is seen here is what the printer gets (A4).
import type { ComponentChildren } from 'preact';
import { t } from '../language';
import { Icon } from './icon';

interface PrintSheetProps {
  readonly agency: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly foot?: string;
  /** Across. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export function PrintSheet({ agency, title, subtitle, foot, wide, children }: PrintSheetProps) {
  return (
    <article class={wide ? 'paper paper-wide' : 'paper'}>
      <header>
        <p class="paper-agency">{agency}</p>
        <h2>{title}</h2>
        {subtitle && <p class="paper-subtitle">{subtitle}</p>}
      </header>
      {children}
      {foot && <footer>{foot}</footer>}
    </article>
  );
}

/** Where the style sheet cannot number the pages, the browser does, if it is told to. */
const numbersPages = (): boolean => 'CSSMarginRule' in window;

export function PrintButton() {
  return (
    <div class="sticky-foot">
      <button type="button" class="main" onClick={() => window.print()}>
        <Icon name="print" /> {t('print')}
      </button>
      <p class="quiet">{t(numbersPages() ? 'printHint' : 'printHintNumbers')}</p>
    </div>
  );
}
