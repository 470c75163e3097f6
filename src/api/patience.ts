// For jobs that read whole registers: Google lets an account read so many times a minute, so they wait and go on.
import { retried } from '../kernel/retrying';
import type { Reading } from '../kernel/view';
import { clockOf, readingOf, type Machine } from './machine';

/** The last of them after half a minute of waiting. */
const tries = 8;

export function patientReading(machine: Machine): Reading {
  const reading = readingOf(machine, clockOf(machine));
  const { tables } = reading.ports;
  const read: typeof tables.read = (workbook, blocks) => retried(reading, () => tables.read(workbook, blocks), tries);
  return { ...reading, ports: { ...reading.ports, tables: { ...tables, read } } };
}
