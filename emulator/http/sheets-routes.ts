// The Sheets REST API v4: paths to methods, query to parameters, errors in Google's envelope.
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Google } from '../runtime';
import { SheetsError } from '../sheets';

type Parameters = Record<string, unknown>;

interface Route {
  verb: string;
  /** Groups: spreadsheetId, then range, metadataId or sheetId. */
  path: RegExp;
  method: string;
  second?: 'range' | 'metadataId' | 'sheetId';
}

const id = '([^/:]+)';
const routeTable: Route[] = [
  { verb: 'POST', path: /^$/, method: 'create' },
  { verb: 'GET', path: /^\/([^/:]+)$/, method: 'get' },
  { verb: 'POST', path: /^\/([^/:]+):getByDataFilter$/, method: 'getByDataFilter' },
  { verb: 'POST', path: /^\/([^/:]+):batchUpdate$/, method: 'batchUpdate' },
  { verb: 'GET', path: /^\/([^/:]+)\/values:batchGet$/, method: 'values.batchGet' },
  ...['batchUpdate', 'batchClear', 'batchGetByDataFilter', 'batchUpdateByDataFilter', 'batchClearByDataFilter'].map(
    (name) => ({ verb: 'POST', path: new RegExp(`^/${id}/values:${name}$`), method: `values.${name}` }),
  ),
  { verb: 'POST', path: /^\/([^/:]+)\/values\/(.+):append$/, method: 'values.append', second: 'range' },
  { verb: 'POST', path: /^\/([^/:]+)\/values\/(.+):clear$/, method: 'values.clear', second: 'range' },
  { verb: 'GET', path: /^\/([^/:]+)\/values\/(.+)$/, method: 'values.get', second: 'range' },
  { verb: 'PUT', path: /^\/([^/:]+)\/values\/(.+)$/, method: 'values.update', second: 'range' },
  { verb: 'POST', path: /^\/([^/:]+)\/developerMetadata:search$/, method: 'developerMetadata.search' },
  {
    verb: 'GET',
    path: /^\/([^/:]+)\/developerMetadata\/(\d+)$/,
    method: 'developerMetadata.get',
    second: 'metadataId',
  },
  { verb: 'POST', path: /^\/([^/:]+)\/sheets\/(\d+):copyTo$/, method: 'sheets.copyTo', second: 'sheetId' },
];

const booleans = new Set(['includeGridData', 'excludeTablesInBandedRanges', 'includeValuesInResponse']);
/** Parameters of every Google API that say nothing to the method. */
const ignored = new Set([
  'alt',
  'key',
  'access_token',
  'prettyPrint',
  'quotaUser',
  'oauth_token',
  '$.xgafv',
  'callback',
  'uploadType',
  'upload_protocol',
]);

function queryParameters(search: URLSearchParams): Parameters {
  const params: Parameters = {};
  for (const name of new Set(search.keys())) {
    if (ignored.has(name)) continue;
    if (name === 'ranges') params[name] = search.getAll(name);
    else params[name] = booleans.has(name) ? search.get(name) === 'true' : search.get(name);
  }
  return params;
}

function match(verb: string, path: string): { method: string; params: Parameters } | undefined {
  for (const route of routeTable) {
    const groups = route.verb === verb ? route.path.exec(path) : null;
    if (!groups) continue;
    const params: Parameters = groups[1] === undefined ? {} : { spreadsheetId: decodeURIComponent(groups[1]) };
    if (route.second) {
      const text = decodeURIComponent(groups[2]!);
      params[route.second] = route.second === 'range' ? text : Number(text);
    }
    return { method: `spreadsheets.${route.method}`, params };
  }
  return undefined;
}

function envelope(error: SheetsError) {
  const { code, message, status, details } = error;
  return { error: { code: code || 503, message, status, ...(details ? { details } : {}) } };
}

export function createSheetsRoutes(google: Google): Hono {
  const routes = new Hono();
  routes.all('/v4/*', async (c) => {
    const url = new URL(c.req.url);
    const path = url.pathname.slice('/v4/spreadsheets'.length);
    const found = url.pathname.startsWith('/v4/spreadsheets') ? match(c.req.method, path) : undefined;
    if (!found) return c.json({ error: { code: 404, message: 'Not Found', status: 'NOT_FOUND' } }, 404);
    const text = c.req.method === 'GET' ? '' : await c.req.text();
    let body: object | undefined;
    try {
      if (c.req.method !== 'GET') body = text === '' ? {} : (JSON.parse(text) as object);
    } catch {
      const message = 'Invalid JSON payload received. Unexpected token.';
      return c.json({ error: { code: 400, message, status: 'INVALID_ARGUMENT' } }, 400);
    }
    const params = { ...queryParameters(url.searchParams), ...found.params };
    const caller = c.req.header('x-emulator-user') ?? google.state.user;
    try {
      return c.json(google.sheetsCall(found.method, params, body, caller, 'rest'));
    } catch (error) {
      if (!(error instanceof SheetsError)) throw error;
      return c.json(envelope(error), (error.code || 503) as ContentfulStatusCode);
    }
  });
  return routes;
}
