// The menus that the script put up, with their submenus.
import type { Menu, MenuEntry } from './emulator-types';
import { menus } from './office';
import { Popover } from './popover';
import { runMenuItem } from './script-menu';
import { attempt } from './telling';
import { say } from './words';

function Entry({ entry, close }: { entry: MenuEntry; close: () => void }) {
  if ('separator' in entry) return <hr />;
  if ('entries' in entry) {
    return (
      <div class="submenu" role="group" aria-label={entry.title}>
        <span class="submenu-title">{entry.title}</span>
        {entry.entries.map((inner, index) => (
          <Entry key={index} entry={inner} close={close} />
        ))}
      </div>
    );
  }
  return (
    <button
      type="button"
      role="menuitem"
      class="menu-item"
      onClick={() => {
        close();
        void attempt(() => runMenuItem(entry.function));
      }}
    >
      {entry.label}
    </button>
  );
}

function MenuButton({ menu }: { menu: Menu }) {
  return (
    <Popover
      label={
        <>
          {menu.title}
          <span class="caret" />
        </>
      }
      class="menu-button"
      role="menu"
    >
      {(close) => menu.entries.map((entry, index) => <Entry key={index} entry={entry} close={close} />)}
    </Popover>
  );
}

export function MenuBar() {
  return (
    <nav class="menu-bar" aria-label={say('menuBar')}>
      {menus.value.map((menu) => (
        <MenuButton key={menu.title} menu={menu} />
      ))}
    </nav>
  );
}
