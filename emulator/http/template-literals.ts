// HtmlService takes comments out of scripts without knowing template literals: `https://…` loses its end.
import { parse } from 'acorn';

const scriptElement = /(<script\b([^>]*)>)([\s\S]*?)(<\/script\s*>)/gi;
const stripped = new Map<string, string>();

function isJavaScript(attributes: string): boolean {
  const type = /\btype\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1];
  return type === undefined || /^(module|(text|application)\/javascript)$/i.test(type);
}

/** Ranges that Google's stripping takes away, seen from inside the template literals of a script. */
function commentsInTemplates(source: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  const templates: { start: number; end: number }[] = [];
  try {
    parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      onToken: (token) => {
        if (token.type.label === 'template') templates.push({ start: token.start, end: token.end });
      },
    });
  } catch {
    return [];
  }
  let cut = 0;
  for (const { start, end } of templates) {
    for (const match of source.slice(start, end).matchAll(/\/\/|\/\*/g)) {
      const at = start + match.index;
      if (at < cut) continue;
      // A line comment ends with the line, wherever the literal ends.
      const close = match[0] === '//' ? source.indexOf('\n', at) : source.indexOf('*/', at) + 2;
      cut = close < 2 ? source.length : close;
      ranges.push([at, cut]);
    }
  }
  return ranges;
}

/** The page as Google serves it. */
export function withoutComments(html: string): string {
  if (!html.includes('`')) return html;
  const known = stripped.get(html);
  if (known !== undefined) return known;
  const served = html.replace(
    scriptElement,
    (element, open: string, attributes: string, source: string, close: string) => {
      if (!source.includes('`') || !isJavaScript(attributes)) return element;
      let kept = '';
      let from = 0;
      for (const [start, end] of commentsInTemplates(source)) {
        kept += source.slice(from, start);
        from = end;
      }
      return open + kept + source.slice(from) + close;
    },
  );
  if (stripped.size > 20) stripped.clear();
  stripped.set(html, served);
  return served;
}
