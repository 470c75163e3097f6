// Who is at the keyboard.
import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Info } from './emulator-types';
import { becomePerson, info } from './office';
import { Popover } from './popover';
import { attempt } from './telling';
import { roleName, say } from './words';

const storeKey = 'emulator.addresses';
/** Addresses that were typed here: a workbook set up by hand has people whom the emulator does not know. */
const typedAddresses = signal(JSON.parse(localStorage.getItem(storeKey) ?? '[]') as string[]);

function remember(email: string): void {
  typedAddresses.value = [...new Set([...typedAddresses.value, email])];
  localStorage.setItem(storeKey, JSON.stringify(typedAddresses.value));
}

interface Account {
  email: string;
  name: string;
  note: string;
}

function accountsOf({ people, officeAccount, user }: Info): Account[] {
  const list: Account[] = people.map(({ email, name, roles }) => ({
    email,
    name,
    note: roles.map(roleName).join('、') || say('noRole'),
  }));
  const known = new Set(people.map(({ email }) => email));
  if (!known.has(officeAccount))
    list.unshift({ email: officeAccount, name: say('officeAccount'), note: officeAccount });
  for (const email of new Set([...typedAddresses.value, user]))
    if (!known.has(email) && email !== officeAccount) list.push({ email, name: email, note: '' });
  return list;
}

function OtherAddress({ close }: { close: () => void }) {
  const [email, setEmail] = useState('');
  return (
    <form
      class="other-address"
      onSubmit={(event) => {
        event.preventDefault();
        close();
        remember(email.trim());
        void attempt(() => becomePerson(email.trim()));
      }}
    >
      <label>
        {say('addPerson')}
        <input
          type="email"
          required
          value={email}
          placeholder="name@example.org"
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {say('ok')}
      </button>
    </form>
  );
}

export function PersonSwitch() {
  const accounts = accountsOf(info.value!);
  const current = accounts.find(({ email }) => email === info.value!.user);
  const label = (
    <>
      <span class="avatar" aria-hidden="true">
        {current?.name.slice(0, 1)}
      </span>
      {current?.name}
      <span class="caret" />
    </>
  );
  return (
    <Popover label={label} title={say('atKeyboard')} class="bar-button" align="end">
      {(close) => (
        <>
          <h2>{say('atKeyboard')}</h2>
          <ul class="people">
            {accounts.map(({ email, name, note }) => (
              <li key={email}>
                <button
                  type="button"
                  class="menu-item"
                  aria-pressed={email === info.value!.user}
                  onClick={() => {
                    close();
                    void attempt(() => becomePerson(email));
                  }}
                >
                  <span>{name}</span>
                  <span class="quiet">{note}</span>
                </button>
              </li>
            ))}
          </ul>
          <OtherAddress close={close} />
        </>
      )}
    </Popover>
  );
}
