// What Google must see: real top-level declarations, because the editor, triggers and google.script.run find functions
// by reading the source. They delegate to the bundle, and say so when the bundle did not load.
import vm from 'node:vm';
import { parse } from 'acorn';

/** The variable that holds the bundle's exports; a name ending in _ is hidden from pages. */
export const bundleName = 'qiantai_';

/** The exports of the bundle, evaluated as bare as Apps Script does: touching a service at the top level fails here. */
function evaluate(bundle) {
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  try {
    vm.runInContext(bundle, context, { filename: 'Code.js' });
  } catch (error) {
    throw new Error(`The bundle does not load: ${error.message}`, { cause: error });
  }
  return context[bundleName];
}

/** The parameters as written, without their defaults; what is not a plain name goes by its position. */
function parametersOf(run) {
  const list = /^(?:async\s*)?(?:function\b\s*\*?\s*)?(?:[\w$]+\s*)?\(([^()]*)\)|^(?:async\s+)?([\w$]+)\s*=>/.exec(
    run.toString(),
  );
  if (list === null) return Array.from({ length: run.length }, (_, index) => `argument${index + 1}`);
  return (list[1] ?? list[2])
    .split(',')
    .map((parameter) => parameter.replace(/=[^]*$/, '').trim())
    .filter((parameter) => parameter !== '')
    .map((name, index) => (/^[\w$]+$/.test(name) ? name : `argument${index + 1}`));
}

/** What may be called: `{ call: function, menu: { openSidebar: function } }` → `['call', 'menu.openSidebar']`. */
export function namesOf(bundle) {
  const exported = evaluate(bundle);
  return Object.keys(exported).flatMap((name) =>
    typeof exported[name] === 'function' ? [name] : Object.keys(exported[name]).map((method) => `${name}.${method}`),
  );
}

function declaration(name, value) {
  if (typeof value === 'function') {
    const parameters = parametersOf(value).join(', ');
    return `function ${name}(${parameters}) { return loaded_().${name}.apply(null, arguments); }`;
  }
  if (value === null || typeof value !== 'object') throw new Error(`src/entry exports ${name}, which nobody can call.`);
  const methods = Object.entries(value).map(([method, run]) => {
    if (typeof run !== 'function') throw new Error(`src/entry exports ${name}.${method}, which nobody can call.`);
    return `  ${method}: function (${parametersOf(run).join(', ')}) { return loaded_().${name}.${method}.apply(null, arguments); },`;
  });
  return [`var ${name} = {`, ...methods, '};'].join('\n');
}

/** The bundle with a declaration for each of its exports, ready to be pushed; `readable` still has the parameters' names. */
export function declare(bundle, readable = bundle) {
  const declarations = Object.entries(evaluate(readable)).map(([name, value]) => declaration(name, value));
  return `var ${bundleName}, loadFailure_;
try {
  ${bundleName} = (function () {
${bundle}
return ${bundleName};
  })();
} catch (error) {
  loadFailure_ = error;
}

function loaded_() {
  if (loadFailure_) throw new Error('Qiantai did not load: ' + loadFailure_ + '. Push the last good version again (docs/operate.md).');
  return ${bundleName};
}

${declarations.join('\n\n')}
`;
}

const isFunction = ({ type }) =>
  type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
/** Where a function may stand without brackets around it. */
const isPlainPlace = ({ type, callee, init, right, value }, node) =>
  (type === 'VariableDeclarator' && init === node) ||
  (type === 'AssignmentExpression' && right === node) ||
  (type === 'Property' && value === node) ||
  (type === 'CallExpression' && callee !== node) ||
  type === 'ReturnStatement' ||
  type === 'ExpressionStatement';

/**
 * The bundle as esbuild makes it with `keepNames`, which names every function when it comes into being, also those within
 * others each time that these run. Only the functions of the modules themselves stay named: they are what a stack trace needs.
 */
export function namesAtTheTop(bundle) {
  const helper = /\bvar ([\w$]+)=\(([\w$]+),([\w$]+)\)=>[\w$]+\(\2,"name",\{value:\3,configurable:!0\}\)/.exec(
    bundle,
  )?.[1];
  if (helper === undefined) throw new Error('esbuild no longer keeps the names of functions as it did.');
  const cuts = [];
  function walk(node, parent, depth) {
    if (node.type === 'CallExpression' && node.callee.name === helper && depth > 1) {
      const [named] = node.arguments;
      const [open, close] = isPlainPlace(parent, node) ? ['', ''] : ['(', ')'];
      cuts.push([node.start, named.start, open], [named.end, node.end, close]);
    }
    const within = isFunction(node) ? depth + 1 : depth;
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child?.type === 'string') walk(child, node, within);
      }
    }
  }
  walk(parse(bundle, { ecmaVersion: 2020 }), undefined, 0);
  let [text, at] = ['', 0];
  for (const [from, to, instead] of cuts.sort(([a], [b]) => a - b)) {
    text += bundle.slice(at, from) + instead;
    at = to;
  }
  return text + bundle.slice(at);
}
