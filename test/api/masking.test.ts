import { compareWithLog } from '../../src/api/nightly';
import { auditTab, beforeTab, outboxTab } from '../../src/kernel/kernel-tabs';
import { settingOf } from '../../src/office/settings';
import { agency, product, visitor, type Agency, type AgencyOptions } from './agency';

/** In January 2024 a visitor and a caller, whose visit was rated; in December 2025 another visitor. */
function oldAndNew(options: AgencyOptions = {}): { office: Agency; old: string; young: string } {
  const office = agency({ now: '2024-01-10T10:00:00', ...options });
  let asked = 0;
  const create = (who: '王芳' | '刘洋', register: string, row: object): string =>
    office.ask(who, 'create', { register, rows: [row as never], requestId: `request-${(asked += 1)}` }).records[0]!.no;
  const old = create('王芳', 'visits', { ...visitor, email: 'lin@example.com', note: '带了伞' });
  office.ask('王芳', 'transition', { register: 'visits', no: old, transition: 'leave', requestId: 'request-leave' });
  create('王芳', 'calls', {
    caller: '孙先生',
    subject: '借场地',
    phone: '13711112222',
    kind: 'other',
    outcome: 'answered',
  });
  create('刘洋', 'feedback', { visit: old, score: 4, way: 'interview', comment: '王芳很热情' });
  office.ports.setNow('2025-12-10T10:00:00');
  const young = create('王芳', 'visits', { ...visitor, visitor: '马先生', phone: '13600001111' });
  office.ports.setNow('2026-02-02T08:00:00');
  return { office, old, young };
}
const everything = (office: Agency): string => office.ports.snapshot();
const secrets = [
  '林女士',
  '蓝天公司',
  '13912345678',
  '洽谈合作',
  'lin@example.com',
  '带了伞',
  '孙先生',
  '13711112222',
  '王芳很热情',
];
const known = (office: Agency): readonly string[] => secrets.filter((secret) => everything(office).includes(secret));

describe('9.1 personal data past its keep time', () => {
  test('is masked in the tabs, the audit logs and the copies of changed rows, once its 24 months are over', () => {
    const { office, old, young } = oldAndNew();
    const before = office.record('visits', old).values;
    // The other visitor is of the same firm, with the same purpose.
    office.type('visits', office.record('visits', young).row, [{ organisation: '远山学校', purpose: '参观' }]);
    office.morning();
    const { values } = office.record('visits', old);
    expect(values).toMatchObject({
      visitor: '（已遮蔽）',
      organisation: '（已遮蔽）',
      phone: null,
      email: null,
      note: '（已遮蔽）',
    });
    for (const key of ['no', 'host', 'people', 'arrivedAt', 'leftAt', 'state', 'receivedBy', 'history']) {
      expect(values[key]).toEqual(before[key]);
    }
    expect(office.records('feedback')[0]!.values).toMatchObject({ score: 4, comment: '（已遮蔽）' });
    expect(known(office).filter((secret) => !['蓝天公司', '洽谈合作'].includes(secret))).toEqual([]);
    expect(everything(office)).toContain('马先生');
  });

  test('is forgotten in the outbox, too, where it says why a letter did not go', () => {
    const { office, old, young } = oldAndNew();
    const error = outboxTab.columns.indexOf('error');
    const rows = office.ports.cells('desk', outboxTab.sheetId);
    const rowOf = (no: string): number => rows.findIndex((cells) => cells[5] === no);
    for (const no of [old, young])
      office.ports.people('desk').type(outboxTab.sheetId, rowOf(no), error, [['Invalid email: lin@example.com']]);
    office.ports.setNow('2026-01-02T08:00:00');
    office.morning();
    const reasons = office.ports.cells('desk', outboxTab.sheetId);
    expect([old, young].map((no) => reasons[rowOf(no)]![error] ?? '')).toEqual(['', 'Invalid email: lin@example.com']);
  });

  test('leaves the chains whole, and says in the log that it was masked', () => {
    const { office, old } = oldAndNew();
    office.morning();
    expect(office.chainBreak('desk')).toBeUndefined();
    expect(office.chainBreak('restricted')).toBeUndefined();
    const lines = office.ports.cells('desk', auditTab.sheetId).filter((line) => line[6] === old && line[8] === 'mask');
    expect(lines).toHaveLength(1);
    expect(office.ports.cells('desk', beforeTab.sheetId)).toEqual([]);
  });

  test('stays as it is when the month’s run comes again, or breaks off and goes on', () => {
    const { office } = oldAndNew();
    office.ports.fault({ on: 'commit', nth: 3, kind: 'refused' });
    expect(() => office.morning()).toThrow();
    expect(known(office)).not.toEqual([]);
    office.morning();
    expect(known(office).filter((secret) => !['蓝天公司', '洽谈合作'].includes(secret))).toEqual([]);
    const masked = office.ports.cells('desk', 2101);
    office.ports.setNow('2026-03-02T08:00:00');
    office.morning();
    expect(office.ports.cells('desk', 2101)).toEqual(masked);
    expect(office.chainBreak('desk')).toBeUndefined();
  });

  test('is looked for once a month', () => {
    const { office } = oldAndNew();
    office.morning();
    office.ports.setNow('2026-02-03T08:00:00');
    office.ports.calls.length = 0;
    office.morning();
    expect(office.ports.calls.length).toBeLessThanOrEqual(4);
  });

  test('goes by the settings', () => {
    const { office, old, young } = oldAndNew({ settings: { 'keep.visits': 1 } });
    office.morning();
    expect([old, young].map((no) => office.record('visits', no).values['visitor'])).toEqual([
      '（已遮蔽）',
      '（已遮蔽）',
    ]);
    const longer = oldAndNew({ settings: { 'keep.visits': 36 } });
    longer.office.morning();
    expect(longer.office.record('visits', longer.old).values['visitor']).toBe('林女士');
  });

  test('leaves the log also of records whose rows were deleted', () => {
    const { office, old } = oldAndNew();
    office.ports.people('desk').deleteRows(2101, office.record('visits', old).row, 1);
    expect(known(office)).toContain('林女士');
    office.morning();
    expect(known(office)).not.toContain('林女士');
    expect(office.chainBreak('desk')).toBeUndefined();
  });

  test('nobody is asked for it again, and the nightly comparison agrees', () => {
    const { office, old } = oldAndNew();
    office.morning();
    const { row } = office.record('visits', old);
    office.edited('visits', row, row + 1);
    expect(office.record('visits', old).values['check']).toBeNull();
    expect(compareWithLog(office.machine('clock'), 'desk')).toBe(0);
  });

  test('waits for another morning when the workbook is busy', () => {
    const { office, old } = oldAndNew();
    office.ports.before('commit', 1, () => office.ports.holdLock(1));
    office.morning();
    expect(office.record('visits', old).values['visitor']).toBe('林女士');
    office.ports.setNow('2026-02-03T08:00:00');
    office.morning();
    expect(office.record('visits', old).values['visitor']).toBe('（已遮蔽）');
  });
});

test('every register with personal columns has a keep time, and a setting that begins with it', () => {
  const personal = product.registers.filter(({ columns }) => Object.values(columns).some((one) => one.personal));
  expect(personal.length).toBeGreaterThan(3);
  for (const { key, keep } of personal) expect([key, settingOf(`keep.${key}`)?.preset]).toEqual([key, keep!.months]);
});
