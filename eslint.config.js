// What the linter holds the house to: who may import whom, a pure core, names and words.
import boundaries from 'eslint-plugin-boundaries';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { basename, relative, sep } from 'node:path';
import tseslint from 'typescript-eslint';

const resolver = { project: 'tsconfig.json', noWarnOnMultipleProjects: true };

/**
 * Who may import whom: the rows import, `may` says what. `all` = anything, `types` = `import type` only,
 * `registers` = anything of the own chapter, of other chapters only `*.register.ts`.
 * `packages` names what may come from npm ('*' = any, and Node's own modules). test/, bench/ and tools/ are free.
 */
export const rooms = {
  kernel: { folder: 'src/kernel', may: {}, packages: ['zod/mini'] },
  office: { folder: 'src/office', may: { kernel: 'all' }, packages: [] },
  chapters: { folder: 'src/chapters', may: { kernel: 'all', office: 'all', chapters: 'registers' }, packages: [] },
  api: { folder: 'src/api', may: { kernel: 'all', office: 'all', chapters: 'all' }, packages: [] },
  platform: { folder: 'src/platform', may: { kernel: 'all' }, packages: [] },
  migrations: { folder: 'src/migrations', may: { kernel: 'all' }, packages: [] },
  entry: {
    folder: 'src/entry',
    may: { kernel: 'all', office: 'all', chapters: 'all', api: 'all', platform: 'all', migrations: 'all' },
    packages: [],
  },
  sidebar: {
    folder: 'sidebar',
    may: { kernel: 'types', api: 'types' },
    packages: ['preact', 'lean-qr/nano'],
  },
  emulator: { folder: 'emulator', may: { kernel: 'types' }, packages: ['*'] },
};

const elements = [
  { type: 'chapter', pattern: 'src/chapters/*', partialMatch: false, capture: ['chapter'] },
  ...Object.entries(rooms).map(([type, { folder }]) => ({ type, pattern: folder, partialMatch: false })),
];

/** The element types that a room is made of: each chapter is one of its own. */
const typesOf = (room) => (room === 'chapters' ? ['chapter', 'chapters'] : [room]);

function allowed(room) {
  const { may, packages } = rooms[room];
  const list = [];
  for (const [other, what] of Object.entries(may)) {
    const element = { type: typesOf(other) };
    if (what === 'all') list.push({ to: { element } });
    if (what === 'types') list.push({ to: { element }, dependency: { kind: 'type' } });
    if (what === 'registers') {
      list.push({ to: { element: { type: 'chapter', captured: { chapter: '{{ from.element.captured.chapter }}' } } } });
      list.push({ to: { element, file: { categories: 'register' } } });
    }
  }
  for (const name of packages) {
    if (name === '*') list.push({ to: { module: { origin: ['external', 'core'] } } });
    else {
      const [, source, internalPath] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(name);
      list.push({ to: { module: { origin: 'external', source, ...(internalPath && { internalPath }) } } });
    }
  }
  return list;
}

const policies = [
  ...Object.keys(rooms).map((room) => ({ from: { element: { type: typesOf(room) } }, allow: allowed(room) })),
  // src/chapters/index.ts lists the chapters.
  { from: { element: { type: 'chapters' } }, allow: { to: { element: { type: 'chapter' } } } },
];

const fileName = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const path = relative(context.cwd, context.filename).split(sep);
    const vague = path.find((part) => /^(utils?|helpers?|common)(\.|$)/.test(part));
    return {
      Program(node) {
        if (vague !== undefined)
          context.report({ node, message: `"${vague}" says nothing; name it after what it holds.` });
        if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(basename(context.filename))) {
          context.report({ node, message: 'File names are kebab-case.' });
        }
      },
    };
  },
};

const clock = 'The core is handed the time (facts.now); it has no clock and no calendar of its own.';
const impure = [
  { selector: "NewExpression[callee.name='Date']:not([arguments.length=1])", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
  { selector: "MemberExpression[object.name='Date'][property.name!='UTC']", message: clock },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The core is pure: what must be random is handed in.',
  },
];
const branchOnKind = [
  "SwitchStatement[discriminant.name='kind']",
  "SwitchStatement[discriminant.property.name='kind']",
].map((selector) => ({ selector, message: 'Each column kind answers for itself, in src/kernel/columns.' }));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.emulator/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    plugins: { boundaries, 'import-x': importX, house: { rules: { 'file-name': fileName } } },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'boundaries/elements': elements,
      'boundaries/files': [{ category: 'register', pattern: 'src/chapters/**/*.register.ts' }],
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
      'boundaries/legacy-templates': false,
      'import/resolver': { typescript: resolver },
      'import-x/resolver-next': [createTypeScriptImportResolver(resolver)],
    },
    rules: {
      'house/file-name': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          checkUnknownLocals: true,
          message: 'The table of rooms in eslint.config.js does not allow this import (or there is no such file).',
          policies,
        },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['src/**', 'sidebar/**'], rules: { 'no-restricted-syntax': ['error', ...branchOnKind] } },
  {
    files: ['src/{kernel,office,chapters}/**'],
    rules: { 'no-restricted-syntax': ['error', ...impure, ...branchOnKind] },
  },
  { files: ['src/kernel/columns/**'], rules: { 'no-restricted-syntax': ['error', ...impure] } },
  {
    // Their programs import what these files export as default.
    files: ['*.config.{js,mjs}', 'test/*.mjs'],
    rules: { 'import-x/no-default-export': 'off' },
  },
);
