// Makes once, before the tests, what those that run will need: dist/, the emulator's page, the unpacked browser.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const wantsDist = /^test\/(bundle|browser|contract|house)\//;
const wantsBrowser = /^test\/browser\//;

/** The test files that this run will visit. */
async function testsOf({ rootDir, testPathPatterns }) {
  const patterns = testPathPatterns.patterns.map((pattern) => new RegExp(pattern));
  const files = (await readdir(join(rootDir, 'test'), { recursive: true })).map((file) => `test/${file}`);
  return files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => pattern.test(join(rootDir, file))));
}

export default async function makeReady(globalConfig) {
  const { rootDir } = globalConfig;
  const tests = await testsOf(globalConfig);
  const { build, buildPage } = await import('../build.mjs');
  if (tests.some((file) => wantsDist.test(file)) && existsSync(join(rootDir, 'src/entry/index.ts'))) {
    await build({ quiet: true });
  }
  if (tests.some((file) => wantsBrowser.test(file))) {
    if (existsSync(join(rootDir, 'emulator/page/main.ts')) || existsSync(join(rootDir, 'emulator/page/main.tsx')))
      await buildPage();
    const { findChromium } = await import('./browser/chromium.mjs');
    findChromium();
  }
}
