// /macros/s/{deployment}/exec: the web app as Google serves it, events and quirks included.
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Deployment, Google, RunResult } from '../runtime';
import { framePage, messagePage } from './page-html';
import type { ServedPages } from './served-pages';

interface WebEvent {
  queryString: string;
  parameter: Record<string, string>;
  parameters: Record<string, string[]>;
  contextPath: '';
  contentLength: number;
  postData?: { type: string; length: number; contents: string; name: 'postData' };
}

const formType = 'application/x-www-form-urlencoded';
const reserved = ['c', 'sid'];
const echoesKept = 200;

function collect(sources: string[]): Pick<WebEvent, 'parameter' | 'parameters'> {
  const parameters: Record<string, string[]> = {};
  for (const source of sources)
    for (const [name, value] of new URLSearchParams(source)) (parameters[name] ??= []).push(value);
  return {
    parameter: Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values[0]!])),
    parameters,
  };
}

async function eventOf(c: Context): Promise<WebEvent> {
  const url = new URL(c.req.url);
  const queryString = url.search.slice(1);
  if (c.req.method !== 'POST') return { queryString, ...collect([queryString]), contextPath: '', contentLength: -1 };
  const contents = await c.req.text();
  const length = Buffer.byteLength(contents);
  // Without a content type the body counts as a form: a JSON text becomes one parameter's name.
  const type = c.req.header('content-type')?.split(';')[0]?.trim() || formType;
  const sources = type === formType ? [queryString, contents] : [queryString];
  const postData = { type, length, contents, name: 'postData' } as const;
  return { queryString, ...collect(sources), contextPath: '', contentLength: length, postData };
}

function mayEnter(google: Google, deployment: Deployment, visitor: string): boolean {
  const { domain } = google.state;
  const entry: Record<Deployment['access'], boolean> = {
    ANYONE_ANONYMOUS: true,
    ANYONE: visitor !== '',
    DOMAIN: domain !== '' && visitor.endsWith(`@${domain}`),
    MYSELF: visitor === deployment.deployer,
  };
  return entry[deployment.access];
}

const loginPage = messagePage('Google Accounts: Sign in', 'Sign in to continue.');

function errorText({ error }: RunResult): string {
  const place = error?.stack[0];
  const where = place ? ` (line ${place.line}, file "${place.file}")` : '';
  const message = error?.message ?? '';
  return message.startsWith('Script function not found') ? message : `${error?.name}: ${message}${where}`;
}

export function createWebAppRoutes(google: Google, pages: ServedPages): Hono {
  const routes = new Hono();
  const echoes = new Map<string, { content: string; mimeType: string }>();

  routes.all('/macros/s/:deployment/exec', async (c) => {
    if (c.req.raw.method === 'HEAD') return c.body(null, 403);
    if (c.req.method !== 'GET' && c.req.method !== 'POST') return c.text('Method Not Allowed', 405);
    const deployment = google.state.deployments.find(({ id }) => id === c.req.param('deployment'));
    if (!deployment) return c.html(messagePage('Page Not Found', 'Sorry, unable to open the file at this time.'), 404);
    const event = await eventOf(c);
    if (reserved.some((name) => name in event.parameters))
      return c.html(messagePage('Error', 'Sorry, the file you have requested does not exist.'), 405);
    const visitor = c.req.header('x-emulator-visitor') ?? google.state.visitor;
    if (!mayEnter(google, deployment, visitor)) return c.html(loginPage);
    const name = c.req.method === 'GET' ? 'doGet' : 'doPost';
    const context = { kind: 'webapp', host: 'webapp', deploymentId: deployment.id, visitor } as const;
    const result = google.run({
      function: name,
      args: [event],
      kind: 'webapp',
      user: visitor,
      deploymentId: deployment.id,
    });
    if (result.error) return c.html(messagePage('Error', errorText(result)));
    if (result.output?.type === 'text') {
      const key = randomBytes(24).toString('base64url');
      echoes.set(key, result.output.output);
      if (echoes.size > echoesKept) echoes.delete(echoes.keys().next().value!);
      // Text may be fetched from pages of other origins; the redirect has to say so too.
      c.header('access-control-allow-origin', '*');
      return c.redirect(`${google.origin}/macros/echo?user_content_key=${key}&lib=M`, 302);
    }
    if (result.output?.type !== 'html')
      return c.html(
        messagePage('Error', 'The script completed but the returned value is not a supported return type.'),
      );
    const { output } = result.output;
    const { parameter, parameters } = event;
    const frame = pages.serve({ context, html: output.content, location: { parameter, parameters, hash: '' } });
    if (output.frameOptions === 'DEFAULT') c.header('x-frame-options', 'SAMEORIGIN');
    c.header('cache-control', 'no-store');
    return c.html(framePage(output, frame));
  });

  // A path behind /exec, and the development address, ask for a login.
  routes.all('/macros/s/:deployment/exec/*', (c) => c.html(loginPage));
  routes.all('/macros/s/:deployment/dev', (c) => c.html(loginPage));

  routes.all('/macros/echo', (c) => {
    if (c.req.method !== 'GET') return c.text('Method Not Allowed', 405);
    const echo = echoes.get(c.req.query('user_content_key') ?? '');
    if (!echo) return c.html(messagePage('Error', 'Sorry, the file you have requested does not exist.'), 404);
    c.header('access-control-allow-origin', '*');
    return c.body(echo.content, 200, { 'content-type': `${echo.mimeType}; charset=utf-8` });
  });

  return routes;
}
