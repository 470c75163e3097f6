// Starts the browser for the tests: no sandbox (it may run as root), no calls home, no network but loopback.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const flags = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

export function launch(): Promise<Browser> {
  return chromium.launch({ ...findChromium(), args: flags, headless: true, chromiumSandbox: false });
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** What a page breaks of WCAG 2.2 AA, as sentences; frames of the same origin included. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  // Every frame answers to the top one, whatever its origin: sidebar and web pages live in sandboxed frames.
  const allowAll = `axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] });`;
  for (const frame of page.frames()) await frame.evaluate(`${axe};${allowAll}`);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return (await axe.run({ runOnly: { type: 'tag', values } })).violations;
  });
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  );
}
