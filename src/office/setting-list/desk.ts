// Settings of the front desk's daily work: reception, supplies, mail, checks, approvals, procurement.
import { choice, money, number, person } from '../../kernel/columns';
import type { Words } from '../../kernel/words';
import { rising, setting, units, type Setting, type SettingGroup } from './setting';

const rhythms = {
  daily: { zh: '每天', en: 'Daily' },
  weekly: { zh: '每周', en: 'Weekly' },
} as const;

const check = (key: string, article: string, label: Words, help: Words, preset: keyof typeof rhythms): Setting =>
  setting(key, article, choice(label, rhythms, { help }), preset);

export const deskSettings: readonly Setting[] = [
  setting(
    'reception.replyHours',
    '2.2.4',
    number(
      { zh: '咨询答复时限', en: 'Reply to enquiries within' },
      {
        min: 0.5,
        max: 200,
        whole: false,
        help: {
          zh: '不能当场答复的咨询，承诺在这么多工作小时内答复。',
          en: 'What cannot be answered at once is promised a reply within so many working hours.',
        },
      },
    ),
    8,
    units.workingHours,
  ),
  setting(
    'supplies.stocktakeDays',
    '3.2.2',
    number(
      { zh: '盘点间隔', en: 'Stocktake every' },
      { min: 7, max: 366, help: { zh: '每隔这么多天盘点一次库存。', en: 'The stock is counted every so many days.' } },
    ),
    90,
    units.days,
  ),
  setting(
    'supplies.stocktakeOwner',
    '3.2.2',
    person(
      { zh: '盘点负责人', en: 'Stocktake owner' },
      { help: { zh: '到期时提醒谁；空着即提醒前台。', en: 'Who is reminded when it is due; blank: the front desk.' } },
    ),
    null,
  ),
  setting(
    'mail.noticeHours',
    '4.2.2',
    number(
      { zh: '邮件快递通知时限', en: 'Tell of mail and parcels within' },
      {
        min: 0.5,
        max: 40,
        whole: false,
        help: {
          zh: '收到后在这么多工作小时内通知收件人，算及时。',
          en: 'In time when the recipient is told within so many working hours of receipt.',
        },
      },
    ),
    2,
    units.workingHours,
  ),
  setting(
    'mail.importantNoticeHours',
    '4.1.2',
    number(
      { zh: '重要邮件通知时限', en: 'Tell of important mail within' },
      {
        min: 0.1,
        max: 40,
        whole: false,
        help: { zh: '重要邮件另有更短的时限。', en: 'Important mail has a shorter time of its own.' },
      },
    ),
    0.5,
    units.workingHours,
  ),
  setting(
    'mail.reminderDays',
    '4.2.2',
    number(
      { zh: '未领取提醒间隔', en: 'Remind to collect every' },
      {
        min: 1,
        max: 30,
        help: {
          zh: '邮件快递未领取，每隔这么多天提醒一次。',
          en: 'Who has not collected is reminded every so many days.',
        },
      },
    ),
    3,
    units.days,
  ),
  check(
    'checks.frontArea',
    '1.3.6',
    { zh: '前台区域整洁检查', en: 'Check of the front-desk area' },
    { zh: '多久检查一次前台区域。', en: 'How often the front-desk area is checked.' },
    'daily',
  ),
  check(
    'checks.storage',
    '3.2.3',
    { zh: '用品存放区检查', en: 'Check of the storage area' },
    { zh: '多久检查一次用品存放区。', en: 'How often the storage area is checked.' },
    'weekly',
  ),
  check(
    'checks.packaging',
    '4.2.4',
    { zh: '快递包装清理', en: 'Disposal of packaging' },
    { zh: '多久清理一次快递包装。', en: 'How often packaging is sorted and disposed of.' },
    'weekly',
  ),
  setting(
    'approval.reminderDays',
    '3.1.2',
    number(
      { zh: '审批提醒', en: 'Remind approvers after' },
      {
        min: 1,
        max: 30,
        help: { zh: '审批等了这么多个工作日，提醒审批人。', en: 'An approver is reminded after so many working days.' },
      },
    ),
    2,
    units.workingDays,
  ),
  setting(
    'approval.escalationDays',
    '3.1.2',
    number(
      { zh: '审批转交', en: 'Hand approvals on after' },
      {
        min: 2,
        max: 60,
        help: {
          zh: '等了这么多个工作日，转给代理人或上一级；须长于提醒。',
          en: 'After so many working days the stand-in or the next level is asked; longer than the reminder.',
        },
      },
    ),
    4,
    units.workingDays,
  ),
  setting(
    'approval.tokenDays',
    '3.1.2',
    number(
      { zh: '审批链接有效期', en: 'Links are good for' },
      {
        min: 1,
        max: 60,
        help: { zh: '邮件里的链接这么多天后失效。', en: 'The link in an e-mail ends after so many days.' },
      },
    ),
    7,
    units.days,
  ),
  setting(
    'approval.forDirector',
    '3.3.2',
    person(
      { zh: '机构领导的申请由谁审批', en: 'Who decides the director’s own requests' },
      {
        help: {
          zh: '机构领导自己的申请不能自己批；请填理事长或另一位负责人。',
          en: 'Directors cannot approve their own requests: the chair of the board, say.',
        },
      },
    ),
    null,
  ),
  setting(
    'procurement.quotes',
    '5.2.1',
    number(
      { zh: '询价家数', en: 'Quotes needed' },
      {
        min: 1,
        max: 10,
        help: {
          zh: '达到询价金额的采购，至少询这么多家；不足须说明理由。',
          en: 'From the amount below so many suppliers are asked, else a reason is needed.',
        },
      },
    ),
    3,
    units.pieces,
  ),
  setting(
    'procurement.quotesFrom',
    '5.2.1',
    money(
      { zh: '询价起点金额', en: 'Quotes needed from' },
      { help: { zh: '预算达到这个金额就要询价。', en: 'Purchases of this budget and more need quotes.' } },
    ),
    2000,
    units.yuan,
  ),
  setting(
    'procurement.contractFrom',
    '5.2.2',
    money(
      { zh: '合同起点金额', en: 'Contract needed from' },
      {
        help: {
          zh: '达到这个金额须签合同，以下用订货单。',
          en: 'From this amount a contract, below it an order note.',
        },
      },
    ),
    2000,
    units.yuan,
  ),
];

export const deskGroups: readonly SettingGroup[] = [
  {
    keys: ['approval.reminderDays', 'approval.escalationDays'],
    sentence: { zh: '转交须晚于提醒。', en: 'Handing on must come after the reminder.' },
    makesSense: rising,
  },
];
