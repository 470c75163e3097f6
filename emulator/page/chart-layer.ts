// The charts over the open tab: each drawn where its cell is, scrolling with the cells, drawn anew when they change.
import { look } from './ask';
import { draw, type Drawing } from './chart-drawing';
import type { SheetChart } from './emulator-types';
import type { GridPicture } from './grid-picture';

export interface ChartLayer {
  /** Looks at the cells again. */
  refresh(): void;
  /** Puts the charts where their cells are now. */
  place(): void;
  dispose(): void;
}

interface Shown {
  readonly chart: SheetChart;
  readonly canvas: HTMLCanvasElement;
  readonly drawing: Drawing;
  /** What was drawn. */
  readonly text: string;
}

function canvasOf({ title, width, height }: SheetChart): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = 'chart';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', title);
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  return canvas;
}

export function chartLayer(frame: HTMLElement, book: string, sheet: number, picture: GridPicture): ChartLayer {
  const layer = document.createElement('div');
  layer.className = 'chart-layer';
  frame.append(layer);
  let shown: readonly Shown[] = [];
  let gone = false;

  function place(): void {
    if (shown.length === 0) return;
    const cells = frame.querySelector<HTMLElement>('revogr-viewport-scroll.rgCol');
    const rows = cells?.querySelector<HTMLElement>('.vertical-inner');
    if (!cells || !rows) return;
    const around = frame.getBoundingClientRect();
    const across = cells.getBoundingClientRect();
    const down = rows.getBoundingClientRect();
    Object.assign(layer.style, {
      left: `${across.left - around.left}px`,
      top: `${down.top - around.top}px`,
      width: `${cells.clientWidth}px`,
      height: `${rows.clientHeight}px`,
    });
    for (const { chart, canvas } of shown) {
      const { left, top } = picture.offsetOf(chart.row, chart.column);
      const [x, y] = [left + chart.left - cells.scrollLeft, top + chart.top - rows.scrollTop];
      canvas.style.transform = `translate(${x}px, ${y}px)`;
    }
  }

  function show(charts: readonly SheetChart[]): void {
    const known = new Map(shown.map((one) => [one.chart.id, one]));
    shown = charts.map((chart): Shown => {
      const text = JSON.stringify(chart);
      const before = known.get(chart.id);
      if (before?.text === text) {
        known.delete(chart.id);
        return before;
      }
      const canvas = canvasOf(chart);
      layer.append(canvas);
      return { chart, canvas, drawing: draw(canvas, chart), text };
    });
    for (const { drawing, canvas } of known.values()) {
      drawing.dispose();
      canvas.remove();
    }
    place();
  }

  function refresh(): void {
    if (gone) return;
    void look<SheetChart[]>(`workbooks/${book}/sheets/${sheet}/charts`)
      .then((charts) => !gone && show(charts))
      .catch(() => undefined);
  }
  // The grid's own event of a scroll comes before the cells have moved.
  frame.addEventListener('scroll', place, { capture: true, passive: true });

  return {
    refresh,
    place,
    dispose() {
      gone = true;
      for (const { drawing } of shown) drawing.dispose();
      layer.remove();
    },
  };
}
