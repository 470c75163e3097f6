// 8.4.3: the steps from the papers to final scores. What is typed into the tab is read when the sheet is made again.
import { person } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import { samePerson } from '../../kernel/facts';
import { isEmpty, text } from '../../kernel/values';
import { clock, role, type Guard, type Party, type Telling, type Transition } from '../../kernel/workflow';
import { development } from './development';
import { observedScores } from './score-columns';

export const assessPage = 'appraisal-assess';

export const hr: readonly Party[] = [role('hr')];
/** The sheet is made by the office, or by whoever may make it. */
const makers: readonly Party[] = [clock, role('hr'), role('director')];
const sheet = [{ report: 'appraisal' }];

export const own: Guard = {
  article: '8.1.1',
  sentence: { zh: '这是您自己的考核，请由别人办理。', en: 'This is your own appraisal; somebody else sees to it.' },
  applies: ({ record, facts }) => samePerson(text(record.values['person']), facts.actor.person, facts.directory),
};

const inState = (letter: string, state: string): Telling => ({
  letter,
  when: ({ record }) => record.values['state'] === state,
});

export const scoring: Readonly<Record<string, Transition>> = {
  startScoring: {
    article: '8.4.3',
    label: { zh: '材料已齐，开始评分', en: 'Papers are in: start scoring' },
    look: 'main',
    from: ['collecting'],
    to: ['scoring'],
    by: hr,
    brings: sheet,
    confirm: {
      zh: '生成考核表并请考核人评分。还没交的总结和评价仍可补交。',
      en: 'The sheet is made and the assessor is asked to score. Papers still missing may come in later.',
    },
  },
  askAssessor: {
    article: '8.4.3',
    label: { zh: '考核表已生成，请考核人评分', en: 'Sheet made, assessor asked' },
    from: ['scoring'],
    to: ['scoring'],
    by: makers,
    when: ({ record }) => isEmpty(record.values['tellingOn']) && !isEmpty(record.values['sheet']),
    sets: ({ facts }) => ({ tellingOn: facts.today }),
    tells: [{ letter: 'appraisal-score' }],
  },
  score: {
    article: '8.4.3',
    label: { zh: '提交评分', en: 'Give the scores' },
    look: 'main',
    from: ['scoring'],
    to: ['scoring'],
    // The assessor, by the link page.
    by: [],
    page: assessPage,
    asks: observedScores,
    sets: ({ input, facts }) => ({ ...input, scoredAt: facts.now.slice(0, 16) }),
    done: { zh: '评分已收到，谢谢。', en: 'Your scores are received. Thank you.' },
  },
  finalise: {
    article: '8.4.3',
    label: { zh: '评分定稿', en: 'Scores are final' },
    look: 'main',
    from: ['scoring'],
    to: ['checking'],
    by: hr,
    unless: [own],
    sets: () => ({ total: null, grade: null, lacks: null }),
    brings: sheet,
    confirm: {
      zh: '系统会读回考核表上的评分：齐全无误的定稿并请考核人面谈，有缺的退回评分。',
      en: 'The scores on the sheet are read back: complete ones become final and the talk is due; else it says what lacks.',
    },
  },
  readScores: {
    article: '8.2, 8.4.3',
    label: { zh: '读回评分', en: 'Scores read back' },
    from: ['checking'],
    to: ['talk', 'scoring'],
    by: makers,
    // Comes with the sheet that was read: by itself it would make scores final that nobody has looked at.
    when: ({ record: { values } }) => !isEmpty(values['total']) || !isEmpty(values['lacks']),
    sets: ({ record: { values }, facts }) => ({
      development: isEmpty(values['lacks']) ? development(values, facts.language) : (values['development'] ?? null),
    }),
    settle: ({ record }) => (isEmpty(record.values['lacks']) ? 'talk' : 'scoring'),
    tells: [inState('appraisal-talk', 'talk'), inState('appraisal-lacking', 'scoring')],
  },
  scoreAgain: {
    article: '8.4.3',
    label: { zh: '退回重新评分', en: 'Score again' },
    from: ['checking', 'talk'],
    to: ['scoring'],
    by: hr,
    unless: [own],
    sets: () => ({ total: null, grade: null, tellingOn: null }),
    brings: sheet,
  },
  changeAssessor: {
    article: '8.4.3',
    label: { zh: '更换考核人', en: 'Change the assessor' },
    from: ['collecting', 'scoring', 'talk'],
    to: ['collecting', 'scoring', 'talk'],
    by: hr,
    unless: [own],
    asks: { assessor: person({ zh: '考核人', en: 'Assessor' }, { required: true }) },
    faults: ({ record, input, facts }): Readonly<Record<string, Sentence>> =>
      samePerson(text(record.values['person']), text(input['assessor']), facts.directory)
        ? { assessor: { words: { zh: '考核人不能是本人。', en: 'Nobody assesses themselves.' } } }
        : {},
    sets: ({ input }) => ({ assessor: input['assessor'] ?? null }),
    settle: ({ record }) => text(record.values['state']),
    tells: [inState('appraisal-score', 'scoring'), inState('appraisal-talk', 'talk')],
  },
};
