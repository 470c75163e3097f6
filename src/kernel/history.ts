// A record's own short history, kept in its row so that it is shown without searching the audit log.
import type { Facts } from './facts';
import { text, type Value } from './values';

export interface HistoryLine {
  readonly at: string;
  readonly who: string;
  /** Key of the transition, or `create`. */
  readonly what: string;
}

const most = 60;

export function readHistory(cell: Value): readonly HistoryLine[] {
  return text(cell)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [at = '', who = '', what = ''] = line.split('|');
      return { at, who, what };
    });
}

/** The history with one line more; of very long ones the first and the newest lines are kept. */
export function historyWith(cell: Value, facts: Facts, what: string): string {
  const { actor } = facts;
  // The account of a job or a trigger is the office's own: it says nothing about who it was.
  const who = (actor.person || (actor.via === 'account' && actor.account) || actor.via).replace(/[|\n]/g, ' ');
  const lines = [...text(cell).split('\n').filter(Boolean), `${facts.now}|${who}|${what}`];
  return (lines.length > most ? [lines[0]!, ...lines.slice(1 - most)] : lines).join('\n');
}
