// 2.1.3: a visitor waits to be received: who has been asked, whether they have answered, and what is to be done if not.
import { minutesBetween, type Moment } from '../../kernel/civil';
import { samePerson, type Facts, type Person } from '../../kernel/facts';
import { readHistory } from '../../kernel/history';
import { isEmpty, text, type Values } from '../../kernel/values';
import { attendantIsHost, attendantOf, hostOf, isLeftOver, momentIn, standInOf } from './rules';

/** After so many minutes without an answer, or of waiting, the host is tried another way. */
export const answerWithin = 10;

/** Whom the host may ask instead, once: a stand-in has no stand-in. */
export function standInToAsk(visit: Values, facts: Facts): Person | undefined {
  const host = hostOf(visit, facts);
  return host && attendantIsHost(visit, facts) ? standInOf(host, facts) : undefined;
}

/** When a step was last taken on the record; '' when it never was. */
const lastTaken = (values: Values, step: string): Moment =>
  readHistory(values['history'] ?? null)
    .filter(({ what }) => what === step)
    .map(({ at: moment }) => moment.slice(0, 16))
    .pop() ?? '';

/** Somebody is to come to the visitor still. */
const isWaiting = (visit: Values): boolean => visit['state'] === 'here' && isEmpty(visit['guidedTo']);

/** Nobody has said yet who will come: “please wait” only puts it off. */
export const isUnanswered = (visit: Values): boolean =>
  isWaiting(visit) &&
  (isEmpty(visit['hostAnswer']) || visit['hostAnswer'] === 'standIn' || visit['hostAnswer'] === 'wait');

/** Since when the person asked last has known of the visitor, or has asked the visitor to wait. */
export function askedSince(visit: Values): Moment {
  const answered = isEmpty(visit['hostAnswer']) ? '' : momentIn(visit, 'hostAnsweredAt');
  const told = answered || momentIn(visit, 'arrivedAt') || text(visit['recordedAt']);
  const rehosted = lastTaken(visit, 'rehost');
  return rehosted > told ? rehosted : told;
}

const triedSince = (visit: Values): boolean =>
  !isEmpty(visit['contactedAt']) && text(visit['contactedAt']) >= askedSince(visit);

/** 2.2.3: a message for the person asked last has been taken. */
export const hasMessage = (visit: Values): boolean => {
  const taken = lastTaken(visit, 'messageTaken');
  return isWaiting(visit) && taken !== '' && taken >= lastTaken(visit, 'rehost');
};

/** 2.1.3: no answer in ten minutes, so the person is to be tried by phone or another way. */
export const needsAnotherWay = (visit: Values, facts: Facts): boolean =>
  isUnanswered(visit) &&
  !triedSince(visit) &&
  !hasMessage(visit) &&
  minutesBetween(askedSince(visit), facts.now) >= answerWithin;

/** 2.2.3 as for calls: the host cannot be had, so a message is offered. */
export const needsMessage = (visit: Values): boolean =>
  isWaiting(visit) &&
  !hasMessage(visit) &&
  (visit['hostAnswer'] === 'out' || (isUnanswered(visit) && triedSince(visit) && visit['reached'] !== true));

/** The host and the person asked agree: no other host has been typed since. */
const isAskedOf = (visit: Values, host: Person, facts: Facts): boolean =>
  [host.label, attendantOf(visit, facts) ?? '', ...(visit['hostAnswer'] === 'standIn' ? [host.standIn] : [])].some(
    (one) => samePerson(one, text(visit['attendant']), facts.directory),
  );

/** 2.1.3: another host was typed into the tab, who has not been asked yet. */
export function hasTypedHost(visit: Values, facts: Facts): boolean {
  const host = hostOf(visit, facts);
  return host !== undefined && isWaiting(visit) && !isLeftOver(visit, facts) && !isAskedOf(visit, host, facts);
}
