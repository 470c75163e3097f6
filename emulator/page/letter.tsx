// One letter, its HTML without scripts; links open in the browser beside it.
import { useRef, useState } from 'preact/hooks';
import type { Mail, MailAttachment } from './emulator-types';
import { nameOf } from './mail-state';
import { fullText } from './moments';
import { info } from './office';
import { browse } from './web-panel';
import { say } from './words';

const dataUrl = ({ mimeType, base64 }: MailAttachment) => `data:${mimeType};base64,${base64}`;

/** The letter's HTML with its own images put in. */
function documentOf({ htmlBody = '', inlineImages }: Mail): string {
  const html = htmlBody.replace(/(["'])cid:([^"']+)\1/g, (whole, quote: string, id: string) =>
    inlineImages[id] ? `${quote}${dataUrl(inlineImages[id])}${quote}` : whole,
  );
  return `<!doctype html><base target="_blank"><style>body{margin:16px;font-family:sans-serif;overflow-wrap:anywhere}</style>${html}`;
}

function openLinksHere(frame: HTMLIFrameElement): void {
  frame.contentDocument?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || event.ctrlKey || event.metaKey || !/^https?:/.test(link.href)) return;
    event.preventDefault();
    browse(link.href);
  });
}

const textLink = /(https?:\/\/[^\s<>"）。，]+)/;

function PlainText({ text }: { text: string }) {
  return (
    <pre class="plain">
      {text.split(textLink).map((part, index) =>
        textLink.test(part) ? (
          <a
            key={index}
            href={part}
            target="_blank"
            rel="noopener"
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              browse(part);
            }}
          >
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}

const address = (email: string) => (nameOf(email) === email ? email : `${nameOf(email)} <${email}>`);

function Head({ mail }: { mail: Mail }) {
  const { from, fromName, to, cc, at, subject } = mail;
  return (
    <header>
      <h2>{subject}</h2>
      <p class="quiet">{fullText(at, info.value!.timeZone)}</p>
      <dl>
        <dt>{say('from')}</dt>
        <dd>{fromName ? `${fromName} <${from}>` : from}</dd>
        <dt>{say('to')}</dt>
        <dd>{to.map(address).join('，')}</dd>
        {cc.length > 0 && (
          <>
            <dt>{say('cc')}</dt>
            <dd>{cc.map(address).join('，')}</dd>
          </>
        )}
      </dl>
    </header>
  );
}

export function Letter({ mail }: { mail: Mail }) {
  const [plain, setPlain] = useState(mail.htmlBody === undefined);
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <article class="letter">
      <Head mail={mail} />
      <div class="letter-tools">
        {mail.htmlBody !== undefined && (
          <div class="switch" role="group">
            <button type="button" aria-pressed={!plain} onClick={() => setPlain(false)}>
              {say('formatted')}
            </button>
            <button type="button" aria-pressed={plain} onClick={() => setPlain(true)}>
              {say('plainText')}
            </button>
          </div>
        )}
        {mail.attachments.map((attachment) => (
          <a
            key={attachment.name}
            class="attachment"
            href={dataUrl(attachment)}
            download={attachment.name}
            title={say('download')}
          >
            {attachment.name}
          </a>
        ))}
      </div>
      {plain ? (
        <PlainText text={mail.body} />
      ) : (
        <iframe
          ref={frame}
          title={mail.subject}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          srcdoc={documentOf(mail)}
          onLoad={(event) => openLinksHere(event.currentTarget)}
        />
      )}
      <p class="quiet">{say('linkHint')}</p>
    </article>
  );
}
