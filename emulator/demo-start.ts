// The demo on the first start: played once, then kept by what it was made of, so that the next blank start is quick.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seed } from './demo';
import type { Google, GoogleSnapshot } from './runtime';

const prefix = 'demo-';

/** The product as built, this program, and the hour, at which the demo ends. */
function keyOf(dist: string, program: string, now: Date): string {
  const hash = createHash('sha256').update(now.toISOString().slice(0, 13)).update(readFileSync(program));
  for (const file of readdirSync(dist).sort()) if (!file.startsWith('.')) hash.update(readFileSync(join(dist, file)));
  return hash.digest('hex').slice(0, 16);
}

export interface DemoPlaces {
  dist: string;
  /** Where the played demo is kept. */
  folder: string;
  /** The file that holds this program's code. */
  program: string;
}

export function startDemo(google: Google, { dist, folder, program }: DemoPlaces, say: (text: string) => void): void {
  const now = google.clock.now();
  const name = `${prefix}${keyOf(dist, program, now)}.json`;
  const file = join(folder, name);
  if (existsSync(file)) {
    google.restore(JSON.parse(readFileSync(file, 'utf8')) as GoogleSnapshot);
    return;
  }
  seed(google, { now, progress: (done, all) => say(`${done + 1}/${all}`) });
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.startsWith(prefix)) rmSync(join(folder, old));
  writeFileSync(file, JSON.stringify(google.snapshot()));
}
