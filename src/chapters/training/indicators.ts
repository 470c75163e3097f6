// 8.2: what the appraisal takes from trainings: the mean score of a person's exams and practicals, and what they attended.
import { samePerson } from '../../kernel/facts';
import {
  isWithin,
  rowsFound,
  type Evidence,
  type Indicator,
  type IndicatorGiven,
  type Span,
} from '../../kernel/indicator';
import { dayPart } from '../../kernel/civil';
import { text, type RecordRow } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import { topicOf } from './naming';
import { isScored, numberIn } from './rules';
import { trainingAttendance } from './training-attendance.register';
import { trainingResults } from './training-results.register';

/**
 * Results belong to the period in which the training was assessed; a make-up exam replaces the score there, whenever it was sat.
 * Those of one person are handed in.
 */
export const scoredIn = (results: readonly RecordRow[], span: Span): readonly RecordRow[] =>
  results.filter(
    ({ values }) =>
      isScored(values) && typeof values['score'] === 'number' && isWithin(text(values['assessedOn']), span),
  );

const ofPerson = (records: readonly RecordRow[], { person, facts }: IndicatorGiven): readonly RecordRow[] =>
  records.filter(({ values }) => samePerson(text(values['person']), person.label, facts.directory));

/** Recorded on the day of the assessment or later. */
const knowledge: Indicator = {
  key: 'knowledge',
  article: '8.2',
  reads: [{ register: trainingResults, by: 'recordedAt', andAfter: true }],
  measure(given) {
    const found = scoredIn(ofPerson(given.records(trainingResults), given), given.part);
    return {
      sum: found.reduce((sum, { values }) => sum + numberIn(values, 'score'), 0),
      count: found.length,
      found: rowsFound(found),
    };
  },
};

const attended: Words = { zh: '参加培训 {n} 次：{topics}', en: '{n} trainings attended: {topics}' };

const trainings: Evidence = {
  key: 'trainings',
  indicator: 'initiative',
  article: '8.5.2',
  reads: [{ register: trainingAttendance, by: 'recordedAt' }],
  tell(given) {
    const { language } = given.facts;
    const found = ofPerson(given.records(trainingAttendance), given).filter(
      ({ values }) => values['present'] === true && isWithin(dayPart(text(values['recordedAt'])), given.part),
    );
    const topics = list(
      found.map(({ values }) => topicOf(values['training'])),
      language,
    );
    return found.length === 0 ? [] : [say(attended, language, { n: found.length, topics })];
  },
};

export const indicators: readonly Indicator[] = [knowledge];
export const evidence: readonly Evidence[] = [trainings];
