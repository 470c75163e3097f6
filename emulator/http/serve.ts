// Listens on the loopback address.
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Google } from '../runtime';

export interface RunningServer {
  origin: string;
  close(): Promise<void>;
}

/** Port 0 takes any free one. Links that the script makes from now on lead here. */
export function listen(app: Hono, google: Google, port: number): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address) => {
      google.origin = `http://127.0.0.1:${address.port}`;
      resolve({
        origin: google.origin,
        close: () =>
          new Promise((done) => {
            if ('closeAllConnections' in server) server.closeAllConnections();
            server.close(() => done());
          }),
      });
    });
    server.on('error', reject);
  });
}
