// Between the emulator and a script: objects, functions and errors made in the script's own realm, so that nothing of
// Node can be reached through them and `instanceof Error` holds.
import type { Context } from 'node:vm';
import { Script } from 'node:vm';
import { ExecutionAborted, ServiceError } from './service-error';
import type { ServiceObject } from './service-object';
import { isServiceObject } from './service-object';

type Answer = { value: unknown } | { thrown: { name: string; message: string; details?: unknown } };

interface Kit {
  makeObject(typeName: string, enumName: string | undefined): object;
  guard(target: object, typeName: string): object;
  makeFunction(name: string, call: (args: unknown[]) => Answer): unknown;
  parse(json: string): unknown;
  array(): unknown[];
  plain(): Record<string, unknown>;
}

/** Runs inside the script's realm; it may refer to nothing outside itself. */
function realmKit(): Kit {
  const quiet = new Set(['then', 'toJSON', 'constructor', 'prototype', 'inspect', 'nodeType', 'asymmetricMatch']);
  return {
    makeObject(typeName, enumName) {
      const text = enumName ?? typeName;
      const target = {};
      const hidden = (key: string, value: unknown) => Object.defineProperty(target, key, { value });
      hidden('toString', () => text);
      if (enumName !== undefined) hidden('toJSON', () => text);
      return target;
    },
    guard(target, typeName) {
      return new Proxy(target, {
        get(object, key) {
          if (typeof key === 'symbol' || key in object || quiet.has(key)) return Reflect.get(object, key);
          throw new Error('the emulator has no ' + typeName + '.' + key);
        },
        set() {
          return false;
        },
      });
    },
    makeFunction(name, call) {
      const callable = {
        [name](...args: unknown[]) {
          const answer = call(args);
          if ('value' in answer) return answer.value;
          const error = new Error(answer.thrown.message);
          Object.defineProperty(error, 'name', { value: answer.thrown.name, configurable: true, writable: true });
          if (answer.thrown.details !== undefined) Object.assign(error, { details: answer.thrown.details });
          throw error;
        },
      }[name]!;
      Object.defineProperty(callable, 'toString', { value: () => 'function ' + name + '() { [native code] }' });
      return callable;
    },
    parse: (json) => JSON.parse(json) as unknown,
    array: () => [],
    plain: () => ({}),
  };
}

const kitScript = new Script(`(${realmKit.toString()})()`, { filename: 'emulator' });

/** What a method hands over when its answer is large plain data: cheaper to cross as text. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** Every call from the script passes here: counting, faults, limits; `call` does it. */
export type Passage = (name: string | undefined, call: () => unknown) => unknown;

export interface Bridge {
  /** The script's object for a service object, always the same one. */
  expose(service: ServiceObject): object;
  /** Plain data and service objects, copied into the script's realm. */
  toScript(value: unknown): unknown;
  /** The service object behind a script's value, if it is one. */
  behind(value: unknown): ServiceObject | undefined;
}

export function createBridge(context: Context, passage: Passage): Bridge {
  const kit = kitScript.runInContext(context) as Kit;
  const toScriptObject = new WeakMap<ServiceObject, object>();
  const toService = new WeakMap<object, ServiceObject>();

  function expose(service: ServiceObject): object {
    const known = toScriptObject.get(service);
    if (known) return known;
    const target = kit.makeObject(service.typeName, service.enumName) as Record<string, unknown>;
    const guarded = kit.guard(target, service.typeName);
    toScriptObject.set(service, guarded);
    toService.set(guarded, service);
    for (const [key, member] of Object.entries(service.members)) {
      const counted = service.counted && `${service.counted}.${key}`;
      target[key] =
        typeof member === 'function' ? method(key, counted, member as (...a: unknown[]) => unknown) : toScript(member);
    }
    return guarded;
  }

  function method(name: string, counted: string | undefined, implementation: (...args: unknown[]) => unknown) {
    return kit.makeFunction(name, (args) => {
      try {
        const values = Array.from(args, (arg) => behind(arg) ?? arg);
        return { value: toScript(passage(counted, () => implementation(...values))) };
      } catch (error) {
        return { thrown: describe(error) };
      }
    });
  }

  function describe(error: unknown): { name: string; message: string; details?: unknown } {
    if (error instanceof ServiceError) {
      const details = error.details === undefined ? undefined : kit.parse(JSON.stringify(error.details));
      return { name: error.name, message: error.message, details };
    }
    if (error instanceof ExecutionAborted) return { name: 'Exception', message: error.message };
    const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>;
    return { name, message };
  }

  function toScript(value: unknown): unknown {
    if (value instanceof JsonText) return kit.parse(value.text);
    if (isServiceObject(value)) return expose(value);
    if (Array.isArray(value)) {
      const copy = kit.array();
      for (const item of value) copy.push(toScript(item));
      return copy;
    }
    if (typeof value === 'object' && value !== null) {
      const copy = kit.plain();
      for (const [key, item] of Object.entries(value)) copy[key] = toScript(item);
      return copy;
    }
    return typeof value === 'function' ? undefined : value;
  }

  function behind(value: unknown): ServiceObject | undefined {
    return typeof value === 'object' && value !== null ? toService.get(value) : undefined;
  }

  return { expose, toScript, behind };
}
