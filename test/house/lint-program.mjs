// Lints files that exist only for a test, with the house's own rules: {path: text} comes in on stdin as JSON,
// {path: [rule, …]} goes out. A process of its own, because ESLint loads its configuration with import().
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const house = fileURLToPath(new URL('../..', import.meta.url));
const files = JSON.parse(await text(process.stdin));
const folder = mkdtempSync(join(tmpdir(), 'house-'));
try {
  for (const [path, content] of Object.entries({ ...files, 'tsconfig.json': '{"files":[]}' })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  symlinkSync(join(house, 'node_modules'), join(folder, 'node_modules'));
  process.chdir(folder);
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: join(house, 'eslint.config.js') });
  const found = {};
  for (const { filePath, messages } of await eslint.lintFiles(['.'])) {
    found[relative(folder, filePath)] = messages.map(({ ruleId, message }) => ruleId ?? message);
  }
  console.log(JSON.stringify(found));
} finally {
  rmSync(folder, { recursive: true });
}
