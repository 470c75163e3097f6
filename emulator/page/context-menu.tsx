// The menu at the pointer for rows and columns, and the note of the cell under it.
import { useEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { SheetActs } from './formula-row';
import { selected } from './selection';

interface Place {
  x: number;
  y: number;
}

/** A click with the other button inside what is selected leaves it selected. */
function keepSelection(event: MouseEvent): void {
  if (event.button !== 2) return;
  for (const border of document.querySelectorAll('.grid .selection-border-range')) {
    const { left, right, top, bottom } = border.getBoundingClientRect();
    const inside = event.clientX > left && event.clientX < right && event.clientY > top && event.clientY < bottom;
    if (inside) event.stopPropagation();
  }
}

export function ContextMenu({ host }: { host: RefObject<HTMLDivElement | null> }) {
  const [place, setPlace] = useState<Place | undefined>();
  useEffect(() => {
    const open = (event: MouseEvent) => {
      if ((event.target as Element).closest('input')) return;
      event.preventDefault();
      setPlace({ x: Math.min(event.clientX, innerWidth - 240), y: Math.min(event.clientY, innerHeight - 280) });
    };
    const close = (event: Event) => {
      if (!(event.target as Element | null)?.closest?.('.context-menu')) setPlace(undefined);
    };
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && setPlace(undefined);
    const grid = host.current;
    grid?.addEventListener('contextmenu', open);
    grid?.addEventListener('mousedown', keepSelection, true);
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', escape);
    return () => {
      grid?.removeEventListener('contextmenu', open);
      grid?.removeEventListener('mousedown', keepSelection, true);
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', escape);
    };
  }, []);
  const at = selected.value;
  if (!place || !at) return null;
  return (
    <div class="panel context-menu" role="menu" style={{ left: `${place.x}px`, top: `${place.y}px` }}>
      <SheetActs at={at} close={() => setPlace(undefined)} />
    </div>
  );
}

export function HoverNote({ host }: { host: RefObject<HTMLDivElement | null> }) {
  const [note, setNote] = useState<(Place & { text: string }) | undefined>();
  useEffect(() => {
    const grid = host.current;
    const over = (event: Event) => {
      const cell = (event.target as Element).closest<HTMLElement>('[data-note]');
      if (!cell) return setNote(undefined);
      const { right, top } = cell.getBoundingClientRect();
      setNote({ x: Math.min(right + 4, innerWidth - 260), y: top, text: cell.dataset['note']! });
    };
    const out = () => setNote(undefined);
    grid?.addEventListener('mouseover', over);
    grid?.addEventListener('mouseleave', out);
    return () => {
      grid?.removeEventListener('mouseover', over);
      grid?.removeEventListener('mouseleave', out);
    };
  }, []);
  if (!note) return null;
  return (
    <div class="hover-note" role="tooltip" style={{ left: `${note.x}px`, top: `${note.y}px` }}>
      {note.text}
    </div>
  );
}
