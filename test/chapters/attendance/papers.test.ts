import { annual, leaveDesk } from './leave-desk';

const monday = '2026-10-12';
const signed = (boxes: readonly { readonly title: string; readonly lines: readonly string[] }[]) =>
  boxes.map(({ title, lines }) => [title, ...lines]);

describe('6.2.2 请假条 on paper', () => {
  test('says who asked and from where, for when, and how the head approved', () => {
    const desk = leaveDesk();
    expect(desk.file('leave', '周琳', annual(monday)).ok).toBe(true);
    desk.decide('陈静', 'approveHead');
    const { paper } = desk.made.ask('刘洋', 'record', { register: 'leave', no: 'QJ-2026-00001' });
    expect(paper!.title).toBe('请假条');
    expect(paper!.head.slice(0, 5).map(({ label, text }) => [label, text])).toEqual([
      ['请假人', '周琳'],
      ['部门', '社工部'],
      ['假别', '年假'],
      ['天数', '1'],
      ['开始日期', monday],
    ]);
    expect(paper!.head.map(({ label }) => label)).not.toContain('变更');
    expect(paper!.table).toBeUndefined();
    expect(signed(paper!.boxes)).toEqual([
      ['请假人', '周琳', '2026-10-09 09:30', '提交'],
      ['部门负责人', '陈静', '同意 2026-10-09 09:30', '邮件链接确认'],
    ]);
  });

  test('says so where HR has entered it', () => {
    const desk = leaveDesk();
    const no = desk.enter('leave', { person: '周琳', ...annual(monday) });
    const { paper } = desk.made.ask('刘洋', 'record', { register: 'leave', no });
    expect(signed(paper!.boxes)).toEqual([['请假人', '周琳', '2026-10-09 09:30', '刘洋 代填'], ['部门负责人']]);
  });
});

describe('6.2.3 补卡申请单 on paper', () => {
  test('has the times as they were and as they are to be', () => {
    const desk = leaveDesk();
    const recorded = { person: '周琳', day: '2026-10-08', in: '09:20', out: '17:35', reason: '早上外勤' };
    desk.enter('attendance', recorded, '王芳');
    const row = { person: '周琳', day: '2026-10-08', in: '08:58', reason: '忘记打卡' };
    const no = desk.enter('corrections', row, '王芳');
    const { paper } = desk.made.ask('王芳', 'record', { register: 'corrections', no });
    expect(paper!.head.map(({ label, text }) => [label, text])).toEqual(
      expect.arrayContaining([
        ['原来的登记', expect.stringContaining('09:20')],
        ['到岗', '08:58'],
        ['原因', '忘记打卡'],
      ]),
    );
    expect(signed(paper!.boxes)[1]).toEqual(['部门负责人']);
  });
});
