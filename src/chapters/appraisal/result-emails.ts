// 8.1.1, 8.1.3, 8.5.1: who hears of a result, an objection and an outcome. No letter says what they are.
import { isEmpty } from '../../kernel/values';
import { personIn, role, type LetterKind } from '../../kernel/workflow';
import { appraisals } from './appraisals.register';
import { asEmployee, asHr, letter, who } from './letter-kinds';
import { answerPage, objectionPage } from './talking';

export const resultLetters: readonly LetterKind[] = [
  letter('appraisal-acknowledge', appraisals, {
    to: personIn('person'),
    state: 'acknowledging',
    page: answerPage,
    columns: ['quarter', 'assessor', 'talkedOn', 'dueOn'],
    wording: {
      subject: { zh: '请确认考核结果（{quarter}）', en: 'Your appraisal of {quarter}: please answer' },
      sentence: {
        zh: '请在 {due} 前打开查看考核结果和面谈记录，同意或提出异议。',
        en: 'Please read your result and the notes of the talk, and agree or object by {due}.',
      },
      button: { zh: '查看并确认', en: 'View and answer' },
      why: asEmployee,
    },
  }),
  letter('appraisal-objection', appraisals, {
    to: personIn('reviewer'),
    state: 'objected',
    page: objectionPage,
    columns: ['quarter', 'person', 'assessor'],
    wording: {
      subject: { zh: '请复核考核异议：{person}（{quarter}）', en: 'An objection to settle: {person} ({quarter})' },
      sentence: { zh: '{person}对考核结果有异议，请复核。', en: '{person} objects to the result. Please settle it.' },
      button: { zh: '查看并复核', en: 'View and settle' },
      why: { zh: '您收到本邮件，因为异议由您复核。', en: 'You get this because objections come to you.' },
    },
  }),
  letter('appraisal-no-reviewer', appraisals, {
    to: role('hr'),
    state: 'objected',
    columns: ['quarter', 'person', 'assessor'],
    when: ({ values }) => isEmpty(values['reviewer']),
    wording: {
      subject: { zh: '考核异议没有复核人：{person}', en: 'Nobody to settle an objection: {person}' },
      sentence: {
        zh: '考核人是机构领导，参数设置“考核异议由谁复核”还没有填。请在该记录上指定复核人。',
        en: 'The director assessed and the settings name nobody to settle objections. Please name somebody on the record.',
      },
      why: asHr,
    },
  }),
  letter('appraisal-decided', appraisals, {
    to: personIn('person'),
    state: ['outcome', 'scoring', 'following', 'closed'],
    columns: who,
    wording: {
      subject: { zh: '考核异议已复核（{quarter}）', en: 'Your objection is settled ({quarter})' },
      sentence: {
        zh: '您对考核结果的异议已复核，复核意见可在“我的事务”里查看。',
        en: 'Your objection has been settled; the decision stands on your own page, My affairs.',
      },
      why: asEmployee,
    },
  }),
  letter('appraisal-outcome', appraisals, {
    to: personIn('person'),
    state: ['following', 'closed'],
    columns: who,
    wording: {
      subject: { zh: '考核已办结（{quarter}）', en: 'Your appraisal of {quarter} is concluded' },
      sentence: {
        zh: '您本季度的考核已有结果，可在“我的事务”里查看。',
        en: 'Your appraisal of the quarter is concluded; the outcome stands on your own page, My affairs.',
      },
      why: asEmployee,
    },
  }),
];
