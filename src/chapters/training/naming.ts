// How trainings are named where people read of them: on the tabs, in lists, e-mails and on pages.
import { pairs } from '../../kernel/pairs';
import type { Facts } from '../../kernel/facts';
import { letterOf, type Letter, type Wording } from '../../kernel/letter';
import type { Register } from '../../kernel/register';
import { text, type Value, type Values } from '../../kernel/values';
import type { Words } from '../../kernel/words';

/** Topic and day, without the number before them. */
export const topicOf = (training: Value | undefined): string => text(training).replace(/^\S+ /, '');

export const notHeld: Words = {
  zh: '没有这样一次已举行的培训。请从列表中选择；列表里没有的，先在《年度培训计划》里登记“已举行”。',
  en: 'No such training has been held. Choose from the list; what is missing there is first marked as held in the training plan.',
};

/** A letter about a record, with these columns as its facts. */
export function letterAbout(
  register: Register,
  values: Values,
  columns: readonly string[],
  wording: Wording,
  facts: Facts,
): Letter {
  const said = {
    topic: text(values['topic']) || topicOf(values['training']),
    day: text(values['plannedOn']) || text(values['followUpDue']),
    person: text(values['person']),
  };
  return letterOf(facts, wording, said, pairs(register, values, columns, facts));
}
