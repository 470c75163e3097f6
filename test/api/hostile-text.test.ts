import { escapeHtml } from '../../src/kernel/letter';
import { agency, register, visitor, type Agency } from './agency';

const typed: Readonly<Record<string, string>> = {
  'a formula': '=HYPERLINK("http://x","y")',
  'a formula after a plus': '+86 010',
  'a formula after an at': '@SUM(A1)',
  'a leading zero': '0123',
  'an apostrophe': "'0123",
  'something like a day': '2026-10-09',
  'a script': '<script>alert(1)</script>',
  'an attribute': '"><img src=x onerror=alert(1)>',
  'a placeholder': '{who} {constructor} ${x} $& $1',
  emoji: '👩‍👧‍👦🏳️‍🌈',
  'right to left': 'مرحبا \u202Eabc',
  'marks over and under': 'Z͑ͫ̓a̴l҉g͝o',
  'several lines': '一\n二\t三',
  'a separator of the history': 'a|b|c',
  JSON: '{"a":["\\u0000"]}',
  '5,000 characters': '字'.repeat(5_000),
};

const cellOf = (made: Agency, key: string): unknown =>
  made.ports.cells('desk', register('visits').sheetId)[2]![made.column('visits', key)];

describe.each(Object.keys(typed))('%s', (kind) => {
  const text = typed[kind]!;

  it('from the form is on the tab as it was typed, as text', () => {
    const made = agency();
    const row = { ...visitor, visitor: text, purpose: text, note: text };
    made.ask('王芳', 'create', { register: 'visits', rows: [row], requestId: 'request-1' });
    for (const key of ['visitor', 'purpose', 'note']) expect(cellOf(made, key)).toBe(text);
    const write = made.ports.calls
      .flatMap((one) => one.changes)
      .find((one) => one.kind === 'write' && one.sheetId === 2101);
    expect(JSON.stringify(write)).toContain(JSON.stringify(text));
  });

  it('is on the board, in the record and in a search as it was typed', () => {
    const made = agency();
    const row = { ...visitor, visitor: text, purpose: text };
    made.ask('王芳', 'create', { register: 'visits', rows: [row], requestId: 'request-1' });
    const line = made.ask('王芳', 'board', {}).sections.flatMap((one) => one.lines)[0]!;
    expect(line.strong).toContain(text);
    const shown = made.ask('王芳', 'record', { register: 'visits', no: 'LF-2026-00001' });
    expect(shown.facts.find((one) => one.key === 'purpose')!.text).toBe(text);
    expect(made.ask('王芳', 'find', { register: 'visits' }).records[0]!.values['visitor']).toBe(text);
    expect(made.ask('王芳', 'find', { register: 'visits', text: text.slice(0, 200) }).records).toHaveLength(1);
  });

  it('is in the e-mail escaped, and on the page as it was typed', () => {
    const made = agency();
    const row = { ...visitor, visitor: text, purpose: text };
    made.ask('王芳', 'create', { register: 'visits', rows: [row], requestId: 'request-1' });
    made.sendMail();
    const [mail] = made.ports.sent;
    expect(mail!.html).toContain(escapeHtml(text).replace(/\n/g, '<br>'));
    expect(mail!.html).not.toMatch(/<script|<img/);
    expect(mail!.text).toContain(text);
    expect(mail!.subject).not.toMatch(/[\r\n\t]/);
    const page = made.ask('public', 'page', { token: made.token() });
    expect(page.facts.map((one) => one.text)).toContain(text);
    expect(page.sentence).toContain(text);
  });

  it('typed into the tab stays, and its row is numbered', () => {
    const made = agency();
    made.type('visits', 2, [{ ...visitor, visitor: text, purpose: text }]);
    made.edited('visits', 2, 3);
    expect([cellOf(made, 'visitor'), cellOf(made, 'purpose')]).toEqual([text, text]);
    expect(cellOf(made, 'no')).toBe('LF-2026-00001');
    expect(made.chainBreak()).toBeUndefined();
  });
});

it('longer text is refused at its field, and in the tab told in words', () => {
  const made = agency();
  const row = { ...visitor, note: '字'.repeat(5_001) };
  const problem = made.problem('王芳', 'create', { register: 'visits', rows: [row], requestId: 'request-1' });
  expect(problem.fields).toEqual({ note: '太长了：最多 5000 个字。' });
  made.type('visits', 2, [row]);
  made.edited('visits', 2, 3);
  expect(cellOf(made, 'check')).toBe('备注：太长了：最多 5000 个字。');
});
