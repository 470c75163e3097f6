// What the contract asks of the ports. Acts are named and their arguments plain data, because over Google they run in a
// world of their own: one act, one run.
import type { Mail } from '../../src/kernel/letter';
import type { Block, Mailer, Ports, SheetChange, Signer } from '../../src/kernel/ports';
import type { Installation, Properties, PropertyKey, WantedTrigger } from '../../src/kernel/ports-installation';
import type { WorkbookKey } from '../../src/kernel/register';
import type { TabSpec } from '../../src/kernel/tab-spec';
import type { LinkText } from '../../src/kernel/token';
import type { Language } from '../../src/kernel/words';

type Blocks = readonly Block[];
type Changes = readonly SheetChange[];

export const tableActs = {
  read: ({ tables }: Ports, workbook: WorkbookKey, blocks: Blocks) => tables.read(workbook, blocks),
  commit: ({ tables }: Ports, workbook: WorkbookKey, changes: Changes, readBack: Blocks) =>
    tables.commit(workbook, changes, readBack),
  titles: ({ tables }: Ports, workbook: WorkbookKey) => [...tables.titles(workbook)],
  heights: ({ tables }: Ports, workbook: WorkbookKey) => [...tables.heights(workbook)],
  /** As a command does: what was read is known when it commits. */
  readAndCommit({ tables }: Ports, blocks: Blocks, changes: Changes, readBack: Blocks) {
    const before = tables.read('desk', blocks);
    return { before, after: tables.commit('desk', changes, readBack) };
  },
  commitInBoth: ({ tables }: Ports, changes: Changes, readBack: Blocks) =>
    (['desk', 'restricted'] as const).map((workbook) => tables.commit(workbook, changes, readBack)),
  /** After a failure everything is read again and the same is tried once more. */
  commitAtLast({ tables }: Ports, blocks: Blocks, changes: Changes, readBack: Blocks) {
    tables.read('desk', blocks);
    try {
      return { again: false, seen: tables.commit('desk', changes, readBack) };
    } catch {
      tables.read('desk', blocks);
      return { again: true, seen: tables.commit('desk', changes, readBack) };
    }
  },
};

export const portActs = {
  lockTwice({ lock }: Ports) {
    const first = lock.acquire(100);
    lock.release();
    return [first, lock.acquire(100)];
  },
  lock: ({ lock }: Ports) => lock.acquire(10),
  hints: ({ hints }: Ports) => hints.get(),
  putHints({ hints }: Ports) {
    hints.put({ 'desk.visits': 12, 'desk.calls': 3 });
    hints.put({ 'desk.visits': 13 });
    return null;
  },
  now: ({ clock }: Ports) => clock.now(),
  sleep({ clock }: Ports) {
    clock.sleep(2_000);
    return clock.now();
  },
  chance: ({ random }: Ports) => [random.id(), random.id(), random.salt(), random.salt()],
  digest: ({ digest }: Ports, text: string) => digest(text),
};

/** What only the office has. */
export interface OfficeThings {
  readonly mailer: Mailer;
  readonly signer: Signer;
  readonly link: LinkText;
}

export const officeActs = {
  send({ mailer }: OfficeThings, mail: Mail) {
    mailer.send(mail);
    return mailer.quota();
  },
  quota: ({ mailer }: OfficeThings) => mailer.quota(),
  sign: ({ signer }: OfficeThings, text: string) => signer.sign(text),
  throughLink({ link }: OfficeThings, text: string) {
    const encoded = link.encode(text);
    return { encoded, decoded: link.decode(encoded) };
  },
};

export const installationActs = {
  get: ({ properties }: Installation, key: PropertyKey) => properties.get(key),
  put({ properties }: Installation, values: Parameters<Properties['put']>[0], then: PropertyKey) {
    const before = properties.get(then);
    properties.put(values);
    return [before, properties.get(then)];
  },
  who: ({ account, person }: Installation) => ({ account, person }),
  claimDesk: (installation: Installation, id?: string) => installation.claimDesk(id),
  /** As set-up does: the workbook and its tabs in one run, then the first rows. */
  makeRestricted(installation: Installation, title: string, specs: readonly TabSpec[], alone: boolean) {
    installation.ensureRestricted(title, 'zh' satisfies Language, alone);
    return alone ? [] : installation.ensure('restricted', specs, []);
  },
  ensure: (installation: Installation, specs: readonly TabSpec[], editors?: readonly string[] | null) =>
    installation.ensure('desk', specs, editors ?? undefined),
  ensureAndWrite(installation: Installation, specs: readonly TabSpec[], changes: Changes) {
    installation.ensure('desk', specs, undefined);
    return installation.tables.commit('desk', changes, []);
  },
  inspect: (installation: Installation, specs: readonly TabSpec[], editors?: readonly string[] | null) =>
    installation.inspect('desk', specs, editors ?? undefined) ?? null,
  share: (installation: Installation, emails: readonly string[]) => installation.share('desk', emails),
  triggers: (installation: Installation) => installation.triggers(),
  ensureTriggers: (installation: Installation, wanted: readonly WantedTrigger[]) => installation.ensureTriggers(wanted),
  ensureSecret: (installation: Installation) => installation.ensureSecret(),
  webAppAddress: (installation: Installation) => installation.webAppAddress(),
  mailQuota: (installation: Installation) => installation.mailQuota(),
  address: (installation: Installation, workbook: WorkbookKey) => installation.address(workbook),
};
