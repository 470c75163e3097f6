// What counts as what in reception: pure predicates over a record's values. Articles 2.1.2, 2.1.4, 2.2.3–2.2.5.
import { addMinutes, at, dayPart, daysBetween, isMoment, type Moment } from '../../kernel/civil';
import { personMeant } from '../../kernel/columns';
import { away, samePerson, type Facts, type Person } from '../../kernel/facts';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';

/** An urgent message that nobody has seen for so long is sent again (2.2.3). */
export const urgentWithin = 30;
/** So long before closing the board asks who is still here. */
export const beforeClosing = 15;

/** Now, to the minute, as cells keep it. */
export const nowOf = (facts: Facts): Moment => facts.now.slice(0, 16);

/** A moment in a column; '' where there is none, or something else was typed later. */
export const momentIn = (values: Values, column: string): Moment => {
  const written = text(values[column]);
  return isMoment(written) ? written : '';
};

/** What was typed into a column of time, where it makes sense. */
export const typedUpToNow = (values: Values, column: string, facts: Facts): Moment => {
  const written = momentIn(values, column);
  return written <= facts.now ? written : '';
};

const worksHere = (person: Person | undefined, facts: Facts): person is Person =>
  person !== undefined && (person.leftOn === null || person.leftOn >= facts.today);

/** Who stands in for a person today; nobody who is away, has left, or is the person. */
export function standInOf(person: Person, facts: Facts): Person | undefined {
  const other = person.standIn === '' ? undefined : facts.directory.person(person.standIn);
  return worksHere(other, facts) && other !== person && !away(other, facts.today) ? other : undefined;
}

// Visits

export const hostOf = (visit: Values, facts: Facts): Person | undefined => personMeant(text(visit['host']), facts);

export function visitState(visit: Values): 'expected' | 'here' | 'left' {
  if (!isEmpty(visit['leftAt'])) return 'left';
  return isEmpty(visit['expectedAt']) || !isEmpty(visit['arrivedAt']) ? 'here' : 'expected';
}

/** Who is asked to receive the visitor: the host, or the stand-in of a host who is away. */
export function attendantOf(visit: Values, facts: Facts): string | null {
  const host = hostOf(visit, facts);
  if (!host) return null;
  const instead = away(host, facts.today) ? standInOf(host, facts) : undefined;
  return (instead ?? host).label;
}

export const attendantIsHost = (visit: Values, facts: Facts): boolean =>
  samePerson(text(visit['attendant']), hostOf(visit, facts)?.staffNo ?? '', facts.directory);

export function isClosing(facts: Facts): boolean {
  const closing = facts.calendar.closingTime(facts.today);
  return closing !== null && nowOf(facts) >= addMinutes(at(facts.today, closing), -beforeClosing);
}

/** Here since an earlier day: the leaving was forgotten, and its time is not now. */
export const isLeftOver = (visit: Values, facts: Facts): boolean =>
  visit['state'] === 'here' && dayPart(text(visit['arrivedAt'])) < facts.today;

/** So many days after the visit nobody will say any more when the visitor left. */
const forgottenAfter = 7;
export const daysLeftOver = (visit: Values, facts: Facts): number =>
  daysBetween(dayPart(text(visit['arrivedAt'])), facts.today);
export const isForgotten = (visit: Values, facts: Facts): boolean =>
  isLeftOver(visit, facts) && momentIn(visit, 'arrivedAt') !== '' && daysLeftOver(visit, facts) >= forgottenAfter;

/** 2.1.4: an appointment of today, or one gone by that nobody has closed. */
export const isAppointmentDue = (visit: Values, facts: Facts): boolean =>
  visit['state'] === 'expected' && dayPart(text(visit['expectedAt'])) <= facts.today;

export const isPastTime = (visit: Values, facts: Facts): boolean =>
  momentIn(visit, 'expectedAt') !== '' && text(visit['expectedAt']) <= nowOf(facts);

/** Times that were typed into a registered row, on which its state still has to follow. */
export const hasTypedArrival = (visit: Values, facts: Facts): boolean => {
  return visit['state'] === 'expected' && typedUpToNow(visit, 'arrivedAt', facts) !== '';
};
export const hasTypedLeaving = (visit: Values, facts: Facts): boolean => {
  const leftAt = typedUpToNow(visit, 'leftAt', facts);
  return visit['state'] === 'here' && leftAt !== '' && leftAt >= text(visit['arrivedAt']);
};

/** Others in the house to whom the same badge was given. */
export const sameBadge = ({ no, values }: RecordRow, open: readonly RecordRow[]): readonly RecordRow[] => {
  const badge = text(values['badge']).toLowerCase();
  if (badge === '' || values['state'] !== 'here') return [];
  const isHere = (other: Values): boolean => other['state'] === 'here' && text(other['badge']).toLowerCase() === badge;
  return open.filter((one) => one.register === 'visits' && one.no !== no && isHere(one.values));
};

/** Days after a visit in which its survey may be answered. */
export const surveyDays = 14;

// Calls

export const isTransferred = (call: Values): boolean => call['kind'] === 'transfer' && call['outcome'] === 'connected';
/** 2.2.5: transferred, and nobody has asked yet whether it went well. */
export const needsTransferCheck = (call: Values): boolean => isTransferred(call) && isEmpty(call['transferCheck']);

export function callState(call: Values): 'open' | 'closed' {
  const outcome = call['outcome'];
  if (isUnsettled(call)) return 'open';
  if (outcome === 'promised') return isEmpty(call['reply']) ? 'open' : 'closed';
  if (!isTransferred(call)) return 'closed';
  return call['transferCheck'] === 'right' || call['transferCheck'] === 'unconfirmed' ? 'closed' : 'open';
}

/** 2.2.4: when a promised reply is due. */
export const replyDueOf = (call: Values, facts: Facts): Moment | null =>
  call['outcome'] === 'promised'
    ? facts.calendar.afterWorkingHours(text(call['at']) || nowOf(facts), facts.setting<number>('reception.replyHours'))
    : null;

/** Nobody has said yet what became of it, or the person could not be had. */
export const isUnsettled = (call: Values): boolean => isEmpty(call['outcome']) || call['outcome'] === 'notReached';

/** A promise whose reply nobody is waiting for yet: it was typed into the tab. */
const isNewPromise = (call: Values): boolean =>
  call['outcome'] === 'promised' && isEmpty(call['replyDue']) && isEmpty(call['repliedAt']);

/** An outcome, or how a transfer went, that was typed into the tab and on which the state of the call still has to follow. */
export const hasTypedOutcome = (call: Values): boolean =>
  isNewPromise(call) || (call['state'] === 'open' && !owesReply(call) && callState(call) === 'closed');

export const owesReply = (call: Values): boolean => call['state'] === 'open' && call['outcome'] === 'promised';
export const isOverdue = (call: Values, facts: Facts): boolean =>
  owesReply(call) && !isEmpty(call['replyDue']) && text(call['replyDue']) < facts.now;

/** Who owes the reply: the person the call was for, else who took the call. */
export const replierOf = (call: Values, facts: Facts): Person | undefined =>
  personMeant(text(call['for']), facts) ?? facts.directory.person(text(call['recordedBy']));

// Messages

export const isUnseen = (message: Values): boolean => message['state'] === 'taken' || message['state'] === 'sent';
export const isAstray = (message: Values): boolean =>
  message['state'] === 'taken' && message['answer'] === 'wrongPerson';
