// Who holds which lock. One execution runs at a time, so waiting for another one to let go is always in vain.

export interface Locks {
  holds(key: string, execution: number): boolean;
  /** False while another execution holds it. */
  acquire(key: string, execution: number): boolean;
  release(key: string, execution: number): void;
  releaseAll(execution: number): void;
}

export function createLocks(): Locks {
  const holders = new Map<string, number>();
  return {
    holds: (key, execution) => holders.get(key) === execution,
    acquire: (key, execution) => {
      const holder = holders.get(key);
      if (holder !== undefined && holder !== execution) return false;
      holders.set(key, execution);
      return true;
    },
    release: (key, execution) => {
      if (holders.get(key) === execution) holders.delete(key);
    },
    releaseAll: (execution) => {
      for (const [key, holder] of holders) if (holder === execution) holders.delete(key);
    },
  };
}
