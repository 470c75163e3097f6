// A training for the chapter's tests, in an agency at work: planned for a day, and held with those who came.
import type { Values } from '../../../src/kernel/values';
import type { Agency } from '../../api/agency';
import type { Name } from '../world';

export const plan: Values = {
  year: 2026,
  topic: '电话礼仪',
  area: 'reception',
  way: 'internal',
  plannedOn: '2026-10-09',
  trainer: '陈静',
  hours: 2,
};

let asked = 0;
const requestId = (): string => `request-${(asked += 1)}`;

export interface Course {
  readonly office: Agency;
  /** Answers the numbers of the new records. */
  create(as: Name, register: string, ...rows: readonly Values[]): readonly string[];
  take(as: Name, register: string, no: string, transition: string, input?: Values): void;
  /** What is wrong, by field. */
  faults(as: Name, register: string, ...rows: readonly Values[]): Readonly<Record<string, string>>;
  values(register: string, no: string): Values;
}

export function courseIn(office: Agency): Course {
  return {
    office,
    create: (as, register, ...rows) =>
      office.ask(as, 'create', { register, rows, requestId: requestId() }).records.map(({ no }) => no),
    take: (as, register, no, transition, input = {}) =>
      void office.ask(as, 'transition', { register, no, transition, input, requestId: requestId() }),
    faults: (as, register, ...rows) =>
      office.problem(as, 'create', { register, rows, requestId: requestId() }).fields ?? {},
    values: (register, no) => office.record(register, no).values,
  };
}

/** What the attendance and the results call the training that `held` holds. */
export const name = 'PX-2026-00001 电话礼仪 2026-10-09';

/** Held today; those named were there. */
export function held(course: Course, present = '王芳、李强'): string {
  const [no] = course.create('王芳', 'training-plan', plan);
  course.take('王芳', 'training-plan', no!, 'hold', { heldOn: '2026-10-09', present });
  return no!;
}
