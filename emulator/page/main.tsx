// The workbook page: an emulated Google Sheet with everything around it that an office has.
import { render } from 'preact';
import { closeDialog } from './dialogs';
import { EmulatorBar } from './emulator-bar';
import { markOldRead } from './mail-state';
import { Mailbox } from './mailbox';
import { chooseBook, chosenBook, chosenTab, closeSidebar, follow, info, load, openBook, view } from './office';
import { Overlay } from './overlay';
import { listenToFrames } from './script-menu';
import { Workbook } from './workbook';
import { chooseLanguage, language, say } from './words';
import './base.css';
import './workbook.css';
import './grid.css';
import './mailbox.css';

function Page() {
  if (!info.value) return <p class="empty quiet">{say('loading')}</p>;
  document.title = openBook.value?.title ?? say('workbook');
  return (
    <>
      <a class="skip" href="#grid">
        {say('skipToGrid')}
      </a>
      <EmulatorBar />
      <div class={view.value === 'workbook' ? 'view' : 'view away'}>
        <Workbook />
      </div>
      {view.value === 'mailbox' && <Mailbox />}
      <Overlay />
    </>
  );
}

/** `?workbook=…#gid=…`, as links of Google's own lead here. */
function startPlace(): void {
  const wanted = new URLSearchParams(location.search).get('workbook');
  const gid = /gid=(\d+)/.exec(location.hash)?.[1];
  if (wanted) chosenBook.value = wanted;
  if (gid !== undefined) chosenTab.value = Number(gid);
}

chooseLanguage(language.value);
startPlace();
window.addEventListener('hashchange', () => {
  const gid = /gid=(\d+)/.exec(location.hash)?.[1];
  if (gid !== undefined) void chooseBook(chosenBook.value, Number(gid));
});
listenToFrames({ sidebar: () => void closeSidebar(), dialog: closeDialog });
render(<Page />, document.getElementById('app')!);
await load().catch(() => undefined);
markOldRead();
follow();
