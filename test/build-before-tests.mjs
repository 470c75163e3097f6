// Builds dist/ once before the tests, when any of those that run wants it.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

const wantsDist = /^test\/(bundle|browser|contract|house)\//;

export default async function buildBeforeTests(globalConfig) {
  const { rootDir, testPathPatterns } = globalConfig;
  const root = rootDir;
  const files = (await readdir(join(root, 'test'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  const patterns = testPathPatterns.patterns.map((pattern) => new RegExp(pattern));
  const chosen = files.filter(
    (file) => patterns.length === 0 || patterns.some((pattern) => pattern.test(join(root, file))),
  );
  if (!chosen.some((file) => wantsDist.test(file)) || !existsSync(join(root, 'src/entry/index.ts'))) return;
  const { build } = await import('../build.mjs');
  await build({ quiet: true });
}
