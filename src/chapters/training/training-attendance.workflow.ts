// 7.2.3: who was at a training signs for it, on the screen at the desk or by link, and may add notes.
import { longText, signature } from '../../kernel/columns';
import type { Values } from '../../kernel/values';
import { defineWorkflow, personIn, role, type Telling } from '../../kernel/workflow';
import { entryOf, nowOf } from './rules';
import { trainingAttendance } from './training-attendance.register';

export const attendancePage = 'training-attended';

const takers = [role('front'), role('hr')];
const attendee = personIn('person');

/** Who signs at the desk within the hour gets no e-mail. */
const askedLater: Telling = {
  letter: 'training-confirm',
  when: ({ record }) => record.values['state'] === 'unsigned',
  afterMinutes: 60,
};

const notThere: Values = { present: false, presence: null };

export const trainingAttendanceWorkflow = defineWorkflow(trainingAttendance, {
  opens: {
    article: '7.2.3',
    by: takers,
    in: ['unsigned', 'absent'],
    state: ({ present }) => (present === true ? 'unsigned' : 'absent'),
    tells: [askedLater],
  },
  transitions: {
    sign: {
      article: '7.2.3',
      label: { zh: '签名', en: 'Sign' },
      look: 'main',
      from: ['unsigned'],
      to: ['signed'],
      by: takers,
      asks: { signature: signature({ zh: '参训人签名', en: 'Signature' }, { required: true }) },
      sets: ({ input, facts }) => ({
        signature: input['signature'] ?? null,
        signedAt: nowOf(facts),
        signedBy: 'screen',
      }),
    },
    confirm: {
      article: '7.2.3',
      label: { zh: '我参加了', en: 'I was there' },
      look: 'main',
      from: ['unsigned'],
      to: ['signed'],
      by: [attendee],
      page: attendancePage,
      asks: {
        notes: longText(
          { zh: '学习笔记', en: 'Notes' },
          { help: { zh: '学到了什么、有什么建议，可以不写。', en: 'What you learned or suggest; may stay empty.' } },
        ),
      },
      sets: ({ record, input, facts }) => ({
        notes: input['notes'] ?? record.values['notes'] ?? null,
        signedAt: nowOf(facts),
        signedBy: 'link',
      }),
      done: { zh: '已签到，谢谢。', en: 'Noted. Thank you.' },
    },
    deny: {
      article: '7.2.3',
      label: { zh: '我没有参加', en: 'I was not there' },
      from: ['unsigned'],
      to: ['absent'],
      by: [attendee],
      page: attendancePage,
      confirm: { zh: '记为未到场，并告诉登记的同事？', en: 'Note that you were not there, and tell who recorded it?' },
      sets: () => notThere,
      tells: [{ letter: 'training-denied' }],
      done: { zh: '已记为未到场，谢谢。', en: 'Noted that you were not there. Thank you.' },
    },
    markAbsent: {
      article: '7.2.3',
      label: { zh: '更正为未到场', en: 'Was not there' },
      from: ['unsigned'],
      to: ['absent'],
      by: takers,
      sets: () => notThere,
    },
    markPresent: {
      article: '7.2.3',
      label: { zh: '更正为到场', en: 'Was there' },
      from: ['absent'],
      to: ['unsigned'],
      by: takers,
      sets: ({ record, facts }) => ({ present: true, presence: entryOf(record.values, facts) }),
      tells: [askedLater],
    },
    tellAgain: {
      article: '7.2.3',
      label: { zh: '重发邮件', en: 'Send the e-mail again' },
      from: ['unsigned'],
      to: ['unsigned'],
      by: takers,
      tells: [{ letter: 'training-confirm' }],
      done: { zh: '邮件马上重发。', en: 'The e-mail is being sent again.' },
    },
  },
  holder: ({ values }) => String(values['person'] ?? ''),
  isOpen: ({ values }) => values['state'] === 'unsigned',
});
