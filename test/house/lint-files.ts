// Asks the house's linter about files that exist only for a test.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** For each file the names of the rules that it breaks, one for each place. */
export function lintFiles(files: Readonly<Record<string, string>>): Record<string, string[]> {
  const program = join(__dirname, 'lint-program.mjs');
  const output = execFileSync(process.execPath, [program], { input: JSON.stringify(files), encoding: 'utf8' });
  return JSON.parse(output) as Record<string, string[]>;
}
