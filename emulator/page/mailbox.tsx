// Everybody's mailbox: letters, the letter that is open, and the browser that its links open in.
import {
  isUnread,
  markRead,
  nameOf,
  openMail,
  openMailId,
  receivers,
  recipient,
  shownMails,
  showMail,
} from './mail-state';
import { Letter } from './letter';
import { info, mails } from './office';
import { whenText } from './moments';
import { WebPanel } from './web-panel';
import { say } from './words';

function RecipientChoice() {
  return (
    <select
      aria-label={say('recipient')}
      value={recipient.value}
      onChange={(event) => (recipient.value = event.currentTarget.value)}
    >
      <option value="">{say('everyone')}</option>
      {receivers.value.map((email) => (
        <option key={email} value={email}>
          {nameOf(email) === email ? email : `${nameOf(email)} · ${email}`}
        </option>
      ))}
    </select>
  );
}

function MailList() {
  const list = shownMails.value;
  if (list.length === 0) return <p class="empty quiet">{say('noMail')}</p>;
  return (
    <ul class="mail-list">
      {list.map(({ id, to, at, subject, attachments }) => (
        <li key={id}>
          <button
            type="button"
            class={isUnread(id) ? 'mail unread' : 'mail'}
            aria-current={id === openMailId.value}
            onClick={() => showMail(id)}
          >
            <span class="line">
              <span class="who">{to.map(nameOf).join('、')}</span>
              <time>{whenText(at, info.value!.now, info.value!.timeZone)}</time>
            </span>
            <span class="subject">
              {subject}
              {attachments.length > 0 && <span class="badge">{say('attachments')}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Mailbox() {
  return (
    <main class="mailbox">
      <section class="mail-column" aria-label={say('mailbox')}>
        <header>
          <RecipientChoice />
          <button type="button" class="button" onClick={() => markRead(mails.value.map(({ id }) => id))}>
            {say('markAllRead')}
          </button>
        </header>
        <MailList />
      </section>
      <section class="letter-column">
        {openMail.value ? (
          <Letter key={openMailId.value} mail={openMail.value} />
        ) : (
          <p class="empty quiet">{say('pickMail')}</p>
        )}
      </section>
      <WebPanel />
    </main>
  );
}
