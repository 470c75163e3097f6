// The script cache: entries that expire by the emulator's clock, with the limits that Google documents.
import { ServiceError } from './service-error';

export type CacheState = Record<string, { value: string; expiresAt: number }>;

const keyLimit = 250;
const valueLimit = 100 * 1024;
const itemCap = 1000;
const keptAboveCap = 900;
const longest = 21_600;

export interface CacheStore {
  get(key: string): string | null;
  put(key: string, value: string, seconds: number): void;
  remove(key: string): void;
}

export function cacheStore(read: () => CacheState, now: () => number): CacheStore {
  return {
    get: (key) => {
      const entries = read();
      const entry = Object.hasOwn(entries, key) ? entries[key]! : undefined;
      if (!entry) return null;
      if (entry.expiresAt > now()) return entry.value;
      delete entries[key];
      return null;
    },
    put: (key, value, seconds) => {
      if (key.length > keyLimit) throw new ServiceError('Argument too large: key');
      if (Buffer.byteLength(value) > valueLimit) throw new ServiceError('Argument too large: value');
      if (!(seconds >= 1)) throw new ServiceError('Invalid argument: expirationInSeconds');
      const entries = read();
      entries[key] = { value, expiresAt: now() + Math.min(seconds, longest) * 1000 };
      const names = Object.keys(entries);
      if (names.length <= itemCap) return;
      // Above the cap Google keeps the 900 entries that are farthest from expiry.
      const soonestFirst = names.sort((a, b) => entries[a]!.expiresAt - entries[b]!.expiresAt);
      for (const name of soonestFirst.slice(0, names.length - keptAboveCap)) delete entries[name];
    },
    remove: (key) => {
      delete read()[key];
    },
  };
}
