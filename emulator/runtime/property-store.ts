// PropertiesService's stores: one of the script, one of each user, with the limits of both.
import { ServiceError } from './service-error';

export interface PropertyState {
  script: Record<string, string>;
  users: Record<string, Record<string, string>>;
}

const valueLimit = 9 * 1024;
const storeLimit = 500 * 1024;

export interface PropertyStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  delete(key: string): void;
  all(): Record<string, string>;
  replace(values: Record<string, string>): void;
}

/** `read` gives the live record, so that a restored snapshot is seen at once. */
export function propertyStore(read: () => Record<string, string>): PropertyStore {
  const check = (key: string) => {
    if (key === '')
      throw new ServiceError('When setting or getting a property value, the property name must not be null or empty.');
    return key;
  };
  return {
    get: (key) => {
      const values = read();
      return Object.hasOwn(values, check(key)) ? values[key]! : null;
    },
    set: (key, value) => {
      check(key);
      if (Buffer.byteLength(value) > valueLimit) throw new ServiceError('Argument too large: value');
      const values = read();
      const others = Object.entries(values).filter(([name]) => name !== key);
      const size = [...others, [key, value]].reduce((sum, [k, v]) => sum + Buffer.byteLength(`${k}${v}`), 0);
      if (size > storeLimit)
        throw new ServiceError(
          'You have exceeded the property storage quota. Please remove some properties and try again.',
        );
      values[key] = value;
    },
    delete: (key) => {
      delete read()[check(key)];
    },
    all: () => ({ ...read() }),
    replace: (next) => {
      const values = read();
      for (const key of Object.keys(values)) delete values[key];
      Object.assign(values, next);
    },
  };
}
