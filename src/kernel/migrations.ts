// Migrations: what must be moved when the layout of the workbooks changes. In order, each once, the version kept after each.
import type { Tables } from './ports';

export interface Migration {
  /** 1, 2, 3 …; never reused, never reordered. */
  readonly version: number;
  /** What it moves, for the log of whoever looks after the installation. */
  readonly about: string;
  /** Runs after set-up has put in missing tabs and columns. Safe to run again when it was interrupted. */
  run(tables: Tables): void;
}

/** Throws when the list is not 1, 2, 3 … */
export function checked(migrations: readonly Migration[]): readonly Migration[] {
  migrations.forEach(({ version }, index) => {
    if (version !== index + 1) throw new Error(`migration ${version} stands at place ${index + 1}`);
  });
  return migrations;
}

/** The version of the code: a workbook of another version is for set-up to bring up to date. */
export const codeVersion = (migrations: readonly Migration[]): number => checked(migrations).length;

/**
 * Brings an installation from its stored version to the code's. A new one (`undefined`) is made as the code wants it and
 * needs no moving. Answers the version reached; throws when the workbook is newer than the code.
 */
export function migrate(
  migrations: readonly Migration[],
  stored: number | undefined,
  tables: Tables,
  keep: (version: number) => void,
): number {
  const newest = codeVersion(migrations);
  if (stored === undefined) {
    keep(newest);
    return newest;
  }
  if (stored > newest) throw new Error(`the workbooks are of version ${stored}, the code of version ${newest}`);
  for (const migration of migrations.slice(stored)) {
    migration.run(tables);
    keep(migration.version);
  }
  return newest;
}
