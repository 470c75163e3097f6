// 2.2.2: calls are recorded: caller's name, organisation, phone, subject.
import { choice, longText, moment, person, personOrDepartment, phone, text, yesNo } from '../../kernel/columns';
import { defineRegister, state, type Check } from '../../kernel/register';
import { isEmpty, text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';
import { headingOf, isClient, toldOf } from './naming';
import { nowOf } from './rules';

export const callKinds = {
  transfer: { zh: '转接', en: 'Transfer' },
  message: { zh: '留言', en: 'Message' },
  enquiry: { zh: '咨询', en: 'Enquiry' },
  complaint: { zh: '投诉', en: 'Complaint' },
  other: { zh: '其他', en: 'Other' },
};

export const callOutcomes = {
  connected: { zh: '接通', en: 'Connected' },
  notReached: { zh: '未接通', en: 'Not reached' },
  otherContact: { zh: '已提供其他联系方式', en: 'Other contact given' },
  messageTaken: { zh: '已留言', en: 'Message taken' },
  answered: { zh: '当场答复', en: 'Answered at once' },
  promised: { zh: '承诺回复', en: 'Reply promised' },
};

export const transferChecks = {
  right: { words: { zh: '确认无误', en: 'Went well' }, tone: 'done' },
  wrong: { words: { zh: '转错', en: 'Wrong person' }, tone: 'late' },
  dropped: { words: { zh: '掉线', en: 'Cut off' }, tone: 'late' },
  unconfirmed: { words: { zh: '未确认', en: 'Not confirmed' }, tone: 'off' },
} as const;

const checks: readonly Check[] = [
  {
    at: 'subject',
    fault: (row) =>
      !isClient(row) && isEmpty(row['subject'])
        ? {
            words: {
              zh: '请填写来电事由。来电人是服务对象时可以不填，请把“服务对象”选为“是”。',
              en: 'The subject is needed. It may stay empty for a client: then say Yes under Client.',
            },
          }
        : undefined,
  },
  {
    at: 'for',
    fault: (row) =>
      row['kind'] === 'transfer' && isEmpty(row['for'])
        ? { words: { zh: '转接的来电请填写转给谁。', en: 'For a transfer, say to whom.' } }
        : undefined,
  },
  {
    at: 'transferCheck',
    fault: (row) =>
      !isEmpty(row['transferCheck']) && row['kind'] !== 'transfer'
        ? { words: { zh: '只有转接的来电才填转接确认。', en: 'Only for calls that were transferred.' } }
        : undefined,
  },
];

export const calls = defineRegister({
  key: 'calls',
  workbook: 'desk',
  sheetId: 2102,
  article: '2.2.2',
  title: { zh: '来电登记表', en: 'Calls' },
  serial: 'LD',
  columns: {
    at: moment({ zh: '来电时间', en: 'Time' }, { required: true, past: true, default: nowOf }),
    caller: text(
      { zh: '来电人', en: 'Caller' },
      { required: true, personal: true, help: { zh: '服务对象可用代号。', en: 'A code will do for a client.' } },
    ),
    organisation: text({ zh: '单位', en: 'Organisation' }, { personal: true }),
    phone: phone({ zh: '联系电话', en: 'Phone' }, { personal: true }),
    subject: text(
      { zh: '来电事由', en: 'Subject' },
      {
        personal: true,
        width: 170,
        help: { zh: '服务对象可以不填，其他来电必填。', en: 'Needed, unless the caller is a client.' },
      },
    ),
    isClient: yesNo({ zh: '服务对象', en: 'Client' }),
    kind: choice({ zh: '类别', en: 'Kind' }, callKinds, { required: true }),
    for: personOrDepartment({ zh: '找谁', en: 'For' }),
    outcome: choice({ zh: '结果', en: 'Outcome' }, callOutcomes, { width: 130 }),
    transferCheck: choice({ zh: '转接确认', en: 'Transfer' }, transferChecks),
    replyDue: moment({ zh: '回复期限', en: 'Reply due' }, { by: 'system' }),
    repliedAt: moment({ zh: '回复时间', en: 'Replied' }, { by: 'workflow' }),
    reply: longText({ zh: '回复内容', en: 'Reply' }, { personal: true }),
    state: state({
      open: { words: { zh: '待办', en: 'Open' }, tone: 'waiting' },
      closed: { words: { zh: '办结', en: 'Closed' }, tone: 'done' },
    }),
    chasedAt: moment({ zh: '催办时间', en: 'Chased' }, { by: 'workflow', hidden: true }),
    transferAskedAt: moment({ zh: '询问转接时间', en: 'Asked about the transfer' }, { by: 'workflow', hidden: true }),
    replier: person({ zh: '回复人', en: 'Replies' }, { by: 'workflow' }),
  },
  main: ['caller', 'organisation', 'phone', 'subject', 'kind', 'for', 'outcome', 'isClient'],
  quick: true,
  checks,
  write: ['front'],
  keep: { months: 24 },
  happenedAt: 'at',
  clientFlag: 'isClient',
  heading: (row, facts) => headingOf('caller', row, facts),
  detail: (row, facts) =>
    list(
      [textOf(row['for']), toldOf(row, 'subject')].filter((part) => part !== ''),
      facts.language,
    ),
});
