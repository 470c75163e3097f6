// 8.2: the visitor is asked how it was, by the QR code at the desk or, where they left an address, by e-mail.
import { addDays, dayPart } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { isEmpty, text, type Values } from '../../kernel/values';
import { anyone, clock, role, type LinkPage, type Transition } from '../../kernel/workflow';
import { say } from '../../kernel/words';
import { isClient, wholePairs } from './naming';
import { nowOf, surveyDays } from './rules';
import { visits } from './visits.register';

export const surveyPageKey = 'survey';

/** One answer a visit, while the visitor is here or shortly after. */
export const isSurveyOpen = (visit: Values, facts: Facts): boolean =>
  isEmpty(visit['surveyedAt']) &&
  (visit['state'] === 'here' ||
    (visit['state'] === 'left' &&
      addDays(dayPart(text(visit['leftAt']) || text(visit['arrivedAt'])), surveyDays) >= facts.today));

export const maySurveyByMail = (visit: Values, facts: Facts): boolean =>
  !isClient(visit) && !isEmpty(visit['email']) && isEmpty(visit['surveySentAt']) && isSurveyOpen(visit, facts);

export const surveying: Readonly<Record<string, Transition>> = {
  sendSurvey: {
    article: '8.2',
    label: { zh: '发送评价链接', en: 'Send the survey link' },
    from: ['left'],
    to: ['left'],
    by: [role('front')],
    when: ({ record, facts }) => maySurveyByMail(record.values, facts),
    sets: ({ facts }) => ({ surveySentAt: nowOf(facts) }),
    tells: [{ letter: 'visit-survey' }],
  },
  surveyed: {
    article: '8.2',
    label: { zh: '已评价', en: 'Survey answered' },
    from: ['here', 'left'],
    to: ['here', 'left'],
    by: [clock],
    when: ({ record }) => isEmpty(record.values['surveyedAt']),
    settle: ({ record }) => text(record.values['state']),
    sets: ({ facts }) => ({ surveyedAt: nowOf(facts) }),
  },
};

export const surveyPage: LinkPage = {
  key: surveyPageKey,
  register: 'visits',
  title: { zh: '来访评价', en: 'How was your visit?' },
  holder: anyone,
  signInto: 'surveyLink',
  // A correction of the row by hand must not spoil the code that the visitor has just scanned.
  binds: [],
  isOpen: ({ values }, facts) => isSurveyOpen(values, facts),
  sentence: (_, { language }) =>
    say(
      {
        zh: '感谢来访。请为前台的接待打分：1 很不满意，5 非常满意。',
        en: 'Thank you for coming. How was your reception? 1 is poor, 5 is excellent.',
      },
      language,
    ),
  facts: ({ values }, facts) => wholePairs(visits, values, ['arrivedAt'], facts),
  creates: {
    register: 'feedback',
    label: { zh: '提交评价', en: 'Send' },
    asks: ['score', 'comment'],
    done: { zh: '已收到您的评价，谢谢！', en: 'We have your answer. Thank you!' },
    values: ({ no, values }) => ({
      visit: no,
      way: isEmpty(values['surveySentAt']) ? 'qr' : 'link',
      receivedBy: text(values['receivedBy']) || text(values['recordedBy']) || null,
    }),
    onceBy: 'visit',
  },
};
