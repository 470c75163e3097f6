// Mail that the script sends: checks and quota of MailApp, and every message kept for the outbox.
import { ServiceError } from './service-error';

export interface MailAttachment {
  name: string;
  mimeType: string;
  base64: string;
}

export interface Mail {
  id: string;
  /** ISO moment of the emulator's clock. */
  at: string;
  from: string;
  fromName?: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo?: string;
  subject: string;
  body: string;
  htmlBody?: string;
  attachments: MailAttachment[];
  /** Content id → image. */
  inlineImages: Record<string, MailAttachment>;
}

export interface MailDraft {
  to: string;
  cc: string;
  bcc: string;
  replyTo?: string;
  fromName?: string;
  subject: string;
  body: string;
  htmlBody?: string;
  attachments: MailAttachment[];
  inlineImages: Record<string, MailAttachment>;
}

export interface MailState {
  sent: Mail[];
  /** By account: recipients since the first message of the running 24 hours. */
  used: Record<string, { since: number; recipients: number }>;
}

export interface MailLimits {
  /** Recipients a day: 100 for a consumer account, 1,500 for Workspace. */
  recipientsPerDay: number;
  recipientsPerMessage: number;
  bodyBytes: number;
  attachments: number;
  attachmentBytes: number;
}

export const consumerMailLimits: MailLimits = {
  recipientsPerDay: 100,
  recipientsPerMessage: 50,
  bodyBytes: 200 * 1024,
  attachments: 250,
  attachmentBytes: 25 * 1024 * 1024,
};

const day = 24 * 60 * 60 * 1000;
const subjectLimit = 250;

/** Splits `A <a@b>, c@d` into addresses; quoted names may hold commas. */
export function addressesIn(list: string): string[] {
  return (list.match(/(?:"[^"]*"|[^,])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

export function bareAddress(address: string): string {
  return /<([^<>]+)>\s*$/.exec(address)?.[1]?.trim() ?? address;
}

function checked(list: string): string[] {
  const addresses = addressesIn(list);
  for (const address of addresses) {
    if (!/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(bareAddress(address)))
      throw new ServiceError(`Invalid email: ${address}`);
  }
  return addresses.map(bareAddress);
}

function recipientsUsed(state: MailState, account: string, now: Date): number {
  const used = state.used[account];
  return used && now.getTime() - used.since < day ? used.recipients : 0;
}

export function remainingQuota(state: MailState, account: string, limits: MailLimits, now: Date): number {
  return Math.max(0, limits.recipientsPerDay - recipientsUsed(state, account, now));
}

/** Checks a draft, takes it from the account's quota and files it; throws what MailApp throws. */
export function sendMail(
  state: MailState,
  draft: MailDraft,
  sender: { account: string; now: Date; id: string; limits: MailLimits },
): Mail {
  const { account, now, limits } = sender;
  const to = checked(draft.to);
  const cc = checked(draft.cc);
  const bcc = checked(draft.bcc);
  const recipients = to.length + cc.length + bcc.length;
  if (recipients === 0) throw new ServiceError('Failed to send email: no recipient');
  if (recipients > limits.recipientsPerMessage) throw new ServiceError('Limit Exceeded: Email Recipients Per Message.');
  if (draft.subject.length > subjectLimit) throw new ServiceError('Argument too large: subject');
  if (Buffer.byteLength(draft.body) + Buffer.byteLength(draft.htmlBody ?? '') > limits.bodyBytes)
    throw new ServiceError('Limit Exceeded: Email Body Size.');
  const parts = [...draft.attachments, ...Object.values(draft.inlineImages)];
  if (parts.length > limits.attachments) throw new ServiceError('Limit exceeded: Email Attachments Per Message.');
  if (parts.reduce((sum, part) => sum + (part.base64.length * 3) / 4, 0) > limits.attachmentBytes)
    throw new ServiceError('Limit Exceeded: Email Total Attachments Size.');
  const used = recipientsUsed(state, account, now);
  if (used + recipients > limits.recipientsPerDay)
    throw new ServiceError('Service invoked too many times for one day: email.');
  const since = used > 0 ? state.used[account]!.since : now.getTime();
  state.used[account] = { since, recipients: used + recipients };
  const mail: Mail = { ...draft, id: sender.id, at: now.toISOString(), from: account, to, cc, bcc };
  state.sent.push(mail);
  return mail;
}
