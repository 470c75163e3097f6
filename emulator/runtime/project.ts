// The script project as clasp would push it: scripts in order, HTML files, the manifest, and what may be called.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Script } from 'node:vm';
import type { Program } from 'acorn';
import { parse } from 'acorn';

export interface Manifest {
  timeZone?: string;
  oauthScopes?: string[];
  webapp?: { access?: string; executeAs?: string };
  dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[] };
}

export interface ProjectScript {
  /** As Apps Script shows it in a stack: without extension. */
  name: string;
  compiled: Script;
  functions: string[];
}

export interface Project {
  scripts: ProjectScript[];
  html: ReadonlyMap<string, string>;
  manifest: Manifest;
  /** Top-level functions, in the order in which they are declared. */
  functions: string[];
}

/**
 * Apps Script's parser knows neither class fields nor private names nor static blocks; a parser that stops before
 * ES2022 refuses the same.
 */
function parseScript(source: string, name: string): Program {
  try {
    return parse(source, { ecmaVersion: 2021, sourceType: 'script', locations: true });
  } catch (error) {
    const { pos = 0, loc } = error as { pos?: number; loc?: { line: number } };
    const token = /^\s*(?:#?[\w$]+|\S)/.exec(source.slice(pos))?.[0].trim() ?? 'end of input';
    const shown = token === '{' ? "'{'" : token;
    throw new SyntaxError(`ParseError: Unexpected token ${shown} (line ${loc?.line ?? 0}, file "${name}")`);
  }
}

/** The names that Google finds by looking at the text: declarations, and variables that hold a function. */
function topLevelFunctions(program: Program): string[] {
  const names: string[] = [];
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration' && statement.id) names.push(statement.id.name);
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      const isFunction = init?.type === 'FunctionExpression' || init?.type === 'ArrowFunctionExpression';
      if (isFunction && id.type === 'Identifier') names.push(id.name);
    }
  }
  return names;
}

const compiled = new Map<string, ProjectScript>();

function compile(source: string, name: string): ProjectScript {
  const key = `${name}\n${source}`;
  const known = compiled.get(key);
  if (known) return known;
  const functions = topLevelFunctions(parseScript(source, name));
  const script: ProjectScript = { name, functions, compiled: new Script(source, { filename: name }) };
  compiled.set(key, script);
  return script;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** filePushOrder of .clasp.json, whose paths count from the folder that holds it. */
function pushOrder(dist: string): string[] {
  const configuration = join(dirname(dist), '.clasp.json');
  if (!existsSync(configuration)) return [];
  const { filePushOrder = [] } = JSON.parse(readFileSync(configuration, 'utf8')) as { filePushOrder?: string[] };
  return filePushOrder.map((path) =>
    relative(dist, join(dirname(dist), path))
      .split(sep)
      .join('/'),
  );
}

export function readProject(dist: string): Project {
  const files = filesUnder(dist);
  const first = pushOrder(dist).filter((file) => files.includes(file));
  const scripts = [...first, ...files.filter((file) => !first.includes(file))]
    .filter((file) => /\.(js|gs)$/.test(file))
    .map((file) => compile(readFileSync(join(dist, file), 'utf8'), file.replace(/\.(js|gs)$/, '')));
  const html = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file.slice(0, -'.html'.length), readFileSync(join(dist, file), 'utf8')]),
  );
  const manifest = files.includes('appsscript.json')
    ? (JSON.parse(readFileSync(join(dist, 'appsscript.json'), 'utf8')) as Manifest)
    : {};
  return { scripts, html, manifest, functions: [...new Set(scripts.flatMap((script) => script.functions))] };
}
