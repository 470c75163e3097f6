// What counts as what among trainings: pure predicates over a record's values. Articles 7.1.1, 7.2.3, 7.3.1, 7.3.3.
import { addDays, dayPart, daysBetween, type Day, type Moment } from '../../kernel/civil';
import type { Facts, Person } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Value, type Values } from '../../kernel/values';
import { wordings } from '../../kernel/words';
import { roles } from '../../office/roles';

/** Days ahead at which a planned training is announced. */
export const announcedAhead = 7;
/** Days within which what a result asks for is arranged, and a training held is assessed. */
export const settledWithin = 7;

/** Now, to the minute, as cells keep it. */
export const nowOf = (facts: Facts): Moment => facts.now.slice(0, 16);

export const numberIn = (values: Values, key: string): number => {
  const value: Value | undefined = values[key];
  return typeof value === 'number' ? value : 0;
};

// The plan

/** The year that is being planned: in December the next. */
export function yearPlanned({ today }: Facts): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5, 7) === '12' ? year + 1 : year;
}

export const isPlanned = (training: Values): boolean => training['state'] === 'planned';

/** Planned for the coming week, or for a day that is over. */
export const isComing = (training: Values, { today }: Facts): boolean =>
  isPlanned(training) && daysBetween(today, text(training['plannedOn'])) <= announcedAhead;

/** To be announced: it comes within the week, and nobody has been told of this day yet. */
export const isToAnnounce = (training: Values, facts: Facts): boolean =>
  isComing(training, facts) &&
  text(training['plannedOn']) >= facts.today &&
  training['announcedFor'] !== training['plannedOn'];

/** The first working day of the week before it. */
function announcedOn(plannedOn: Day, { calendar }: Facts): Day {
  const from = addDays(plannedOn, -announcedAhead);
  return calendar.isWorkDay(from) ? from : calendar.nextWorkDay(from);
}

/** On these mornings a training stands in the letters of those whom it is for. */
export const isToldToday = (training: Values, facts: Facts): boolean => {
  const plannedOn = text(training['plannedOn']);
  return isPlanned(training) && [plannedOn, announcedOn(plannedOn, facts)].includes(facts.today);
};

const everybody = ['', '员工', '員工', 'staff', '全员', '全員', '所有人', 'all', 'everybody'];

/** Whether a training is for this person: by name, department or role; for the front desk when nobody is named. */
export function isFor(training: Values, person: Person): boolean {
  const own = [person.name, person.label, person.department, ...person.roles.flatMap((one) => wordings(roles[one]))];
  const named = text(training['audience']).split(/[、，,;；\n]+/);
  const meant = named.map((part) => part.trim().replace(/^全[体體]|人[员員]$/g, ''));
  if (isEmpty(training['audience'])) return person.roles.includes('front');
  return meant.some((part) => everybody.includes(part.toLowerCase()) || own.includes(part));
}

// A training held

export const isHeld = (training: Values): boolean => training['state'] === 'held';

export const lacksAttendance = (training: Values): boolean => isHeld(training) && isEmpty(training['attendanceOn']);

export const lacksAssessment = (training: Values): boolean =>
  isHeld(training) && !isEmpty(training['attendanceOn']) && isEmpty(training['assessedOn']);

export const isAssessmentDue = (training: Values, { today }: Facts): boolean =>
  lacksAssessment(training) && daysBetween(text(training['heldOn']), today) >= settledWithin;

// Attendance

/** By which a result finds that somebody was there: the number of the training and the staff number. */
export function entryOf(values: Values, { directory }: Facts): string | null {
  const [no] = text(values['training']).split(' ');
  const person = directory.person(text(values['person']));
  return no && person ? `${no} ${person.staffNo}` : null;
}

// Results

export const isScored = (result: Values): boolean => result['way'] === 'exam' || result['way'] === 'practical';

/** 7.3.3: by the marks where there is a score, else as the assessor said. */
export function resultOf(result: Values): string | null {
  if (!isScored(result)) return text(result['rating']) || null;
  if (isEmpty(result['score'])) return null;
  const score = numberIn(result, 'score');
  if (score >= numberIn(result, 'excellentMark')) return 'excellent';
  return score >= numberIn(result, 'passMark') ? 'qualified' : 'unqualified';
}

const asked: Readonly<Record<string, string>> = {
  excellent: 'toCommend',
  qualified: 'passed',
  unqualified: 'toArrange',
};

/** The state in which a result begins. */
export const stateAfter = (result: Values): string => asked[resultOf(result) ?? ''] ?? 'passed';

/** Whether something is still to be done about it. */
export const isUnsettled = (result: Values): boolean =>
  ['toCommend', 'toArrange', 'makeUp', 'retrain'].includes(text(result['state']));

/** By when what it asks for is to be done, or arranged. */
export const dueOn = ({ values }: RecordRow): Day =>
  text(values['followUpDue']) ||
  addDays(text(values['makeUpOn']) || dayPart(text(values['recordedAt'])), settledWithin);

export const isFollowUpDue = (result: RecordRow, { today }: Facts): boolean =>
  isUnsettled(result.values) && dueOn(result) <= today;
