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

/** TypeScript source with a `hant` added after each `zh` that differs from it; lines stay where they are. */
export function addTraditional(source) {
  if (!source.includes('zh')) return source;
  return source.replace(entry, (whole, _quote, expression, offset) => {
    if (written.test(source.slice(offset + whole.length))) return whole;
    const traditional = traditionalSource(expression);
    return traditional === expression ? whole : `${whole}, hant: ${traditional}`;
  });
}
