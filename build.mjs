// Builds what is pushed to Apps Script: src/ and sidebar/ become dist/.
//   node build.mjs [--quiet] [--page] [--run file.ts …arguments]
// --page also bundles the emulator's page; --run then runs a TypeScript program with the arguments that follow it.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { bundleName, declare, namesAtTheTop } from './tools/apps-script.mjs';
import { addTraditional, traditionalByCharacter } from './tools/traditional.mjs';

const house = dirname(fileURLToPath(import.meta.url));
const cache = join(house, 'node_modules/.cache/qiantai');

const traditionalChinese = (add = addTraditional) => ({
  name: 'traditional-chinese',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      return { contents: add(await readFile(path, 'utf8')), loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
});

/** One bundle as text. */
async function bundle(entry, options) {
  const traditional = traditionalByCharacter();
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'eof',
    plugins: [traditionalChinese(traditional.addTraditional)],
    logLevel: 'warning',
    ...options,
  });
  return traditional.preface() + outputFiles[0].text;
}

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' };

async function buildCode(root) {
  const entry = join(root, 'src/entry/index.ts');
  if (!existsSync(entry)) throw new Error('src/entry/index.ts is missing: there is nothing that Google could call.');
  const options = {
    // Optional chaining and ?? are understood by Apps Script; what it refuses is younger and lowered all the same.
    target: 'es2020',
    format: 'iife',
    globalName: bundleName,
    platform: 'neutral',
    mainFields: ['module', 'main'],
  };
  // Functions keep their names and lines stay short: a stack trace in the execution log says function and place.
  const short = { minify: true, keepNames: true, lineLimit: 200 };
  const [readable, code] = await Promise.all([bundle(entry, options), bundle(entry, { ...options, ...short })]);
  return declare(namesAtTheTop(code), readable);
}

async function buildStyle(root, name) {
  const folder = join(root, 'sidebar');
  const files = await readdir(folder);
  const isOfOther = (file) => file !== `${name}.css` && files.includes(file.replace(/css$/, 'tsx'));
  const sheets = files.filter((file) => file.endsWith('.css') && !isOfOther(file)).sort();
  const source = (await Promise.all(sheets.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
  const { code } = await esbuild.transform(source, {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    target: 'chrome111',
  });
  return code.trim();
}

/** A page in one file, as HtmlService wants it. It strips comments in template literals, hence none of these. */
async function buildHtml(root, name) {
  const script = await bundle(join(root, 'sidebar', `${name}.tsx`), {
    format: 'iife',
    minify: true,
    platform: 'browser',
    target: 'es2020',
    supported: { 'template-literal': false },
    loader: { '.css': 'empty', '.svg': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    ...jsx,
  });
  const safeScript = script
    .trim()
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--');
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<base target="_top">',
    `<style>${(await buildStyle(root, name)).replace(/<\/(style)/gi, '<\\/$1')}</style>`,
    '</head>',
    '<body>',
    '<div id="app"></div>',
    `<script>${safeScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Puts exactly these files into a folder, each at once, so that whoever reads meanwhile sees old or new. */
async function replaceFiles(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const draft = join(folder, `.${name}.${process.pid}`);
    await writeFile(draft, text);
    await rename(draft, join(folder, name));
  }
  for (const name of await readdir(folder)) {
    if (!(name in files) && !name.startsWith('.')) await rm(join(folder, name), { recursive: true });
  }
}

/** Builds dist/ and answers the size of each file in bytes. */
export async function build({ root = house, out = join(root, 'dist'), quiet = false } = {}) {
  const pages = ['sidebar', 'set-up', 'page'].filter((name) => existsSync(join(root, 'sidebar', `${name}.tsx`)));
  const [code, manifest, ...html] = await Promise.all([
    buildCode(root),
    readFile(join(root, 'appsscript.json'), 'utf8'),
    ...pages.map((name) => buildHtml(root, name)),
  ]);
  const files = { 'Code.js': code, 'appsscript.json': manifest };
  for (const [index, name] of pages.entries()) files[`${name}.html`] = html[index];
  await replaceFiles(out, files);
  const sizes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.byteLength(text)]));
  if (!quiet) for (const [name, size] of Object.entries(sizes)) console.log(`${name}  ${(size / 1024).toFixed(1)} KB`);
  return sizes;
}

/** Bundles the emulator's browser page and answers the folder that holds it. */
export async function buildPage({ root = house, out = join(cache, 'page') } = {}) {
  const folder = join(root, 'emulator/page');
  const entry = ['main.tsx', 'main.ts'].map((file) => join(folder, file)).find((file) => existsSync(file));
  if (entry === undefined) throw new Error('emulator/page/main.ts is missing.');
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: out,
    format: 'esm',
    minify: true,
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    plugins: [traditionalChinese()],
    loader: { '.svg': 'dataurl', '.woff2': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    ...jsx,
  });
  const files = Object.fromEntries(outputFiles.map(({ path, contents }) => [basename(path), contents]));
  for (const file of await readdir(folder)) {
    if (file.endsWith('.html')) files[file] = await readFile(join(folder, file), 'utf8');
  }
  await replaceFiles(out, files);
  return out;
}

/** Runs a TypeScript program in this process, as if it had been named on the command line. */
export async function run(file, args = []) {
  const outfile = join(cache, 'run', file.replace(/[/\\]/g, '-').replace(/\.tsx?$/, '.mjs'));
  await esbuild.build({
    entryPoints: [resolve(house, file)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    plugins: [traditionalChinese()],
    logLevel: 'warning',
    ...jsx,
  });
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], outfile, ...args];
  await import(pathToFileURL(outfile).href);
}

async function main(args) {
  const runAt = args.indexOf('--run');
  const own = runAt < 0 ? args : args.slice(0, runAt);
  await build({ quiet: own.includes('--quiet') });
  if (own.includes('--page')) await buildPage();
  if (runAt >= 0) await run(args[runAt + 1], args.slice(runAt + 2));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
