// Writes docs/registers.md: every register's table and every workflow's diagram, from the definitions themselves.
//   node tools/registers-doc.mjs [--check]
// --check writes nothing and fails when the page is not what the definitions say.
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const house = join(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(house, 'docs/registers.md');
const outfile = join(house, 'node_modules/.cache/qiantai/registers-doc.mjs');

const filledBy = { hand: '', system: 'system', workflow: 'workflow' };
const own = new Set(['no', 'check', 'line', 'lineCount', 'recordedBy', 'recordedAt', 'late', 'history']);

async function loadChapters() {
  await build({
    stdin: {
      contents: `export { office } from './src/office'; export { chapters } from './src/chapters';`,
      resolveDir: house,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const { office, chapters } = await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
  return [...chapters, office];
}

const inCell = (text) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

/** What a reader must know of a column besides its label. */
function remarks(column) {
  const options = (column.options ?? []).map(({ words }) => words.zh).join(' / ');
  const marks = [
    column.required ? 'needed' : '',
    column.unique ? 'unique' : '',
    column.personal ? 'personal' : '',
    column.hidden ? 'hidden' : '',
    filledBy[column.by],
  ].filter((mark) => mark !== '');
  return [options, marks.join(', ')].filter((part) => part !== '').join(' · ');
}

function columnTable(register) {
  const rows = Object.entries(register.columns).map(
    ([key, column]) =>
      `| \`${key}\` | ${inCell(column.label.zh)} | ${inCell(column.label.en)} | ${column.kind} | ${inCell(remarks(column))} |`,
  );
  return ['| key | 栏目 | label | kind | |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** Steps that leave the state as it is are listed, not drawn: they would hide the way that a record goes. */
function workflowPart({ register, opens, transitions, final }) {
  const words = Object.fromEntries(register.columns.state.options.map((one) => [one.key, one.words.zh]));
  const all = Object.entries(transitions);
  const arrows = new Map();
  for (const [, { from, to, label }] of all) {
    if (from.length === to.length && from.every((state) => to.includes(state))) continue;
    for (const start of from) {
      for (const end of to) {
        if (start === end) continue;
        const arrow = `${start} --> ${end}`;
        arrows.set(arrow, [...new Set([...(arrows.get(arrow) ?? []), label.zh])]);
      }
    }
  }
  const diagram = [
    'stateDiagram-v2',
    ...Object.entries(words).map(([key, word]) => `  state "${word}" as ${key}`),
    ...opens.in.map((state) => `  [*] --> ${state}`),
    ...[...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join(' / ')}`),
    ...final.map((state) => `  ${state} --> [*]`),
  ];
  const steps = all.map(
    ([key, { label, article, by, page: link }]) =>
      `| \`${key}\` | ${label.zh} | ${label.en} | ${by.map(partyText).join(', ')}${link ? ', link' : ''} | ${article} |`,
  );
  return [
    '```mermaid',
    ...diagram,
    '```',
    '',
    '| step | 步骤 | label | who | article |',
    '| --- | --- | --- | --- | --- |',
    ...steps,
  ].join('\n');
}

function partyText(party) {
  if ('role' in party) return party.role;
  if ('personIn' in party) return `the ${party.personIn}`;
  if ('headOf' in party) return `head of the ${party.headOf}`;
  if ('guestIn' in party) return 'the visitor';
  return 'clock' in party ? 'clock' : 'anyone';
}

function registerPart(register, workflow) {
  const keep = register.keep ? `; keep time ${register.keep.months} months, by setting` : '';
  const reads = register.read ? `read in the sidebar by ${register.read.join(', ')}; ` : '';
  const facts = `\`${register.key}\` · article ${register.article} · numbers ${register.serial}-… · ${register.workbook} workbook · ${reads}filled by ${register.write.join(', ')}${keep}.`;
  return [
    `### ${register.title.zh} ${register.title.en}`,
    '',
    facts,
    '',
    columnTable(register),
    ...(workflow?.states.length > 0 ? ['', workflowPart(workflow)] : []),
  ].join('\n');
}

function commonPart({ all }) {
  const common = Object.entries(all).filter(([key]) => own.has(key));
  const named = common.map(([key, { label }]) => `\`${key}\` ${label.zh}`).join(', ');
  return `Besides its own columns, every register has ${named}.`;
}

export function registersPage(chapters) {
  const parts = chapters.flatMap(({ title, registers, workflows }) => [
    `## ${title.zh} ${title.en}`,
    ...registers.map((register) =>
      registerPart(
        register,
        workflows.find((one) => one.register.key === register.key),
      ),
    ),
  ]);
  return [
    '# Registers',
    '<!-- Made by `node tools/registers-doc.mjs` from the definitions; do not edit. -->',
    'Every tab and column, and the way that a record goes. *needed*: must be filled; *personal*: about people outside the agency; *system*, *workflow*: not filled by hand; *link*: may be done from an e-mail.',
    commonPart(chapters[0].registers[0]),
    ...parts,
  ].join('\n\n');
}

const config = await resolveConfig(page);
const text = await format(registersPage(await loadChapters()), { ...config, filepath: page });
if (!process.argv.includes('--check')) writeFileSync(page, text);
else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/registers.md is not what the definitions say: run node tools/registers-doc.mjs');
  process.exit(1);
}
