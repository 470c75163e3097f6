import { auditTab, beforeTab, openTab, outboxTab, requestsTab } from '../../../src/kernel/kernel-tabs';
import { office } from '../../../src/office';
import { annual, chapter, leaveDesk } from './leave-desk';

const sick = annual('2026-10-12', {
  lastDay: '2026-10-13',
  type: 'sick',
  reason: '颈椎手术',
  proof: 'https://example.org/证明',
});
const filings = (desk: ReturnType<typeof leaveDesk>) => desk.made.records('leave-filings');
const registers = [...office.registers, ...chapter.registers].filter(({ workbook }) => workbook === 'desk');
/** Everything that stands in tabs of the desk workbook. */
const standing = (desk: ReturnType<typeof leaveDesk>, tabs: readonly { readonly sheetId: number }[]): string =>
  JSON.stringify(tabs.map(({ sheetId }) => desk.made.ports.cells('desk', sheetId)));

describe.each([
  ['two workbooks', false],
  ['everything in one workbook', true],
])('6.2.2 filed with the front desk: %s', (_, alone) => {
  const approved = () => {
    const desk = leaveDesk({ alone });
    desk.file('leave', '周琳', sick);
    desk.decide('陈静', 'approveHead', { comment: '好好休养' });
    return desk;
  };

  test('an approved slip is filed: who, which leave, from when to when, by whose approval', () => {
    const desk = approved();
    expect(filings(desk)).toHaveLength(1);
    expect(desk.filing()).toMatchObject({
      no: 'QB-2026-00001',
      person: '周琳',
      type: 'sick',
      firstDay: '2026-10-12',
      firstHalf: 'whole',
      lastDay: '2026-10-13',
      lastHalf: 'whole',
      days: 2,
      approvedBy: '陈静',
      slip: 'QJ-2026-00001',
      state: 'filed',
    });
    expect(desk.leavesOf('周琳')).toBe('QJ-2026-00001 sick 2026-10-12 whole 2026-10-13 whole');
    expect(desk.made.ask('王芳', 'find', { register: 'leave-filings' }).records).toHaveLength(1);
    expect(desk.made.chainBreak('desk') ?? (alone ? undefined : desk.made.chainBreak('restricted'))).toBeUndefined();
  });

  test('ordered again, nothing is written twice', () => {
    const desk = approved();
    const workbook = alone ? 'desk' : 'restricted';
    const tabs = alone ? registers : [...registers, auditTab];
    const before = standing(desk, tabs);
    const rows = desk.made.ports.cells(workbook, outboxTab.sheetId).length;
    const cells = [
      'again',
      '2026-10-09T09:40:00',
      'effect',
      'leave-filing',
      'leave',
      'QJ-2026-00001',
      2,
      '',
      'waiting',
    ];
    desk.made.ports.people(workbook).type(outboxTab.sheetId, rows, 0, [cells]);
    desk.made.ports.setNow('2026-10-09T11:00:00');
    desk.made.sendMail();
    expect(standing(desk, tabs)).toBe(before);
    expect(desk.made.ports.cells(workbook, outboxTab.sheetId)[rows]![8]).toBe('sent');
  });

  test('the board says who is away, to the front desk and HR', () => {
    const desk = approved();
    desk.made.ports.setNow('2026-10-13T09:00:00');
    const sections = desk.made.ask('王芳', 'board', {}).sections;
    expect(sections.find(({ key }) => key === 'leave-today')!.lines).toMatchObject([
      { quiet: '2026-10-12 – 2026-10-13' },
    ]);
    expect(desk.made.ask('陈静', 'board', {}).sections.some(({ key }) => key === 'leave-today')).toBe(false);
  });

  test('some time after the last day it is over, and out of the staff tab; a day before it is not', () => {
    const desk = approved();
    desk.made.ports.setNow('2026-11-22T18:30:00');
    desk.made.evening();
    expect([desk.filing()!['state'], desk.leavesOf('周琳')]).toEqual(['filed', expect.stringContaining('QJ-')]);
    desk.made.ports.setNow('2026-11-23T18:30:00');
    desk.made.evening();
    expect([desk.filing()!['state'], desk.leavesOf('周琳')]).toEqual(['ended', null]);
    expect(desk.made.open()).not.toContain('QB-2026-00001');
  });
});

describe('6.2.2 what the desk does not learn', () => {
  test('neither the reason nor the proof, nor what was said about it', () => {
    const desk = leaveDesk();
    desk.file('leave', '周琳', sick);
    desk.decide('陈静', 'approveHead', { comment: '好好休养' });
    desk.act('周琳', 'requests', 'askChange', { change: 'cancel', changeReason: '手术推迟' });
    desk.decide('陈静', 'approveHead');
    expect(desk.filing()!['state']).toBe('cancelled');
    for (const secret of ['颈椎手术', 'example.org/证明', '好好休养', '手术推迟']) {
      expect(standing(desk, [...registers, auditTab, outboxTab, openTab, requestsTab, beforeTab])).not.toContain(
        secret,
      );
    }
    const toFront = desk.made.ports.sent.filter(({ to }) => /wangfang|liqiang/.test(to));
    expect(toFront).toEqual([]);
  });

  test('a slip that was typed over after its approval is not filed', () => {
    const desk = leaveDesk();
    const no = desk.enter('leave', { person: '周琳', ...sick });
    const step = { register: 'leave', no, transition: 'approveHead', requestId: 'request-approve' };
    desk.made.ask('陈静', 'transition', step);
    desk.made.type('leave', 2, [{ lastDay: '2026-12-31' }]);
    desk.made.sendMail();
    expect([desk.filing(), desk.leavesOf('周琳')]).toEqual([undefined, null]);
  });

  test('of two people’s leave each keeps their own line', () => {
    const desk = leaveDesk();
    desk.file('leave', '周琳', annual('2026-10-20'));
    desk.decide('陈静', 'approveHead');
    desk.file('leave', '周琳', annual('2026-10-12'));
    desk.decide('陈静', 'approveHead');
    desk.file('leave', '王芳', annual('2026-10-12'));
    desk.decide('刘洋', 'approveHead');
    expect(desk.leavesOf('周琳')).toBe(
      'QJ-2026-00002 annual 2026-10-12 whole 2026-10-12 whole\nQJ-2026-00001 annual 2026-10-20 whole 2026-10-20 whole',
    );
    expect(desk.leavesOf('王芳')).toBe('QJ-2026-00003 annual 2026-10-12 whole 2026-10-12 whole');
    desk.act('周琳', 'requests', 'askChange', { change: 'cancel', changeReason: '不休了' });
    desk.decide('陈静', 'approveHead');
    expect(String(desk.leavesOf('周琳')).split('\n')).toHaveLength(1);
  });
});
