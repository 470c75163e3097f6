// A text as a QR code (ISO/IEC 18004): bytes, error correction level M, the smallest version that holds it.
// Written out because a library would take a tenth of what the sidebar may weigh; held against one in the tests.

/** For versions 1 to 40: error correction bytes in a block, and blocks. */
const eccBytes = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26];
const blockCounts = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35,
  37, 38, 40, 43, 45, 47, 49,
];
const eccOf = (version: number): number => eccBytes[version - 1] ?? 28;
const blocksOf = (version: number): number => blockCounts[version - 1]!;

/** Modules that are left for data, in bytes. */
function capacity(version: number): number {
  let bits = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const aligned = Math.floor(version / 7) + 2;
    bits -= (25 * aligned - 10) * aligned - 55;
    if (version >= 7) bits -= 36;
  }
  return bits >> 3;
}
const dataBytes = (version: number): number => capacity(version) - eccOf(version) * blocksOf(version);

/** Multiplication in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> i) & 1) * a;
  }
  return product;
}

function divisor(degree: number): number[] {
  const factors = [...Array<number>(degree - 1).fill(0), 1];
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    for (let j = 0; j < degree; j++) factors[j] = times(factors[j]!, root) ^ (factors[j + 1] ?? 0);
  }
  return factors;
}

function remainder(data: readonly number[], by: readonly number[]): number[] {
  const rest = by.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ rest.shift()!;
    rest.push(0);
    by.forEach((each, i) => (rest[i]! ^= times(each, factor)));
  }
  return rest;
}

/** The data with its error correction, block by block, interleaved. */
function codewords(data: readonly number[], version: number): number[] {
  const count = blocksOf(version);
  const ecc = eccOf(version);
  const total = capacity(version);
  const shorter = count - (total % count);
  const length = Math.floor(total / count) - ecc;
  const by = divisor(ecc);
  const blocks: { own: readonly number[]; check: number[] }[] = [];
  for (let i = 0, at = 0; i < count; i++) {
    const own = data.slice(at, at + length + (i < shorter ? 0 : 1));
    at += own.length;
    blocks.push({ own, check: remainder(own, by) });
  }
  const result: number[] = [];
  for (let i = 0; i <= length; i++) for (const { own } of blocks) if (i < own.length) result.push(own[i]!);
  for (let i = 0; i < ecc; i++) for (const { check } of blocks) result.push(check[i]!);
  return result;
}

function dataOf(bytes: Uint8Array): { data: number[]; version: number } {
  let version = 1;
  const lengthBits = () => (version < 10 ? 8 : 16);
  while (4 + lengthBits() + bytes.length * 8 > dataBytes(version) * 8) {
    if (++version > 40) throw new Error('The text is too long for a QR code.');
  }
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1);
  };
  put(4, 4);
  put(bytes.length, lengthBits());
  bytes.forEach((byte) => put(byte, 8));
  const room = dataBytes(version) * 8;
  put(0, Math.min(4, room - bits.length));
  put(0, -bits.length & 7);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) put(pad, 8);
  const data: number[] = [];
  for (let i = 0; i < bits.length; i += 8) data.push(parseInt(bits.slice(i, i + 8).join(''), 2));
  return { data, version };
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

type Square = (boolean | undefined)[][];

/** Finders, timing, alignment and version: everything that no data is put on. Format bits are reserved. */
function frame(version: number): Square {
  const size = version * 4 + 17;
  const square: Square = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  const patch = (cx: number, cy: number, reach: number, dark: (distance: number) => boolean) => {
    for (let y = Math.max(0, cy - reach); y <= Math.min(size - 1, cy + reach); y++) {
      for (let x = Math.max(0, cx - reach); x <= Math.min(size - 1, cx + reach); x++) {
        square[y]![x] = dark(Math.max(Math.abs(x - cx), Math.abs(y - cy)));
      }
    }
  };
  for (let i = 0; i < size; i++) square[6]![i] = square[i]![6] = i % 2 === 0;
  const places: number[] = [];
  if (version > 1) {
    const count = Math.floor(version / 7) + 2;
    const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
    for (let i = 0, at = size - 7; i < count - 1; i++, at -= step) places.unshift(at);
    places.unshift(6);
  }
  const last = places.length - 1;
  places.forEach((y, i) =>
    places.forEach((x, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return;
      patch(x, y, 2, (distance) => distance !== 1);
    }),
  );
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    patch(x, y, 4, (distance) => distance !== 2 && distance !== 4);
  }
  putFormat(square, 0);
  if (version >= 7) {
    let rest = version;
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let i = 0; i < 18; i++) {
      const a = size - 11 + (i % 3);
      const b = Math.floor(i / 3);
      square[b]![a] = square[a]![b] = ((bits >>> i) & 1) === 1;
    }
  }
  return square;
}

/** Level M is 00, so the format is the mask alone. */
function putFormat(square: Square, mask: number): void {
  const size = square.length;
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (i: number): boolean => ((bits >>> i) & 1) === 1;
  for (let i = 0; i < 15; i++) {
    square[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i]![8] = bit(i);
    square[8]![i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i] = bit(i);
  }
  square[size - 8]![8] = true;
}

/** The light and dark modules, row by row, without the quiet zone. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  const { data, version } = dataOf(new TextEncoder().encode(text));
  const words = codewords(data, version);
  const still = frame(version);
  const size = still.length;
  const filled = still.map((row) => [...row]);
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (filled[y]![x] !== undefined) continue;
        filled[y]![x] = (((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1;
        at++;
      }
    }
  }
  const candidates = masks.map((mask, n) => {
    const masked = filled.map((row, y) =>
      row.map((dark, x) => (still[y]![x] === undefined ? dark !== mask(x, y) : dark!)),
    );
    putFormat(masked, n);
    return masked;
  });
  const scores = candidates.map(penalty);
  return candidates[scores.indexOf(Math.min(...scores))]!;
}

/** How hard a pattern is to read: long runs, blocks, what looks like a finder, too much of one colour. */
function penalty(square: readonly (readonly boolean[])[]): number {
  const size = square.length;
  let score = 0;
  let dark = 0;
  for (const [y, row] of square.entries()) {
    for (const line of [row, square.map((other) => other[y]!)]) {
      const signs = line.map(Number).join('');
      for (const run of signs.match(/0{5,}|1{5,}/g) ?? []) score += run.length - 2;
      const wide = '0000' + signs + '0000';
      for (let x = 0; x + 11 <= wide.length; x++) {
        const part = wide.slice(x, x + 11);
        if (part === '00001011101' || part === '10111010000') score += 40;
      }
    }
    for (let x = 0; x < size; x++) {
      if (row[x]) dark++;
      const next = square[y + 1];
      if (next && x + 1 < size && row[x] === row[x + 1] && row[x] === next[x] && row[x] === next[x + 1]) score += 3;
    }
  }
  return score + (Math.ceil(Math.abs(dark * 20 - size * size * 10) / (size * size)) - 1) * 10;
}
