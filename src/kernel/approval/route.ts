// Who decides a step: never the applicant, nobody twice, a stand-in for who is away, always somebody.
import { Refusal } from '../errors';
import { away, samePerson, type Facts, type Person } from '../facts';
import { text, type Values } from '../values';
import type { Words } from '../words';
import { peopleOf, type Party } from '../workflow';

/** As much of a step as routing needs. */
export interface Stage {
  readonly state: string;
  /** Who decides it by rights. */
  readonly by: Party;
}

export interface Route {
  readonly stages: readonly Stage[];
  /** The state when every step is decided. */
  readonly approved: string;
  /** The column that names who asks. */
  readonly applicant: string;
}

export interface Stop {
  readonly state: string;
  readonly approver: Person | undefined;
}

const nobody: Words = {
  zh: '没有人可以审批：请行政人事在“部门”里填负责人，在“参数设置”里填由谁审批机构领导的申请。',
  en: 'There is nobody to decide this. HR names a head in Departments, and in Settings who decides the director’s own requests.',
};

/** The stand-in of somebody who is away, once and no further; themselves when there is nobody fit. */
export function presentFor(person: Person, applicant: string, facts: Facts): Person {
  if (!away(person, facts.today)) return person;
  return standInFor(person, applicant, facts) ?? person;
}

export function standInFor(person: Person, applicant: string, facts: Facts): Person | undefined {
  const { directory, today } = facts;
  const other = directory.person(person.standIn);
  const fit = other && other !== person && !away(other, today) && (other.leftOn === null || other.leftOn >= today);
  return fit && !samePerson(other.staffNo, applicant, directory) ? other : undefined;
}

/** The director, or who decides for the director. */
function above(facts: Facts): readonly Person[] {
  const named = facts.directory.person(facts.setting<string>('approval.forDirector'));
  return [...peopleOf({ role: 'director' }, {}, facts), ...(named ? [named] : [])];
}

/** Whom the step falls to by rights, the applicant passed over for the next level. */
export function deciderOf(stage: Stage, applicant: string, values: Values, facts: Facts): Person | undefined {
  const own = (person: Person): boolean => samePerson(person.staffNo, applicant, facts.directory);
  return [...peopleOf(stage.by, values, facts), ...above(facts)].find((person) => !own(person));
}

/** The next level above whom a step waits for. */
export function nextLevel(approver: Person, applicant: string, facts: Facts): Person | undefined {
  const { directory } = facts;
  return above(facts).find(
    (person) => person !== approver && !samePerson(person.staffNo, applicant, directory) && !away(person, facts.today),
  );
}

/** The next step that somebody new must decide, from `index` on; the approved state when there is none. */
export function nextStop(route: Route, index: number, values: Values, decided: readonly string[], facts: Facts): Stop {
  const applicant = text(values[route.applicant]);
  for (const stage of route.stages.slice(index)) {
    const decider = deciderOf(stage, applicant, values, facts);
    if (!decider) throw new Refusal({ words: nobody });
    const approver = presentFor(decider, applicant, facts);
    const already = decided.some((one) => [decider, approver].includes(facts.directory.person(one)!));
    if (!already) return { state: stage.state, approver };
  }
  return { state: route.approved, approver: undefined };
}
