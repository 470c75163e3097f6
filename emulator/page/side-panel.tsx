// The script's sidebar: 300 px, as on Google.
import { Frame } from './frame';
import { closeSidebar, sidebar } from './office';
import { say } from './words';

export function SidePanel() {
  const shown = sidebar.value;
  if (!shown) return null;
  return (
    <aside class="side-panel" aria-label={say('sidebar')}>
      <header>
        <h2>{shown.title}</h2>
        <button type="button" class="icon-button" aria-label={say('close')} onClick={() => void closeSidebar()}>
          ✕
        </button>
      </header>
      <Frame key={shown.url} title={shown.title} url={shown.url} />
    </aside>
  );
}
