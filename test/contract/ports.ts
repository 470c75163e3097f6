// The contract of lock, hints, clock, chance and digest. The acts are named, because over Google they run in a world of their own.
import type { Ports } from '../../src/kernel/ports';

export const acts = {
  lockTwice: ({ lock }: Ports): unknown => {
    const first = lock.acquire(100);
    lock.release();
    return [first, lock.acquire(100)];
  },
  lock: ({ lock }: Ports): unknown => lock.acquire(10),
  hints: ({ hints }: Ports): unknown => hints.get(),
  putHints: ({ hints }: Ports): unknown => {
    hints.put({ 'desk.visits': 12, 'desk.calls': 3 });
    hints.put({ 'desk.visits': 13 });
    return null;
  },
  now: ({ clock }: Ports): unknown => clock.now(),
  sleep: ({ clock }: Ports): unknown => {
    clock.sleep(2_000);
    return clock.now();
  },
  chance: ({ random }: Ports): unknown => [random.id(), random.id(), random.salt(), random.salt()],
  digest: ({ digest }: Ports): unknown => digest('前台'),
};
export type Act = keyof typeof acts;

export interface PortsWorld {
  ask(act: Act): unknown;
  /** Lets somebody else hold the lock when it is next asked for. */
  holdElsewhere(): void;
}

/** `make`: a world at 2026-10-09 09:05 on the workbook's clock. */
export function describePorts(name: string, make: () => PortsWorld): void {
  describe(`ports ${name}`, () => {
    let world: PortsWorld;
    beforeEach(() => {
      world = make();
    });

    it('gives the lock, and gives it again when it was let go', () => {
      expect(world.ask('lockTwice')).toEqual([true, true]);
    });

    it('refuses the lock that somebody else holds', () => {
      world.holdElsewhere();
      expect(world.ask('lock')).toBe(false);
    });

    it('keeps hints, all of them replaced at once', () => {
      expect(world.ask('hints')).toEqual({});
      world.ask('putHints');
      expect(world.ask('hints')).toEqual({ 'desk.visits': 13 });
    });

    it('tells the wall clock of the workbook, to the second', () => {
      expect(world.ask('now')).toBe('2026-10-09T09:05:00');
      expect(world.ask('sleep')).toBe('2026-10-09T09:05:02');
    });

    it('gives ids and salts that do not come twice', () => {
      const made = world.ask('chance') as string[];
      expect(new Set(made).size).toBe(4);
      expect(made[2]!.length).toBeGreaterThanOrEqual(16);
    });

    it('digests the UTF-8 text with SHA-256', () => {
      expect(world.ask('digest')).toBe('bc211adc0f77e8a63e3802a3e120001ffc655bba61729dbd8c980eecbd4cc902');
    });
  });
}
