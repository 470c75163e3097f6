// 6.1: when a person is to be there: the agency's hours, or their own where the staff tab has them.
import { text, type Values } from '../../kernel/values';
import { readHours, weekdayNumbers, type Stretch, type WorkingHours } from '../../office/working-hours';

export interface Schedule {
  /** 1 = Monday … 7 = Sunday. */
  readonly days: ReadonlySet<number>;
  readonly morning: Stretch;
  readonly afternoon: Stretch;
}

/** Hours without a break are halved in the middle; of more than two stretches the later ones are one afternoon. */
function halved(stretches: readonly Stretch[]): Pick<Schedule, 'morning' | 'afternoon'> {
  const [first, second] = stretches;
  const { to } = stretches[stretches.length - 1]!;
  if (second) return { morning: first!, afternoon: { from: second.from, to } };
  const middle = Math.floor((first!.from + to) / 2);
  return { morning: { from: first!.from, to: middle }, afternoon: { from: middle, to } };
}

/** `person`: the row of the staff tab. What is blank there, or does not say hours, is as the agency has it. */
export function scheduleOf(agency: WorkingHours, person: Values = {}): Schedule {
  const { workDays } = person;
  const own = weekdayNumbers(Array.isArray(workDays) ? (workDays as readonly string[]) : []);
  return {
    days: own.size > 0 ? own : agency.days,
    ...halved(readHours(text(person['hours'])) ?? agency.stretches),
  };
}
