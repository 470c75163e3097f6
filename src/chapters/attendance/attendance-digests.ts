// 6.2.3: attendance in the morning letters: what one has to explain, and for heads what waits to be found.
import { samePerson, type Facts, type Person } from '../../kernel/facts';
import type { Digest } from '../../kernel/job';
import { list, type Words } from '../../kernel/words';
import { text, type RecordRow } from '../../kernel/values';
import { attendance } from './attendance.register';

function digest(key: string, title: Words, column: string, states: readonly string[]): Digest {
  const line = ({ values }: RecordRow, { language }: Facts): readonly [string, string] => {
    const status = attendance.columns['status']!.show(values['status'] ?? null, language);
    const name = column === 'person' ? '' : text(values['person']);
    return [text(values['day']), list([name, status, text(values['answer'])].filter(Boolean), language)];
  };
  return {
    key,
    article: '6.2.3',
    registers: ['attendance'],
    title,
    lines: (open: readonly RecordRow[], person: Person, facts: Facts) =>
      open
        .filter(({ values }) => states.includes(text(values['state'])))
        .filter(({ values }) => samePerson(text(values[column]), person.staffNo, facts.directory))
        .map((record) => line(record, facts)),
  };
}

export const attendanceDigests: readonly Digest[] = [
  digest('attendance-own', { zh: '待说明的考勤', en: 'Attendance to explain' }, 'person', ['toExplain', 'missing']),
  digest('attendance-finding', { zh: '待您认定的缺勤', en: 'Absences for you to find' }, 'finder', [
    'missing',
    'answered',
  ]),
];
