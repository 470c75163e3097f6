import { decisionsOf, signatureBoxes } from '../../src/kernel/approval';
import { approval, submit, type Way } from './claims';

const boxes = (way: Way) =>
  signatureBoxes(approval, way.lines()[0]!).map(({ title, decision }) => [title.zh, decision?.by, decision?.way]);

describe('decisions are kept as data beside the lines that people read', () => {
  test.each(['zh', 'en'] as const)('what is written is read back (%s)', (language) => {
    const way = submit({}, { language });
    const comment = '先付 · 一半\n“其余”再说';
    way.take('approveHead', '陈静', { comment }, { via: 'link', now: '2026-10-09T10:05:30' });
    way.take('paperDirector', '王芳', { amount: 25, paperRef: '档 · 7', signedOn: '2026-10-08' });
    expect(decisionsOf(way.lines()[0]!)).toEqual([
      {
        steps: ['head'],
        verdict: 'approve',
        by: '陈静',
        at: '2026-10-09T10:05:30',
        way: 'link',
        comment: '先付 · 一半 “其余”再说',
      },
      {
        steps: ['director'],
        verdict: 'approve',
        by: '赵敏',
        at: '2026-10-09T09:30:00',
        way: 'paper',
        paper: { ref: '档 · 7', signedOn: '2026-10-08', enteredBy: '王芳' },
      },
    ]);
  });

  test('a print has a box for each step: who, when, how; empty where nobody has decided yet', () => {
    const way = submit().take('approveHead', '陈静');
    expect(boxes(way)).toEqual([
      ['部门负责人', '陈静', 'account'],
      ['机构领导', undefined, undefined],
    ]);
    way.take('decline', '赵敏', { comment: '没有预算' });
    expect(signatureBoxes(approval, way.lines()[0]!)[1]!.decision).toMatchObject({
      by: '赵敏',
      verdict: 'decline',
      comment: '没有预算',
    });
  });

  test('what comes back and goes round again has empty boxes; the lines stay', () => {
    const way = submit().take('approveHead', '陈静').take('sendBack', '赵敏', { comment: '写明用途' });
    expect(boxes(way).map(([, by]) => by)).toEqual(['陈静', '赵敏']);
    way.take('resubmit', '周琳', { department: '社工部', '1.thing': '茶点', '1.quantity': 2, '1.price': 12.5 });
    expect(boxes(way).map(([, by]) => by)).toEqual([undefined, undefined]);
    expect(String(way.values()['decisions']).split('\n')).toHaveLength(2);
  });

  test.each(['nonsense', '{"by":"赵敏"}', '[1]', '[{"steps":["head"],"by":"赵敏"}]'])(
    'what somebody has typed over them (%s) is nobody’s decision',
    (round) => {
      expect(decisionsOf(submit().type({ round }).lines()[0]!)).toEqual([]);
    },
  );
});

describe('the line that people read of a signature on paper', () => {
  test.each([
    ['zh', '陈静 · 同意 · 2026-10-08 · 纸质签字 档-7 · 王芳 2026-10-09 登记'],
    ['en', '陈静 · Approve · 2026-10-08 · on paper 档-7 · entered by 王芳 on 2026-10-09'],
  ] as const)('names its day, who entered it and when (%s)', (language, line) => {
    const way = submit({}, { language }).take('paperHead', '王芳', { paperRef: '档-7', signedOn: '2026-10-08' });
    expect(way.values()['decisions']).toBe(line);
  });
});
