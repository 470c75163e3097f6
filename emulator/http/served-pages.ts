// Pages that are open in a browser, each bound to the context it was served in: its calls can run in no other.
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { Google, RunResult, UiEffects } from '../runtime';
import type { PageConfig } from './page-client';
import { contentPage, contentPolicy, messagePage } from './page-html';

export type PageContext =
  | { kind: 'container'; host: 'sidebar' | 'dialog'; user: string }
  | { kind: 'webapp'; host: 'webapp'; deploymentId: string; visitor: string };

export interface ServedPage {
  context: PageContext;
  html: string;
  location: PageConfig['location'];
}

/** Effects as a browser can use them: pages by address instead of by text. */
export interface ShownEffects extends Omit<UiEffects, 'sidebar' | 'dialogs'> {
  sidebar?: { title: string; url: string };
  dialogs: { title: string; url: string; width: number; height: number; modal: boolean }[];
}

export interface ServedPages {
  routes: Hono;
  /** Files a page and answers the path of its document. */
  serve(page: ServedPage): string;
  show(effects: UiEffects, user: string): ShownEffects;
}

const remembered = 500;
const nowhere: PageConfig['location'] = { parameter: {}, parameters: {}, hash: '' };

/** A page's own origin differs from the workbook's, as on Google: the other name of the loopback address. */
function contentOrigin(origin: string): string {
  const url = new URL(origin);
  if (url.hostname === '127.0.0.1') url.hostname = 'localhost';
  else if (url.hostname === 'localhost') url.hostname = '127.0.0.1';
  return url.origin;
}

function callFrom(google: Google, { context }: ServedPage, name: string, args: unknown[]): RunResult {
  const call = { function: name, args, fromPage: true };
  return context.kind === 'container'
    ? google.run({ ...call, kind: 'container', user: context.user })
    : google.run({ ...call, kind: 'webapp', user: context.visitor, deploymentId: context.deploymentId });
}

const hasEffects = (effects: UiEffects) =>
  Boolean(effects.sidebar) || effects.dialogs.length + effects.toasts.length + effects.alerts.length > 0;

export function createServedPages(google: Google): ServedPages {
  const pages = new Map<string, ServedPage>();
  const routes = new Hono();

  function serve(page: ServedPage): string {
    const id = randomBytes(18).toString('base64url');
    pages.set(id, page);
    if (pages.size > remembered) pages.delete(pages.keys().next().value!);
    return `${contentOrigin(google.origin)}/macros/content/${id}`;
  }

  function show(effects: UiEffects, user: string): ShownEffects {
    const open = (host: 'sidebar' | 'dialog', html: string) =>
      serve({ context: { kind: 'container', host, user }, html, location: nowhere });
    const { sidebar, dialogs, ...rest } = effects;
    return {
      ...rest,
      ...(sidebar ? { sidebar: { title: sidebar.title, url: open('sidebar', sidebar.html) } } : {}),
      dialogs: dialogs.map(({ title, html, width = 600, height = 400, modal }) => ({
        title,
        url: open('dialog', html),
        width,
        height,
        modal,
      })),
    };
  }

  routes.get('/macros/content/:id', (c) => {
    const id = c.req.param('id');
    const page = pages.get(id);
    if (!page) return c.html(messagePage('Page expired', 'This page is no longer open. Please load it again.'), 410);
    c.header('content-security-policy', contentPolicy(google.origin));
    c.header('cache-control', 'no-store');
    const functions = google.project.functions.filter((name) => !name.endsWith('_'));
    const { host } = page.context;
    const runUrl = `/macros/run/${id}`;
    return c.html(contentPage(page.html, { runUrl, functions, host, origin: google.origin, location: page.location }));
  });

  routes.post('/macros/run/:id', async (c) => {
    const page = pages.get(c.req.param('id'));
    if (!page) return c.json({ error: { message: 'unknown page' } }, 404);
    const call = (await c.req.json()) as { function: string; arguments: unknown[] };
    const result = callFrom(google, page, call.function, call.arguments);
    const shown =
      page.context.kind === 'container' && hasEffects(result.effects)
        ? { effects: show(result.effects, page.context.user) }
        : {};
    if (result.error) return c.json({ ok: false, error: { message: result.error.message }, ...shown });
    return c.json({ ok: true, value: result.value ?? null, ...shown });
  });

  return { routes, serve, show };
}
