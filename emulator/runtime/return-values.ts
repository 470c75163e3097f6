// What becomes of a server function's return value on its way to a page: google.script.run keeps plain data, damages
// much else without a word, and loses a result that holds a Date or a service object.
import { types } from 'node:util';

/** Thrown for values that make the call itself fail. */
export class UnserialisableResult extends Error {}

const lost = Symbol('lost');

export interface WireRules {
  /** Member names of a Blob, whose method sources are what arrives; undefined for any other service object. */
  blobMembers(value: object): string[] | undefined;
  isService(value: object): boolean;
}

/** The value as the page receives it; null when it was lost on the way. */
export function wireValue(value: unknown, rules: WireRules): unknown {
  const path = new Set<object>();

  function convert(item: unknown): unknown {
    if (item === undefined || item === null) return null;
    if (typeof item === 'function') return Function.prototype.toString.call(item);
    if (typeof item === 'bigint' || typeof item === 'symbol') throw new UnserialisableResult(typeof item);
    if (typeof item === 'number') return Number.isFinite(item) ? item : null;
    if (typeof item !== 'object') return item;
    return convertObject(item);
  }

  function convertObject(item: object): unknown {
    const blob = rules.blobMembers(item);
    if (blob) return Object.fromEntries(blob.map((name) => [name, `function ${name}() { [native code] }`]));
    if (rules.isService(item) || types.isDate(item)) return lost;
    if (types.isUint8Array(item)) throw new UnserialisableResult('Uint8Array');
    if (types.isStringObject(item)) return Object.fromEntries(Object.entries(String(item)));
    if (isHollow(item)) return {};
    if (path.has(item)) throw new UnserialisableResult('cycle');
    path.add(item);
    try {
      return Array.isArray(item) ? convertAll(item) : convertFields(item);
    } finally {
      path.delete(item);
    }
  }

  function convertAll(items: unknown[]): unknown {
    const copy = Array.from(items, convert);
    return copy.includes(lost) ? lost : copy;
  }

  function convertFields(item: object): unknown {
    const copy: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(item)) {
      const converted = convert(field);
      if (converted === lost) return lost;
      copy[key] = converted;
    }
    return copy;
  }

  const converted = convert(value);
  return converted === lost ? null : converted;
}

function isHollow(item: object): boolean {
  return (
    types.isMap(item) ||
    types.isSet(item) ||
    types.isRegExp(item) ||
    types.isNumberObject(item) ||
    types.isBooleanObject(item) ||
    types.isAnyArrayBuffer(item) ||
    types.isNativeError(item) ||
    types.isPromise(item)
  );
}
