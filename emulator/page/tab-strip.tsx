// The tabs along the bottom: choose, rename, and a list of all of them, hidden ones too.
import { useState } from 'preact/hooks';
import { act } from './ask';
import type { Tab } from './emulator-types';
import { chosenBook, chosenTab, openBook } from './office';
import { Popover } from './popover';
import { attempt } from './telling';
import { say } from './words';

function choose(tab: Tab): void {
  chosenTab.value = tab.sheetId;
}

const rename = (tab: Tab, title: string) =>
  attempt(() => act('POST', `workbooks/${chosenBook.value}/sheets/${tab.sheetId}/rename`, { title }));

function TitleField({ tab, done }: { tab: Tab; done: () => void }) {
  const keep = (title: string) => {
    done();
    if (title !== '' && title !== tab.title) void rename(tab, title);
  };
  return (
    <input
      class="tab-title"
      aria-label={say('renameTab')}
      value={tab.title}
      ref={(field) => field?.select()}
      onBlur={(event) => keep(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done();
        if (event.key === 'Enter' && !event.isComposing) event.currentTarget.blur();
      }}
    />
  );
}

function TabButton({ tab, all }: { tab: Tab; all: readonly Tab[] }) {
  const [renaming, setRenaming] = useState(false);
  const current = tab.sheetId === chosenTab.value;
  if (renaming) return <TitleField tab={tab} done={() => setRenaming(false)} />;
  const key = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    if (event.key === 'F2') setRenaming(true);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = all[(all.indexOf(tab) + step + all.length) % all.length]!;
    choose(next);
    document.getElementById(`tab-${next.sheetId}`)?.focus();
  };
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${tab.sheetId}`}
      class="tab"
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      style={tab.color ? { '--tab-colour': tab.color } : {}}
      ref={(button) => {
        if (current) button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }}
      onClick={() => choose(tab)}
      onDblClick={() => setRenaming(true)}
      onKeyDown={key}
    >
      {tab.title}
    </button>
  );
}

export function TabStrip() {
  const all = openBook.value?.sheets ?? [];
  const shown = all.filter(({ hidden, sheetId }) => !hidden || sheetId === chosenTab.value);
  return (
    <div class="tab-strip">
      <Popover label="☰" title={say('allTabs')} class="icon-button" role="menu">
        {(close) =>
          all.map((tab) => (
            <button
              key={tab.sheetId}
              type="button"
              role="menuitemradio"
              aria-checked={tab.sheetId === chosenTab.value}
              class="menu-item"
              onClick={() => {
                choose(tab);
                close();
              }}
            >
              <span class="swatch" style={tab.color ? { background: tab.color } : {}} />
              {tab.title}
              {tab.hidden && <span class="quiet">{say('hiddenTab')}</span>}
            </button>
          ))
        }
      </Popover>
      <div class="tabs" role="tablist" aria-label={say('tabs')}>
        {shown.map((tab) => (
          <TabButton key={tab.sheetId} tab={tab} all={shown} />
        ))}
      </div>
    </div>
  );
}
