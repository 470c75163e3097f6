import { lintFiles } from './lint-files';

const rules = {
  clock: 'no-restricted-syntax',
  name: 'house/file-name',
  cycle: 'import-x/no-cycle',
  defaultExport: 'import-x/no-default-export',
  type: '@typescript-eslint/consistent-type-imports',
} as const;

const chapter = 'src/chapters/mail';
const cases: readonly [name: string, file: string, source: string, broken: string | undefined][] = [
  ['no clock: new Date()', 'src/kernel/a.ts', 'export const a = () => new Date();', rules.clock],
  ['no zone: new Date(y, m, d)', 'src/kernel/b.ts', 'export const a = new Date(2026, 0, 1);', rules.clock],
  [
    'a date from a number is arithmetic',
    'src/kernel/c.ts',
    'export const a = new Date(Date.UTC(2026, 0)).toISOString();',
    undefined,
  ],
  ['no clock: Date.now()', 'src/office/a.ts', 'export const a = () => Date.now();', rules.clock],
  ['no clock: Date()', 'src/office/b.ts', 'export const a = () => Date();', rules.clock],
  ['no dice', `${chapter}/a.ts`, 'export const a = () => Math.random();', rules.clock],
  ['Math.floor', `${chapter}/c.ts`, 'export const a = Math.floor(1.5);', undefined],
  ['the platform has a clock', 'src/platform/a.ts', 'export const a = () => new Date();', undefined],
  [
    'no switch on kind',
    'src/api/a.ts',
    'export function a(b: { kind: string }) { switch (b.kind) { default: return 1; } }',
    rules.clock,
  ],
  [
    'nor on a variable called so',
    'sidebar/a.ts',
    'export function a(kind: string) { switch (kind) { default: return 1; } }',
    rules.clock,
  ],
  [
    'but in the column kinds',
    'src/kernel/columns/a.ts',
    'export function a(kind: string) { switch (kind) { default: return 1; } }',
    undefined,
  ],
  ['no clock in the column kinds', 'src/kernel/columns/b.ts', 'export const a = () => Date.now();', rules.clock],
  [
    'a switch on something else',
    'src/api/b.ts',
    'export function a(state: string) { switch (state) { default: return 1; } }',
    undefined,
  ],
  ['kebab-case', 'src/kernel/twoWords.ts', 'export const a = 1;', rules.name],
  ['kebab-case with a suffix', `${chapter}/two-words.register.ts`, 'export const a = 1;', undefined],
  ['no utils', 'src/kernel/utils.ts', 'export const a = 1;', rules.name],
  ['no helpers', 'sidebar/helpers/a.ts', 'export const a = 1;', rules.name],
  ['no common', 'test/common/a.ts', 'export const a = 1;', rules.name],
  ['no default export', 'src/api/c.ts', 'export default 1;', rules.defaultExport],
  ['types are imported as types', 'src/api/d.ts', "import { A } from './type';\nexport const a: A = 1;", rules.type],
  ['no cycle', 'src/api/e.ts', "import { f } from './f';\nexport const e = () => f;", rules.cycle],
];

const found = lintFiles({
  ...Object.fromEntries(cases.map(([, file, source]) => [file, `${source}\n`])),
  'src/api/type.ts': 'export type A = number;\n',
  'src/api/f.ts': "import { e } from './e';\nexport const f = () => e;\n",
});

describe('what the linter refuses', () => {
  test.each(cases)('%s', (_name, file, _source, broken) => {
    expect(found[file]).toEqual(broken === undefined ? [] : [broken]);
  });
});
