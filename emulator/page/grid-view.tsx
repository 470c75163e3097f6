// Where the open tab's grid lives on the page.
import { useEffect, useRef } from 'preact/hooks';
import { ContextMenu, HoverNote } from './context-menu';
import { chooseBook, chosenBook, openTab, version } from './office';
import { sheetGrid } from './sheet-grid';
import { say } from './words';

/** Links inside the workbook go to a tab; others open beside the page. */
function followLink(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  const gid = link && /[#&]gid=(\d+)/.exec(link.getAttribute('href') ?? '')?.[1];
  if (!link || gid === undefined) return;
  const book = /\/spreadsheets\/d\/([^/]+)/.exec(link.getAttribute('href')!)?.[1] ?? chosenBook.value;
  event.preventDefault();
  void chooseBook(book, Number(gid));
}

export function GridView() {
  const host = useRef<HTMLDivElement>(null);
  const tab = openTab.value;
  const book = chosenBook.value;
  const sheet = tab?.sheetId;
  useEffect(() => {
    if (sheet === undefined) return undefined;
    const grid = sheetGrid(host.current!, book, sheet, say('grid'));
    let first = true;
    const stop = version.subscribe(() => {
      if (!first) grid.refresh();
      first = false;
    });
    return () => {
      stop();
      grid.dispose();
    };
  }, [book, sheet]);
  return (
    <>
      <div class="grid" id="grid" ref={host} onClick={followLink} />
      <ContextMenu host={host} />
      <HoverNote host={host} />
    </>
  );
}
