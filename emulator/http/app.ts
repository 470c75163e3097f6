// The emulator as a web application: Google's own protocols, and /emulator for the rest.
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Google } from '../runtime';
import { ServiceError } from '../runtime/service-error';
import { SheetsError } from '../sheets';
import { BadRequest, createEmulatorRoutes } from './emulator-routes';
import { createScriptRoutes } from './script-routes';
import { createServedPages } from './served-pages';
import { createSheetsRoutes } from './sheets-routes';
import { createWebAppRoutes } from './web-app-routes';
import { createWorkbookRoutes } from './workbook-routes';

function statusOf(error: unknown): ContentfulStatusCode {
  if (error instanceof SheetsError) return (error.code || 503) as ContentfulStatusCode;
  if (error instanceof HTTPException) return error.status;
  if (error instanceof ServiceError) return 403;
  return error instanceof BadRequest ? 400 : 500;
}

/** `addPage` may add what is shown at `/`. */
export function createApp(google: Google, addPage?: (app: Hono) => void): Hono {
  const app = new Hono();
  const pages = createServedPages(google);
  app.onError((error, c) => {
    const status = statusOf(error);
    if (status === 500) console.error(error);
    return c.json({ error: { message: error.message } }, status);
  });
  app.route('/', createSheetsRoutes(google));
  app.route('/', createScriptRoutes(google));
  app.route('/', createWebAppRoutes(google, pages));
  app.route('/', pages.routes);
  app.route('/emulator', createEmulatorRoutes(google));
  app.route('/emulator', createWorkbookRoutes(google, pages));
  // Links to a workbook lead to the page that shows it; the browser keeps #gid=….
  app.get('/spreadsheets/d/:id/*', (c) => c.redirect(`/?workbook=${encodeURIComponent(c.req.param('id'))}`, 302));
  addPage?.(app);
  return app;
}
