// Writes the traditional Chinese beside the simplified: `zh: '台账'` becomes `zh: '台账', hant: '台賬'`.
// Hong Kong's characters ('hk'), and no phrase table: Taiwan's ('twp') speaks of computers and makes 保密文件 into 保密檔案,
// 项目 into 專案, while an office's own words, such as the titles that the policy gives its forms, must stay what they are.
import { createRequire } from 'node:module';

const literal = String.raw`'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*"|` + '`(?:[^`\\\\$]|\\\\[^]|\\$(?!\\{))*`';
const space = String.raw`(?:\s|//[^\n]*\n|/\*[^]*?\*/)*`;
const substitution = String.raw`\$\{[^{}` + '`]*}';
const template = '`(?:[^`\\\\$]|\\\\[^]|\\$(?!\\{)|' + substitution + ')*`';
/** A `zh` property whose value is one string literal, or several joined by `+`, or a template with substitutions. */
const entry = new RegExp(
  String.raw`(?<=[{,]${space})(['"]?)zh\1\s*:\s*((?:${literal})(?:\s*\+\s*(?:${literal}))*|${template})(?=\s*(?:[,}]|//|/\*))`,
  'g',
);
/** Words as most are written: `{ zh: '台账', en: 'Ledger' }` and nothing else. */
const plainWords = new RegExp(
  String.raw`\{${space}zh:${space}(${literal})${space},${space}en:${space}(${literal})${space},?${space}\}`,
  'g',
);
const written = new RegExp(String.raw`^,?${space}['"]?hant['"]?\s*:`);

let convert;

/** The same words in traditional characters. */
export function toTraditional(words) {
  convert ??= createRequire(import.meta.url)('opencc-js').Converter({ from: 'cn', to: 'hk' });
  return convert(words);
}

/** The traditional form of a literal, as source on one line. */
function traditionalSource(expression) {
  if (new RegExp(substitution).test(expression) && expression.startsWith('`')) {
    const parts = expression.split(new RegExp(`(${substitution})`));
    return parts
      .map((part, index) => (index % 2 === 0 ? toTraditional(part) : part))
      .join('')
      .replace(/\n/g, '\\n');
  }
  // Only string literals get here, so evaluating them is reading them, escapes and all.
  const simplified = new Function(`return ${expression};`)();
  const traditional = toTraditional(simplified);
  return traditional === simplified ? expression : JSON.stringify(traditional);
}

/** TypeScript source with its words rewritten; `rewrite(simplified source, traditional source)` → properties. */
function rewriteWords(source, rewrite) {
  if (!source.includes('zh')) return source;
  return source.replace(entry, (whole, _quote, expression, offset) => {
    if (written.test(source.slice(offset + whole.length))) return whole;
    const traditional = traditionalSource(expression);
    return traditional === expression ? whole : (rewrite(expression, traditional) ?? `${whole}, hant: ${traditional}`);
  });
}

/** TypeScript source with a `hant` added after each `zh` that differs from it; lines stay where they are. */
export function addTraditional(source) {
  return rewriteWords(source, () => undefined);
}

const helper = 'zh_';

/**
 * The same for dist/, in fewer bytes: `zh_('台账', 'Ledger')`, and where a character depends on its neighbours
 * `zh_('联系', 'Contact', { 1: '繫' })`; words that hold more than that begin `...zh_('台账')`. `preface` is what the bundle
 * needs before it: that function, with the characters met.
 */
export function traditionalByCharacter() {
  const met = new Map();
  /** The call; undefined where the characters do not go one by one. */
  function callFor(expression, traditional, english) {
    if (expression.includes('${')) return undefined;
    const [from, to] = [new Function(`return ${expression};`)(), JSON.parse(traditional)].map((words) => [...words]);
    if (from.length !== to.length) return undefined;
    const own = from.map(toTraditional);
    for (const [index, one] of from.entries()) if (own[index] !== one) met.set(one, own[index]);
    const others = to.flatMap((one, index) => (one === own[index] ? [] : [`${index}: ${JSON.stringify(one)}`]));
    const last = others.length > 0 ? [english ?? 'undefined', `{ ${others.join(', ')} }`] : [english ?? []].flat();
    return `/* @__PURE__ */ ${helper}(${[expression, ...last].join(', ')})`;
  }
  function rewriteWhole(whole, expression, english) {
    const traditional = traditionalSource(expression);
    return traditional === expression ? whole : (callFor(expression, traditional, english) ?? whole);
  }
  function rewrite(expression, traditional) {
    const call = callFor(expression, traditional);
    return call && `...${call}`;
  }
  return {
    addTraditional: (source) => rewriteWords(source.replace(plainWords, rewriteWhole), rewrite),
    preface() {
      const pairs = [...met].sort(([one], [other]) => (one < other ? -1 : 1));
      const [from, to] = [0, 1].map((side) => JSON.stringify(pairs.map((pair) => pair[side]).join('')));
      return `const ${helper} = (function (from, to) {
  const traditional = new Map(Array.from(from, (one, index) => [one, to[index]]));
  const convert = (zh, others) => Array.from(zh, (one, index) => (others && others[index]) ?? traditional.get(one) ?? one).join('');
  return (zh, en, others) => {
    let hant;
    const said = { zh, get hant() { return hant === undefined ? (hant = convert(zh, others)) : hant; } };
    if (en !== undefined) said.en = en;
    return said;
  };
})(${from}, Array.from(${to}));
`;
    },
  };
}
