// Makes the next service call go wrong, so that one sees how the desk copes.
import { act } from './ask';
import { showToast } from './dialogs';
import { Popover } from './popover';
import { attempt } from './telling';
import { say, type Word } from './words';

interface Ordered {
  call: string;
  do: 'fail' | 'dropAnswer' | 'delay';
  status?: number;
  seconds?: number;
}

const write = 'sheets.batchUpdate';

const faults: readonly [Word, Ordered][] = [
  ['faultWriteFails', { call: write, do: 'fail' }],
  ['faultAnswerLost', { call: write, do: 'dropAnswer' }],
  ['faultReadFails', { call: 'sheets.values.batchGetByDataFilter', do: 'fail' }],
  ['faultQuota', { call: write, do: 'fail', status: 429 }],
  ['faultSlow', { call: write, do: 'delay', seconds: 30 }],
  ['faultBusy', { call: 'lock.tryLock', do: 'fail' }],
  ['faultMail', { call: 'mail.send', do: 'fail' }],
];

async function order(word: Word, fault: Ordered): Promise<void> {
  await act('PUT', 'faults', [{ ...fault, nth: 1 }]);
  showToast({ title: say('faults'), message: say('faultSet') + say(word), seconds: 6 });
}

async function clear(): Promise<void> {
  await act('PUT', 'faults', []);
  showToast({ title: say('faults'), message: say('faultCleared'), seconds: 4 });
}

export function FaultsBox() {
  return (
    <Popover
      label={
        <>
          {say('faults')}
          <span class="caret" />
        </>
      }
      title={say('faultsHint')}
      class="bar-button"
      align="end"
      role="menu"
    >
      {(close) => {
        const item = (label: string, run: () => Promise<void>) => (
          <button
            key={label}
            type="button"
            role="menuitem"
            class="menu-item"
            onClick={() => {
              close();
              void attempt(run);
            }}
          >
            {label}
          </button>
        );
        return (
          <>
            {faults.map(([word, fault]) => item(say(word), () => order(word, fault)))}
            <hr />
            {item(say('faultClear'), clear)}
          </>
        );
      }}
    </Popover>
  );
}
