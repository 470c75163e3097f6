// The e-mails of an approval, and the page that their button opens: facts, one button, why you get it.
import { addMinutes } from '../civil';
import type { Facts } from '../facts';
import { letterOf, type Letter, type Wording } from '../letter';
import { labelOf } from '../columns';
import { isEmpty, text, type RecordRow } from '../values';
import { personIn, role, type LetterKind, type LinkPage } from '../workflow';
import { list, say, type Words } from '../words';
import { letterKey, pageKey, paperPageKey, states, type Approval, type LetterName } from './approval';
import { restMinutes } from './asking';
import { decisionsOf } from './decisions';
import { isOnPaper } from './paper';

const words = {
  ask: { zh: '请审批：{title} {no}（{gist}）', en: 'Please decide: {title} {no} ({gist})' },
  remind: { zh: '【催办】请审批：{title} {no}（{gist}）', en: 'Reminder: please decide {title} {no} ({gist})' },
  askSentence: {
    zh: '{applicant}提交了{title}，请您审批。',
    en: '{applicant} has submitted a request ({title}) for you to decide.',
  },
  anew: {
    zh: '内容改过，请重新审批：{title} {no}（{gist}）',
    en: 'Changed, please decide anew: {title} {no} ({gist})',
  },
  anewSentence: {
    zh: '{applicant}的{title}送审以后内容改过。请按现在的内容审批，以前的邮件不再有效。',
    en: 'The request of {applicant} ({title}) was changed after it was sent to you. Please decide on it as it is now; earlier e-mails are void.',
  },
  withdrawn: { zh: '已撤回：{title} {no}（{gist}）', en: 'Withdrawn: {title} {no} ({gist})' },
  withdrawnSentence: {
    zh: '{applicant}撤回了{title}，不用再审批。',
    en: '{applicant} has withdrawn the request ({title}); there is nothing to decide any more.',
  },
  withdrawnWhy: { zh: '您收到本邮件，因为这件事正等您审批。', en: 'You get this because it was waiting for you.' },
  carryOut: { zh: '请办理：{title} {no}（{gist}）', en: 'Please carry out: {title} {no} ({gist})' },
  carryOutSentence: {
    zh: '{applicant}的{title}已批准（{state}），请办理。',
    en: 'The request of {applicant} ({title}) is approved ({state}). Please see to it.',
  },
  carryOutWhy: { zh: '您收到本邮件，因为接下来由您办理。', en: 'You get this because it is yours to carry out.' },
  objection: { zh: '纸质签字有异议：{title} {no}（{gist}）', en: 'A signature is disputed: {title} {no} ({gist})' },
  objectionSentence: {
    zh: '{signers}说登记在其名下的纸质签字不是本人签的，而{title}已经办理（{state}）。请查明。',
    en: '{signers} did not sign the paper that was entered in their name, and the request ({title}) has been carried out ({state}). Please look into it.',
  },
  objectionWhy: { zh: '您收到本邮件，因为您是机构领导。', en: 'You get this because you are the director.' },
  remindSentence: {
    zh: '{applicant}的{title}自 {since} 起等您审批。请尽快办理；您不在时，系统会转给代理人或上一级。',
    en: 'The request of {applicant} ({title}) has been waiting for you since {since}. If you are away it will pass to your stand-in or the next level.',
  },
  button: { zh: '查看并审批', en: 'View and decide' },
  askWhy: { zh: '您收到本邮件，因为这一步由您审批。', en: 'You get this because this step is yours to decide.' },
  answer: { zh: '{state}：{title} {no}（{gist}）', en: '{state}: {title} {no} ({gist})' },
  answerSentence: { zh: '您的{title}现在的状态：{state}。', en: 'Your request ({title}) is now: {state}.' },
  answerWhy: { zh: '您收到本邮件，因为申请人是您。', en: 'You get this because the request is yours.' },
  paper: {
    zh: '已登记您的纸质签字：{title} {no}（{gist}）',
    en: 'Your signature on paper was entered: {title} {no} ({gist})',
  },
  paperSentence: {
    zh: '前台登记了您在纸质{title}上的签字。如果不是您签的，请点按钮告诉我们。',
    en: 'The front desk has entered your signature on paper ({title}). If you did not sign, please press the button.',
  },
  paperButton: { zh: '查看', en: 'View' },
  paperWhy: { zh: '您收到本邮件，因为签字登记在您名下。', en: 'You get this because the signature is in your name.' },
  pageTitle: { zh: '请您审批', en: 'For you to decide' },
  paperTitle: { zh: '纸质签字的核对', en: 'A signature on paper' },
} satisfies Record<string, Words>;

function said(approval: Approval, lines: readonly RecordRow[], facts: Facts): Record<string, string> {
  const { language } = facts;
  // Of lines that were struck out the applicant sees among the facts.
  const { no, values } = lines.find((line) => line.values['state'] === approval.approved) ?? lines[0]!;
  return {
    title: say(approval.register.title, language),
    no,
    gist: approval.gist(lines, facts),
    applicant: text(values[approval.applicant]),
    since: text(values['askedAt']).replace('T', ' '),
    signers: list(objectorsOf(lines[0]!), language),
    state: approval.register.columns['state']!.show(values['state'] ?? null, language),
  };
}

