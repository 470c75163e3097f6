// Writes discovery.json, the shapes of the Sheets API v4 that the emulator checks calls against, from Google's
// discovery document (Apache-2.0, https://sheets.googleapis.com/$discovery/rest?version=v4):
//   node emulator/sheets/trim-discovery.mjs path/to/sheets.v4.json
// A shape is written short: "int32", "string", "#Name" (another shape), ["#Name"] (a list), {"*": "#Name"} (a map),
// {"enum": […]}. Descriptions are dropped; what only the request kinds need that the emulator lacks becomes "any".
import { readFileSync, writeFileSync } from 'node:fs';

const source = process.argv[2];
if (!source) {
  console.error('usage: node emulator/sheets/trim-discovery.mjs path/to/sheets.v4.json');
  process.exit(2);
}
const target = new URL('discovery.json', import.meta.url);
const discovery = JSON.parse(readFileSync(source, 'utf8'));

const lacking =
  /DataSource|Slicer|Comment|Duplicates|duplicateFilterView|textToColumns|trimWhitespace|pasteData|randomizeRange|autoFill|ObjectBorder/;
const opaque = new Set(['PivotTable', 'DataSourceTable', 'DataSourceFormula', 'DataSource', 'CommentThread']);

function shape(schema) {
  if (schema.$ref) return opaque.has(schema.$ref) ? 'any' : `#${schema.$ref}`;
  if (schema.items) return [shape(schema.items)];
  if (schema.additionalProperties) return { '*': shape(schema.additionalProperties) };
  if (schema.enum) return { enum: schema.enum };
  return schema.format ?? schema.type;
}

const shapes = Object.fromEntries(
  Object.entries(discovery.schemas).map(([name, schema]) => [
    name,
    Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, property]) => [
        key,
        name === 'Request' && lacking.test(key) ? 'any' : shape(property),
      ]),
    ),
  ]),
);

const methods = {};
(function collect(resource, path) {
  for (const [name, method] of Object.entries(resource.methods ?? {})) {
    methods[[...path, name].join('.')] = {
      httpMethod: method.httpMethod,
      path: method.flatPath,
      parameters: Object.fromEntries(
        Object.entries(method.parameters ?? {}).map(([key, parameter]) => [
          key,
          parameter.repeated ? [shape({ ...parameter, repeated: undefined })] : shape(parameter),
        ]),
      ),
      ...(method.request ? { request: method.request.$ref } : {}),
      response: method.response.$ref,
    };
  }
  for (const [name, child] of Object.entries(resource.resources ?? {})) collect(child, [...path, name]);
})(discovery, []);

const reached = new Set();
function reach(it) {
  if (typeof it === 'string' && it.startsWith('#')) return reachShape(it.slice(1));
  if (it && typeof it === 'object') Object.values(it).forEach(reach);
}
function reachShape(name) {
  if (reached.has(name)) return;
  reached.add(name);
  reach(shapes[name]);
}
for (const method of Object.values(methods)) [method.request, method.response].filter(Boolean).forEach(reachShape);

const trimmed = {
  from: `Google Sheets API v4 discovery document, revision ${discovery.revision}, Copyright Google LLC`,
  licence: 'Apache-2.0, http://www.apache.org/licenses/LICENSE-2.0; trimmed by trim-discovery.mjs',
  methods,
  schemas: Object.fromEntries(
    [...reached]
      .filter((name) => shapes[name])
      .sort()
      .map((name) => [name, shapes[name]]),
  ),
};
// Entry by entry on a line of its own: a change of the document then shows as a change of few lines.
const lines = (object) =>
  Object.entries(object)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n');
writeFileSync(
  target,
  `{"from": ${JSON.stringify(trimmed.from)}, "licence": ${JSON.stringify(trimmed.licence)},\n"methods": {\n${lines(methods)}\n},\n"schemas": {\n${lines(trimmed.schemas)}\n}}\n`,
);
