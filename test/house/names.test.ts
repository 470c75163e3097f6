import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const house = join(__dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: house,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('.'));
const sources = files.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file));

describe('files', () => {
  test('are named in kebab-case, those that GitHub shows first in capitals', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    const isNamed = (part: string) => kebab.test(part) || /^[A-Z]+(\.md)?$/.test(part);
    const odd = files.filter((file) => !file.split('/').every(isNamed));
    expect(odd).toEqual([]);
  });

  test('are not called utils, helpers or common', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common)(\/|\.|$)/.test(file))).toEqual([]);
  });

  test('of one concept carry its suffix only in the chapters', () => {
    const suffixed = sources.filter((file) => /\.(register|workflow|job|report)\.ts$/.test(file));
    expect(suffixed.filter((file) => !file.startsWith('src/chapters/') && !file.startsWith('src/office/'))).toEqual([]);
  });

  test('a chapter’s index is under 20 lines', () => {
    const indexes = sources.filter((file) => /^src\/chapters\/[^/]+\/index\.ts$/.test(file));
    const long = indexes.filter((file) => readFileSync(join(house, file), 'utf8').trimEnd().split('\n').length >= 20);
    expect(long).toEqual([]);
  });
});

describe('words', () => {
  test('are plain strings, so that the build can write the traditional Chinese', () => {
    const computed = sources
      .filter((file) => /^(src|sidebar|emulator)\/.*\.tsx?$/.test(file))
      .flatMap((file) =>
        [
          ...readFileSync(join(house, file), 'utf8').matchAll(
            /(?<=[{,]\s*)zh:\s*(?!\s)(?!['"{]|`[^`{]*`|`(?:[^`{]|\{[^{}]*\})*`|string\b)[^\n]*/g,
          ),
        ].map(([line]) => `${file}: ${line}`),
      );
    expect(computed).toEqual([]);
  });
});
