import { codeOf, legend } from '../../../src/chapters/attendance/day-code';
import type { CodePart } from '../../../src/chapters/attendance/day-result';
import { leaveTypes, type LeaveKey } from '../../../src/office/leave-types';
import { languages } from '../../../src/kernel/words';

const types = Object.keys(leaveTypes) as LeaveKey[];

describe('6.3.1 the code of a day', () => {
  it('joins what applies', () => {
    const parts: readonly CodePart[] = [{ leave: 'annual', half: 'morning' }, 'late'];
    expect(languages.map((language) => codeOf(parts, language))).toEqual(['年上+迟', '年上+遲', 'ANN-am+L']);
    expect(codeOf([{ leave: 'sick', half: 'afternoon' }, 'halfUnrecorded'], 'zh')).toBe('病下+未½');
    expect(codeOf(['halfAbsent'], 'zh')).toBe('旷½');
    expect(codeOf([], 'zh')).toBe('');
  });

  it('names leave without 假 where that is clear', () => {
    expect(types.map((leave) => codeOf([{ leave }], 'zh')).join(' ')).toBe(
      '年 病 事 婚 产 产检 哺乳 陪产 育儿 丧 工伤 补休 公出 其他',
    );
  });
});

describe('6.3.1 the legend', () => {
  it('says each mark, and leave only where it occurs', () => {
    const marks = legend('zh', []).map(({ code }) => code);
    expect(marks.join(' ')).toBe('√ 迟 早 缺 旷 旷½ 未 未½ 重 休 假 节 班');
    expect(legend('zh', ['sick', 'annual', 'sick']).slice(-3)).toEqual([
      { code: '年', meaning: '年假' },
      { code: '病', meaning: '病假' },
      { code: '…上、…下', meaning: '上午、下午（半天）' },
    ]);
    expect(legend('en', ['outing'])[13]).toEqual({ code: 'OUT', meaning: 'Out on duty' });
  });

  it('has a different code for everything, in every language', () => {
    for (const language of languages) {
      const codes = legend(language, types).map(({ code }) => code);
      expect(codes).toHaveLength(13 + types.length + 1);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
});
