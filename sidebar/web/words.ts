// The words of the web pages behind links, which the sidebar need not carry.
import type { Words } from '../../src/kernel/words';
import { inLanguage } from '../language';

const pageWords = {
  yourAnswer: { zh: '您的答复', en: 'Your answer' },
  sent: { zh: '已收到您的答复', en: 'Your answer has been received' },
  mayClose: { zh: '可以关闭这个页面了。', en: 'You may close this page.' },
  pageFailed: { zh: '页面打不开', en: 'The page could not be opened' },
  severalAccountsHint: {
    zh: '如果浏览器登录了几个 Google 账号，请在无痕窗口里打开这个链接，或只留一个账号再试。',
    en: 'If several Google accounts are signed in to this browser, open the link in a private window, or stay signed in to one account only.',
  },
  dataNotice: { zh: '个人信息说明', en: 'About your personal data' },
  nothingYet: { zh: '按下按钮之前，什么都不会发出。', en: 'Nothing is sent before you press a button.' },
  whatIsMine: { zh: '返回我的事务', en: 'Back to my affairs' },
  submit: { zh: '提交', en: 'Submit' },
  myLinks: { zh: '我的链接', en: 'My links' },
  askAgain: { zh: '重新索取链接', en: 'Ask for a new link' },
  tryText: {
    zh: '请按一下，让机构知道以后的审批邮件您也打得开。',
    en: 'Please press the button, so that the agency knows that you can open e-mails that ask for your decision.',
  },
  incomplete: {
    zh: '如果您是从邮件里点进来的，链接可能不完整：请回到邮件里再点一次按钮。',
    en: 'If you came from an e-mail, the link may be incomplete: please press its button again.',
  },
} satisfies Record<string, Words>;

/** A word of the pages. */
export const p = (word: keyof typeof pageWords): string => inLanguage(pageWords[word]);
