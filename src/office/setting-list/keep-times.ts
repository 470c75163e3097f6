// Settings of how long personal data is kept, by register: then it is masked. Pay-relevant rows never less than 24 months.
import { number } from '../../kernel/columns';
import type { Words } from '../../kernel/words';
import { setting, units, type Setting } from './setting';

/** What payroll may still be asked about. */
const payMonths = 24;
const preset = 24;

const keep = (register: string, article: string, label: Words, min = 1): Setting =>
  setting(
    `keep.${register}`,
    article,
    number(label, {
      min,
      max: 240,
      help:
        min === payMonths
          ? { zh: '与工资有关，不少于 24 个月。', en: 'Pay depends on it: not less than 24 months.' }
          : {
              zh: '这么多个月后，记录里的个人信息被遮蔽；记录本身留下用于统计。',
              en: 'After so many months the personal data in a record is masked; the record stays for the counts.',
            },
    }),
    preset,
    units.months,
  );

export const keepSettings: readonly Setting[] = [
  keep('visits', '2.1.2', { zh: '保存期：来访人员登记表', en: 'Keep: visitors' }),
  keep('calls', '2.2.2', { zh: '保存期：来电登记表', en: 'Keep: calls' }),
  keep('messages', '2.2.3', { zh: '保存期：留言登记表', en: 'Keep: messages' }),
  keep('feedback', '8.2', { zh: '保存期：来访满意度评价表', en: 'Keep: feedback' }),
  keep('outgoing-mail', '4.1.3', { zh: '保存期：邮件寄发登记表', en: 'Keep: outgoing mail' }),
  keep('parcels', '4.2.1', { zh: '保存期：快递收发登记台账', en: 'Keep: parcels' }),
  keep('incidents', '8.2', { zh: '保存期：前台服务情况记录', en: 'Keep: incidents' }),
  keep('attendance', '6.2.1', { zh: '保存期：考勤记录表', en: 'Keep: attendance' }, payMonths),
  keep('corrections', '6.2.3', { zh: '保存期：补卡申请单', en: 'Keep: corrections' }, payMonths),
  keep('leave', '6.2.2', { zh: '保存期：请假条', en: 'Keep: leave slips' }, payMonths),
  keep('leave-filings', '6.2.2', { zh: '保存期：请假备案表', en: 'Keep: leave filings' }, payMonths),
  keep('appraisals', '8.3', { zh: '保存期：绩效考核表', en: 'Keep: appraisals' }, payMonths),
];
