// 7.2.3: who was there, as a list of names from which the rows of the attendance are made.
import { longText, type Column } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import type { Facts, Person } from '../../kernel/facts';
import { text, type RecordRow } from '../../kernel/values';
import type { Move } from '../../kernel/workflow';
import { list } from '../../kernel/words';
import { entryOf } from './rules';

export const presentColumn = (required: boolean): Column =>
  longText(
    { zh: '到场人员', en: 'Present' },
    {
      required,
      help: { zh: '姓名之间用顿号或换行隔开。', en: 'Names, separated by commas or on lines of their own.' },
    },
  );

/** The names in a list; a space separates them, too, unless it belongs to a name. */
function namesIn(typed: string, { directory }: Facts): readonly string[] {
  const parts = typed.split(/[、，,;；\n]+/).map((part) => part.trim());
  return parts.flatMap((part) => (directory.person(part) ? [part] : part.split(/\s+/))).filter((name) => name !== '');
}

const staffNamed = (name: string, { directory, today }: Facts): Person | undefined => {
  const person = directory.person(name);
  return person && (person.leftOn === null || person.leftOn >= today) ? person : undefined;
};

/** Everybody on the list, once. */
export function peopleIn(typed: string, facts: Facts): readonly Person[] {
  const people = namesIn(typed, facts).flatMap((name) => staffNamed(name, facts) ?? []);
  return [...new Set(people)];
}

/** What is wrong with a list; `attendance`: the rows that there are already. */
export function listFault(
  typed: string,
  training: string,
  attendance: readonly RecordRow[],
  facts: Facts,
): Sentence | undefined {
  const unknown = namesIn(typed, facts).filter((name) => !staffNamed(name, facts));
  if (unknown.length > 0) {
    return {
      words: { zh: '员工花名册里没有：{names}。', en: 'Not in the staff list: {names}.' },
      values: { names: list(unknown, facts.language) },
    };
  }
  const entries = attendance.map(({ values }) => text(values['entry']));
  const twice = peopleIn(typed, facts).filter(({ label }) =>
    entries.includes(entryOf({ training, person: label }, facts)!),
  );
  if (twice.length === 0) return undefined;
  return {
    words: { zh: '签到表上已有：{names}。', en: 'On the attendance sheet already: {names}.' },
    values: {
      names: list(
        twice.map(({ label }) => label),
        facts.language,
      ),
    },
  };
}

export const attendanceMoves = (typed: string, training: string, facts: Facts): readonly Move[] =>
  peopleIn(typed, facts).map(({ label }) => ({
    register: 'training-attendance',
    values: { training, person: label, present: true },
  }));
