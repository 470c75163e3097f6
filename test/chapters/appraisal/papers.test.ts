import { appraisals } from '../../../src/chapters/appraisal/appraisals.register';
import { selfSummaries } from '../../../src/chapters/appraisal/self-summaries.register';
import { printedForm } from '../../../src/kernel/printed-form';
import type { Register } from '../../../src/kernel/register';
import type { Values } from '../../../src/kernel/values';
import { recordOf } from '../world';

const printed = (register: Register, values: Values) => printedForm(register, [recordOf(register, values)], 'zh')!;

describe('8.4.2 个人工作总结 on paper', () => {
  const summary = { person: '王芳', quarter: '2026Q3', work: '接待来访 300 人。\n无投诉。', satisfaction: 18 };

  test('has the texts over the whole width, then the ten scores', () => {
    const { title, head } = printed(selfSummaries, summary);
    expect(title).toBe('个人工作总结');
    expect(head.map(({ label, wide }) => (wide ? `${label}…` : label)).slice(0, 6)).toEqual([
      '姓名',
      '季度',
      '本季度工作…',
      '问题与不足…',
      '下季度打算…',
      '来访满意度',
    ]);
    expect(head).toHaveLength(15);
    expect(head[5]!.text).toBe('18');
  });

  test('is signed by handing it in', () => {
    const box = (values: Values) => printed(selfSummaries, values).boxes[0]!.lines;
    expect(box(summary)).toEqual([]);
    expect(box({ ...summary, handedInAt: '2026-10-08T16:20' })).toEqual(['王芳', '2026-10-08 16:20']);
  });
});

describe('8.2 绩效考核表 on paper', () => {
  test('has each score beside its remark, and who scored and what the employee says', () => {
    const values = { person: '王芳', assessor: '刘洋', satisfaction: 17, satisfactionRemark: '92%', total: 86 };
    const { head, boxes } = printed(appraisals, {
      ...values,
      ...{ scoredAt: '2026-10-08T11:00', acknowledgement: 'agreed', answeredOn: '2026-10-09' },
    });
    const at = head.findIndex(({ label }) => label === '来访满意度');
    expect(at % 2).toBe(0);
    expect(head.slice(at, at + 2).map(({ text }) => text)).toEqual(['17', '92%']);
    expect(boxes.map(({ title, lines }) => [title, ...lines])).toEqual([
      ['考核人', '刘洋', '2026-10-08 11:00'],
      ['本人意见', '王芳', '2026-10-09', '同意'],
    ]);
  });
});
