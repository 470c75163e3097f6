// 2.1.2: what must fit together in a visitor's row.
import { dayPart } from '../../kernel/civil';
import type { Check } from '../../kernel/register';
import { isEmpty, text, type Values } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { isClient } from './naming';

const neededUnlessClient = (column: string, sentence: Words): Check => ({
  at: column,
  fault: (row) => (!isClient(row) && isEmpty(row[column]) ? { words: sentence } : undefined),
});

/** A row that becomes an appointment: later on, its time is bound to pass. */
const isNewAppointment = (row: Values): boolean =>
  isEmpty(row['no']) && !isEmpty(row['expectedAt']) && isEmpty(row['arrivedAt']);

export const visitChecks: readonly Check[] = [
  neededUnlessClient('phone', {
    zh: '请填写联系电话。来访人是服务对象时可以不填，请把“服务对象”选为“是”。',
    en: 'A phone number is needed. It may stay empty for a client: then say Yes under Client.',
  }),
  neededUnlessClient('purpose', {
    zh: '请填写来访事由。来访人是服务对象时可以不填，请把“服务对象”选为“是”。',
    en: 'The purpose is needed. It may stay empty for a client: then say Yes under Client.',
  }),
  {
    at: 'arrivedAt',
    fault: (row) =>
      !isEmpty(row['leftAt']) && isEmpty(row['arrivedAt'])
        ? {
            words: {
              zh: '填了离开时间，请补上来访时间。',
              en: 'With a time of leaving, the time of arrival is needed.',
            },
          }
        : undefined,
  },
  {
    at: 'leftAt',
    fault: (row) =>
      !isEmpty(row['leftAt']) && !isEmpty(row['arrivedAt']) && text(row['leftAt']) < text(row['arrivedAt'])
        ? { words: { zh: '离开时间早于来访时间。', en: 'The time of leaving is before the time of arrival.' } }
        : undefined,
  },
  {
    at: 'expectedAt',
    fault(row, facts) {
      if (!isNewAppointment(row)) return undefined;
      // A typed row may be looked at hours after it was typed: only a day gone by is surely a mistake.
      const gone =
        facts.actor.via === 'account'
          ? text(row['expectedAt']) < facts.now.slice(0, 16)
          : dayPart(text(row['expectedAt'])) < facts.today;
      return gone
        ? {
            words: {
              zh: '预约时间已经过了。已经到访的，请填来访时间。',
              en: 'This time is over. For somebody who has arrived, fill in the time of arrival.',
            },
          }
        : undefined;
    },
  },
];
