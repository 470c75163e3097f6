import { escapeHtml, renderMail, type Envelope, type Letter } from '../../src/kernel/letter';

const letter: Letter = {
  subject: '来访到达',
  sentence: '林女士在前台等候。',
  facts: [['事由', '洽谈']],
  button: '查看',
  why: '您收到本邮件，因为……',
};
const envelope: Envelope = {
  to: 'a@example.org',
  agency: '晴天社工',
  language: 'zh',
  url: 'https://script.example/exec?t=a.b&x="1"',
  ends: '2026-10-16',
};
const mail = (change: Partial<Letter> = {}, to: Partial<Envelope> = {}) =>
  renderMail([{ letter: { ...letter, ...change }, envelope: { ...envelope, ...to } }]);

const hostile = [
  '=HYPERLINK("http://x","y")',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onclick='x",
  '&lt;b&gt;',
  '👩‍👧 emoji',
  'مرحبا بالعالم',
  '字'.repeat(5_000),
  '+86 010',
  '0123',
];

describe('an e-mail', () => {
  it('says the same in HTML and in plain text: sentence, facts, link, end of the link, and why it came', () => {
    const { html, text } = mail();
    for (const part of [letter.sentence, '洽谈', '2026-10-16', letter.why]) {
      expect(html).toContain(part);
      expect(text).toContain(part);
    }
    expect(text).toContain(`查看：${envelope.url}`);
    expect(text).toMatch(/几个 Google 账号[^]*无痕窗口/);
    expect(html).toContain(`href="${escapeHtml(envelope.url!)}"`);
  });

  it('has a button only where there is a link to put behind it', () => {
    const { url: _, ...noLink } = envelope;
    const { html, text } = renderMail([{ letter, envelope: noLink }]);
    expect(html).not.toContain('<a ');
    expect(text).not.toContain('查看');
  });

  it.each(hostile)('shows %s as it was typed, and runs nothing of it', (typed) => {
    const { html, text } = mail(
      { sentence: typed, facts: [[typed, typed]], why: typed, button: typed },
      { agency: typed },
    );
    expect(text).toContain(typed);
    expect(html).toContain(escapeHtml(typed));
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1]!.toLowerCase()));
    expect([...tags].sort()).toEqual(['a', 'body', 'br', 'head', 'html', 'meta', 'p', 'table', 'td', 'tr']);
    const attributes = html.match(/<[^>]*>/g)!.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    expect(attributes.join('')).not.toMatch(/\son\w+|[^"=]"[^" >]/i);
  });

  it('lets the reader’s program choose the direction of what people wrote', () => {
    expect(mail({ sentence: 'مرحبا' }).html).toContain('dir="auto">مرحبا</p>');
  });

  it('keeps subject and sender on one line, and the subject short', () => {
    const { subject, fromName } = mail(
      { subject: `一\r\nBcc: x@example.com\n${'长'.repeat(500)}` },
      { agency: 'A\nB' },
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect(fromName).toBe('A B');
    expect([...subject].length).toBeLessThanOrEqual(180);
  });

  it('keeps line breaks in what was typed', () => {
    expect(mail({ facts: [['备注', '一\n<二>']] }).html).toContain('一<br>&lt;二&gt;');
  });

  it('of several letters says how many, and holds each with its own link', () => {
    const second = {
      letter: { ...letter, subject: '第二', sentence: '第二句' },
      envelope: { ...envelope, url: 'https://two.example' },
    };
    const { subject, text, html } = renderMail([{ letter, envelope }, second]);
    expect(subject).toBe('[前台] 来访到达 等 2 件');
    for (const part of [envelope.url!, 'https://two.example', '第二句']) expect(text).toContain(part);
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(renderMail([{ letter, envelope: { ...envelope, language: 'en' } }, second]).subject).toContain('and 1 more');
  });
});
