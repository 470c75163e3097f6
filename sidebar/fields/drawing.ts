// Ink on a canvas: what a finger, a pen or the mouse draws, as strokes of points in the signature's own box.
import { signatureBox, type Point } from '../signature-path';

export interface Drawing {
  readonly strokes: () => readonly (readonly Point[])[];
  readonly wipe: () => void;
}

const inkWidth = 2.2;
/** Pixels of the canvas for each unit of the box: enough for any screen that it is shown on. */
const fineness = 6;

/** Lets people draw on the canvas, however large it is shown; `onStroke` is called after each stroke. */
export function drawOn(canvas: HTMLCanvasElement, onStroke: () => void): Drawing {
  canvas.width = signatureBox.width * fineness;
  canvas.height = signatureBox.height * fineness;
  const ink = canvas.getContext('2d')!;
  ink.scale(fineness, fineness);
  ink.lineWidth = inkWidth;
  ink.lineCap = 'round';
  ink.lineJoin = 'round';
  ink.strokeStyle = '#101828';
  let strokes: Point[][] = [];
  let drawing = false;

  const add = (event: PointerEvent) => {
    const shown = canvas.getBoundingClientRect();
    const stroke = strokes[strokes.length - 1]!;
    const before = stroke[stroke.length - 1];
    const point = {
      x: ((event.clientX - shown.left) / shown.width) * signatureBox.width,
      y: ((event.clientY - shown.top) / shown.height) * signatureBox.height,
    };
    stroke.push(point);
    ink.beginPath();
    ink.moveTo((before ?? point).x, (before ?? point).y);
    ink.lineTo(point.x + (before ? 0 : 0.1), point.y);
    ink.stroke();
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (drawing || event.button > 0) return;
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    strokes.push([]);
    add(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drawing) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const each of all.length > 0 ? all : [event]) add(each);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    canvas.addEventListener(end, () => {
      if (!drawing) return;
      drawing = false;
      onStroke();
    });
  }
  return {
    strokes: () => strokes,
    wipe: () => {
      strokes = [];
      ink.clearRect(0, 0, signatureBox.width, signatureBox.height);
    },
  };
}
