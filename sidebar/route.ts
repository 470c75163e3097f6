// Which screen is shown, and the way back.
import { cell } from './cell';
import type { Row } from './draft';

export type Route =
  | { readonly screen: 'today' }
  | { readonly screen: 'new' }
  | { readonly screen: 'form'; readonly register: string; readonly values?: Row; readonly lines?: readonly Row[] }
  | { readonly screen: 'find'; readonly register?: string }
  | {
      readonly screen: 'record';
      readonly register: string;
      readonly no: string;
      readonly row?: number;
      /** Opened at once, because its button on the list asks for more. */
      readonly step?: string;
      /** Of a register: the form that continues from the record is opened instead of it. */
      readonly form?: string;
    }
  | { readonly screen: 'print'; readonly register: string; readonly what: string; readonly period?: string }
  | { readonly screen: 'reports'; readonly report?: string }
  | { readonly screen: 'health' };

interface Place {
  readonly route: Route;
  /** Where the screen was scrolled to when it was left. */
  scroll: number;
}

const places = cell<readonly Place[]>([{ route: { screen: 'today' }, scroll: 0 }]);

export const routeNow = (): Route => places.value[places.value.length - 1]!.route;
/** Where the screen should be scrolled to when it is shown. */
export const scrollOf = (): number => places.value[places.value.length - 1]!.scroll;
export const canGoBack = (): boolean => places.value.length > 1;

function rememberScroll(): void {
  const main = typeof document === 'undefined' ? null : document.getElementById('main');
  if (main !== null) places.value[places.value.length - 1]!.scroll = main.scrollTop;
}

export function go(to: Route): void {
  rememberScroll();
  places.value = [...places.value, { route: to, scroll: 0 }];
}

/** The same place in the way back, another screen. */
export function goInstead(to: Route): void {
  places.value = [...places.value.slice(0, -1), { route: to, scroll: 0 }];
}

/** One of the main screens: the way back begins anew. */
export function goHome(to: Route = { screen: 'today' }): void {
  places.value = [{ route: to, scroll: 0 }];
}

export function back(): void {
  if (places.value.length > 1) places.value = places.value.slice(0, -1);
  else goHome();
}
