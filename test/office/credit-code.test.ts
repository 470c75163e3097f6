import { checkCharacter, creditCode, isCreditCode } from '../../src/office/credit-code';
import { faultOf } from '../../src/kernel/columns';
import { factsOf } from './office-rows';

const column = creditCode({ zh: '代码', en: 'Code' });
const fault = (input: string) => faultOf(column, column.fromInput(input), factsOf())?.words.en;

describe('3.3.3 the unified social credit code of a supplier (GB 32100-2015)', () => {
  // The standard's own example, and the licences of two companies whose codes are public.
  test.each(['91350100M000100Y43', '914403001922038216', '9144030071526726XG'])('%s is right', (code) => {
    expect(isCreditCode(code)).toBe(true);
    expect(checkCharacter(code)).toBe(code[17]);
    expect(fault(code)).toBeUndefined();
  });

  test('one wrong character or two changed places are found', () => {
    expect(fault('91350100M000100Y44')).toMatch(/check character/);
    expect(fault('91350100M000100Y53')).toMatch(/check character/);
    expect(fault('91351000M000100Y43')).toMatch(/check character/);
  });

  test('length and letters that the code never uses are told apart from the check character', () => {
    expect(fault('91350100M000100Y4')).toMatch(/18 digits/);
    expect(fault('91350100M0001O0Y43')).toMatch(/18 digits/);
    expect(fault('9135010XM000100Y43')).toMatch(/18 digits/);
  });

  test('is read as people type it', () => {
    expect(column.fromInput(' ９１３５０１００ m000100y-43 ')).toBe('91350100M000100Y43');
    expect(column.fromCell('91350100m000100y43', 'zh')).toBe('91350100M000100Y43');
    expect(column.fromInput('')).toBeNull();
  });
});
