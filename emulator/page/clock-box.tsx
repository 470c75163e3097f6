// The emulated clock: shown running, moved, stopped.
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { act, look } from './ask';
import { showToast } from './dialogs';
import type { ClockAnswer, RanTriggers } from './emulator-types';
import { daysLater, nextWeekday } from './days';
import { fullText } from './moments';
import { info, version } from './office';
import { Popover } from './popover';
import { attempt } from './telling';
import { say, type Word } from './words';

const clock = signal<(ClockAnswer & { readAt: number }) | undefined>(undefined);
const closing = '18:30';
const morning = '08:00';

async function readClock(): Promise<void> {
  clock.value = { ...(await look<ClockAnswer>('clock')), readAt: Date.now() };
}

async function move(change: object): Promise<void> {
  const { ran, ...now } = await act<ClockAnswer & RanTriggers>('PUT', 'clock', change);
  clock.value = { ...now, readAt: Date.now() };
  const failed = ran.find(({ ok }) => !ok);
  const message = failed
    ? `${say('triggerFailed')}: ${failed.error?.message ?? ''}`
    : `${ran.length} ${say('triggersRan')}`;
  if (ran.length > 0) showToast({ title: '', message, seconds: 4 });
}

const moves: readonly { word: Word; change(wallClock: string): object }[] = [
  { word: 'tenMinutes', change: () => ({ advanceMinutes: 10 }) },
  { word: 'oneHour', change: () => ({ advanceMinutes: 60 }) },
  {
    word: 'closingTime',
    change: (now) => ({ now: daysLater(now, now.slice(11, 16) < closing ? 0 : 1, closing) }),
  },
  { word: 'nextMorning', change: (now) => ({ now: nextWeekday(now, morning) }) },
  { word: 'realTime', change: () => ({ now: new Date().toISOString() }) },
];

function ClockPanel({ close }: { close: () => void }) {
  const { wallClock, frozen } = clock.value!;
  const [chosen, setChosen] = useState(wallClock.slice(0, 16));
  const go = (change: object) => {
    close();
    void attempt(() => move(change));
  };
  return (
    <div class="clock-panel">
      <h2>{say('emulatorClock')}</h2>
      <p class="quiet">{say('clockHint')}</p>
      <div class="choices-row">
        {moves.map(({ word, change }) => (
          <button key={word} type="button" class="button" onClick={() => go(change(wallClock))}>
            {say(word)}
          </button>
        ))}
        <button type="button" class="button" onClick={() => go({ frozen: !frozen })}>
          {say(frozen ? 'startClock' : 'stopClock')}
        </button>
      </div>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          go({ now: chosen });
        }}
      >
        <label>
          {say('otherTime')}
          <input
            type="datetime-local"
            required
            value={chosen}
            onInput={(event) => setChosen(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {say('setClock')}
        </button>
      </form>
    </div>
  );
}

export function ClockBox() {
  const [, tick] = useState(0);
  useEffect(() => {
    const stop = version.subscribe(() => void readClock().catch(() => undefined));
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, []);
  const known = clock.value;
  if (!known) return null;
  const now = Date.parse(known.now) + (known.frozen ? 0 : Date.now() - known.readAt);
  const label = (
    <>
      <time class="clock">{fullText(now, info.value!.timeZone)}</time>
      {known.frozen && <span class="badge">{say('clockStopped')}</span>}
      <span class="caret" />
    </>
  );
  return (
    <Popover label={label} title={say('emulatorClock')} class="bar-button" align="end">
      {(close) => <ClockPanel close={close} />}
    </Popover>
  );
}
