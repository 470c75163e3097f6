// All migrations, in order. Each has a file of its own as soon as it moves anything.
import type { Migration } from '../kernel/migrations';

export const migrations: readonly Migration[] = [
  // The layout that set-up makes by itself: there was nothing before it.
  { version: 1, about: 'the first layout', run: () => undefined },
];
