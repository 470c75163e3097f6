// A person with the agency's usual hours, so that each test says only what differs.
import type { LeaveSlip } from '../../../src/chapters/attendance/halves';
import { scheduleOf } from '../../../src/chapters/attendance/schedule';
import { addDays } from '../../../src/kernel/civil';
import type { Values } from '../../../src/kernel/values';
import { agencyHours } from '../../../src/office/working-hours';
import { factsWith } from '../world';

const { setting } = factsWith();
const hours = agencyHours(setting);

/** 09:00–12:00, 13:30–18:00, Monday to Friday, unless the row of the staff tab says otherwise. */
export const scheduleWith = (person: Values = {}) => scheduleOf(hours, person);

export const october = Array.from({ length: 31 }, (_, index) => addDays('2026-10-01', index));

export const slip = (firstDay: string, difference: Partial<LeaveSlip> = {}): LeaveSlip => ({
  type: 'annual',
  firstDay,
  firstHalf: 'whole',
  lastDay: firstDay,
  lastHalf: 'whole',
  ...difference,
});
