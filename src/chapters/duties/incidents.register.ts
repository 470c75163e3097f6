// 8.2: what happened at the front desk and how it was handled: what the appraisal goes by. Its judgement is not here.
import { choice, longText, moment, person, yesNo } from '../../kernel/columns';
import { defineRegister, state, type Check } from '../../kernel/register';
import { isEmpty, text } from '../../kernel/values';
import { gist, told } from './naming';

export const incidentKinds = {
  complaint: { zh: '投诉', en: 'Complaint' },
  praise: { zh: '表扬', en: 'Praise' },
  emergency: { zh: '突发', en: 'Emergency' },
  mistake: { zh: '差错', en: 'Mistake' },
};

const kind = choice({ zh: '类别', en: 'Kind' }, incidentKinds, { required: true });

const endsAfterwards: Check = {
  at: 'resolvedAt',
  fault: (row) =>
    !isEmpty(row['resolvedAt']) && text(row['resolvedAt']) < text(row['at'])
      ? { words: { zh: '处理完毕的时间不能早于发生时间。', en: 'It cannot have been resolved before it happened.' } }
      : undefined,
};

export const incidents = defineRegister({
  key: 'incidents',
  workbook: 'desk',
  sheetId: 1103,
  article: '8.2',
  title: { zh: '前台服务情况记录', en: 'Incidents' },
  serial: 'FW',
  columns: {
    at: moment({ zh: '发生时间', en: 'Time' }, { required: true, past: true, default: ({ now }) => now.slice(0, 16) }),
    kind,
    isClient: yesNo({ zh: '服务对象', en: 'Client' }),
    what: longText(
      { zh: '情况', en: 'What happened' },
      { required: true, personal: true, help: { zh: '服务对象可用代号。', en: 'A code will do for a client.' } },
    ),
    handledBy: person(
      { zh: '处理人', en: 'Handled by' },
      { required: true, default: ({ actor }) => actor.person || null },
    ),
    how: longText({ zh: '处理经过', en: 'How it was handled' }, { required: true, personal: true }),
    resolvedAt: moment({ zh: '处理完毕时间', en: 'Resolved' }, { past: true }),
    state: state({
      open: { words: { zh: '处理中', en: 'Open' }, tone: 'waiting' },
      resolved: { words: { zh: '已处理', en: 'Resolved' }, tone: 'done' },
    }),
  },
  main: ['at', 'kind', 'what', 'handledBy', 'how', 'isClient'],
  checks: [endsAfterwards],
  read: ['front', 'hr'],
  write: ['front', 'hr'],
  keep: { months: 24 },
  happenedAt: 'at',
  clientFlag: 'isClient',
  heading: (row, { language }) =>
    [kind.show(row['kind'] ?? null, language), gist(row['what']), row['isClient'] === true ? text(row['no']) : '']
      .filter(Boolean)
      .join(' '),
  detail: (row, facts) => told(facts, text(row['at']).slice(0, 16).replace('T', ' '), text(row['handledBy'])),
});
