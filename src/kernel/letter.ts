// An e-mail as data, and as HTML with inline styles that survives Outlook and Gmail, with a text part.
import { say, type Language, type Said, type Words } from './words';

export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly content: string;
}

export interface Letter {
  /** What is asked, which record, the gist; the bracketed product name is put before it. */
  readonly subject: string;
  readonly sentence: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly button?: string;
  /** The way to a generated tab, for who may open it. */
  readonly opens?: string;
  /** Why you get this. */
  readonly why: string;
  readonly attachments?: readonly Attachment[];
}

/** The words of a letter, with places for what is said in them: `{who}`. */
export interface Wording {
  readonly subject: Words;
  readonly sentence: Words;
  readonly why: Words;
  readonly button?: Words;
  readonly opens?: Words;
}

export function letterOf(
  { language }: { readonly language: Language },
  { subject, sentence, why, button, opens }: Wording,
  said: Readonly<Record<string, Said>>,
  pairs: Letter['facts'] = [],
): Letter {
  return {
    subject: say(subject, language, said),
    sentence: say(sentence, language, said),
    facts: pairs,
    why: say(why, language, said),
    ...(button && { button: say(button, language) }),
    ...(opens && { opens: say(opens, language) }),
  };
}

/** A letter ready to go: addressed, its button a link. */
export interface Mail {
  readonly to: string;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

export interface Envelope {
  readonly to: string;
  readonly agency: string;
  readonly language: Language;
  readonly url?: string;
  /** The address of the tab that the letter opens. */
  readonly tab?: string;
  /** When the link ends, as a day. */
  readonly ends?: string;
  /** The link can be used again and again until then. */
  readonly lasting?: boolean;
}

const productWords: Words = { zh: '前台', en: 'Front desk' };
const endsWords: Words = {
  zh: '链接有效至 {day}，办完即失效。',
  en: 'The link is good until {day}, and ends when the matter is dealt with.',
};
const lastingWords: Words = { zh: '链接有效至 {day}。', en: 'The link is good until {day}.' };
const copyWords: Words = {
  zh: '按钮打不开时，请把这个地址复制到浏览器：',
  en: 'If the button does not open, copy this address:',
};
const forwardWords: Words = {
  zh: '请勿转发本邮件：链接只给您本人。浏览器里登录了几个 Google 账号而打不开时，请用无痕窗口。',
  en: 'Please do not forward this e-mail: the link is for you alone. If several Google accounts get in its way, open it in a private window.',
};

export function escapeHtml(input: string): string {
  return input
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** One line, so that a name with a line break cannot add headers. */
const oneLine = (input: string): string => input.replace(/[\r\n\t]+/g, ' ').trim();
const cut = (input: string, most: number): string => (input.length > most ? `${input.slice(0, most - 1)}…` : input);

const font = "font-family:'Noto Sans SC','PingFang SC','Microsoft YaHei',Arial,sans-serif";

function factRow([label, said]: readonly [string, string]): string {
  const cell = `${font};font-size:14px;line-height:22px;padding:6px 8px;vertical-align:top;border-bottom:1px solid #e8eaed`;
  const shown = escapeHtml(said).replace(/\n/g, '<br>');
  return (
    `<tr><td style="${cell};color:#5f6368;white-space:nowrap" width="96">${escapeHtml(label)}</td>` +
    `<td style="${cell};color:#202124" dir="auto">${shown}</td></tr>`
  );
}

function buttonHtml(label: string, url: string): string {
  return (
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0 8px"><tr>` +
    `<td bgcolor="#1a73e8" style="border-radius:4px"><a href="${escapeHtml(url)}" target="_blank" style="${font};display:inline-block;` +
    `padding:12px 28px;font-size:15px;color:#ffffff;text-decoration:none;border-radius:4px">${escapeHtml(label)}</a></td></tr></table>`
  );
}

/** The parts of one letter, without the frame: several letters to one person stand in one frame. */
function section(letter: Letter, envelope: Envelope): { html: string; text: string } {
  const { language, url, tab, ends, lasting } = envelope;
  const small = `${font};font-size:12px;line-height:18px;color:#5f6368;margin:4px 0`;
  const linked = letter.button !== undefined && url !== undefined;
  const [way, address] = linked ? [letter.button, url] : tab === undefined ? [] : [letter.opens, tab];
  const leads = way !== undefined && address !== undefined;
  const notes = [
    ...(ends ? [say(lasting ? lastingWords : endsWords, language, { day: ends })] : []),
    ...(linked ? [say(forwardWords, language)] : []),
  ];
  const html =
    `<p style="${font};font-size:16px;line-height:24px;color:#202124;margin:0 0 12px" dir="auto">${escapeHtml(letter.sentence)}</p>` +
    (letter.facts.length > 0
      ? `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="border-collapse:collapse">${letter.facts.map(factRow).join('')}</table>`
      : '') +
    (leads ? buttonHtml(way, address) : '') +
    notes.map((note) => `<p style="${small}">${escapeHtml(note)}</p>`).join('') +
    (leads
      ? `<p style="${small};word-break:break-all">${escapeHtml(say(copyWords, language))}<br>${escapeHtml(address)}</p>`
      : '') +
    `<p style="${small}">${escapeHtml(letter.why)}</p>`;
  const text = [
    letter.sentence,
    '',
    ...letter.facts.map(([label, said]) => `${label}${language === 'en' ? ': ' : '：'}${said}`),
    ...(leads ? ['', `${way}${language === 'en' ? ': ' : '：'}${address}`] : []),
    '',
    ...notes,
    letter.why,
  ].join('\n');
  return { html, text };
}

/** Puts letters to one person into one e-mail. */
export function renderMail(letters: readonly { letter: Letter; envelope: Envelope }[]): Mail {
  const { envelope } = letters[0]!;
  const { agency, language } = envelope;
  const sections = letters.map((one) => section(one.letter, one.envelope));
  const rule = '<div style="border-top:2px solid #dadce0;margin:24px 0"></div>';
  const first = letters[0]!.letter.subject;
  const gist =
    letters.length === 1
      ? first
      : `${first}${language === 'en' ? ` and ${letters.length - 1} more` : ` 等 ${letters.length} 件`}`;
  const html =
    `<!doctype html><html lang="${language === 'en' ? 'en' : language === 'hant' ? 'zh-Hant' : 'zh-Hans'}"><head><meta charset="utf-8"></head>` +
    `<body style="margin:0;padding:0;background:#f1f3f4"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f1f3f4"><tr><td align="center" style="padding:16px">` +
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px" bgcolor="#ffffff">` +
    `<tr><td style="padding:16px 24px;border-bottom:1px solid #e8eaed;${font};font-size:14px;color:#5f6368">${escapeHtml(agency)} · ${escapeHtml(say(productWords, language))}</td></tr>` +
    `<tr><td style="padding:24px">${sections.map((one) => one.html).join(rule)}</td></tr></table></td></tr></table></body></html>`;
  return {
    to: envelope.to,
    fromName: oneLine(agency),
    subject: cut(oneLine(`[${say(productWords, language)}] ${gist}`), 180),
    text: `${sections.map((one) => one.text).join('\n\n----------\n\n')}\n\n${agency}\n`,
    html,
    attachments: letters.flatMap((one) => one.letter.attachments ?? []),
  };
}
