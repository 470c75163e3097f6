// Everything that the policy's chapters and the office define, found by importing their files.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Register } from '../../src/kernel/register';
import type { Workflow } from '../../src/kernel/workflow';

const src = join(__dirname, '../../src');

/** The chapters that are there, by the name of their folder. */
export function chaptersPresent(): string[] {
  return readdirSync(join(src, 'chapters')).filter((name) => existsSync(join(src, 'chapters', name, 'index.ts')));
}

function importAll(folder: string): unknown[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => jest.requireActual<object>(join(folder, file)));
}

/** Every object inside these values, once; what belongs to a class is left alone. */
function objectsIn(values: readonly unknown[]): object[] {
  const found = new Set<object>();
  const open = [...values];
  for (let value = open.pop(); value !== undefined || open.length > 0; value = open.pop()) {
    if (typeof value !== 'object' || value === null || found.has(value)) continue;
    found.add(value);
    open.push(...(value instanceof Map ? value.values() : Object.values(value)));
  }
  return [...found];
}

const defined = objectsIn([...importAll(join(src, 'office')), ...importAll(join(src, 'chapters'))]);

export const registers = defined.filter((one): one is Register => 'sheetId' in one && 'serial' in one && 'all' in one);
export const workflows = defined.filter(
  (one): one is Workflow => 'opens' in one && 'transitions' in one && 'final' in one,
);

/** `2.1.2` from `2.1.2`, and each of them from `4.1.1–4.1.3` or `3.1.2, 3.1.3`. */
export function articlesOf(citation: string): string[] {
  return citation.split(/[,，、;\s]+/).flatMap((part) => {
    const [first, last] = part.split(/[–-]/);
    if (first === undefined || last === undefined) return part === '' ? [] : [part];
    const stem = first.split('.').slice(0, -1);
    const end = Number(last.split('.').at(-1));
    const articles: string[] = [];
    for (let item = Number(first.split('.').at(-1)); item <= end; item += 1) articles.push([...stem, item].join('.'));
    return articles;
  });
}

/** The articles that definitions say they carry out. */
export const cited: ReadonlySet<string> = new Set(
  defined.flatMap((one) => ('article' in one && typeof one.article === 'string' ? articlesOf(one.article) : [])),
);
