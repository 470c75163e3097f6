// 1.3.6, 3.2.3, 4.2.4: the front-desk area and the storage area are kept tidy, packaging is disposed of: what was checked.
import { choice, day, longText, yesNo } from '../../kernel/columns';
import { defineRegister, state, type Check } from '../../kernel/register';
import { isEmpty, text } from '../../kernel/values';
import { gist, told } from './naming';

/** By the keys of their settings: `checks.storage` says how often. */
export const checkKinds = {
  frontArea: { zh: '前台区域整洁', en: 'Front-desk area tidy' },
  storage: { zh: '用品存放区整洁', en: 'Storage area tidy' },
  packaging: { zh: '快递包装清理', en: 'Packaging disposed of' },
};

export type CheckKind = keyof typeof checkKinds;

const what = choice({ zh: '检查内容', en: 'What' }, checkKinds, { required: true, width: 130 });

const saysWhy: Check = {
  at: 'remark',
  fault: (row) =>
    row['done'] === false && isEmpty(row['remark'])
      ? {
          words: {
            zh: '没有做好的，请写明哪里要整改。',
            en: 'What is not in order needs a word on what is to be done.',
          },
        }
      : undefined,
};

export const checks = defineRegister({
  key: 'checks',
  workbook: 'desk',
  sheetId: 1102,
  article: '1.3.6, 3.2.3, 4.2.4',
  title: { zh: '前台环境检查记录', en: 'Checks' },
  serial: 'HJ',
  columns: {
    day: day({ zh: '日期', en: 'Day' }, { required: true, past: true, default: ({ today }) => today }),
    what,
    done: yesNo(
      { zh: '已做好', en: 'In order' },
      {
        required: true,
        help: { zh: '要整改的选“否”，并写备注。', en: 'No, with a remark, where something is to be done.' },
      },
    ),
    remark: longText({ zh: '备注', en: 'Remark' }),
    state: state({
      open: { words: { zh: '待整改', en: 'To put right' }, tone: 'late' },
      done: { words: { zh: '已做好', en: 'In order' }, tone: 'done' },
      filed: { words: { zh: '已归档', en: 'Filed' }, tone: 'off' },
    }),
  },
  main: ['what', 'done', 'remark', 'day'],
  checks: [saysWhy],
  read: ['front', 'hr'],
  write: ['front', 'hr'],
  heading: (row, { language }) => what.show(row['what'] ?? null, language),
  detail: (row, facts) => told(facts, text(row['day']), gist(row['remark'])),
});
