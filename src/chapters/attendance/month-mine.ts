// 6.3.1, 6.3.2: what people find of a month on their own page: their line, objections to settle, sheets to sign.
import type { MineSection } from '../../kernel/mine';
import { addDays } from '../../kernel/civil';
import { text } from '../../kernel/values';
import { confirmPage, settlePage } from './attendance-confirmations.workflow';
import { signPage } from './attendance-months.workflow';
import { isWithSigner } from './month-emails';

/** One's own lines of so many days can be looked at. */
const listedDays = 90;

export const mine: readonly MineSection[] = [
  {
    key: 'attendance-months',
    title: { zh: '我的月度考勤', en: 'My attendance by month' },
    tone: 'active',
    register: 'attendance-confirmations',
    person: 'person',
    shows: ({ values }, { today }) =>
      values['state'] !== 'dropped' && text(values['askedAt']).slice(0, 10) >= addDays(today, -listedDays),
    page: confirmPage,
  },
  {
    key: 'attendance-objections',
    title: { zh: '待我处理的考勤异议', en: 'Objections for me to settle' },
    tone: 'late',
    register: 'attendance-confirmations',
    person: 'settler',
    shows: ({ values }) => values['state'] === 'objected',
    page: settlePage,
  },
  {
    key: 'attendance-sign',
    title: { zh: '待我签字的考勤', en: 'Attendance for me to sign' },
    tone: 'waiting',
    register: 'attendance-months',
    person: 'signer',
    shows: isWithSigner,
    page: signPage,
  },
];
