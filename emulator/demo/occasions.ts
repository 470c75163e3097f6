// Who comes and calls, and why.

export interface Guest {
  readonly name: string;
  readonly organisation: string;
  readonly phone: string;
  readonly email: string;
}

const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '秦', '尤'];
const organisations = [
  '示例街道办事处',
  '样本社区居委会',
  '范例基金会',
  '样板中学',
  '示范社区卫生服务中心',
  '例文律师事务所',
  '演示大学社工系',
  '模板物业公司',
  '',
];

export const guests: readonly Guest[] = Array.from({ length: 48 }, (_, index) => ({
  name: `${surnames[index % surnames.length]}${['女士', '先生', '老师'][(index * 7) % 3]}`,
  organisation: organisations[(index * 5) % organisations.length]!,
  phone: `0100-5551${String(1000 + index)}`,
  email: `guest${index + 1}@example.com`,
}));

export const purposes = [
  '洽谈社区合作项目',
  '送活动海报样张',
  '参加志愿者说明会',
  '咨询青少年暑期营',
  '交接捐赠物资',
  '商谈场地借用',
  '实习生报到',
  '项目中期检查',
  '访问学习',
  '领取活动证书',
];

export const places = ['一楼接待室', '二楼会议室', '个案室', '活动室', '部门办公室'];

export interface Call {
  readonly subject: string;
  readonly kind: 'transfer' | 'enquiry' | 'message' | 'complaint' | 'other';
  readonly outcome?: 'connected' | 'answered' | 'promised' | 'messageTaken';
  readonly reply?: string;
}

export const calls: readonly Call[] = [
  { subject: '询问长者食堂的开放时间', kind: 'enquiry', outcome: 'answered' },
  { subject: '咨询志愿者报名手续', kind: 'enquiry', outcome: 'answered' },
  { subject: '确认下周讲座的场地', kind: 'transfer', outcome: 'connected' },
  { subject: '联系项目负责人', kind: 'transfer', outcome: 'connected' },
  {
    subject: '询问捐赠票据如何开具',
    kind: 'enquiry',
    outcome: 'promised',
    reply: '已说明票据在到账后五个工作日内寄出。',
  },
  { subject: '咨询青少年小组的名额', kind: 'enquiry', outcome: 'promised', reply: '还有三个名额，已登记候补。' },
  { subject: '反映活动音响太吵', kind: 'complaint', outcome: 'promised', reply: '已致歉，下次改到室内举行。' },
  { subject: '推销办公设备', kind: 'other', outcome: 'answered' },
];

export const messages = [
  '请回电确认周四的会议时间。',
  '合同已寄出，请查收后告知。',
  '活动名单有两处改动，请看邮件。',
  '希望改约到下周同一时间。',
  '有一批图书想捐赠，请联系。',
];

export const comments = ['很热情，谢谢', '等候时间短', '指引清楚', '', '希望多一些座位', ''];
