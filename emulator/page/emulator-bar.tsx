// What Google does not have: which view, the clock, who is at the keyboard, faults, calls, the page's language.
import { underWay } from './ask';
import { CallsBox } from './calls-box';
import { ClockBox } from './clock-box';
import { FaultsBox } from './faults-box';
import { unread } from './mail-state';
import { cutOff, view } from './office';
import { PersonSwitch } from './person-switch';
import { chooseLanguage, language, say, type Language } from './words';

const languages: Record<Language, string> = { zh: '简体', hant: '繁體', en: 'English' };

function ViewSwitch() {
  return (
    <nav class="views" aria-label={say('emulator')}>
      <button
        type="button"
        aria-current={view.value === 'workbook' ? 'page' : undefined}
        onClick={() => (view.value = 'workbook')}
      >
        {say('workbook')}
      </button>
      <button
        type="button"
        aria-current={view.value === 'mailbox' ? 'page' : undefined}
        onClick={() => (view.value = 'mailbox')}
      >
        {say('mailbox')}
        {unread.value > 0 && (
          <span class="badge" title={`${unread.value} ${say('unread')}`}>
            {unread.value}
          </span>
        )}
      </button>
    </nav>
  );
}

function LanguageChoice() {
  return (
    <select
      class="bar-select"
      aria-label={say('language')}
      value={language.value}
      onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
    >
      {Object.entries(languages).map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function EmulatorBar() {
  return (
    <header class="emulator-bar">
      {underWay.value > 0 && <div class="progress" role="progressbar" aria-label={say('working')} />}
      <span class="emulator-name" title={say('emulatorHint')}>
        {say('emulator')}
      </span>
      <ViewSwitch />
      {cutOff.value && (
        <span class="cut-off" role="alert">
          {say('cutOff')}
        </span>
      )}
      <span class="space" />
      <FaultsBox />
      <CallsBox />
      <ClockBox />
      <PersonSwitch />
      <LanguageChoice />
    </header>
  );
}
