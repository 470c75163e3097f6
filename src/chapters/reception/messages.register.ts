// 2.2.3: for somebody who is absent a message is taken in detail and passed on promptly.
import { choice, linkAmong, longText, moment, person, phone, text, yesNo } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { calls } from './calls.register';
import { headingOf } from './naming';
import { visits } from './visits.register';

export const messageAnswers = {
  seen: { words: { zh: '已看', en: 'Seen' }, tone: 'done' },
  callBack: { words: { zh: '会回电', en: 'Will call back' }, tone: 'active' },
  wrongPerson: { words: { zh: '找错人', en: 'Wrong person' }, tone: 'late' },
} as const;

export const messages = defineRegister({
  key: 'messages',
  workbook: 'desk',
  sheetId: 2103,
  article: '2.2.3',
  title: { zh: '留言登记表', en: 'Messages' },
  serial: 'LH',
  columns: {
    to: person({ zh: '留给', en: 'To' }, { required: true }),
    from: text(
      { zh: '留言人', en: 'From' },
      { required: true, personal: true, help: { zh: '服务对象可用代号。', en: 'A code will do for a client.' } },
    ),
    organisation: text({ zh: '单位', en: 'Organisation' }, { personal: true }),
    phone: phone({ zh: '联系电话', en: 'Phone' }, { personal: true }),
    isClient: yesNo({ zh: '服务对象', en: 'Client' }),
    content: longText({ zh: '留言内容', en: 'Message' }, { required: true, personal: true }),
    urgent: yesNo({ zh: '紧急', en: 'Urgent' }),
    source: linkAmong({ zh: '来源编号', en: 'Source' }, [visits, calls]),
    sentAt: moment({ zh: '转告时间', en: 'Sent' }, { by: 'system' }),
    seenAt: moment({ zh: '看到时间', en: 'Seen' }, { by: 'workflow' }),
    doneAt: moment({ zh: '办结时间', en: 'Done' }, { by: 'workflow' }),
    answer: choice({ zh: '答复', en: 'Answer' }, messageAnswers, { by: 'workflow' }),
    state: state({
      taken: { words: { zh: '已记录', en: 'Taken' }, tone: 'waiting' },
      sent: { words: { zh: '已转告', en: 'Sent' }, tone: 'active' },
      seen: { words: { zh: '已看到', en: 'Seen' }, tone: 'active' },
      done: { words: { zh: '办结', en: 'Done' }, tone: 'done' },
    }),
    copiedTo: person({ zh: '抄送代理人', en: 'Copied to' }, { by: 'workflow' }),
  },
  main: ['to', 'from', 'phone', 'content', 'urgent', 'isClient'],
  quick: true,
  write: ['front'],
  keep: { months: 24 },
  clientFlag: 'isClient',
  heading: (row, facts) => headingOf('from', row, facts),
  detail: (row) => textOf(row['to']),
});
