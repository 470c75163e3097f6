// The documents around a script's own HTML: the sandboxed frame and what Google puts into it.
import type { HtmlState } from '../runtime/execution';
import type { PageConfig } from './page-client';
import { installGoogleScript } from './page-client';
import { withoutComments } from './template-literals';

/** As Google sets it for a container-bound script: the top window can never be navigated. */
export const sandbox =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** JSON that may stand inside a script element. */
const inlineJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The frame around a web app's page; title and meta tags count here, not in the page itself. */
export function framePage(output: HtmlState, frameUrl: string): string {
  const metaTags = output.metaTags
    .map(({ name, content }) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`)
    .join('');
  return `<!DOCTYPE html><html><head><meta charset="utf-8">${metaTags}<title>${escapeHtml(output.title)}</title>
<style>html,body,iframe{margin:0;padding:0;border:0;width:100%;height:100%;display:block;overflow:hidden}</style></head>
<body><iframe id="userHtmlFrame" title="${escapeHtml(output.title || 'page')}" sandbox="${sandbox}" allow="clipboard-write" src="${escapeHtml(frameUrl)}"></iframe></body></html>`;
}

/** Tags that Google ignores when they stand in the file. */
const ignoredMetaTags = /<meta\b[^>]*\bname\s*=\s*["']?(viewport|[\w-]*web-app-capable)\b[^>]*>/gi;

/** The script's page with google.script in front of everything it brings. */
export function contentPage(html: string, config: PageConfig): string {
  const client = `<script>(${installGoogleScript.toString()})(window, ${inlineJson(config)})</script>`;
  const page = withoutComments(html).replace(ignoredMetaTags, '');
  const opening = /<head\b[^>]*>|<html\b[^>]*>|<!doctype[^>]*>/gi;
  let at = 0;
  for (const match of page.matchAll(opening)) {
    at = match.index + match[0].length;
    if (/^<head/i.test(match[0])) break;
  }
  const encoding = '<meta charset="utf-8">';
  return page.slice(0, at) + encoding + client + page.slice(at);
}

/** Scripts, styles and requests of a page come over HTTPS, which here includes the emulator, or from itself. */
export function contentPolicy(origin: string): string {
  return `default-src 'self' ${origin} https: data: blob: 'unsafe-inline' 'unsafe-eval'`;
}

export function messagePage(title: string, text: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><div style="font-family:sans-serif;margin:40px auto;max-width:600px;text-align:center">${escapeHtml(text)}</div></body></html>`;
}
