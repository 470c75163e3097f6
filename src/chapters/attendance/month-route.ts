// 6.3.1, 6.3.2: who signs a month and who settles an objection: the head, never about themselves; a stand-in for who is away.
import { nextLevel, responsibleFor, standInFor, workDaysSince } from '../../kernel/approval';
import { Refusal } from '../../kernel/errors';
import { away, samePerson, type Facts, type Person } from '../../kernel/facts';
import { text, type RecordRow, type Values } from '../../kernel/values';
import { headOf, type Case } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';

const nobody: Words = {
  zh: '没有人可以签字：请行政人事在“部门”里填负责人，在“参数设置”里填由谁审批机构领导的申请。',
  en: 'There is nobody to sign. HR names a head in Departments, and in Settings who decides the director’s own requests.',
};

/** `about`: whose own matter it is, whom it therefore passes over. */
export function headFor(values: Values, about: string, facts: Facts): Person {
  const head = responsibleFor(headOf('department'), values, about, facts);
  if (!head) throw new Refusal({ words: nobody }, '6.3.2');
  return head;
}

/** Whoever takes over: for who is away or has left, and for who has not answered for as long as the settings say. */
export function successorOf(
  { values }: RecordRow,
  [column, askedAt]: readonly [string, string],
  about: string,
  facts: Facts,
): Person | undefined {
  const holder = facts.directory.person(text(values[column]));
  if (!holder) return undefined;
  const other = standInFor(holder, [about], facts);
  const hasLeft = holder.leftOn !== null && holder.leftOn < facts.today;
  if (other && (hasLeft || away(holder, facts.today))) return other;
  const since = text(values[askedAt]).slice(0, 10);
  const patience = facts.setting<number>('approval.escalationDays');
  const isOver = since !== '' && workDaysSince(since, patience, facts) >= patience;
  return hasLeft || isOver ? (other ?? nextLevel([holder.staffNo, about], facts)) : undefined;
}

/** By name, or by the account that somebody's link was opened with. */
export const isAbout = ({ facts: { actor, directory } }: Case, person: string): boolean =>
  [actor.person, actor.account].some((who) => samePerson(person, who, directory));

/** Who really acted: a stand-in who has opened the link signed in as themselves. */
export function whoActs({ actor, directory }: Facts): string {
  const signedIn = actor.via === 'link' ? directory.person(actor.account) : undefined;
  return (signedIn ?? directory.person(actor.person))?.label ?? actor.account;
}
