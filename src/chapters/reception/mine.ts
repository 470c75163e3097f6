// 2.2.3, 2.2.4: what reception has for somebody's own page: messages, and replies that are theirs to give.
import type { MineSection } from '../../kernel/mine';
import { replyPage } from './calls.workflow';
import { messagePage } from './messages.workflow';
import { isAstray, owesReply } from './rules';

export const mine: readonly MineSection[] = [
  {
    key: 'messages',
    title: { zh: '给我的留言', en: 'Messages for me' },
    empty: { zh: '没有留言。', en: 'No messages.' },
    tone: 'active',
    register: 'messages',
    person: 'to',
    shows: ({ values }) => values['state'] !== 'done' && !isAstray(values),
    page: messagePage,
  },
  {
    key: 'replies',
    title: { zh: '待我回复的来电', en: 'Calls that I am to answer' },
    tone: 'waiting',
    register: 'calls',
    person: 'replier',
    shows: ({ values }) => owesReply(values),
    page: replyPage,
  },
];
