// 7.3.1–7.3.3: each training is assessed; the scores are seen by HR and the director only.
import { choice, day, longText, named, number, person, text } from '../../kernel/columns';
import type { Facts } from '../../kernel/facts';
import { defineRegister, state } from '../../kernel/register';
import { isEmpty, text as textOf, type Values } from '../../kernel/values';
import { list } from '../../kernel/words';
import { notHeld, topicOf } from './naming';
import { assessmentWays, markChecks, results } from './result-marks';
import { entryOf, resultOf } from './rules';

export const followUps = {
  commend: { zh: '表彰', en: 'Commendation' },
  makeUp: { zh: '补考', en: 'Make-up exam' },
  retrain: { zh: '再培训', en: 'Training again' },
};

const once = { required: true, fixed: true } as const;
const later = { by: 'workflow' } as const;
const kept = { by: 'system', hidden: true } as const;
const whole = { min: 0, max: 100, whole: false } as const;

/** One result of a kind for each person and training. */
function entryAndWay(row: Values, facts: Facts): string | null {
  const entry = entryOf(row, facts);
  return entry === null || isEmpty(row['way']) ? null : `${entry} ${textOf(row['way'])}`;
}

export const trainingResults = defineRegister({
  key: 'training-results',
  workbook: 'restricted',
  sheetId: 7103,
  article: '7.3.1–7.3.2',
  title: { zh: '培训效果评估表', en: 'Training results' },
  serial: 'PG',
  columns: {
    training: named({ zh: '培训', en: 'Training' }, 'training-plan', 'training', {
      ...once,
      width: 260,
      absent: { words: notHeld },
    }),
    person: person({ zh: '参训人', en: 'Person' }, once),
    way: choice({ zh: '评估方式', en: 'Way' }, assessmentWays, once),
    assessedOn: day({ zh: '评估日期', en: 'Assessed on' }, { ...once, past: true, default: ({ today }) => today }),
    score: number(
      { zh: '分数', en: 'Score' },
      { ...whole, fixed: true, help: { zh: '考试和实操必填，0 到 100。', en: 'Of an exam or a practical, 0 to 100.' } },
    ),
    rating: choice({ zh: '评定', en: 'Judgement' }, results, {
      fixed: true,
      help: {
        zh: '问卷和反馈必选；考试和实操由分数得出。',
        en: 'Of a questionnaire or feedback; else it follows from the score.',
      },
    }),
    passMark: number({ zh: '合格线', en: 'Pass mark' }, { ...whole, fixed: true, default: () => 60 }),
    excellentMark: number({ zh: '优秀线', en: 'Excellent from' }, { ...whole, fixed: true, default: () => 90 }),
    result: choice({ zh: '结果', en: 'Result' }, results, { by: 'system' }),
    lessons: longText({ zh: '收获与改进', en: 'Learned, and to improve' }),
    state: state({
      toCommend: { words: { zh: '待表彰', en: 'To commend' }, tone: 'active' },
      passed: { words: { zh: '合格', en: 'Passed' }, tone: 'done' },
      toArrange: { words: { zh: '待安排', en: 'To arrange' }, tone: 'late' },
      makeUp: { words: { zh: '待补考', en: 'Make-up due' }, tone: 'waiting' },
      retrain: { words: { zh: '待再培训', en: 'Retraining due' }, tone: 'waiting' },
      closed: { words: { zh: '已办结', en: 'Closed' }, tone: 'done' },
    }),
    followUp: choice({ zh: '后续', en: 'Follow-up' }, followUps, later),
    followUpDue: day({ zh: '后续期限', en: 'Follow-up due' }, later),
    followUpDone: day({ zh: '后续完成', en: 'Follow-up done' }, later),
    followUpNote: text({ zh: '后续说明', en: 'About the follow-up' }, later),
    firstScore: number({ zh: '首次分数', en: 'First score' }, { ...later, ...whole }),
    makeUpOn: day({ zh: '补考日期', en: 'Made up on' }, later),
    entry: text({ zh: '培训、人员与方式', en: 'Training, person and way' }, { ...kept, unique: true }),
    presence: named({ zh: '到场凭据', en: 'Presence' }, 'training-attendance', 'presence', {
      ...kept,
      absent: {
        at: 'person',
        words: {
          zh: '签到表上没有此人在这次培训到场的记录；到场的人才能评估。',
          en: 'The attendance sheet does not say that this person was there; only those who were are assessed.',
        },
      },
    }),
  },
  main: ['person', 'training', 'way', 'score', 'rating', 'lessons'],
  checks: markChecks,
  read: ['hr', 'director'],
  write: ['hr'],
  derive: (row, facts) => ({
    result: resultOf(row),
    entry: entryAndWay(row, facts),
    presence: entryOf(row, facts),
  }),
  heading: (row) => textOf(row['person']),
  detail: (row, { language }) => list([topicOf(row['training']), textOf(row['followUpDue'])].filter(Boolean), language),
});
