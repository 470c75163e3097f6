// The built workbook page at `/`, when there is one.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Hono } from 'hono';

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

export function addStaticPage(folder: string): (app: Hono) => void {
  const file = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  return (app) => {
    app.get('/:name?', (c) => {
      const name = c.req.param('name') ?? 'index.html';
      if (existsSync(folder) && readdirSync(folder).includes(name))
        return c.body(file(name), 200, { 'content-type': mimeTypes[extname(name)] ?? 'application/octet-stream' });
      if (name !== 'index.html') return c.notFound();
      return c.text('The workbook page is not built. The emulator answers at /emulator/info, /v4 and /v1.');
    });
  };
}
