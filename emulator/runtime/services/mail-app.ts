// MailApp: sendEmail with one object, and the quota.
import type { Execution } from '../execution';
import type { Google } from '../google';
import type { MailAttachment } from '../mailbox';
import { remainingQuota, sendMail } from '../mailbox';
import { missingFeature } from '../service-error';
import type { ServiceObject } from '../service-object';
import { isServiceObject, serviceObject } from '../service-object';
import type { BlobState } from './blob';
import { permit } from './permissions';

interface Message {
  to?: unknown;
  cc?: unknown;
  bcc?: unknown;
  replyTo?: unknown;
  name?: unknown;
  subject?: unknown;
  body?: unknown;
  htmlBody?: unknown;
}

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value));

function attachment(value: unknown, fallbackName: string): MailAttachment {
  const blob = (isServiceObject(value) ? value.state : undefined) as BlobState | undefined;
  if (!blob?.bytes) throw missingFeature('attachment of this kind');
  return {
    name: blob.name ?? fallbackName,
    mimeType: blob.contentType ?? 'application/octet-stream',
    base64: Buffer.from(blob.bytes).toString('base64'),
  };
}

export function mailApp(google: Google, execution: Execution, behind: (value: unknown) => unknown): ServiceObject {
  const account = execution.effectiveUser;
  const limits = google.limits.mail;
  return serviceObject({
    typeName: 'MailApp',
    members: {
      sendEmail(message: unknown, ...rest: unknown[]) {
        permit(execution, google.project.manifest, 'MailApp.sendEmail', ['script.send_mail']);
        if (rest.length > 0 || typeof message !== 'object' || message === null)
          throw missingFeature('MailApp.sendEmail(recipient, subject, body); use sendEmail(message)');
        const { to, cc, bcc, replyTo, name, subject, body, htmlBody } = message as Message;
        const { attachments, inlineImages } = message as { attachments?: unknown; inlineImages?: object };
        const images = Object.entries(inlineImages ?? {});
        const draft = {
          to: text(to),
          cc: text(cc),
          bcc: text(bcc),
          ...(text(replyTo) === '' ? {} : { replyTo: text(replyTo) }),
          ...(text(name) === '' ? {} : { fromName: text(name) }),
          subject: text(subject),
          body: text(body),
          ...(text(htmlBody) === '' ? {} : { htmlBody: text(htmlBody) }),
          attachments: Array.from((attachments ?? []) as unknown[], (item, index) =>
            attachment(behind(item), `attachment-${index + 1}`),
          ),
          inlineImages: Object.fromEntries(images.map(([id, image]) => [id, attachment(behind(image), id)])),
        };
        google.gateway.pass('mail.send', () =>
          sendMail(google.state.mail, draft, { account, now: google.clock.now(), id: google.newId(), limits }),
        );
      },
      getRemainingDailyQuota() {
        permit(execution, google.project.manifest, 'MailApp.getRemainingDailyQuota', ['script.send_mail']);
        return google.gateway.pass('mail.getRemainingDailyQuota', () =>
          remainingQuota(google.state.mail, account, limits, google.clock.now()),
        );
      },
    },
  });
}
