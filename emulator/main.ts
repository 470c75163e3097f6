// npm start: an emulated Google on the loopback address, with a workbook, its script and a clock.
//   --port N (or PORT)   where to listen; 8460 unless told
//   --empty              begins with a blank workbook instead of the demo agency
// EMULATOR_RECORD=file appends every Sheets call to that file.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seed } from './demo';
import { createApp, listen } from './http';
import { Google, tick } from './runtime';
import { stateFile } from './state-file';
import { addStaticPage } from './static-page';

const defaultPort = 8460;

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, empty: { type: 'boolean' } } });
  const port = Number(values.port ?? process.env['PORT'] ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('The port must be a number below 65536.');
  const root = process.cwd();
  const google = new Google({ dist: join(root, 'dist') });
  const state = stateFile(google, join(root, '.emulator', 'state.json'));
  const app = createApp(google, addStaticPage(resolve(root, 'node_modules/.cache/qiantai/page')));
  // Listening comes first: links that the demo's mails carry need the address.
  const server = await listen(app, google, port);
  if (values.empty) state.putAside();
  if (values.empty || !state.restore()) {
    if (values.empty) google.createContainer('前台');
    else await seed(google);
  }
  const saveAndStop = state.follow();
  google.changed();
  const timer = setInterval(() => tick(google), 1000);
  console.log(`${server.origin}/`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clearInterval(timer);
      saveAndStop();
      void server.close().then(() => process.exit(0));
    });
}

await start();
