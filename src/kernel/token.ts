// Tokens of links: for one page, one record, one person and one state of its content; signed, single-use, expiring.
import type { Digest, Signer } from './ports';
import type { RecordRow } from './values';
import type { LinkPage } from './workflow';

/** What a token says. Short keys, because it stands in a link. */
export interface Claim {
  /** The workbook's id: a token of one agency is worth nothing at another. */
  readonly w: string;
  /** Page, register and number. */
  readonly p: string;
  readonly r: string;
  readonly n: string;
  /** The row in which the record stood. */
  readonly h: number;
  /** Staff number of the holder; 'guest' for somebody of outside, '' for whoever has it. */
  readonly u: string;
  /** Digest of the content that it was written for. */
  readonly c: string;
  /** Last day on which it may be used. */
  readonly x: string;
}

/** Text that fits into a link without escaping. */
export interface LinkText {
  encode(text: string): string;
  decode(text: string): string;
}

const purpose = 'qiantai-link-1';

/** Digest of the columns that a page binds, in all lines: when one changes, links sent before are worthless. */
export function contentOf(page: LinkPage, lines: readonly RecordRow[], digest: Digest): string {
  const bound = lines.map((record) => page.binds.map((key) => [key, record.values[key] ?? null]));
  const { register, no } = lines[0]!;
  return digest(JSON.stringify([page.key, register, no, bound])).slice(0, 24);
}

export function signToken(claim: Claim, signer: Signer, link: LinkText): string {
  const body = link.encode(JSON.stringify(claim));
  return `${body}.${signer.sign(`${purpose}.${body}`)}`;
}

/** The claim of a genuine token, or undefined for anything else: forged, altered, cut. Says nothing about why. */
export function readToken(token: string, signer: Signer, link: LinkText): Claim | undefined {
  const [body = '', signature = '', ...more] = token.split('.');
  if (token.length > 2_000 || more.length > 0) return undefined;
  if (!sameText(signer.sign(`${purpose}.${body}`), signature)) return undefined;
  try {
    return JSON.parse(link.decode(body)) as Claim;
  } catch {
    return undefined;
  }
}

/** Compares in a time that does not depend on where the texts differ. */
function sameText(a: string, b: string): boolean {
  let different = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) {
    different |= a.charCodeAt(index) ^ (b.charCodeAt(index % (b.length || 1)) || 0);
  }
  return different === 0;
}
