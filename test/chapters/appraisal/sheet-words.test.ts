import { inRows } from '../../../src/chapters/appraisal/sheet-words';

describe('8.4.2 long text under a sheet', () => {
  it('ends a row after a mark, or between words, and begins the next without a blank', () => {
    const scores = '来访满意度 18、电话转接准确率 15、邮件快递及时率 10、办公用品合规率 5';
    expect(inRows(scores, 40)).toEqual(['来访满意度 18、电话转接准确率 15、', '邮件快递及时率 10、办公用品合规率 5']);
    expect(inRows('Visitor satisfaction and phone accuracy', 22)).toEqual([
      'Visitor satisfaction ',
      'and phone accuracy',
    ]);
  });

  it('breaks what has neither where the row is full, and keeps paragraphs and every sign', () => {
    expect(inRows('一二三四五六七', 6)).toEqual(['一二三', '四五六', '七']);
    expect(inRows('一，二三四五', 8)).toEqual(['一，二三', '四五']);
    expect(inRows('第一段\n\n第二段', 40)).toEqual(['第一段', '第二段']);
  });
});
