// HR's part of the board through the built code: the desk workbook and the restricted one in one answer, each to who may see it.
import { boardOf, create, newOffice, people, receive, step, type Office } from './office';

const slip = { person: '周琳', type: 'sick', firstDay: '2026-10-09', lastDay: '2026-10-09', reason: '发热' };

let office: Office;
beforeEach(() => {
  office = newOffice();
});

describe('6.2.2, 8.3 HR’s day', () => {
  test('stands on HR’s board, and with words where there is nothing', () => {
    receive(office);
    const { sections } = office.ask('hr', 'board', {});
    expect(sections.map(({ key, empty, starts = [] }) => [key, empty, ...starts.map(({ label }) => label)])).toEqual([
      ['leave-waiting', '没有待审批的请假条。'],
      ['appraisal-rounds', '没有进行中的考核轮次。', '发起 2026Q3 考核轮次'],
    ]);
    create(office, 'leave', slip, 'hr');
    create(office, 'appraisal-rounds', { quarter: '2026Q3' }, 'hr');
    expect(boardOf(office, 'hr')).toMatchObject({
      'leave-waiting': ['周琳、病假'],
      'appraisal-rounds': ['2026Q3 · 1 人未办结 · 缺 3 份材料'],
      'appraisal-summaries': ['王芳 · 2026-10-16 前'],
    });
  });

  test('a slip that is approved leaves it when its proof has been seen', () => {
    const { no } = create(office, 'leave', slip, 'hr');
    office.askPage('kick', {});
    const token = office.tokenTo(people.head);
    office.askPage('answer', { token, answer: 'approveHead', input: {}, requestId: 'approve-the-slip' });
    expect(boardOf(office, 'hr')).toMatchObject({ 'leave-proofs': ['周琳、病假 · 休假中'] });
    step(office, 'leave', no, 'proofSeen', { proofSeen: '病假单，3 号夹' }, 'hr');
    expect(boardOf(office, 'hr')).not.toHaveProperty('leave-proofs');
  });

  test('none of it is for the front desk, whose account cannot open the restricted workbook', () => {
    create(office, 'leave', slip, 'hr');
    create(office, 'appraisal-rounds', { quarter: '2026Q3' }, 'hr');
    expect(office.google.sheets.accessOf(office.id('restricted'), people.front)).toBeUndefined();
    const board = office.ask('front', 'board', {});
    expect(board.warnings).toEqual([]);
    expect(JSON.stringify(board)).not.toMatch(/病假|2026Q3|QJ-|KH-/);
  });

  test('says when the restricted workbook is closed to HR, and shows the rest', () => {
    receive(office);
    create(office, 'tasks', { givenBy: '赵敏', content: '换海报', dueOn: '2026-10-12', assignee: '刘洋' });
    office.google.state.properties.script['workbook.restricted'] = 'a workbook of somebody else';
    const { sections, warnings } = office.ask('hr', 'board', {});
    expect(sections.map(({ key }) => key)).toContain('duties-tasks');
    expect(warnings.join('')).toContain('受限表格打不开');
  });
});
