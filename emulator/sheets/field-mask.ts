// Field masks, `a,b.c,d(e,f)`: read, checked against a message's shape, and applied to what is written or answered.
import { messageOf, schemas } from './schema';

/** `true` = this field with everything below it. */
export type Mask = true | ReadonlyMap<string, Mask>;

/** Reads a mask; `undefined` if it cannot be read. */
export function parseMask(text: string): Mask | undefined {
  let at = 0;
  function list(closing: boolean): Map<string, Mask> | true | undefined {
    const fields = new Map<string, Mask>();
    let all = false;
    for (;;) {
      const path: string[] = [];
      let below: Mask = true;
      for (;;) {
        const name = /^\s*(\*|\w+)\s*/.exec(text.slice(at));
        if (!name) return undefined;
        at += name[0].length;
        path.push(name[1]!);
        if (text[at] === '.' || text[at] === '/') at += 1;
        else break;
      }
      if (text[at] === '(') {
        at += 1;
        const inner = list(true);
        if (inner === undefined) return undefined;
        below = inner;
      }
      if (path.length === 1 && path[0] === '*') all = true;
      else put(fields, path, below);
      if (text[at] === ',') at += 1;
      else break;
    }
    if (closing) {
      if (text[at] !== ')') return undefined;
      at += 1;
      while (text[at] === ' ') at += 1;
    }
    return all ? true : fields;
  }
  const mask = list(false);
  return at === text.length ? mask : undefined;
}

function put(into: Map<string, Mask>, path: readonly string[], below: Mask): void {
  const [name, ...rest] = path as [string, ...string[]];
  const known = into.get(name);
  if (known === true) return;
  if (rest.length === 0 || rest[0] === '*') {
    if (below === true || known === undefined) into.set(name, below);
    else for (const [key, value] of below) put(known as Map<string, Mask>, [key], value);
    return;
  }
  const inner = new Map<string, Mask>(known ?? []);
  put(inner, rest, below);
  into.set(name, inner);
}

/** The mask below a path: `undefined` if the mask does not reach there. */
export function below(mask: Mask | undefined, ...path: readonly string[]): Mask | undefined {
  let at: Mask | undefined = mask;
  for (const name of path) {
    if (at === undefined || at === true) return at;
    at = at.get(name);
  }
  return at;
}

/** The first path of the mask that the message does not have. */
export function unknownPath(mask: Mask, message: string | undefined): string | undefined {
  if (mask === true || message === undefined) return undefined;
  const shape = schemas[message];
  if (!shape) return undefined;
  for (const [name, inner] of mask) {
    const field = shape[name];
    if (field === undefined) return name;
    const deeper = messageOf(field);
    if (inner !== true && deeper === undefined && field !== 'any' && !isMap(field)) return `${name}.${firstOf(inner)}`;
    const wrong = isMap(field) ? undefined : unknownPath(inner, deeper);
    if (wrong !== undefined) return `${name}.${wrong}`;
  }
  return undefined;
}

const isMap = (field: unknown): boolean => typeof field === 'object' && field !== null && '*' in field;
const firstOf = (mask: ReadonlyMap<string, Mask>): string => [...mask.keys()][0] ?? '';

/** What the mask lets through of a value. Lists are gone through element by element. */
export function project(value: unknown, mask: Mask): unknown {
  if (mask === true || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => project(one, mask));
  const kept: Record<string, unknown> = {};
  for (const [name, inner] of mask) {
    const field = (value as Record<string, unknown>)[name];
    if (field !== undefined) kept[name] = project(field, inner);
  }
  return kept;
}

/** `old` with the mask's fields taken from `next`; a field that the mask names and `next` lacks is reset. */
export function merged<T extends object>(old: T, next: T | undefined, mask: Mask): T {
  if (mask === true) return { ...next } as T;
  const result: Record<string, unknown> = { ...(old as Record<string, unknown>) };
  const source = (next ?? {}) as Record<string, unknown>;
  for (const [name, inner] of mask) {
    const value = source[name];
    if (inner === true || Array.isArray(value)) {
      if (value === undefined) delete result[name];
      else result[name] = value;
      continue;
    }
    const deeper = merged((result[name] ?? {}) as object, value as object | undefined, inner);
    if (Object.keys(deeper).length > 0) result[name] = deeper;
    else delete result[name];
  }
  return result as T;
}
