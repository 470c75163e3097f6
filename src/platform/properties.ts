// Script properties: what is kept beside the workbooks, read once a run.
import type { Properties, PropertyKey } from '../kernel/ports-installation';

/** As read in this run, which is a world of its own: whoever asks later sees what was put meanwhile. */
let known: Record<string, string> | undefined;

export function scriptProperties(): Properties {
  const store = PropertiesService.getScriptProperties();
  return {
    get(key: PropertyKey) {
      known ??= { ...store.getProperties() };
      return known[key];
    },
    put(values) {
      const texts = values as Record<string, string>;
      store.setProperties(texts);
      if (known) Object.assign(known, texts);
    },
  };
}

/** Texts of the account that this runs as; nobody else's runs can read them. */
export function ownTexts(): { get(key: string): string | null; put(key: string, text: string): void } {
  const store = PropertiesService.getUserProperties();
  return {
    get: (key) => store.getProperty(key),
    put: (key, text) => void store.setProperty(key, text),
  };
}

/** Texts shared by everybody's runs, always read afresh. */
export function sharedTexts(): { get(key: string): string | null; put(key: string, text: string): void } {
  const store = PropertiesService.getScriptProperties();
  return {
    get: (key) => store.getProperty(key),
    put: (key, text) => void store.setProperty(key, text),
  };
}
