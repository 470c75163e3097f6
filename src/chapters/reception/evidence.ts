// 8.2: what reception's records say of responsibility and of how problems were handled. No names of callers.
import { dayPart } from '../../kernel/civil';
import { samePerson } from '../../kernel/facts';
import { isWithin, type Evidence, type IndicatorGiven } from '../../kernel/indicator';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { calls } from './calls.register';

const words = {
  replies: { zh: '承诺回复 {all} 次，按时 {good} 次', en: '{all} replies promised, {good} given in time' },
  complaints: {
    zh: '接到投诉 {all} 次，已办结 {closed} 次：{numbers}',
    en: '{all} complaints taken, {closed} closed: {numbers}',
  },
} satisfies Record<string, Words>;

const own = (given: IndicatorGiven, who: string, when: string): readonly RecordRow[] =>
  given
    .records(calls)
    .filter(
      ({ values }) =>
        samePerson(text(values[who]), given.person.label, given.facts.directory) &&
        isWithin(dayPart(text(values[when])), given.part),
    );

const reads: Evidence['reads'] = [{ register: calls, by: 'recordedAt', andAfter: true, monthsBefore: 1 }];

const replies: Evidence = {
  key: 'replies',
  indicator: 'responsibility',
  article: '8.2',
  reads,
  tell(given) {
    const { now, language } = given.facts;
    // What is promised for later is neither in time nor late yet.
    const due = own(given, 'replier', 'replyDue').filter(
      ({ values }) => !isEmpty(values['repliedAt']) || text(values['replyDue']) < now,
    );
    const good = due.filter(
      ({ values }) => !isEmpty(values['repliedAt']) && text(values['repliedAt']) <= text(values['replyDue']),
    );
    return due.length === 0 ? [] : [say(words.replies, language, { all: due.length, good: good.length })];
  },
};

const complaints: Evidence = {
  key: 'complaints',
  indicator: 'problemSolving',
  article: '8.2',
  reads,
  tell(given) {
    const { language } = given.facts;
    const taken = own(given, 'recordedBy', 'at').filter(({ values }) => values['kind'] === 'complaint');
    const closed = taken.filter(({ values }) => values['state'] === 'closed').length;
    const numbers = list(
      taken.map(({ no }) => no),
      language,
    );
    return taken.length === 0 ? [] : [say(words.complaints, language, { all: taken.length, closed, numbers })];
  },
};

export const evidence: readonly Evidence[] = [replies, complaints];
