// Trying again what Google did not answer, or had no time for.
import { TablesError } from './ports';
import type { Reading } from './view';

export const tries = 4;
/** Half a minute, where half a thing done is worse than waiting: rows wrongly hit, letters gone and not marked. */
export const moreTries = 8;

/** For reads, and for writes that may be done twice. */
export function retried<T>({ ports }: Pick<Reading, 'ports'>, act: () => T, most = tries): T {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return act();
    } catch (error) {
      const passing = error instanceof TablesError && (error.kind === 'throttled' || error.kind === 'ambiguous');
      if (!passing || attempt === most) throw error;
      ports.clock.sleep(Math.min(8_000, 500 * 2 ** attempt));
    }
  }
}