const objectorsOf = (record: RecordRow): readonly string[] =>
  decisionsOf(record).flatMap(({ by, objectedAt }) => (objectedAt === undefined ? [] : [by]));

function letter(approval: Approval, lines: readonly RecordRow[], facts: Facts, wording: Wording): Letter {
  return letterOf(facts, wording, said(approval, lines, facts), factsOf(approval, lines, facts));
}

/** What is asked and what was said about it so far. */
export function factsOf(
  approval: Approval,
  lines: readonly RecordRow[],
  facts: Facts,
): readonly (readonly [string, string])[] {
  const decisions = text(lines[0]!.values['decisions']);
  const label = labelOf(approval.register.columns['decisions']!, facts.language);
  return [...approval.facts(lines, facts), ...(decisions ? [[label, decisions] as const] : [])];
}

export function lettersOf(approval: Approval): readonly LetterKind[] {
  const waiting = states(approval);
  const waits = ({ values }: RecordRow): boolean =>
    waiting.includes(text(values['state'])) && !isEmpty(values['approver']);
  const isNow = (state: string) => (record: RecordRow) => record.values['state'] === state;
  const kind = (
    name: LetterName,
    wording: Parameters<typeof letter>[3],
    more: Pick<LetterKind, 'to' | 'weight' | 'isDue'> & Partial<LetterKind>,
  ): LetterKind => ({
    ...more,
    key: letterKey(approval, name),
    register: approval.register.key,
    make: (_, facts, __, lines) => letter(approval, lines, facts, wording),
  });
  const asking = { why: words.askWhy, button: words.button };
  const toApprover = { to: personIn('approver'), weight: 1, page: pageKey(approval), isDue: waits } as const;
  return [
    // Who objects to a signature on paper needs the link to decide.
    kind('ask', { ...asking, subject: words.ask, sentence: words.askSentence }, { ...toApprover, evenActor: true }),
    kind(
      'anew',
      { ...asking, subject: words.anew, sentence: words.anewSentence },
      {
        ...toApprover,
        // Changed again meanwhile: the letter about that is on its way.
        isDue: (record, { now }) =>
          waits(record) && addMinutes(text(record.values['askedAt']), restMinutes) <= now.slice(0, 16),
      },
    ),
    kind('remind', { ...asking, subject: words.remind, sentence: words.remindSentence }, toApprover),
    kind(
      'answer',
      { subject: words.answer, sentence: words.answerSentence, why: words.answerWhy },
      {
        to: personIn(approval.applicant),
        weight: 2,
        isDue: (record) => !waits(record) && record.values['state'] !== 'cancelled',
      },
    ),
    kind(
      'withdrawn',
      { subject: words.withdrawn, sentence: words.withdrawnSentence, why: words.withdrawnWhy },
      { to: personIn('asked'), weight: 4, isDue: isNow('cancelled') },
    ),
    ...(approval.carriedOutBy
      ? [
          kind(
            'carry-out',
            { subject: words.carryOut, sentence: words.carryOutSentence, why: words.carryOutWhy },
            { to: approval.carriedOutBy, weight: 3, isDue: isNow(approval.approved) },
          ),
        ]
      : []),
    kind(
      'paper',
      { subject: words.paper, sentence: words.paperSentence, why: words.paperWhy, button: words.paperButton },
      { to: personIn('paperSigners'), weight: 2, page: paperPageKey(approval), isDue: isOnPaper },
    ),
    kind(
      'objection',
      { subject: words.objection, sentence: words.objectionSentence, why: words.objectionWhy },
      { to: role('director'), weight: 2, isDue: (record) => objectorsOf(record).length > 0 },
    ),
  ];
}

export function pagesOf(approval: Approval): readonly LinkPage[] {
  const waiting = states(approval);
  const shared = {
    register: approval.register.key,
    facts: (_: RecordRow, facts: Facts, lines: readonly RecordRow[]) => factsOf(approval, lines, facts),
  };
  return [
    {
      ...shared,
      key: pageKey(approval),
      title: words.pageTitle,
      holder: personIn('approver'),
      // The round counts, too: what came back and is submitted again needs its new e-mail. And so do who has decided and who
      // asks: nobody is passed over because a name was typed there.
      binds: [...approval.content, approval.applicant, 'recordedBy', 'state', 'approver', 'askedAt', 'round'],
      isOpen: ({ values }) => waiting.includes(text(values['state'])) && !isEmpty(values['approver']),
      sentence: (record, facts) => say(words.askSentence, facts.language, said(approval, [record], facts)),
    },
    {
      ...shared,
      key: paperPageKey(approval),
      title: words.paperTitle,
      holder: personIn('paperSigners'),
      // Whatever is decided or carried out afterwards: who has not signed can say so.
      binds: [approval.applicant],
      isOpen: isOnPaper,
      sentence: (record, facts) => say(words.paperSentence, facts.language, said(approval, [record], facts)),
    },
  ];
}
