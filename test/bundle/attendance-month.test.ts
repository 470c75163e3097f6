// 6.3.1, 6.3.2 through the built code: the month's sheet with its formulas computed, confirmed and signed by link, locked.
import { attendance } from '../../src/chapters/attendance/attendance.register';
import { leaveFilings } from '../../src/chapters/attendance/leave-filings.register';
import { chapters } from '../../src/chapters';
import { serialOfMoment } from '../../src/kernel/civil';
import { layoutOf, rowOf } from '../../src/kernel/layout';
import type { Register } from '../../src/kernel/register';
import type { Values } from '../../src/kernel/values';
import { staff } from '../../src/office/staff.register';
import { exampleLeave, exampleRows } from '../chapters/attendance/month-office';
import { answerLink, blankOffice, livePage, people, requestId, settle, wizard, type Office } from './office';

/** The chapter comes with its daily part. */
const when = chapters.some(({ key }) => key === 'attendance') ? describe : describe.skip;

const caller = { email: people.office };
/** Rows of the head. */
const head = 4;
let office: Office;

const change = (...requests: object[]): unknown =>
  office.google.sheets.call('spreadsheets.batchUpdate', { spreadsheetId: office.id('desk') }, { requests }, caller);

/** Rows as they were written long ago. */
function fill(register: Register, rows: readonly Values[]): void {
  const layout = layoutOf(register, Object.keys(register.all), 'zh');
  const cells = rows.map((values, index) =>
    rowOf(layout, { no: `${register.serial}-2026-${String(index + 1).padStart(5, '0')}`, ...values }),
  );
  const valueOf = (cell: string | number | boolean) =>
    typeof cell === 'number' ? { numberValue: cell } : cell === '' ? undefined : { stringValue: String(cell) };
  const { sheetId } = register;
  change({ appendDimension: { sheetId, dimension: 'ROWS', length: rows.length } });
  change({
    updateCells: {
      start: { sheetId, rowIndex: 2, columnIndex: 0 },
      rows: cells.map((row) => ({ values: row.map((cell) => ({ userEnteredValue: valueOf(cell) })) })),
      fields: 'userEnteredValue',
    },
  });
}

interface Sheet {
  readonly properties: { readonly sheetId: number; readonly title: string };
  readonly protectedRanges?: readonly { readonly warningOnly?: boolean; readonly editors?: { users?: string[] } }[];
}
const sheets = (): readonly Sheet[] =>
  (
    office.google.sheets.call(
      'spreadsheets.get',
      { spreadsheetId: office.id('desk'), fields: 'sheets(properties,protectedRanges)' },
      undefined,
      caller,
    ) as { sheets: readonly Sheet[] }
  ).sheets;
const tab = (): Sheet => sheets().find(({ properties }) => properties.title === '考勤 综合部 2026-10')!;

/** The tab below its head. */
function cells(valueRenderOption = 'UNFORMATTED_VALUE'): (string | number)[][] {
  const answer = office.google.sheets.call(
    'spreadsheets.values.batchGetByDataFilter',
    { spreadsheetId: office.id('desk') },
    { dataFilters: [{ gridRange: { sheetId: tab().properties.sheetId } }], valueRenderOption },
    caller,
  ) as { valueRanges: { valueRange: { values: (string | number)[][] } }[] };
  return answer.valueRanges[0]!.valueRange.values.slice(head);
}

/** A person's row, or the totals, by heading. */
function row(first: string, shown = cells()): Readonly<Record<string, string | number>> {
  const found = shown.find(([cell]) => cell === first)!;
  return Object.fromEntries(shown[0]!.map((label, column) => [String(label), found[column] ?? '']));
}

const counted = {
  ...{
    应出勤天数: 18,
    实际出勤天数: 13.5,
    迟到次数: 2,
    迟到分钟: 16,
    早退次数: 1,
    早退分钟: 6,
    缺卡次数: 1,
    旷工天数: 1,
  },
  ...{ 年假: 0.5, 病假: 0.5, 事假: 1, 休息日出勤天数: 1, 法定节假日出勤天数: 1, 未登记天数: 1.5 },
};

