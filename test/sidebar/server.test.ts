import { askThrough, type Send } from '../../sidebar/server';
import { language } from '../../sidebar/language';

const answered = (value: object) => JSON.stringify({ ok: true, value });
const refused = (code: string) => JSON.stringify({ ok: false, error: { code, message: 'no' } });

/** A server that gives these answers in turn; an Error is thrown. */
function server(...answers: readonly unknown[]) {
  const asked: string[] = [];
  const waited: number[] = [];
  const send: Send = (name, inputJson) => {
    const answer = answers[asked.length];
    asked.push(name + inputJson);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const wait = (ms: number) => Promise.resolve(void waited.push(ms));
  const ask = () => askThrough(send, wait, 'kick', {});
  const command = () => askThrough(send, wait, 'answer', { token: 't', answer: 'come', requestId: 'request-1' });
  return { asked, waited, ask, command };
}

beforeEach(() => {
  language.value = 'zh';
});

describe('a question to the server', () => {
  test('is answered', async () => {
    const { ask, asked } = server(answered({ looked: true }));
    expect(await ask()).toEqual({ ok: true, value: { looked: true } });
    expect(asked).toHaveLength(1);
  });

  test('is not repeated when the server says no', async () => {
    const { ask, asked } = server(refused('refused'));
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['the answer is empty', ''],
    ['the answer is null', null],
    ['the answer is half', '{"ok":tr'],
    ['the answer is something else', '[]'],
    ['the connection broke', new Error('NetworkError: Connection failure due to HTTP 503')],
    ['the server is busy', refused('busy')],
  ])('is asked again, later and the same, when %s', async (_, first) => {
    const { command, asked, waited } = server(first, answered({ message: '', title: '' }));
    expect(await command()).toMatchObject({ ok: true });
    expect(asked[1]).toBe(asked[0]);
    expect(waited).toEqual([1_000]);
  });

  test('that is never answered says whether something may have been saved', async () => {
    const reading = await server('', '', '').ask();
    const command = await server('', '', '').command();
    expect(reading).toMatchObject({ ok: false, error: { message: expect.stringContaining('请检查网络') } });
    expect(command).toMatchObject({
      ok: false,
      error: { lost: true, message: expect.stringContaining('不会重复登记') },
    });
  });

  const unsure = JSON.stringify({ ok: false, error: { code: 'busy', message: 'unsure', lost: true } });
  test.each([
    ['the server cannot tell', [unsure, unsure, unsure]],
    ['it is busy after an answer was lost', ['', refused('busy'), refused('busy')]],
    ['it fails after an answer was lost', [null, refused('internal')]],
    ['it is being upgraded after an answer was lost', [null, refused('misconfigured')]],
    ['the person has been signed out after an answer was lost', [null, new Error('PERMISSION_DENIED')]],
  ])('is to be asked again as the same when %s', async (_, answers) => {
    expect(await server(...answers).command()).toMatchObject({ ok: false, error: { lost: true } });
  });

  test.each(['invalid', 'refused', 'notAllowed', 'notFound', 'outOfDate'])(
    'is settled by the answer %s, also after one was lost',
    async (code) => {
      expect(await server('', refused(code)).command()).toEqual({ ok: false, error: { code, message: 'no' } });
    },
  );

  test('that stays busy is told so, not called lost', async () => {
    const answer = await server(refused('busy'), refused('busy'), refused('busy')).command();
    expect(answer).toEqual({ ok: false, error: { code: 'busy', message: 'no' } });
  });

  test.each([
    ['PERMISSION_DENIED: something', '无痕窗口'],
    ['Authorization is required to perform that action.', '授权'],
  ])('says at once what to do about “%s”', async (message, advice) => {
    const { ask, asked } = server(new Error(message));
    expect(await ask()).toMatchObject({ ok: false, error: { message: expect.stringContaining(advice) } });
    expect(asked).toHaveLength(1);
  });
});
