// /emulator/…: what a page that shows the workbook needs. Everything happens as the person at the keyboard.
//
//   POST open                      a person opens the workbook: onOpen runs → {menus, toasts, error?}
//   GET  menu                      → {menus} of the last opening: [{title, entries: [{label, function} | {separator} | menu]}]
//   POST menu/{function}           {answers?: ['YES'], interactive?: true} → {ok, error?, effects, logs}
//                                  or {asks: {title, text, buttons}}: nothing was kept; ask, then post again with the
//                                  answers so far and the new one (OK, CANCEL, YES, NO or CLOSE)
//     effects = {sidebar?: {title, url}, dialogs: [{title, url, width, height}], toasts: [{message, title, seconds}], alerts}
//     Put a url into <iframe sandbox="{sandbox of GET page}">; it is bound to the person it was shown to. It posts to its
//     parent: {emulator: 'close', host} · {emulator: 'resize', width | height} · {emulator: 'focus'} · {emulator: 'effects', effects}
//   GET | DELETE sidebar           → {title, url} | null
//   GET  page                      → {sandbox}
//   GET  workbooks                 → [{id, title, role, owner, access}]
//   GET  workbooks/{id}            → {title, sheets: [{sheetId, title, hidden, color?, rowCount, columnCount}], …}
//   GET  workbooks/{id}/sheets/{sheetId}?from=0&to=100      → GridWindow (grid.ts)
//   GET  workbooks/{id}/sheets/{sheetId}/charts             → SheetChart[] (charts.ts): the charts over its cells
//   POST workbooks/{id}/sheets/{sheetId}/{act}              what a person does to a tab; act is one of
//     sort {column, ascending} · rename {title} · moveColumn {from, to} · insertRows {at, count} · deleteRows {at, count}
//     (typing is POST edit); columns and rows count from 0
//   PUT  selection                 {spreadsheetId, sheetId, row, column}, from 1 as Apps Script counts
//   GET  version                   → {version}: goes up whenever something visible may have changed
//   GET  changes                   server-sent events `version` with that number
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Google, RunResult } from '../runtime';
import { clickMenu, openWorkbook } from '../runtime';
import type { Menu, Selection } from '../runtime/execution';
import { BadRequest, bodyOf, workbooksOf } from './emulator-routes';
import { sheetCharts } from './charts';
import { gridWindow, workbookView } from './grid';
import { sandbox } from './page-html';
import type { ServedPages } from './served-pages';

const heartbeat = 15_000;
const rowsAtOnce = 2000;

/** `from` and `to` of a query, kept to what one answer should carry. */
function windowOf(query: { from?: string; to?: string }): { from: number; to: number } {
  const from = Math.max(0, Number(query.from ?? 0) || 0);
  const to = Number(query.to ?? from + 200) || from + 200;
  return { from, to: Math.max(from + 1, Math.min(to, from + rowsAtOnce)) };
}

type Act = (google: Google, spreadsheetId: string, sheetId: number, input: Record<string, unknown>) => void;

const caller = (google: Google) => ({ email: google.state.user });

const acts: Record<string, Act> = {
  sort: (google, id, sheet, { column, ascending = true }) =>
    google.sheets.sort(id, sheet, Number(column), ascending === true, caller(google)),
  rename: (google, id, sheet, { title }) => google.sheets.renameSheet(id, sheet, String(title), caller(google)),
  moveColumn: (google, id, sheet, { from, to }) =>
    google.sheets.moveColumn(id, sheet, Number(from), Number(to), caller(google)),
  insertRows: (google, id, sheet, { at, count = 1 }) =>
    google.sheets.insertRows(id, sheet, Number(at), Number(count), caller(google)),
  deleteRows: (google, id, sheet, { at, count = 1 }) =>
    google.sheets.deleteRows(id, sheet, Number(at), Number(count), caller(google)),
};

export function createWorkbookRoutes(google: Google, pages: ServedPages): Hono {
  const routes = new Hono();
  const opened = new Map<string, Menu[]>();
  const sidebars = new Map<string, { title: string; url: string }>();

  function open(): RunResult | undefined {
    const result = openWorkbook(google);
    opened.set(google.state.user, result?.effects.menus ?? []);
    return result;
  }

  routes.post('/open', (c) => {
    const result = open();
    const { menus = [], toasts = [] } = result?.effects ?? {};
    return c.json({ menus, toasts, ...(result?.error ? { error: result.error } : {}) });
  });

  routes.get('/menu', (c) => {
    if (!opened.has(google.state.user)) open();
    return c.json({ menus: opened.get(google.state.user) ?? [] });
  });

  routes.post('/menu/:function', async (c) => {
    const { answers = [], interactive = false } = (await c.req.json().catch(() => ({}))) as {
      answers?: string[];
      interactive?: boolean;
    };
    const { user } = google.state;
    const { ok, error, asks, effects, logs } = clickMenu(google, c.req.param('function'), answers, interactive);
    if (asks) return c.json({ asks });
    const shown = pages.show(effects, user);
    if (shown.sidebar) sidebars.set(user, shown.sidebar);
    return c.json({ ok, ...(error ? { error } : {}), effects: shown, logs });
  });

  routes.get('/sidebar', (c) => c.json(sidebars.get(google.state.user) ?? null));
  routes.delete('/sidebar', (c) => {
    sidebars.delete(google.state.user);
    return c.json(null);
  });
  routes.get('/page', (c) => c.json({ sandbox }));

  routes.get('/workbooks', (c) => c.json(workbooksOf(google)));
  routes.get('/workbooks/:id', (c) => c.json(workbookView(google, c.req.param('id'), google.state.user)));
  routes.get('/workbooks/:id/sheets/:sheetId', (c) => {
    const { id, sheetId } = c.req.param();
    return c.json(gridWindow(google, id, Number(sheetId), windowOf(c.req.query()), google.state.user));
  });
  routes.get('/workbooks/:id/sheets/:sheetId/charts', (c) => {
    const { id, sheetId } = c.req.param();
    return c.json(sheetCharts(google, id, Number(sheetId), google.state.user));
  });
  routes.post('/workbooks/:id/sheets/:sheetId/:act', async (c) => {
    const { id, sheetId, act } = c.req.param();
    const perform = Object.hasOwn(acts, act) ? acts[act]! : undefined;
    if (!perform) throw new BadRequest(`no such act: ${act}; there are ${Object.keys(acts).join(', ')}`);
    perform(google, id, Number(sheetId), await bodyOf<Record<string, unknown>>(c));
    google.changed();
    return c.json({ version: google.version });
  });

  routes.put('/selection', async (c) => {
    const { spreadsheetId, sheetId, row, column } = await bodyOf<Selection>(c);
    google.state.selections[google.state.user] = { spreadsheetId, sheetId, row, column };
    return c.json({ ok: true });
  });

  routes.get('/version', (c) => c.json({ version: google.version }));
  routes.get('/changes', (c) =>
    streamSSE(c, async (stream) => {
      let wake = () => {};
      const stop = google.onChange(() => wake());
      stream.onAbort(() => {
        stop();
        wake();
      });
      let told = -1;
      while (!stream.aborted) {
        const version = google.version;
        // The heartbeat repeats the version, so that a connection that died is noticed.
        await stream.writeSSE({ event: 'version', data: String(version), id: String(version) });
        told = version;
        if (google.version === told)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, heartbeat);
            timer.unref();
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
      }
      stop();
    }),
  );

  return routes;
}