when('6.3.1 the month’s sheet', () => {
  beforeEach(() => {
    office = blankOffice();
    settle(office, { ...wizard, hours: { ...wizard.hours, afternoonTo: '18:00' } });
    const { staffNo } = office.rows(staff.sheetId).find(({ name }) => name === '王芳')!;
    const entered = exampleRows.map((values) => ({ ...values, entry: `${String(values['day'])} ${String(staffNo)}` }));
    fill(attendance, entered);
    fill(leaveFilings, exampleLeave);
    office.setClock('2026-11-02T09:30');
    office.ask('front', 'report', { report: 'attendance-month', period: '2026-10' });
    office.job('jobs.everyMinute');
  });

  test('of the worked example, every total computed, and checked', () => {
    const [no = ''] = cells()
      .find(([, name]) => name === '王芳')!
      .map(String);
    expect(row(no)).toMatchObject(counted);
    expect(row('合计')).toMatchObject(counted);
    expect(row('核对')['实际出勤天数']).toBe('相符');
    expect([8, 9, 12, 13, 14, 15, 16, 17, 18, 19].map((day) => row(no)[String(day)])).toEqual([
      '√',
      '迟',
      '年上+迟',
      '缺',
      '旷',
      '事',
      '病下+未½',
      '班',
      '休',
      '未',
    ]);
  });

  test('is made again by a correction that is approved afterwards, and its person asked again', () => {
    const [no = ''] = cells()
      .find(([, name]) => name === '王芳')!
      .map(String);
    answerLink(office, office.tokenTo(people.front), 'confirm');
    expect([row(no)['9'], row(no)['本人确认']]).toEqual(['迟', '已确认']);
    const correction = { person: '王芳', day: '2026-10-09', in: '09:00', reason: '打卡机故障' };
    office.ask('front', 'create', { register: 'corrections', rows: [correction], requestId: requestId() });
    office.job('jobs.everyMinute');
    expect(answerLink(office, office.tokenTo(people.hr), 'approveHead').ok).toBe(true);
    office.askPage('kick', {});
    expect([row(no)['9'], row(no)['迟到次数'], row(no)['本人确认']]).toEqual(['√', 1, '待确认']);
  });

  test('follows what its people answer; signed by link it is locked, with what they had answered', () => {
    const [no = ''] = cells()
      .find(([, name]) => name === '王芳')!
      .map(String);
    expect([row(no)['本人确认'], row(no)['确认时间']]).toEqual(['待确认', '']);
    expect(answerLink(office, office.tokenTo(people.front), 'confirm').ok).toBe(true);
    const confirmedAt = expect.closeTo(serialOfMoment('2026-11-02T09:30'), 3) as number;
    expect([row(no)['本人确认'], row(no)['确认时间']]).toEqual(['已确认', confirmedAt]);
    const [month] = office.ask('front', 'find', { register: 'attendance-months' }).records;
    const step = { register: 'attendance-months', no: month!.no, transition: 'submit', requestId: requestId() };
    office.ask('front', 'transition', step);
    for (const _ of [1, 2]) office.job('jobs.everyMinute');
    const token = office.tokenTo(people.hr);
    livePage(office.askPage('page', { token }));
    expect(answerLink(office, token, 'sign').ok).toBe(true);
    expect(tab().protectedRanges!.map(({ warningOnly = false }) => warningOnly)).toEqual([true]);
    for (const _ of [1, 2]) office.job('jobs.everyMinute');
    expect(tab().protectedRanges!.map(({ warningOnly = false }) => warningOnly)).toEqual([false]);
    const shown = cells('FORMULA');
    expect([row(no, shown)['本人确认'], row(no, shown)['确认时间']]).toEqual(['已确认', confirmedAt]);
    expect(row(no)).toMatchObject(counted);
    expect(shown.flat().some((cell) => /^部门负责人签字：刘洋/.test(String(cell)))).toBe(true);
    const handover = office.mails(people.hr).at(-1)!;
    expect(handover.subject).toContain('考勤已报送');
    const { sheetId } = tab().properties;
    expect(handover.body).toContain(`/spreadsheets/d/${office.id('desk')}/edit#gid=${sheetId}`);
  });
});
