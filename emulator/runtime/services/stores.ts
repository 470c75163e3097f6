// PropertiesService and CacheService over the emulator's stores.
import type { CacheStore } from '../cache-store';
import { cacheStore } from '../cache-store';
import type { Execution } from '../execution';
import type { Google } from '../google';
import type { PropertyStore } from '../property-store';
import { propertyStore } from '../property-store';
import type { ServiceObject } from '../service-object';
import { serviceObject } from '../service-object';
import { refuseInNone } from './permissions';

const keyOf = (key: unknown) => (key === null || key === undefined ? '' : String(key));

function properties(store: PropertyStore): ServiceObject {
  const self: ServiceObject = serviceObject({
    typeName: 'Properties',
    counted: 'properties',
    members: {
      getProperty: (key: unknown) => store.get(keyOf(key)),
      setProperty: (key: unknown, value: unknown) => {
        store.set(keyOf(key), String(value));
        return self;
      },
      setProperties: (values: Record<string, unknown>, deleteOthers?: unknown) => {
        if (deleteOthers === true) store.replace({});
        for (const [key, value] of Object.entries(values)) store.set(key, String(value));
        return self;
      },
      deleteProperty: (key: unknown) => {
        store.delete(keyOf(key));
        return self;
      },
      getProperties: () => store.all(),
    },
  });
  return self;
}

/** User properties are those of the effective user: the office account's secret is out of everybody else's reach. */
export function propertiesService(google: Google, execution: Execution): ServiceObject {
  const guarded = (call: string, read: () => Record<string, string>) => () => {
    refuseInNone(execution, `PropertiesService.${call}`);
    return properties(propertyStore(read));
  };
  return serviceObject({
    typeName: 'PropertiesService',
    members: {
      getScriptProperties: guarded('getScriptProperties', () => google.state.properties.script),
      getUserProperties: guarded('getUserProperties', () => {
        const { users } = google.state.properties;
        return (users[execution.effectiveUser] ??= {});
      }),
    },
  });
}

const defaultSeconds = 600;

function cache(store: CacheStore): ServiceObject {
  return serviceObject({
    typeName: 'Cache',
    counted: 'cache',
    members: {
      get: (key: unknown) => store.get(keyOf(key)),
      put: (key: unknown, value: unknown, seconds?: unknown) => {
        store.put(
          keyOf(key),
          String(value),
          seconds === undefined || seconds === null ? defaultSeconds : Number(seconds),
        );
      },
      remove: (key: unknown) => store.remove(keyOf(key)),
    },
  });
}

export function cacheService(google: Google): ServiceObject {
  const store = cacheStore(
    () => google.state.cache,
    () => google.clock.now().getTime(),
  );
  return serviceObject({ typeName: 'CacheService', members: { getScriptCache: () => cache(store) } });
}
