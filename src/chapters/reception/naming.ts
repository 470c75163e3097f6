// How people of outside are named where others read it: in lists, e-mails and on pages. Clients are never named.
import { labelOf } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import { masked, maskedText, type Register } from '../../kernel/register';
import { isEmpty, text, type Values } from '../../kernel/values';
import { say, type Language } from '../../kernel/words';

export const isClient = (values: Values): boolean => values['isClient'] === true;

const bracketed = (name: string, inside: string, language: Language): string =>
  inside === '' ? name : language === 'en' ? `${name} (${inside})` : `${name}（${inside}）`;

/** The values as lists and e-mails may show them: a client's personal columns are masked. */
export const shownValues = (register: Register, values: Values, language: Language): Values =>
  masked(register, values, say(maskedText, language));

/** “林女士（蓝天公司）”; of a client only that it is one. `name` is the column that holds the name. */
export function whoOf(register: Register, name: string, values: Values, facts: Facts): string {
  const shown = shownValues(register, values, facts.language);
  return bracketed(text(shown[name]), isClient(values) ? '' : text(values['organisation']), facts.language);
}

/** The strong line of a list, which hands in masked values. A client's has the number, so that three can be told apart. */
export function headingOf(name: string, values: Values, facts: Facts): string {
  if (isClient(values)) return `${text(values[name])} ${text(values['no'])}`.trim();
  return bracketed(text(values[name]), text(values['organisation']), facts.language);
}

/** What is said about somebody in free text; nothing of a client. */
export const toldOf = (values: Values, column: string): string => (isClient(values) ? '' : text(values[column]));

export type Pair = readonly [label: string, said: string];

/** Columns with their labels, as a table of facts; empty ones are left out. */
export function wholePairs(register: Register, values: Values, keys: readonly string[], facts: Facts): readonly Pair[] {
  return keys.flatMap((key): readonly Pair[] => {
    const column = register.all[key]!;
    const said = isEmpty(values[key]) ? '' : column.show(values[key]!, facts.language);
    return said === '' ? [] : [[labelOf(column, facts.language), said]];
  });
}

/** The same where others than the person concerned may look: nothing personal of a client. */
export function pairs(register: Register, values: Values, keys: readonly string[], facts: Facts): readonly Pair[] {
  const told = keys.filter((key) => !isClient(values) || !register.all[key]!.personal);
  return wholePairs(register, values, told, facts);
}

/** A moment as people read it. */
export const momentText = (moment: string): string => moment.slice(0, 16).replace('T', ' ');
