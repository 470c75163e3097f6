// Places on a tab as people name them.

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** 0-based and half-open. */
export interface Rectangle {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

export function a1({ startRow, endRow, startColumn, endColumn }: Rectangle): string {
  const first = `${columnLetters(startColumn)}${startRow + 1}`;
  const last = `${columnLetters(endColumn - 1)}${endRow}`;
  return first === last ? first : `${first}:${last}`;
}

/** What a clipboard's text says: rows by line, cells by tab; quoted cells may hold both. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /[\t\n](?:"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*))/g;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  // So that the first cell has a sign before it, as the others have.
  for (const match of `\t${body}`.matchAll(cell)) {
    if (match[0].startsWith('\n')) rows.push([]);
    rows[rows.length - 1]!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** The same for a larger target: Google repeats what is pasted when it fits a whole number of times. */
export function repeated(cells: readonly (readonly string[])[], height: number, width: number): string[][] {
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  const fits = rows > 0 && columns > 0 && height % rows === 0 && width % columns === 0;
  if (!fits) return cells.map((row) => [...row]);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => cells[row % rows]![column % columns]!),
  );
}
