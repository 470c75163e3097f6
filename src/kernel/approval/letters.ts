// The e-mails of an approval, and the page that their button opens: facts, one button, why you get it.
import type { Facts } from '../facts';
import type { Letter } from '../letter';
import { labelOf } from '../columns';
import { isEmpty, text, type RecordRow } from '../values';
import { personIn, type LetterKind, type LinkPage } from '../workflow';
import { say, type Words } from '../words';
import { letterKey, pageKey, paperPageKey, states, type Approval } from './approval';

const words = {
  ask: { zh: '请审批：{title} {no}（{gist}）', en: 'Please decide: {title} {no} ({gist})' },
  remind: { zh: '【催办】请审批：{title} {no}（{gist}）', en: 'Reminder: please decide {title} {no} ({gist})' },
  askSentence: {
    zh: '{applicant}提交了{title}，请您审批。',
    en: '{applicant} has submitted a request ({title}) for you to decide.',
  },
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
    state: approval.register.columns['state']!.show(values['state'] ?? null, language),
  };
}

function letter(
  approval: Approval,
  lines: readonly RecordRow[],
  facts: Facts,
  wording: { subject: Words; sentence: Words; why: Words; button?: Words },
): Letter {
  const { language } = facts;
  const values = said(approval, lines, facts);
  return {
    subject: say(wording.subject, language, values),
    sentence: say(wording.sentence, language, values),
    facts: factsOf(approval, lines, facts),
    why: say(wording.why, language),
    ...(wording.button && { button: say(wording.button, language) }),
  };
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
  const own = { register: approval.register.key };
  const toApprover = { ...own, to: personIn('approver'), weight: 1 as const, page: pageKey(approval), isDue: waits };
  const asking = { why: words.askWhy, button: words.button };
  return [
    {
      ...toApprover,
      key: letterKey(approval, 'ask'),
      // Who objects to a signature on paper needs the link to decide.
      evenActor: true,
      make: (_, facts, __, lines) =>
        letter(approval, lines, facts, { ...asking, subject: words.ask, sentence: words.askSentence }),
    },
    {
      ...toApprover,
      key: letterKey(approval, 'remind'),
      make: (_, facts, __, lines) =>
        letter(approval, lines, facts, { ...asking, subject: words.remind, sentence: words.remindSentence }),
    },
    {
      ...own,
      key: letterKey(approval, 'answer'),
      to: personIn(approval.applicant),
      weight: 2,
      isDue: (record) => !waits(record) && text(record.values['state']) !== 'cancelled',
      make: (_, facts, __, lines) =>
        letter(approval, lines, facts, {
          subject: words.answer,
          sentence: words.answerSentence,
          why: words.answerWhy,
        }),
    },
    {
      ...own,
      key: letterKey(approval, 'paper'),
      to: personIn('paperApprover'),
      weight: 2,
      page: paperPageKey(approval),
      isDue: ({ values }) => !isEmpty(values['paperStep']),
      make: (_, facts, __, lines) =>
        letter(approval, lines, facts, {
          subject: words.paper,
          sentence: words.paperSentence,
          why: words.paperWhy,
          button: words.paperButton,
        }),
    },
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
      // The round counts, too: what came back and is submitted again needs its new e-mail. And so does who has decided:
      // nobody is passed over because a name was typed there.
      binds: [...approval.content, approval.applicant, 'state', 'approver', 'askedAt', 'round'],
      isOpen: ({ values }) => waiting.includes(text(values['state'])) && !isEmpty(values['approver']),
      sentence: (record, facts) => say(words.askSentence, facts.language, said(approval, [record], facts)),
    },
    {
      ...shared,
      key: paperPageKey(approval),
      title: words.paperTitle,
      holder: personIn('paperApprover'),
      binds: [...approval.content, 'paperStep', 'paperApprover'],
      isOpen: ({ values }) =>
        !isEmpty(values['paperStep']) && [...waiting, ...approval.untouched].includes(text(values['state'])),
      sentence: (record, facts) => say(words.paperSentence, facts.language, said(approval, [record], facts)),
    },
  ];
}
