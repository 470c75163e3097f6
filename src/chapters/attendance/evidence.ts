// 8.2: what attendance says of responsibility: how often somebody was late, left early, forgot to clock, or was absent.
import type { Evidence } from '../../kernel/indicator';
import { isWithin } from '../../kernel/indicator';
import { samePerson } from '../../kernel/facts';
import { text } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { attendance } from './attendance.register';
import type { Status } from './status';

const words: Readonly<Partial<Record<Status, Words>>> = {
  late: { zh: '迟到 {n} 次', en: 'late {n} times' },
  early: { zh: '早退 {n} 次', en: 'left early {n} times' },
  lateEarly: { zh: '迟到且早退 {n} 次', en: 'late and left early {n} times' },
  missingPunch: { zh: '缺卡 {n} 次', en: '{n} missing punches' },
  absent: { zh: '旷工 {n} 天', en: 'absent {n} days' },
};
const none: Words = { zh: '没有迟到、早退、缺卡和旷工', en: 'never late, early, missing or absent' };

const punctuality: Evidence = {
  key: 'punctuality',
  indicator: 'responsibility',
  article: '8.2',
  reads: [{ register: attendance, by: 'recordedAt', andAfter: true }],
  tell({ facts, person, part, records }) {
    const { language, directory } = facts;
    const own = records(attendance).filter(
      ({ values }) =>
        samePerson(text(values['person']), person.label, directory) && isWithin(text(values['day']), part),
    );
    if (own.length === 0) return [];
    const said = Object.entries(words).flatMap(([status, wording]) => {
      const n = own.filter(({ values }) => values['status'] === status).length;
      return n === 0 ? [] : [say(wording, language, { n })];
    });
    return [said.length === 0 ? say(none, language) : list(said, language)];
  },
};

export const evidence: readonly Evidence[] = [punctuality];
