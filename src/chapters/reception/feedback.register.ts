// 8.2: visitors' satisfaction, asked by a link or a QR code, or noted by HR after an interview.
import { choice, link, longText, moment, number, person } from '../../kernel/columns';
import { samePerson, type Facts } from '../../kernel/facts';
import { defineRegister, type Check } from '../../kernel/register';
import { isEmpty, text, type Values } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { nowOf } from './rules';

export const feedbackWays = {
  link: { zh: '链接', en: 'Link' },
  qr: { zh: '二维码', en: 'QR code' },
  interview: { zh: '访谈', en: 'Interview' },
};

/** A new row that a person fills in; the visitors' own answers come by link. */
const isEntered = (row: Values, facts: Facts): boolean => isEmpty(row['no']) && facts.actor.via !== 'link';

export const ownWork: Words = {
  zh: '评价不能由被评价的人录入。',
  en: 'Nobody enters the feedback about their own work.',
};

const checks: readonly Check[] = [
  {
    at: 'way',
    fault: (row, facts) =>
      isEntered(row, facts) && row['way'] !== 'interview'
        ? {
            words: {
              zh: '由人录入的评价，方式只能是“访谈”。链接和二维码的评价由来访人自己提交。',
              en: 'What a person enters is an interview; answers by link or QR code come from the visitor.',
            },
          }
        : undefined,
  },
  {
    at: 'visit',
    fault: (row, facts) =>
      samePerson(text(row['receivedBy']), text(row['recordedBy']), facts.directory) ? { words: ownWork } : undefined,
  },
];

export const feedback = defineRegister({
  key: 'feedback',
  workbook: 'restricted',
  sheetId: 2104,
  article: '8.2',
  title: { zh: '来访满意度评价表', en: 'Visitors’ feedback' },
  serial: 'PJ',
  columns: {
    visit: link({ zh: '来访编号', en: 'Visit' }, 'visits', { required: true, unique: true }),
    score: number(
      { zh: '评分', en: 'Score' },
      { required: true, rating: true, help: { zh: '1 很不满意，5 非常满意。', en: '1 is poor, 5 is excellent.' } },
    ),
    comment: longText({ zh: '意见和建议', en: 'Comment' }, { personal: true }),
    way: choice({ zh: '方式', en: 'Way' }, feedbackWays, { required: true }),
    at: moment({ zh: '评价时间', en: 'At' }, { by: 'system', default: nowOf }),
    receivedBy: person({ zh: '当班前台', en: 'Front desk' }, { by: 'system' }),
  },
  checks,
  read: ['hr', 'director'],
  write: ['hr'],
  keep: { months: 24 },
  heading: (row) => `${text(row['visit'])} · ${String(row['score'] ?? '')}`,
  detail: (row) => text(row['comment']),
});
