// Colours as the Sheets API wants them: parts of red, green and blue from 0 to 1.
import type { Tone } from '../kernel/columns';

export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}
export type ColorStyle = { readonly rgbColor: Colour };

const part = (hex: string, at: number): number => parseInt(hex.slice(at, at + 2), 16) / 255;

/** `#rrggbb`. */
export const colour = (hex: string): ColorStyle => ({
  rgbColor: { red: part(hex, 1), green: part(hex, 3), blue: part(hex, 5) },
});

/** The colour thinned with white: `amount` of it is left. */
export function tint(hex: string, amount: number): ColorStyle {
  const thin = (at: number): number => Math.round((1 - amount + amount * part(hex, at)) * 1000) / 1000;
  return { rgbColor: { red: thin(1), green: thin(3), blue: thin(5) } };
}

/** Behind and in front of a state's words; each pair has a contrast of at least 4.5. */
export const tones: Readonly<Record<Tone, readonly [string, string]>> = {
  waiting: ['#fef7e0', '#7a4a00'],
  active: ['#e8f0fe', '#174ea6'],
  done: ['#e6f4ea', '#0d652d'],
  late: ['#fce8e6', '#a50e0e'],
  off: ['#f1f3f4', '#5f6368'],
};

export const ink = colour('#202124');
export const quietInk = colour('#5f6368');
export const paper = colour('#ffffff');
export const neutral = '#5f6368';
