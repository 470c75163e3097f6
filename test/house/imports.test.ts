import { lintFiles } from './lint-files';

/** The table of docs/design §1, written out once more: a cell changed by mistake in eslint.config.js fails here. */
const rooms = [
  'kernel',
  'office',
  'chapters',
  'api',
  'platform',
  'entry',
  'sidebar',
  'emulator',
  'migrations',
] as const;
type Room = (typeof rooms)[number];
const all: Record<Room, readonly Room[]> = {
  kernel: ['kernel'],
  office: ['kernel', 'office'],
  chapters: ['kernel', 'office'],
  api: ['kernel', 'office', 'chapters', 'api'],
  platform: ['kernel', 'platform'],
  entry: ['kernel', 'office', 'chapters', 'api', 'platform', 'entry', 'migrations'],
  sidebar: ['sidebar'],
  emulator: ['emulator'],
  migrations: ['kernel', 'migrations'],
};
const typesOnly: Partial<Record<Room, readonly Room[]>> = { sidebar: ['kernel', 'api'], emulator: ['kernel'] };

const folders: Record<Room, string> = {
  kernel: 'src/kernel',
  office: 'src/office',
  chapters: 'src/chapters/supplies',
  api: 'src/api',
  platform: 'src/platform',
  entry: 'src/entry',
  sidebar: 'sidebar',
  emulator: 'emulator/sheets',
  migrations: 'src/migrations',
};
const depthOf = (folder: string) => folder.split('/').length;
const upFrom = (folder: string) => '../'.repeat(depthOf(folder));

const packages: Record<Room, { yes: string[]; no: string[] }> = {
  kernel: { yes: ['zod/mini'], no: ['zod', 'preact', 'node:fs'] },
  office: { yes: [], no: ['zod/mini', 'node:path'] },
  chapters: { yes: [], no: ['zod/mini', 'preact'] },
  api: { yes: [], no: ['zod/mini', 'node:fs'] },
  platform: { yes: [], no: ['zod/mini', 'node:fs'] },
  entry: { yes: [], no: ['zod/mini', 'node:fs'] },
  sidebar: { yes: ['preact', 'preact/hooks', 'lean-qr/nano'], no: ['zod/mini', 'node:fs', '@preact/signals'] },
  emulator: { yes: ['hono', '@ironcalc/wasm', 'ajv', 'node:fs'], no: [] },
  migrations: { yes: [], no: ['zod/mini', 'node:fs'] },
};

const importing = 'boundaries/dependencies';

interface Case {
  readonly name: string;
  readonly file: string;
  readonly source: string;
  readonly allowed: boolean;
}

function cellsOf(from: Room): Case[] {
  const cases: Case[] = [];
  for (const to of rooms) {
    if (from === 'chapters' && to === 'chapters') continue;
    const path = `${upFrom(folders[from])}${folders[to]}/thing`;
    const value = all[from].includes(to);
    const type = value || (typesOnly[from]?.includes(to) ?? false);
    const file = `${folders[from]}/from-${from}-to-${to}`;
    cases.push(
      { name: `${from} → ${to}`, file: `${file}.ts`, source: `import { thing } from '${path}';`, allowed: value },
      {
        name: `${from} → ${to}, types`,
        file: `${file}-types.ts`,
        source: `import type { thing } from '${path}';`,
        allowed: type,
      },
      {
        name: `${from} → ${to}, again`,
        file: `${file}-again.ts`,
        source: `export { thing } from '${path}';`,
        allowed: value,
      },
    );
  }
  for (const allowed of [true, false]) {
    for (const [index, name] of packages[from][allowed ? 'yes' : 'no'].entries()) {
      const file = `${folders[from]}/package-${String(allowed)}-${index}.ts`;
      cases.push({ name: `${from} → ${name}`, file, source: `import '${name}';`, allowed });
    }
  }
  return cases;
}

const supplies = 'src/chapters/supplies';
const chapterCases: Case[] = [
  { name: 'chapter → itself', file: `${supplies}/a.ts`, source: `import { thing } from './thing';`, allowed: true },
  {
    name: 'chapter → own folder',
    file: `${supplies}/deep/a.ts`,
    source: `import { thing } from '../thing';`,
    allowed: true,
  },
  {
    name: 'chapter → another’s register',
    file: `${supplies}/b.ts`,
    source: `import { thing } from '../mail/letters.register';`,
    allowed: true,
  },
  {
    name: 'chapter → another’s rules',
    file: `${supplies}/c.ts`,
    source: `import { thing } from '../mail/rules';`,
    allowed: false,
  },
  {
    name: 'chapter → another’s rules, types',
    file: `${supplies}/d.ts`,
    source: `import type { thing } from '../mail/rules';`,
    allowed: false,
  },
  {
    name: 'chapter → the list of chapters',
    file: `${supplies}/e.ts`,
    source: `import { thing } from '../index';`,
    allowed: false,
  },
  {
    name: 'the list of chapters → a chapter',
    file: 'src/chapters/index.ts',
    source: `export { thing } from './mail/rules';`,
    allowed: true,
  },
  {
    name: 'kernel → tests',
    file: 'src/kernel/a.ts',
    source: `import { thing } from '../../test/thing';`,
    allowed: false,
  },
  {
    name: 'kernel → dynamic',
    file: 'src/kernel/b.ts',
    source: `export const thing = import('../office/thing');`,
    allowed: false,
  },
  {
    name: 'test → anything',
    file: 'test/a.ts',
    source: `import { thing } from '../src/platform/thing';`,
    allowed: true,
  },
];

const cases = [...rooms.flatMap(cellsOf), ...chapterCases];
const thing = 'export const thing = 1;\n';
const targets = [...rooms.map((room) => `${folders[room]}/thing.ts`), 'test/thing.ts', 'src/chapters/mail/rules.ts'];
const found = lintFiles({
  ...Object.fromEntries([...targets, 'src/chapters/mail/letters.register.ts'].map((path) => [path, thing])),
  ...Object.fromEntries(cases.map(({ file, source }) => [file, `${source}\n`])),
});

describe('who may import whom', () => {
  test.each(cases)('$name: $allowed', ({ file, allowed }) => {
    expect(found[file]?.filter((rule) => rule === importing)).toEqual(allowed ? [] : [importing]);
  });
});
