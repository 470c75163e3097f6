// The workbook as a spreadsheet: name and menus, cells, tabs, sidebar; or why it cannot be shown.
import { FormulaRow } from './formula-row';
import { GridView } from './grid-view';
import { MenuBar } from './menu-bar';
import { showMailsOf } from './mail-state';
import { becomePerson, book, chooseBook, chosenBook, info, isDesk, openBook, sidebar } from './office';
import { runMenuItem } from './script-menu';
import { SidePanel } from './side-panel';
import { TabStrip } from './tab-strip';
import { attempt } from './telling';
import { say, type Word } from './words';

function BookSwitch() {
  const books = info.value?.workbooks ?? [];
  if (books.length < 2) return null;
  return (
    <div class="switch" role="group" aria-label={say('workbook')}>
      {books.map(({ id, role, title }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosenBook.value}
          title={title}
          onClick={() => void chooseBook(id)}
        >
          {role === 'desk' || role === 'restricted' ? say(role satisfies Word) : say('other')}
        </button>
      ))}
    </div>
  );
}

function BookHead() {
  return (
    <header class="book-head">
      <svg class="book-icon" viewBox="0 0 24 24" aria-hidden="true">
        <rect x="3" y="2" width="18" height="20" rx="2" fill="#188038" />
        <path d="M7 9h10v9H7zM7 12h10M7 15h10M12 9v9" fill="none" stroke="#fff" stroke-width="1.3" />
      </svg>
      <div class="book-names">
        <h1>{openBook.value?.title ?? info.value?.workbooks.find(({ id }) => id === chosenBook.value)?.title}</h1>
        {isDesk.value && <MenuBar />}
      </div>
      <BookSwitch />
    </header>
  );
}

function NoAccess() {
  const user = info.value!.user;
  return (
    <div class="empty">
      <h2>{say('noWorkbookTitle')}</h2>
      <p>{say(isDesk.value ? 'noWorkbookText' : 'restrictedText')}</p>
      {isDesk.value && (
        <button type="button" class="button main" onClick={() => showMailsOf(user)}>
          {say('openMailbox')}
        </button>
      )}
    </div>
  );
}

/** A workbook that has nothing but the sheet it was made with. */
function SetUpHint() {
  const { officeAccount, user } = info.value!;
  if (openBook.value!.sheets.length > 1 || !isDesk.value || sidebar.value) return null;
  return (
    <div class="hint">
      <h2>{say('notSetUpTitle')}</h2>
      <p>{say('notSetUpText')}</p>
      {user === officeAccount ? (
        <button type="button" class="button main" onClick={() => void attempt(() => runMenuItem('menu.setUp'))}>
          {say('openMenuItem')}
        </button>
      ) : (
        <button type="button" class="button main" onClick={() => void attempt(() => becomePerson(officeAccount))}>
          {say('switchTo')}
          {officeAccount}
        </button>
      )}
    </div>
  );
}

export function Workbook() {
  if (book.value === undefined) return <p class="empty quiet">{say('loading')}</p>;
  return (
    <main class="workbook">
      <BookHead />
      {openBook.value ? (
        <>
          <FormulaRow />
          <div class="book-body">
            <div class="book-sheet">
              <GridView />
              <SetUpHint />
            </div>
            {isDesk.value && <SidePanel />}
          </div>
          <TabStrip />
        </>
      ) : (
        <NoAccess />
      )}
    </main>
  );
}
