import { forgetDraft, keepDraft, nextToSend, recallDraft } from '../../sidebar/draft';

const day = 86_400_000;
const draft = { values: { visitor: '张伟' }, lines: [], savedAt: 10 * day };

function store() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('a draft', () => {
  test('comes back as it was', () => {
    const own = store();
    keepDraft(own, 'a@example.org:visits', draft);
    expect(recallDraft(own, 'a@example.org:visits', 11 * day)).toEqual(draft);
  });

  test('is not somebody else’s', () => {
    const own = store();
    keepDraft(own, 'a@example.org:visits', draft);
    expect(recallDraft(own, 'b@example.org:visits', 11 * day)).toBeUndefined();
  });

  test('does not stay on a shared computer for more than three days', () => {
    const own = store();
    keepDraft(own, 'visits', draft);
    expect(recallDraft(own, 'visits', 14 * day)).toBeUndefined();
    expect(own.kept.size).toBe(0);
  });

  test('is gone once it is saved', () => {
    const own = store();
    keepDraft(own, 'visits', draft);
    forgetDraft(own, 'visits');
    expect(own.kept.size).toBe(0);
  });

  test('that is not one of ours is thrown away', () => {
    const own = store();
    for (const text of ['{', '{"values":1,"lines":[],"savedAt":864000000}', '"x"']) {
      own.kept.set('qiantai:draft:visits', text);
      expect(recallDraft(own, 'visits', 10 * day)).toBeUndefined();
    }
  });

  test('is kept in memory where the browser’s storage is full', () => {
    const full = {
      ...store(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    keepDraft(full, 'full', draft);
    expect(recallDraft(full, 'full', 10 * day)).toEqual(draft);
    forgetDraft(full, 'full');
    expect(recallDraft(full, 'full', 10 * day)).toBeUndefined();
  });
});

describe('what is sent', () => {
  const rows = [{ visitor: '张伟' }];
  const newId = () => 'new';

  test('gets a requestId of its own', () => {
    expect(nextToSend(undefined, rows, newId)).toEqual({ send: { requestId: 'new', rows }, changed: false });
  });

  test('after a lost answer is the first content under its own requestId, and says what was typed since', () => {
    const sent = { requestId: 'first', rows };
    expect(nextToSend(sent, [{ visitor: '张伟' }], newId)).toEqual({ send: sent, changed: false });
    expect(nextToSend(sent, [{ visitor: '张玮' }], newId)).toEqual({ send: sent, changed: true });
  });
});
