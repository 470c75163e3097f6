// 6.2.3: the pages on which people say why they were late, where they were, and heads find whether it was 旷工.
import { personIn, type LinkPage } from '../../kernel/workflow';
import { text } from '../../kernel/values';
import { say } from '../../kernel/words';
import { attendance } from './attendance.register';
import { explainPage, findingPage, missingPage } from './attendance.workflow';
import { pairs } from '../../kernel/pairs';
import { asksReason } from './rules';

const shared = {
  register: 'attendance',
  facts: (({ values }, facts) =>
    pairs(
      attendance,
      values,
      ['person', 'day', 'in', 'out', 'status', 'lateMinutes', 'earlyMinutes', 'reason', 'answer'],
      facts,
    )) as LinkPage['facts'],
};

export const attendancePages: readonly LinkPage[] = [
  {
    ...shared,
    key: explainPage,
    title: { zh: '写明原因', en: 'Say why' },
    holder: personIn('person'),
    binds: ['day', 'person', 'in', 'out'],
    isOpen: ({ values }, facts) => values['state'] === 'toExplain' && asksReason(values, facts),
    sentence: (_, { language }) =>
      say(
        { zh: '请写明迟到、早退或缺卡的原因。', en: 'Please say why you were late, left early or missed a punch.' },
        language,
      ),
  },
  {
    ...shared,
    key: missingPage,
    title: { zh: '说明缺勤', en: 'Where were you?' },
    holder: personIn('person'),
    binds: ['day', 'person'],
    isOpen: ({ values }) => values['state'] === 'missing',
    sentence: (_, { language }) =>
      say(
        {
          zh: '这一天没有您的打卡和请假备案。请选一项说明；都不是，请直接联系部门负责人。',
          en: 'There is neither a punch nor leave of yours on this day. Please choose; if neither is right, speak to your head.',
        },
        language,
      ),
  },
  {
    ...shared,
    key: findingPage,
    title: { zh: '缺勤认定', en: 'Absence: for you to find' },
    holder: personIn('finder'),
    binds: ['day', 'person', 'in', 'out', 'finder', 'state', 'finding'],
    isOpen: ({ values }) => ['missing', 'answered'].includes(text(values['state'])),
    sentence: (_, { language }) =>
      say(
        {
          zh: '请先向本人了解情况。忘记打卡可以申请补卡，请了假可以补办请假条；确无理由的，才认定旷工。',
          en: 'Please ask the person first. A forgotten punch can be corrected and a slip can follow; only absence without reason is found so.',
        },
        language,
      ),
  },
];
