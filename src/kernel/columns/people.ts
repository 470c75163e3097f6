// Columns that name somebody of the agency. In the cell stands the name, because that is what people type and read.
import * as z from 'zod/mini';
import type { Facts } from '../facts';
import type { Words } from '../words';
import { later, makeColumn, type Column, type ColumnOptions } from './column';

const name = later(() => z.string().check(z.minLength(1), z.maxLength(100)));
const pick: Words = { zh: '请从列表中选择。', en: 'Please choose from the list.' };
const unknown: Words = {
  zh: '员工花名册里没有“{name}”，或有重名。请从列表中选择。',
  en: 'There is no “{name}” in the staff list, or more than one. Please choose from the list.',
};
const left: Words = { zh: '{name}已离职。', en: '{name} has left the agency.' };
const noDepartment: Words = { zh: '没有名为“{name}”的部门。', en: 'There is no department “{name}”.' };

const format = { type: 'TEXT', pattern: '@' } as const;

function personFault(value: string, facts: Facts): ReturnType<NonNullable<Column['resolve']>> {
  const person = facts.directory.person(value);
  if (!person) return { words: unknown, values: { name: value } };
  if (person.leftOn !== null && person.leftOn < facts.today) return { words: left, values: { name: person.label } };
  return undefined;
}

export function person(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'person',
    width: 95,
    format,
    control: { type: 'person' },
    schema: name,
    wrong: pick,
    resolve: (value, facts) => personFault(String(value), facts),
    canonical: (value, facts) => facts.directory.person(String(value))?.label ?? value,
  });
}

export function department(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'department',
    width: 110,
    format,
    control: { type: 'department' },
    schema: name,
    wrong: pick,
    resolve: (value, facts) =>
      facts.directory.department(String(value)) ? undefined : { words: noDepartment, values: { name: String(value) } },
  });
}

/** A department's name where there is one, otherwise a person. */
export function personOrDepartment(label: Words, options: ColumnOptions = {}): Column {
  return makeColumn(label, options, {
    kind: 'personOrDepartment',
    width: 110,
    format,
    control: { type: 'personOrDepartment' },
    schema: name,
    wrong: pick,
    resolve: (value, facts) =>
      facts.directory.department(String(value)) ? undefined : personFault(String(value), facts),
    canonical: (value, facts) =>
      facts.directory.department(String(value))?.name ?? facts.directory.person(String(value))?.label ?? value,
  });
}

/** The person meant by a person-or-department: the department's head where it is a department. */
export function personMeant(value: string, facts: Facts): ReturnType<Facts['directory']['person']> {
  return facts.directory.department(value) ? facts.directory.headOf(value) : facts.directory.person(value);
}
