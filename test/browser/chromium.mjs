// A Chromium from npm that needs nothing of the machine: @sparticuz/chromium carries the browser, its system libraries
// and fonts, and is unpacked here once. CHROME_PATH names another browser instead.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = join(dirname(fileURLToPath(import.meta.url)), '../..');
const cache = join(house, 'node_modules/.cache/qiantai');

/** Unpacked by a process of its own, because the package unpacks into the temporary folder, and its libraries on AWS only. */
const unpack = `import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())`;

/** The machine's fonts, should it have any, and the package's. */
const fonts = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** The browser's path and the environment that it needs. Several processes may ask at once. */
export function findChromium() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, env: process.env };
  const { version } = JSON.parse(readFileSync(join(house, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const draft = mkdtempSync(join(cache, 'unpacking-'));
    const env = { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
    execFileSync(process.execPath, ['-e', unpack], { cwd: house, env });
    writeFileSync(join(draft, 'fonts/fonts.conf'), fonts(folder));
    try {
      renameSync(draft, folder);
    } catch (error) {
      // Another process was quicker; its folder is as good.
      rmSync(draft, { recursive: true });
      if (!existsSync(folder)) throw error;
    }
  }
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts'), HOME: folder },
  };
}
