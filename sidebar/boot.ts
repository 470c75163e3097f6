// What the server put into the page before it was sent: the language, and where to begin.
import type { Language } from '../src/kernel/words';

export interface Boot {
  readonly language?: Language;
  readonly screen?: 'today' | 'new' | 'find' | 'health' | 'print' | 'record' | 'reports';
  readonly register?: string;
  /** Which list to print, which report to make. */
  readonly what?: string;
  readonly no?: string;
  readonly row?: number;
  readonly token?: string;
}

declare global {
  interface Window {
    qiantai?: Boot | string;
  }
}

/** The server replaces the quoted text by JSON; as long as it stands, nothing was said. Kept on `window` so that the
 * minifier cannot conclude that it is always a text. */
export function readBoot(): Boot {
  window.qiantai = window.qiantai ?? '__QIANTAI_BOOT__';
  const boot = window.qiantai;
  return typeof boot === 'object' && boot !== null ? boot : {};
}
