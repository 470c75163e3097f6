// Who decides a step: never who asks, nobody twice, a stand-in for who is away, always somebody; where money is spent always
// by the step that asks for the amount.
import { Refusal } from '../errors';
import { away, samePerson, type Facts, type Person } from '../facts';
import { type RecordRow, type Values } from '../values';
import type { Words } from '../words';
import { peopleOf, type Party } from '../workflow';

/** As much of a step as routing needs. */
export interface Stage {
  readonly state: string;
  /** Who decides it by rights. */
  readonly by: Party;
  /** Where money is spent: the amount that whoever decides must type. */
  amount?(lines: readonly RecordRow[]): number;
}

export interface Route {
  readonly stages: readonly Stage[];
  /** The state when every step is decided. */
  readonly approved: string;
}

/** A request on its way through a route. */
export interface Passage {
  readonly values: Values;
  /** Who asks, and who has filed it: neither decides. */
  readonly askers: readonly string[];
  /** Who has approved a step before. */
  readonly decided: readonly string[];
}

export interface Stop {
  readonly state: string;
  readonly approver: Person | undefined;
  /** Who has had the step, the approver last; also whoever is away and was passed over. */
  readonly had: readonly Person[];
}

const nobody: Words = {
  zh: '没有人可以审批：请行政人事在“部门”里填负责人，在“参数设置”里填由谁审批机构领导的申请。',
  en: 'There is nobody to decide this. HR names a head in Departments, and in Settings who decides the director’s own requests.',
};

export const isAmong = ({ staffNo }: Person, people: readonly string[], { directory }: Facts): boolean =>
  people.some((one) => samePerson(one, staffNo, directory));

/** The stand-in, where they are at work and none of those who may not decide. */
export function standInFor(person: Person, barred: readonly string[], facts: Facts): Person | undefined {
  const { directory, today } = facts;
  const other = directory.person(person.standIn);
  const fit = other && other !== person && !away(other, today) && (other.leftOn === null || other.leftOn >= today);
  return fit && !isAmong(other, barred, facts) ? other : undefined;
}

/** The director, and who decides for the director. */
function above(facts: Facts): readonly Person[] {
  const named = facts.directory.person(facts.setting<string>('approval.forDirector'));
  return [...peopleOf({ role: 'director' }, {}, facts), ...(named ? [named] : [])];
}

/** Whom the step falls to by rights, who asks passed over for the next level. */
export function deciderOf({ by }: Stage, { values, askers }: Passage, facts: Facts): Person | undefined {
  return [...peopleOf(by, values, facts), ...above(facts)].find((person) => !isAmong(person, askers, facts));
}

/** Who decides something about a person: by rights, never the person, the stand-in for who is away. */
export function responsibleFor(by: Party, values: Values, about: string, facts: Facts): Person | undefined {
  const decider = deciderOf({ state: '', by }, { values, askers: [about], decided: [] }, facts);
  const standIn = decider && away(decider, facts.today) ? standInFor(decider, [about], facts) : undefined;
  return standIn ?? decider;
}

/** The next level that is at work and none of those who may not decide. */
export const nextLevel = (barred: readonly string[], facts: Facts): Person | undefined =>
  above(facts).find((person) => !isAmong(person, barred, facts) && !away(person, facts.today));

/**
 * The next step that is to be decided, from `from` on; the approved state when there is none. Who has decided before has
 * decided their own later step, too, unless it spends money. Who stands in for an absent decider must be somebody new.
 */
export function nextStop(route: Route, from: number, passage: Passage, facts: Facts): Stop {
  const { askers, decided } = passage;
  for (const [index, stage] of route.stages.entries()) {
    if (index < from) continue;
    const decider = deciderOf(stage, passage, facts);
    if (!decider) throw new Refusal({ words: nobody });
    if (!stage.amount && isAmong(decider, decided, facts)) continue;
    const standIn = away(decider, facts.today) ? standInFor(decider, [...askers, ...decided], facts) : undefined;
    return askedAt(route, index, standIn ?? decider, [decider], passage, facts);
  }
  return { state: route.approved, approver: undefined, had: [] };
}

/** Steps in a row that fall to one person are asked at the last of them that spends money. `had`: before. */
export function askedAt(
  { stages }: Route,
  index: number,
  approver: Person,
  had: readonly Person[],
  passage: Passage,
  facts: Facts,
): Stop {
  let at = index;
  for (let next = index + 1; next < stages.length; next += 1) {
    if (deciderOf(stages[next]!, passage, facts) !== approver) break;
    if (stages[next]!.amount) at = next;
  }
  const before = at === index ? had.filter((one) => one !== approver) : [];
  return { state: stages[at]!.state, approver, had: [...before, approver] };
}
