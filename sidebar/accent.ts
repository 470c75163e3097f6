// A chapter's colour, made readable on the ground that it stands on.

type Rgb = readonly [number, number, number];

function rgbOf(hex: string): Rgb | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex.trim());
  return match ? [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)] : undefined;
}

const hexOf = (rgb: Rgb): string => '#' + rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's contrast ratio of two colours written as `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgbOf(one) ?? [0, 0, 0]), luminance(rgbOf(other) ?? [0, 0, 0])];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const fallback = '#0b57d0';
const enough = 4.6;

/** The colour moved towards black (on a light ground) or white (on a dark one) until text in it can be read. */
export function readable(colour: string, ground: string): string {
  const start = rgbOf(colour) ?? rgbOf(fallback)!;
  const towards = luminance(rgbOf(ground) ?? [255, 255, 255]) > 0.5 ? 0 : 255;
  for (let share = 0; share < 1; share += 0.05) {
    const moved = hexOf(start.map((part) => part + (towards - part) * share) as unknown as Rgb);
    if (contrast(moved, ground) >= enough) return moved;
  }
  return towards === 0 ? '#000000' : '#ffffff';
}

/** What lies under a line with the pointer on it: the least favourable ground there is. */
export const grounds = { light: '#eef2f7', dark: '#313438' } as const;

/** Buttons in grey look as if they could not be pressed. */
const isGrey = (rgb: Rgb | undefined): boolean => rgb !== undefined && Math.max(...rgb) - Math.min(...rgb) < 24;

/** The custom properties that colour a chapter, for a style attribute; a grey one keeps the sidebar's own colour. */
export function accentStyle(colour: string | undefined): Record<string, string> {
  if (colour === undefined || isGrey(rgbOf(colour))) return {};
  return { '--accent-light': readable(colour, grounds.light), '--accent-dark': readable(colour, grounds.dark) };
}
