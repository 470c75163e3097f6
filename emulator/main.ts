// npm start: an emulated Google on the loopback address, with a workbook, its script and a clock.
//   --port N (or PORT)   where to listen; 8460 unless told
//   --empty              begins with a blank workbook
//   --demo               begins with the demo agency, as a first start does
//   --state FOLDER       where it remembers what was done; .emulator unless told
// EMULATOR_RECORD=file appends every Sheets call to that file.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startDemo } from './demo-start';
import { createApp, listen } from './http';
import { Google, tick } from './runtime';
import { stateFile } from './state-file';
import { addStaticPage } from './static-page';

const defaultPort = 8460;

/** The web app has moved with the emulator: another port than when its address was noted. */
function moveWebApp(google: Google): void {
  const { script } = google.state.properties;
  for (const [key, value] of Object.entries(script))
    if (/^http:\/\/127\.0\.0\.1:\d+\/macros\//.test(value)) script[key] = google.origin + new URL(value).pathname;
}

/** One line that is written over, where there is a screen. */
function showProgress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\rMaking the demo agency: day ${text} `);
}

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      empty: { type: 'boolean' },
      demo: { type: 'boolean' },
      state: { type: 'string', default: '.emulator' },
    },
  });
  const port = Number(values.port ?? process.env['PORT'] ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('The port must be a number below 65536.');
  const root = process.cwd();
  const dist = join(root, 'dist');
  const folder = resolve(root, values.state);
  const google = new Google({ dist });
  const state = stateFile(google, join(folder, 'state.json'));
  const app = createApp(google, addStaticPage(resolve(root, 'node_modules/.cache/qiantai/page')));
  // Listening comes first: links that the demo's mails carry need the address.
  const server = await listen(app, google, port);
  const anew = values.empty || values.demo;
  if (anew) state.putAside();
  if (values.empty) google.createContainer('前台');
  else if (anew || !state.restore()) {
    console.log('Making the demo agency: two weeks at the front desk. This takes a moment, once.');
    startDemo(google, { dist, folder, program: fileURLToPath(import.meta.url) }, showProgress);
  }
  moveWebApp(google);
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
