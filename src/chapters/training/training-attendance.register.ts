// 7.2.3: attendance, notes and interaction are recorded, for each training and person.
import { choice, longText, moment, named, person, signature, text, yesNo } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { notHeld, topicOf } from './naming';
import { entryOf } from './rules';

export const confirmingWays = {
  screen: { zh: '屏幕签名', en: 'On screen' },
  link: { zh: '邮件链接', en: 'By link' },
};

const later = { by: 'workflow' } as const;
const kept = { by: 'system', hidden: true } as const;

export const trainingAttendance = defineRegister({
  key: 'training-attendance',
  workbook: 'desk',
  sheetId: 7102,
  article: '7.2.3',
  title: { zh: '培训签到表', en: 'Training attendance' },
  serial: 'PQ',
  columns: {
    training: named({ zh: '培训', en: 'Training' }, 'training-plan', 'training', {
      required: true,
      fixed: true,
      width: 260,
      absent: { words: notHeld },
    }),
    person: person({ zh: '参训人', en: 'Person' }, { required: true, fixed: true }),
    present: yesNo({ zh: '到场', en: 'Present' }, { required: true, fixed: true, default: () => true }),
    interaction: text({ zh: '互动情况', en: 'Interaction' }),
    notes: longText({ zh: '学习笔记', en: 'Notes' }),
    state: state({
      unsigned: { words: { zh: '待签名', en: 'Unsigned' }, tone: 'waiting' },
      signed: { words: { zh: '已签名', en: 'Signed' }, tone: 'done' },
      absent: { words: { zh: '未到场', en: 'Not there' }, tone: 'off' },
    }),
    signedAt: moment({ zh: '签名时间', en: 'Signed at' }, later),
    signedBy: choice({ zh: '签名方式', en: 'Signed' }, confirmingWays, later),
    signature: signature({ zh: '签名', en: 'Signature' }),
    entry: text({ zh: '培训与人员', en: 'Training and person' }, { ...kept, unique: true }),
    // The same of somebody who was there: by this the results find them.
    presence: text({ zh: '到场凭据', en: 'Presence' }, kept),
  },
  main: ['person', 'training', 'present'],
  write: ['front', 'hr'],
  derive(row, facts) {
    const entry = entryOf(row, facts);
    return { entry, presence: row['present'] === true ? entry : null };
  },
  heading: (row) => textOf(row['person']),
  detail: (row) => topicOf(row['training']),
});
