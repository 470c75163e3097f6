import { lookNow } from '../../src/api/clockwork';
import type { PageValue, Reply } from '../../src/api/contract';
import { call } from '../../src/api/door';
import { agency, visitor } from './agency';

const signedIn = 'https://script.example/a/example.org/exec';

function visited(settings: Record<string, string>) {
  const office = agency({ settings });
  const rows = [{ ...visitor, email: 'lin@example.com' }];
  const { records } = office.ask('王芳', 'create', { register: 'visits', rows, requestId: 'request-1' });
  const clock = office.machine('clock');
  lookNow({ ...clock, office: { ...clock.office!, webAppSignedIn: signedIn } });
  const ask = (account: string, name: 'page' | 'answer', input: object) =>
    JSON.parse(
      call(() => office.machine('public', account), name, JSON.stringify(input), { error: () => undefined }),
    ) as Reply<PageValue>;
  return { office, no: records[0]!.no, token: office.token('chenjing@example.org'), ask };
}
const needed = { 'approval.signInNeeded': '是' };

describe('9.2.4 sign-in needed for decisions', () => {
  test('links to members of staff lead to the deployment that asks for it', () => {
    expect(visited(needed).office.ports.sent[0]!.text).toContain(`${signedIn}?t=`);
    expect(visited({}).office.ports.sent[0]!.text).not.toContain(signedIn);
  });

  test('nobody decides by the link alone', () => {
    const { office, no, token, ask } = visited(needed);
    const page = ask('', 'page', { token });
    expect(page).toMatchObject({ ok: true, value: { steps: [], dead: { title: '请先登录' } } });
    const answer = ask('', 'answer', { token, answer: 'hostComing', requestId: 'request-2' });
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('chenjing@example.org') } });
    expect(office.record('visits', no).values['hostAnswer']).toBeNull();
  });

  test('the person does, signed in; and anybody may without the setting', () => {
    for (const [settings, account] of [
      [needed, 'chenjing@example.org'],
      [{}, ''],
    ] as const) {
      const { office, no, token, ask } = visited(settings);
      expect(ask(account, 'answer', { token, answer: 'hostComing', requestId: 'request-2' }).ok).toBe(true);
      expect(office.record('visits', no).values['hostAnswer']).toBe('coming');
    }
  });

  test('a visitor’s survey asks for no account', () => {
    const { office, no, ask } = visited(needed);
    const link = String(office.record('visits', no).values['surveyLink']);
    const token = link.split('t=')[1]!;
    expect(link).not.toContain(signedIn);
    expect(ask('', 'page', { token })).toMatchObject({ ok: true, value: { steps: [{ key: 'create' }] } });
  });
});
