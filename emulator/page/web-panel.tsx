// The browser of whoever got the letter: a page of the web app, as a visitor that Google knows or not.
import { signal } from '@preact/signals';
import { act } from './ask';
import { info, load } from './office';
import { attempt } from './telling';
import { say } from './words';

const address = signal('');
/** Goes up so that the same address loads again. */
const visit = signal(0);

/**
 * Links of the emulator lead here, whichever port it had when they were written and by whichever name of this machine: a
 * page of its own may stand in a frame of its own origin only.
 */
function here(link: string): string {
  const url = new URL(link);
  const own = /^(127\.0\.0\.1|localhost)$/.test(url.hostname) && /^\/(macros|spreadsheets)\//.test(url.pathname);
  return own ? `${url.pathname}${url.search}${url.hash}` : link;
}

export function browse(link: string): void {
  address.value = here(link);
  visit.value++;
}

async function signIn(email: string): Promise<void> {
  await act('PUT', 'visitor', { email: email === '' ? null : email });
  await load();
  visit.value++;
}

function Visitor() {
  const { people, visitor, officeAccount } = info.value!;
  const accounts = [...new Set([...people.map(({ email }) => email), officeAccount, visitor])].filter(
    (one) => one !== '',
  );
  return (
    <label class="visitor">
      {say('signedInAs')}
      <select value={visitor} onChange={(event) => void attempt(() => signIn(event.currentTarget.value))}>
        <option value="">{say('nobody')}</option>
        {accounts.map((email) => (
          <option key={email} value={email}>
            {email}
          </option>
        ))}
      </select>
    </label>
  );
}

export function WebPanel() {
  return (
    <section class="web-panel" aria-label={say('phone')}>
      <header>
        <Visitor />
        {address.value !== '' && (
          <span class="tools">
            <button
              type="button"
              class="icon-button"
              title={say('reload')}
              aria-label={say('reload')}
              onClick={() => visit.value++}
            >
              ↻
            </button>
            <a
              class="icon-button"
              href={address.value}
              target="_blank"
              rel="noopener"
              title={say('newTab')}
              aria-label={say('newTab')}
            >
              ↗
            </a>
          </span>
        )}
      </header>
      {address.value === '' ? (
        <p class="empty quiet">{say('noPage')}</p>
      ) : (
        <iframe key={visit.value} title={say('phone')} src={address.value} />
      )}
    </section>
  );
}
