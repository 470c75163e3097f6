// 6.2.1, 6.2.3: in the evening the day is closed and who has no entry is asked; in the morning what nobody answered goes to the head.
import type { Facts, Person } from '../../kernel/facts';
import type { Act, Job } from '../../kernel/job';
import { workDaysSince } from '../../kernel/approval';
import { isEmpty, sameValue, text, type RecordRow, type Values } from '../../kernel/values';
import { dayOfRow, rowStatus } from './row-status';
import { isInScope, isSettled } from './rules';

const of = (open: readonly RecordRow[], ...states: readonly string[]): readonly RecordRow[] =>
  open.filter(({ register, values }) => register === 'attendance' && states.includes(text(values['state'])));

const act = (record: RecordRow, transition: string): Act => ({ register: 'attendance', record, transition });

/** Both punches are there, or the day is over. */
const isOver = ({ values }: RecordRow, { today }: Facts): boolean =>
  text(values['day']) < today || (!isEmpty(values['in']) && !isEmpty(values['out']));

const hasChanged = ({ values }: RecordRow, facts: Facts): boolean =>
  Object.entries(rowStatus(values, facts)).some(([key, value]) => !sameValue(values[key], value));

/** Nobody can have an entry any more who has none by now and should have been there the whole day. */
function isMissing(person: Person, rows: readonly RecordRow[], facts: Facts): boolean {
  const { today, directory } = facts;
  if (!isInScope(person, today, facts)) return false;
  const has = rows.some(({ values }) => values['day'] === today && directory.person(text(values['person'])) === person);
  return !has && dayOfRow({ day: today, person: person.label }, facts, true).unrecorded > 0;
}

const missingRow = ({ label }: Person, { today }: Facts): Values => ({ day: today, person: label });

export const closeDay: Job = {
  key: 'attendance-close-day',
  article: '6.2.1',
  when: 'evening',
  registers: ['attendance'],
  opensIn: ['attendance'],
  plan: (open, facts) => ({
    acts: [
      ...of(open, 'open')
        .filter((one) => isOver(one, facts))
        .map((one) => act(one, 'close')),
      ...of(open, 'toExplain', 'missing', 'answered')
        .filter((one) => isSettled(one.values, facts) || hasChanged(one, facts))
        .map((one) => act(one, 'recount')),
    ],
    moves: facts.directory.people
      .filter((person) => isMissing(person, of(open, 'open', 'toExplain', 'missing', 'answered'), facts))
      .map((person) => ({ register: 'attendance', values: missingRow(person, facts) })),
  }),
};

/** Working days within which the person is to answer. */
const answerDays = 2;

export const putToHead: Job = {
  key: 'attendance-put-to-head',
  article: '6.2.3',
  when: 'morning',
  registers: ['attendance'],
  plan: (open, facts) => ({
    acts: of(open, 'missing', 'answered')
      .filter(({ values }) => isEmpty(values['askedHeadAt']))
      .filter(({ values }) => workDaysSince(text(values['day']), answerDays, facts) >= answerDays)
      .map((one) => act(one, 'putToHead')),
  }),
};
