// The acts over src/platform, as a script that Google can run: bundled, and pushed into the emulator.
import { googleLinkText, googleMailer, googlePorts, googleSigner } from '../../src/platform/google-ports';
import { googleInstallation } from '../../src/platform/installation';
import { scriptProperties } from '../../src/platform/properties';
import { installationActs, officeActs, portActs, tableActs } from './acts';

type Acts = Readonly<Record<string, (ports: never, ...args: never[]) => unknown>>;

const rooms: Readonly<Record<string, { readonly acts: Acts; ports(): object }>> = {
  tables: { acts: tableActs, ports: () => googlePorts(scriptProperties()) },
  ports: { acts: portActs, ports: () => googlePorts(scriptProperties()) },
  office: {
    acts: officeActs,
    ports: () => ({ mailer: googleMailer, signer: googleSigner(scriptProperties()), link: googleLinkText }),
  },
  installation: { acts: installationActs, ports: () => googleInstallation(scriptProperties()) },
};

/** JSON of what the act answers, or of what it throws. */
export function act(room: string, name: string, argsJson: string): string {
  const { acts, ports } = rooms[room]!;
  const run = acts[name] as (ports: object, ...args: readonly unknown[]) => unknown;
  try {
    return JSON.stringify({ value: run(ports(), ...(JSON.parse(argsJson) as unknown[])) });
  } catch (error) {
    const thrown = error as Error & { kind?: string };
    return JSON.stringify({ error: { name: thrown.name, message: thrown.message, kind: thrown.kind } });
  }
}
