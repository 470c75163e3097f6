// The tokens of links: which are genuine, what they open, and who holds them.
import type { Who } from '../kernel/facts-source';
import { NotFound } from '../kernel/errors';
import type { Register } from '../kernel/register';
import { readToken, type Claim } from '../kernel/token';
import type { RecordRow } from '../kernel/values';
import type { View } from '../kernel/view';
import type { LinkPage } from '../kernel/workflow';
import { sharedKeys, type Machine } from './machine';

/** The personal page: about no record. */
export const minePage = 'mine';

export interface Opened {
  readonly claim: Claim;
  /** Absent for the personal page. */
  readonly page: LinkPage | undefined;
}

/** The claim of a genuine token of this workbook; anything else is counted and answered all alike. */
export function openToken(machine: Machine, token: string): Opened | undefined {
  const { office, product, shared } = machine;
  const claim = office && readToken(token, office.signer, office.link);
  if (claim && claim.w === office.workbookId) {
    if (claim.p === minePage) return { claim, page: undefined };
    const page = product.page(claim.p);
    if (page && page.register === claim.r) return { claim, page };
  }
  shared.put(sharedKeys.badLinks, String(Number(shared.get(sharedKeys.badLinks) ?? 0) + 1));
  return undefined;
}

/** Whoever holds the link, as the actor of what it does. Who a guest is, is known with the record. */
export function holderOf(machine: Machine, claim: Claim): Machine['who'] {
  const who: Omit<Who, 'now'> = { context: 'public', via: 'link', account: machine.who.account };
  if (claim.u === 'guest') return { ...who, guest: '' };
  return claim.u === '' ? who : { ...who, person: claim.u };
}

/** The record's rows; none when it is not there. */
export function linesIn(view: View, register: Register, no: string, row?: number): readonly RecordRow[] {
  try {
    return view.records(register, no, row);
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}
