import { auditTab } from '../../src/kernel/kernel-tabs';
import { maskedLine, auditCells, auditLineOf } from '../../src/kernel/audit';
import { compareWithLog } from '../../src/api/nightly';
import { agency, visitor, type Agency } from './agency';

const visits = 2101;

/** A visit that went its way, a call with a promised reply, a message that was seen; the workbook as people left it. */
function afterADay(): { office: Agency; no: string } {
  const office = agency();
  const at = (time: string) => office.ports.setNow(`2026-10-09T${time}:00`);
  const rows = [visitor];
  const { records } = office.ask('王芳', 'create', { register: 'visits', rows, requestId: 'request-1' });
  const no = records[0]!.no;
  office.sendMail();
  at('09:35');
  const token = office.token('chenjing@example.org');
  office.ask('public', 'answer', { token, answer: 'hostComing', requestId: 'request-2' });
  const call = { caller: '孙先生', subject: '场地', kind: 'enquiry', for: '陈静', outcome: 'promised' };
  office.ask('王芳', 'create', { register: 'calls', rows: [call], requestId: 'request-3' });
  const note = { to: '陈静', from: '孙先生', content: '请回电', urgent: true };
  office.ask('王芳', 'create', { register: 'messages', rows: [note], requestId: 'request-4' });
  office.sendMail();
  office.type('visits', 3, [{ ...visitor, visitor: '马先生', arrivedAt: '2026-10-09T09:10' }]);
  office.edited('visits', 3, 4);
  at('18:30');
  return { office, no };
}
const row = (office: Agency, no: string): number => office.record('visits', no).row;
const typeOver = (office: Agency, no: string, column: string, cell: string): void =>
  office.ports.people('desk').type(visits, row(office, no), office.column('visits', column), [[cell]]);

describe('the nightly comparison with the audit log', () => {
  test('finds nothing in records that only went their way', () => {
    const { office } = afterADay();
    const before = office.ports.snapshot();
    expect(compareWithLog(office.machine('clock'), 'desk')).toBe(0);
    expect(compareWithLog(office.machine('clock'), 'restricted')).toBe(0);
    expect(office.ports.snapshot()).toBe(before);
  });

  test('puts back what was typed while Google told nobody, also on closed records, and notes it on the cell', () => {
    const { office, no } = afterADay();
    const { values } = office.record('visits', no);
    office.ask('王芳', 'transition', { register: 'visits', no, transition: 'leave', requestId: 'request-9' });
    typeOver(office, no, 'state', '已取消');
    typeOver(office, no, 'hostAnswer', '');
    typeOver(office, no, 'reached', '是');
    typeOver(office, no, 'visitor', '林女士（更正）');
    office.evening();
    expect(office.record('visits', no).values).toMatchObject({
      state: 'left',
      hostAnswer: values['hostAnswer'],
      reached: null,
      visitor: '林女士（更正）',
    });
    const note = office.ports.note('desk', visits, row(office, no), office.column('visits', 'state'));
    expect(note).toContain('已还原');
    expect(office.chainBreak()).toBeUndefined();
    expect(compareWithLog(office.machine('clock'), 'desk')).toBe(0);
  });

  test('goes by the record, wherever the row has been sorted to', () => {
    const { office, no } = afterADay();
    typeOver(office, no, 'state', '已取消');
    office.ports.people('desk').sort(visits, office.column('visits', 'visitor'), false);
    expect(compareWithLog(office.machine('clock'), 'desk')).toBe(1);
    expect(office.record('visits', no).values['state']).toBe('here');
  });

  test('takes what a command did meanwhile for true', () => {
    const { office, no } = afterADay();
    // The log has been read; the rows are read next.
    office.ports.before('read', 4, () => {
      office.ask('王芳', 'transition', { register: 'visits', no, transition: 'leave', requestId: 'request-9' });
    });
    compareWithLog(office.machine('clock'), 'desk');
    expect(office.record('visits', no).values['state']).toBe('left');
  });

  test('waits when Google asks to slow down, and goes on', () => {
    const { office, no } = afterADay();
    typeOver(office, no, 'state', '已取消');
    for (const nth of [2, 3, 4]) office.ports.fault({ on: 'read', nth, kind: 'throttled' });
    expect(compareWithLog(office.machine('clock'), 'desk')).toBe(1);
    expect(office.record('visits', no).values['state']).toBe('here');
  });

  test('leaves alone what the log cannot tell', () => {
    const { office, no } = afterADay();
    const lines = office.ports.cells('desk', auditTab.sheetId).slice(1).map(auditLineOf);
    const masked = lines.map((line) => auditCells(maskedLine(line)));
    office.ports.people('desk').type(auditTab.sheetId, 1, 0, masked);
    const { values } = office.record('visits', no);
    expect(compareWithLog(office.machine('clock'), 'desk')).toBe(0);
    expect(office.record('visits', no).values).toEqual(values);
  });
});

test('an edit is not taken for wrong because its record is older than the lines looked through', () => {
  const { office, no } = afterADay();
  // As if the beginning of the log were out of reach: nothing is known of the record but its last step.
  const lines = office.ports.cells('desk', auditTab.sheetId).slice(1).map(auditLineOf);
  const foreign = lines.map((line) =>
    auditCells(line.no === no && line.transition === 'create' ? { ...line, no: 'LF-2020-00001' } : line),
  );
  office.ports.people('desk').type(auditTab.sheetId, 1, 0, foreign);
  office.edited('visits', row(office, no), row(office, no) + 1);
  expect(office.record('visits', no).values).toMatchObject({ state: 'here', attendant: '陈静', hostAnswer: 'coming' });
});
