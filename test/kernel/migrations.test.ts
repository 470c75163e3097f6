import { codeVersion, migrate, type Migration } from '../../src/kernel/migrations';
import { memoryPorts } from '../memory/memory-ports';

const { tables } = memoryPorts();

function upgrade(stored: number | undefined, failsAt = 0): { ran: number[]; kept: number[]; error?: unknown } {
  const ran: number[] = [];
  const kept: number[] = [];
  const migrations = [1, 2, 3].map((version): Migration => ({
    version,
    about: '',
    run: () => {
      if (version === failsAt) throw new Error('interrupted');
      ran.push(version);
    },
  }));
  try {
    migrate(migrations, stored, tables, (version) => kept.push(version));
  } catch (error) {
    return { ran, kept, error };
  }
  return { ran, kept };
}

describe('migrations', () => {
  it('run in order, each once, the version kept after each', () => {
    expect(upgrade(1)).toEqual({ ran: [2, 3], kept: [2, 3] });
    expect(upgrade(3)).toEqual({ ran: [], kept: [] });
  });

  it('are not needed by a new installation', () => {
    expect(upgrade(undefined)).toEqual({ ran: [], kept: [3] });
  });

  it('go on where they were interrupted', () => {
    expect(upgrade(0, 2)).toMatchObject({ ran: [1], kept: [1], error: expect.any(Error) as Error });
  });

  it('leave a workbook of newer code alone', () => {
    expect(upgrade(4)).toMatchObject({ ran: [], kept: [], error: expect.any(Error) as Error });
  });

  it('are numbered without a gap', () => {
    expect(() => codeVersion([{ version: 2, about: '', run: () => undefined }])).toThrow('migration 2');
  });
});
