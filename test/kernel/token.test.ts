import * as fc from 'fast-check';
import { contentOf, readToken, signToken, type Claim } from '../../src/kernel/token';
import type { LinkPage } from '../../src/kernel/workflow';
import { recordOf } from '../chapters/world';
import { memoryPorts } from '../memory/memory-ports';
import { linkText, tasks } from './workshop';

const { signer, digest } = memoryPorts();
const claim: Claim = {
  w: 'desk-id',
  p: 'task',
  r: 'tasks',
  n: 'RW-2026-00001',
  h: 2,
  u: 'A03',
  c: 'abc',
  x: '2026-10-16',
};
const token = signToken(claim, signer, linkText);
const read = (text: string): Claim | undefined => readToken(text, signer, linkText);

describe('the token of a link', () => {
  it('says what was signed, and stands in a link as it is', () => {
    expect(read(token)).toEqual(claim);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(read(signToken({ ...claim, u: '王芳 "=1"' }, signer, linkText))!.u).toBe('王芳 "=1"');
  });

  it('is worth nothing with any sign changed, left out or added', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '_', '.', ''), (at, sign) => {
        const altered = token.slice(0, at) + sign + token.slice(at + 1);
        fc.pre(altered !== token);
        expect(read(altered)).toBeUndefined();
      }),
      { numRuns: 400, seed: 7 },
    );
    for (const wrong of ['', '.', '..', 'x', `${token}.`, `${token}x`, `.${token}`, token.split('.')[0]!]) {
      expect(read(wrong)).toBeUndefined();
    }
  });

  it('is worth nothing with another claim, another secret or another purpose', () => {
    const [, signature] = token.split('.');
    expect(read(`${linkText.encode(JSON.stringify({ ...claim, u: 'A04' }))}.${signature}`)).toBeUndefined();
    expect(readToken(token, { sign: (text) => signer.sign(`${text} `) }, linkText)).toBeUndefined();
    const body = linkText.encode(JSON.stringify(claim));
    expect(read(`${body}.${signer.sign(body)}`)).toBeUndefined();
  });

  it('is refused unread when it is too long, and when what is signed is no claim', () => {
    expect(read('x'.repeat(1_000_000))).toBeUndefined();
    expect(read(`nonsense.${signer.sign('qiantai-link-1.nonsense')}`)).toBeUndefined();
  });
});

describe('the content that a link is bound to', () => {
  const page = { key: 'task', register: 'tasks', binds: ['title', 'for'] } as unknown as LinkPage;
  const record = recordOf(tasks, { title: '换灯泡', for: '陈静' });
  const of = (values: object, other: Partial<typeof record> = {}, bound = page): string =>
    contentOf(bound, [{ ...record, ...other, values: { ...record.values, ...values } }], digest);

  it('changes with a bound column, the record and the page, and with nothing else', () => {
    const own = of({});
    expect([of({ note: '别的' }), of({}, { row: 99 })]).toEqual([own, own]);
    const others = [
      of({ title: '换灯' }),
      of({ for: null }),
      of({ title: '换灯泡陈', for: '静' }),
      of({}, { no: 'RW-2026-00002' }),
      of({}, {}, { ...page, key: 'other' }),
    ];
    expect(new Set([own, ...others]).size).toBe(6);
  });
});
