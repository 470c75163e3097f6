// A signature as text: strokes `x,y x,y;x,y` in a box of 300 × 120, as the register keeps it.

export const signatureBox = { width: 300, height: 120 } as const;
const longest = 20_000;
/** Points nearer than this to the one before say nothing. */
const nearest = 2;

export interface Point {
  readonly x: number;
  readonly y: number;
}

const clamp = (n: number, most: number): number => Math.min(most, Math.max(0, Math.round(n)));

/** Strokes drawn in the box, as text; '' when nothing was drawn. */
export function signaturePath(strokes: readonly (readonly Point[])[]): string {
  let apart = nearest;
  let path: string;
  do {
    path = strokes
      .map((stroke) => strokeText(stroke, apart))
      .filter((text) => text !== '')
      .join(';');
    apart *= 1.5;
  } while (path.length > longest);
  return path;
}

function strokeText(stroke: readonly Point[], apart: number): string {
  const kept: Point[] = [];
  for (const [index, point] of stroke.entries()) {
    const placed = { x: clamp(point.x, signatureBox.width), y: clamp(point.y, signatureBox.height) };
    const before = kept[kept.length - 1];
    const far = before === undefined || Math.hypot(placed.x - before.x, placed.y - before.y) >= apart;
    const moved = before !== undefined && (placed.x !== before.x || placed.y !== before.y);
    if (far || (index === stroke.length - 1 && moved)) kept.push(placed);
  }
  return kept.map(({ x, y }) => x + ',' + y).join(' ');
}

/** The same as the `d` of an SVG path; a dot becomes a very short line, so that a round cap shows it. */
export function svgPath(path: string): string {
  return path
    .split(';')
    .filter((stroke) => stroke !== '')
    .map((stroke) => {
      const points = stroke.trim().split(' ');
      return 'M' + points[0] + (points.length === 1 ? 'h.1' : 'L' + points.slice(1).join(' '));
    })
    .join('');
}

export const isSignature = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,3},\d{1,3}(?: \d{1,3},\d{1,3}){4}/.test(value);
