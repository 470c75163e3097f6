// Ink on a canvas: what a finger, a pen or the mouse draws, as strokes of points.

export interface InkPoint {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly strokes: () => readonly (readonly InkPoint[])[];
  readonly wipe: () => void;
}

const inkWidth = 2.2;

/** Lets people draw on the canvas; `onStroke` is called after each stroke. */
export function drawOn(canvas: HTMLCanvasElement, onStroke: () => void): Drawing {
  const ratio = Math.max(window.devicePixelRatio || 1, 1);
  canvas.width = canvas.offsetWidth * ratio;
  canvas.height = canvas.offsetHeight * ratio;
  const ink = canvas.getContext('2d')!;
  ink.scale(ratio, ratio);
  ink.lineWidth = inkWidth;
  ink.lineCap = 'round';
  ink.lineJoin = 'round';
  ink.strokeStyle = '#101828';
  let strokes: InkPoint[][] = [];
  let drawing = false;

  const add = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    const stroke = strokes[strokes.length - 1]!;
    const before = stroke[stroke.length - 1];
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
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
      ink.clearRect(0, 0, canvas.width, canvas.height);
    },
  };
}
