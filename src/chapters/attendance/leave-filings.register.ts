// 6.2.2: an approved slip is filed with the front desk: who is away from when to when. No reason, no proof.
import { link, person } from '../../kernel/columns';
import { defineRegister, state } from '../../kernel/register';
import { text as textOf } from '../../kernel/values';
import { list } from '../../kernel/words';
import { leaveColumns } from './leave-columns';

const filled = { by: 'system' } as const;

export const leaveFilings = defineRegister({
  key: 'leave-filings',
  workbook: 'desk',
  sheetId: 6103,
  article: '6.2.2',
  title: { zh: '请假备案表', en: 'Leave filings' },
  serial: 'QB',
  columns: {
    ...leaveColumns('system', person({ zh: '请假人', en: 'Person' }, filled)),
    approvedBy: person({ zh: '批准人', en: 'Approved by' }, filled),
    slip: link({ zh: '请假条', en: 'Slip' }, 'leave', filled),
    state: state({
      filed: { words: { zh: '已备案', en: 'Filed' }, tone: 'active' },
      cancelled: { words: { zh: '已取消', en: 'Cancelled' }, tone: 'off' },
      ended: { words: { zh: '已结束', en: 'Over' }, tone: 'done' },
    }),
  },
  noForm: true,
  write: [],
  keep: { months: 24 },
  heading: (row, { language }) =>
    list(
      [textOf(row['person']), leaveFilings.columns['type']!.show(row['type'] ?? null, language)].filter(Boolean),
      language,
    ),
  detail: (row) => [textOf(row['firstDay']), textOf(row['lastDay'])].filter(Boolean).join(' – '),
});
