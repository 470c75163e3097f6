// The emulator's memory on disk: read at the start, written soon after changes.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Google, GoogleSnapshot } from './runtime';

export interface StateFile {
  /** False when there is nothing to restore. */
  restore(): boolean;
  /** Saves soon after each change; answers a function that saves what is still unsaved and stops. */
  follow(): () => void;
  /** Keeps an old state beside the new one. */
  putAside(): void;
}

const shortestPause = 500;
/** Saving may take this share of the time. */
const share = 20;

export function stateFile(google: Google, path: string): StateFile {
  function save(): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(google.snapshot()));
    renameSync(`${path}.new`, path);
  }
  return {
    restore() {
      if (!existsSync(path)) return false;
      google.restore(JSON.parse(readFileSync(path, 'utf8')) as GoogleSnapshot);
      return true;
    },
    follow() {
      let timer: NodeJS.Timeout | undefined;
      let pause = shortestPause;
      const saveNow = () => {
        timer = undefined;
        const start = performance.now();
        save();
        pause = Math.max(shortestPause, (performance.now() - start) * share);
      };
      const stop = google.onChange(() => (timer ??= setTimeout(saveNow, pause)));
      return () => {
        stop();
        if (timer === undefined) return;
        clearTimeout(timer);
        saveNow();
      };
    },
    putAside() {
      if (existsSync(path)) renameSync(path, `${path}.previous`);
    },
  };
}
