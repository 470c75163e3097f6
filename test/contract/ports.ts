// The contract of lock, hints, clock, chance and digest.
import type { portActs } from './acts';
import type { Ask } from './ask';

export interface PortsWorld {
  readonly ask: Ask<typeof portActs>;
  /** Lets somebody else hold the lock when it is next asked for. */
  holdElsewhere(): void;
  loseHints(): void;
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

    it('may lose the hints at any time, and then has none', () => {
      world.ask('putHints');
      world.loseHints();
      expect(world.ask('hints')).toEqual({});
    });

    it('tells the wall clock of the workbook, to the second', () => {
      expect(world.ask('now')).toBe('2026-10-09T09:05:00');
      expect(world.ask('sleep')).toBe('2026-10-09T09:05:02');
    });

    it('gives ids and salts that do not come twice', () => {
      const made = world.ask('chance');
      expect(new Set(made).size).toBe(4);
      expect(made[2]!.length).toBeGreaterThanOrEqual(16);
    });

    it('digests the UTF-8 text with SHA-256', () => {
      expect(world.ask('digest', '前台')).toBe('bc211adc0f77e8a63e3802a3e120001ffc655bba61729dbd8c980eecbd4cc902');
      expect(world.ask('digest', 'café')).not.toBe(world.ask('digest', 'caf?'));
    });
  });
}
