// A plan: what a decision wants done, before anything is done. All its parts are committed together or not at all.
import type { RecordRow, Values } from './values';

/** A new row; its number is already given. */
export interface Append {
  readonly register: string;
  readonly no: string;
  readonly line: number;
  readonly values: Values;
  readonly transition: string;
  readonly article: string;
}

/** Cells to change in a row that is there; a typed row that gets its number is one, too. */
export interface Update {
  readonly record: RecordRow;
  /** The number with which the row was copied; it has none of its own yet. */
  readonly copyOf?: string;
  /** Only what differs. */
  readonly values: Values;
  readonly transition: string;
  readonly article: string;
}

/** Something to send or to carry out later: names the record and the person, never the content. */
export interface Order {
  readonly kind: 'letter' | 'sign' | 'effect' | 'digest' | 'report' | 'job';
  /** Key of the letter, the page to sign, the effect or transition in the other workbook, the digest, or the report to be made. */
  readonly name: string;
  readonly register: string;
  readonly no: string;
  /** Staff number, `guest` for the address in the record's own column, or empty. */
  readonly to: string;
  readonly dueAt?: string;
}

export interface Plan {
  readonly appends: readonly Append[];
  readonly updates: readonly Update[];
  readonly orders: readonly Order[];
}

export const nothing: Plan = { appends: [], updates: [], orders: [] };

export function together(...plans: readonly Plan[]): Plan {
  return {
    appends: plans.flatMap((plan) => plan.appends),
    updates: plans.flatMap((plan) => plan.updates),
    orders: plans.flatMap((plan) => plan.orders),
  };
}

export const isNothing = (plan: Plan): boolean => plan.appends.length + plan.updates.length + plan.orders.length === 0;
