import { amountInWords } from '../../src/kernel/amount-in-words';

describe('an amount written out', () => {
  test.each([
    [0, '零元整'],
    [0.05, '伍分'],
    [0.5, '伍角整'],
    [10, '壹拾元整'],
    [618.6, '陆佰壹拾捌元陆角整'],
    [1005.07, '壹仟零伍元零柒分'],
    [1.23, '壹元贰角叁分'],
    [10_500, '壹万零伍佰元整'],
    [105_000, '壹拾万伍仟元整'],
    [100_000_001, '壹亿零壹元整'],
    [20_030_400.99, '贰仟零叁万零肆佰元玖角玖分'],
    [1e12, undefined],
    [-1, undefined],
  ])('%p is %p', (amount, said) => {
    expect(amountInWords(amount, 'zh')).toBe(said);
  });

  test('not in English', () => {
    expect(amountInWords(10, 'en')).toBeUndefined();
  });
});
