// What was decided in a request's present round: as data, for routing, prints and objections, and as lines that people read.
import type { Day, Moment } from '../civil';
import * as z from '../schema';
import { text, type RecordRow, type Values } from '../values';
import { say, type Language, type Words } from '../words';

export const verdicts = {
  approve: { zh: '同意', en: 'Approve' },
  decline: { zh: '不同意', en: 'Decline' },
  sendBack: { zh: '退回补充', en: 'Send back' },
} satisfies Record<string, Words>;

export type Verdict = keyof typeof verdicts;

export interface Decision {
  /** Keys of the steps that it decides: several, where they fell to one person. */
  readonly steps: readonly string[];
  readonly verdict: Verdict;
  /** Who decided, as written on the tabs. */
  readonly by: string;
  /** In whose place: of several steps in that of the first. */
  readonly inPlaceOf?: string;
  /** When it was decided; of a signature on paper, when that was entered. */
  readonly at: Moment;
  readonly way: 'account' | 'link' | 'paper';
  readonly comment?: string;
  readonly paper?: {
    /** File number or link. */
    readonly ref: string;
    readonly signedOn: Day;
    readonly enteredBy: string;
  };
  /** Since when the signer says that the signature on paper is not theirs. */
  readonly objectedAt?: Moment;
}

const aText = z.optional(z.string());
const shape = z.array(
  z.object({
    steps: z.array(z.string()),
    verdict: z.enum(['approve', 'decline', 'sendBack']),
    by: z.string(),
    inPlaceOf: aText,
    at: z.string(),
    way: z.enum(['account', 'link', 'paper']),
    comment: aText,
    paper: z.optional(z.object({ ref: z.string(), signedOn: z.string(), enteredBy: z.string() })),
    objectedAt: aText,
  }),
);

/** The decisions of the present round, oldest first; none where somebody has typed over them. */
export function decisionsOf({ values }: Pick<RecordRow, 'values'>): readonly Decision[] {
  try {
    const read = shape.safeParse(JSON.parse(text(values['round']) || '[]'));
    return read.success ? (read.data as readonly Decision[]) : [];
  } catch {
    return [];
  }
}

/** Who has approved so far. */
export const deciders = (record: Pick<RecordRow, 'values'>): readonly string[] =>
  decisionsOf(record)
    .filter(({ verdict }) => verdict === 'approve')
    .map(({ by }) => by);

/** A box of the printed form: whose signature it is for, and the decision where there is one. */
export interface SignatureBox {
  readonly step: string;
  readonly title: Words;
  readonly decision?: Decision;
}

/** A box for each step of the approval. */
export function signatureBoxes(
  { steps }: { readonly steps: readonly { readonly key: string; readonly title: Words }[] },
  record: Pick<RecordRow, 'values'>,
): readonly SignatureBox[] {
  const decided = decisionsOf(record);
  return steps.map(({ key, title }) => {
    const decision = decided.filter(({ steps: own }) => own.includes(key)).pop();
    if (!decision) return { step: key, title };
    const { inPlaceOf, ...signed } = decision;
    const isFirst = decision.steps[0] === key;
    return { step: key, title, decision: { ...signed, ...(isFirst && inPlaceOf && { inPlaceOf }) } };
  });
}

const words = {
  inPlaceOf: { zh: '{by}（{other}）', en: '{by} (for {other})' },
  link: { zh: '邮件链接', en: 'by link' },
  paper: { zh: '纸质签字 {ref} · {who} {day} 登记', en: 'on paper {ref} · entered by {who} on {day}' },
} satisfies Record<string, Words>;

/** A line for the trail: who, what, when, how they were known, in whose place, and what they said. */
function lineOf({ by, inPlaceOf, verdict, at, way, paper, comment }: Decision, language: Language): string {
  const who = inPlaceOf ? say(words.inPlaceOf, language, { by, other: inPlaceOf }) : by;
  const entered = paper && { ref: paper.ref, who: paper.enteredBy, day: at.slice(0, 10) };
  const how = entered ? say(words.paper, language, entered) : way === 'link' ? say(words.link, language) : '';
  const when = paper?.signedOn ?? at.slice(0, 16).replace('T', ' ');
  return [who, say(verdicts[verdict], language), when, how, comment].filter(Boolean).join(' · ');
}

/** The trail with one line more. */
export const trailWith = ({ values }: Pick<RecordRow, 'values'>, line: string): Values => ({
  decisions: [text(values['decisions']), line].filter(Boolean).join('\n'),
});

/** What a decision leaves in the record. `steps` of those before it may have grown. */
export const noted = (
  record: Pick<RecordRow, 'values'>,
  before: readonly Decision[],
  decision: Decision,
  language: Language,
): Values => ({ round: JSON.stringify([...before, decision]), ...trailWith(record, lineOf(decision, language)) });
