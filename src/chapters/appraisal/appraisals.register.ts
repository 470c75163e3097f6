// 8.1.1–8.2, 8.5.1–8.5.2: the appraisal of one person and quarter: ten scores, the talk, the answer, the outcome.
import { choice, choices, day, longText, moment, number, person, quarter, text } from '../../kernel/columns';
import { samePerson } from '../../kernel/facts';
import { defineRegister, state, type Check } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';
import { grades } from './grade';
import { quarterToAppraise } from './quarter';
import { entryOf } from './rules';
import { scoreColumns } from './score-columns';

const later = { by: 'workflow' } as const;
const kept = { by: 'system', hidden: true } as const;

export const answers = {
  agreed: { zh: '同意', en: 'Agreed' },
  objected: { zh: '有异议', en: 'Objected' },
  silent: { zh: '未回应', en: 'No answer' },
};

export const outcomes = {
  commendation: { zh: '表彰', en: 'Commendation' },
  bonus: { zh: '奖金', en: 'Bonus' },
  promotion: { zh: '晋升', en: 'Promotion' },
  keep: { zh: '保持', en: 'Keep it up' },
  formalTalk: { zh: '诫勉谈话', en: 'Formal talk' },
  pay: { zh: '绩效调整', en: 'Performance pay adjusted' },
  post: { zh: '岗位调整', en: 'Post adjusted' },
};

const notThemselves: Check = {
  at: 'assessor',
  fault: (row, { directory }) =>
    samePerson(textOf(row['person']), textOf(row['assessor']), directory)
      ? { words: { zh: '考核人不能是本人。', en: 'Nobody assesses themselves.' } }
      : undefined,
};

const named = person({ zh: '姓名', en: 'Person' }, { required: true, fixed: true });
/** Also who was employed in the quarter and has left since. */
const everEmployed: typeof named = {
  ...named,
  resolve: (value, facts) => (facts.directory.person(String(value)) ? undefined : named.resolve?.(value, facts)),
};

export const appraisals = defineRegister({
  key: 'appraisals',
  workbook: 'restricted',
  sheetId: 8103,
  article: '8.1.1–8.1.3, 8.2',
  title: { zh: '绩效考核表', en: 'Appraisals' },
  serial: 'KH',
  columns: {
    quarter: quarter({ zh: '季度', en: 'Quarter' }, { required: true, fixed: true, default: quarterToAppraise }),
    person: everEmployed,
    assessor: person(
      { zh: '考核人', en: 'Assessor' },
      { fixed: true, help: { zh: '空着：本部门负责人。', en: 'Left blank: the head of the department.' } },
    ),
    partFrom: day({ zh: '考核期自', en: 'Appraised from' }, { by: 'system' }),
    partTo: day({ zh: '考核期至', en: 'Appraised to' }, { by: 'system' }),
    ...scoreColumns,
    total: number({ zh: '总分', en: 'Total' }, { ...later, max: 100 }),
    grade: choice({ zh: '等级', en: 'Grade' }, grades, later),
    sheet: text({ zh: '考核表标签页', en: 'Sheet' }, { by: 'system' }),
    lacks: longText({ zh: '还缺什么', en: 'Still lacking' }, later),
    talkedOn: day({ zh: '面谈日期', en: 'Talked on' }, later),
    talkNotes: longText({ zh: '面谈记录', en: 'Notes of the talk' }, later),
    acknowledgement: choice({ zh: '本人意见', en: 'Answer' }, answers, later),
    objection: longText({ zh: '异议内容', en: 'Objection' }, later),
    answeredOn: day({ zh: '回应日期', en: 'Answered on' }, later),
    reviewer: person({ zh: '异议复核人', en: 'Reviewer' }, later),
    decision: longText({ zh: '复核意见', en: 'Decision' }, later),
    outcomes: choices({ zh: '结果运用', en: 'Outcome' }, outcomes, later),
    demands: longText({ zh: '改进要求', en: 'Demands' }, later),
    followUpOn: day({ zh: '跟进日期', en: 'Follow up on' }, later),
    followUpNote: longText({ zh: '跟进情况', en: 'Follow-up' }, later),
    development: longText({ zh: '培训与发展建议', en: 'Development' }, later),
    state: state({
      collecting: { words: { zh: '收集材料', en: 'Collecting' }, tone: 'waiting' },
      scoring: { words: { zh: '评分中', en: 'Being scored' }, tone: 'active' },
      checking: { words: { zh: '定稿核对', en: 'Being checked' }, tone: 'active' },
      talk: { words: { zh: '待面谈', en: 'Talk due' }, tone: 'active' },
      acknowledging: { words: { zh: '待本人确认', en: 'With the employee' }, tone: 'waiting' },
      objected: { words: { zh: '异议复核', en: 'Objected to' }, tone: 'late' },
      outcome: { words: { zh: '待定结果', en: 'Outcome due' }, tone: 'active' },
      following: { words: { zh: '改进跟进', en: 'Followed up' }, tone: 'waiting' },
      closed: { words: { zh: '已办结', en: 'Closed' }, tone: 'done' },
    }),
    scoredAt: moment({ zh: '考核人评分时间', en: 'Assessor scored' }, later),
    dueOn: day({ zh: '回应期限', en: 'Answer due' }, later),
    remindedOn: day({ zh: '上次提醒', en: 'Reminded' }, { ...later, hidden: true }),
    tellingOn: day({ zh: '已请考核人评分', en: 'Assessor asked' }, { ...later, hidden: true }),
    basis: longText({ zh: '评分依据', en: 'Basis' }, kept),
    onSheet: longText({ zh: '标签页内容', en: 'On the sheet' }, kept),
    entry: text({ zh: '季度与人员', en: 'Quarter and person' }, { ...kept, unique: true }),
  },
  main: ['quarter', 'person', 'assessor'],
  paper: {
    head: ['person', 'quarter', 'partFrom', 'partTo', ...Object.keys(scoreColumns), 'total', 'grade'],
    also: ['talkedOn', 'talkNotes', 'objection', 'decision', 'outcomes', 'followUpOn', 'demands', 'development'],
    boxes: [
      { title: { zh: '考核人', en: 'Assessor' }, who: 'assessor', when: 'scoredAt' },
      { title: { zh: '本人意见', en: 'Employee' }, who: 'person', when: 'answeredOn', how: 'acknowledgement' },
    ],
  },
  checks: [notThemselves],
  read: ['hr', 'director'],
  write: ['hr'],
  derive: (row, facts) => ({ entry: entryOf(textOf(row['quarter']), [textOf(row['person'])], facts) }),
  heading: (row) => textOf(row['person']),
  detail: (row, { language }) => list([textOf(row['quarter']), textOf(row['assessor'])].filter(Boolean), language),
});
