import { attendanceConfirmations } from '../../../src/chapters/attendance/attendance-confirmations.register';
import { attendanceMonths } from '../../../src/chapters/attendance/attendance-months.register';
import { attendance } from '../../../src/chapters/attendance/attendance.register';
import type { Cell, Values } from '../../../src/kernel/values';
import {
  attended,
  columnAt,
  computed,
  exampleLeave,
  exampleRows,
  filed,
  monthOffice,
  regular,
  tonesOf,
} from './month-office';

const sheet = '考勤 综合部 2026-10';

/** The row of a person, by heading. */
function lineOf(cells: readonly (readonly Cell[])[], name: string): Readonly<Record<string, Cell>> {
  const row = cells.findIndex(([, who]) => who === name);
  const head = cells.find(([first]) => first === '工号')!;
  return Object.fromEntries(head.map((label, column) => [String(label), computed(cells, row, column)]));
}
const totals = ['应出勤天数', '实际出勤天数', '迟到次数', '迟到分钟', '早退次数', '早退分钟', '缺卡次数', '旷工天数'];
const after = ['休息日出勤天数', '法定节假日出勤天数', '未登记天数', '备注', '本人确认', '确认时间'];

describe('6.3.1 the worked example, October 2026 of person A', () => {
  const office = monthOffice();
  office.make();
  const cells = office.tab(sheet);

  it('has the columns that HR knows, in their order, and weekdays under the days', () => {
    expect(cells[0]).toEqual([
      ...['工号', '姓名', '部门'],
      ...Array.from({ length: 31 }, (_, index) => index + 1),
      ...totals,
      ...['年假', '病假', '事假'],
      ...after,
    ]);
    expect(cells[1]!.slice(3, 13)).toEqual([
      '四\n节',
      '五\n节',
      '六\n节',
      '日\n假',
      '一\n假',
      '二\n假',
      '三\n假',
      '四',
      '五',
      '六\n补班',
    ]);
  });

  it('day by day', () => {
    const days = cells[2]!.slice(3, 34);
    expect(days.slice(0, 7)).toEqual(['节', '班', '节', '假', '假', '假', '假']);
    expect(days.slice(7, 12)).toEqual(['√', '迟', '早', '休', '年上+迟']);
    expect(days.slice(12, 19)).toEqual(['缺', '旷', '事', '病下+未½', '班', '休', '未']);
    expect(days.slice(19)).toEqual(['√', '√', '√', '√', '休', '休', '√', '√', '√', '√', '√', '休']);
  });

  it('total by total, what was worked computed by the sheet itself', () => {
    const line = lineOf(cells, '王芳');
    expect([...totals, '年假', '病假', '事假', ...after.slice(0, 3)].map((key) => line[key])).toEqual([
      ...[18, 13.5, 2, 16, 1, 6, 1, 1],
      ...[0.5, 0.5, 1],
      ...[1, 1, 1.5],
    ]);
    expect(String(cells[2]![columnAt(cells, '实际出勤天数')])).toMatch(/^=[A-Z]+7(-[A-Z]+7)+$/);
    expect(cells[2]![columnAt(cells, '本人确认')]).toContain('"2026-10 综合部 v1 A01"');
  });

  it('tints what nobody recorded red, and free days by what they are', () => {
    const tones = tonesOf(office.plan(sheet), 2).slice(3, 34);
    expect([0, 1, 3, 7, 8, 15, 16, 18].map((at) => tones[at])).toEqual([
      'active',
      'active',
      'off',
      undefined,
      'waiting',
      'late',
      'active',
      'late',
    ]);
  });

  it('is checked, signed for and explained below', () => {
    const [total, check, link] = cells.slice(4);
    expect([total![0], check![0]]).toEqual(['合计', '核对']);
    expect(check![columnAt(cells, '实际出勤天数')]).toMatch(
      /^=IF\(AND\([A-Z]+9=\d+(\.5)?,[A-Z]+9=\d+(\.5)?\),"相符","不符"\)$/,
    );
    // Beside the frozen columns, at which Google cuts text.
    expect(String(link![2])).toContain('看考勤记录：第 3 至 ');
    expect(cells.flat().filter((cell) => String(cell).startsWith('部门负责人签字：'))).toHaveLength(1);
    const legend = cells.flat().filter((cell) => String(cell).startsWith('图例：'));
    expect(legend.join()).toContain('病 病假');
    // On one line they would not fit the page.
    expect(legend.length).toBeGreaterThan(1);
  });

  it('prints on A4 across, with its head on every page', () => {
    const plan = office.plan(sheet);
    expect([plan.frozenRows, plan.frozenColumns]).toEqual([6, 2]);
    expect(plan.rows.flat().some((cell) => typeof cell === 'object' && cell.prints === 'landscape')).toBe(true);
  });
});

describe('6.3.1 the records that go with a sheet', () => {
  it('are one of the month, and one of each person, asked to confirm', () => {
    const office = monthOffice();
    office.make();
    const [month] = office.records(attendanceMonths);
    expect(month!.values).toMatchObject({
      ...{ month: '2026-10', department: '综合部', version: 1, sheet, people: 2, confirmations: 0, state: 'made' },
    });
    expect(office.records(attendanceConfirmations).map(({ values }) => [values['person'], values['state']])).toEqual([
      ['王芳', 'asked'],
      ['李强', 'asked'],
    ]);
    expect(office.records(attendanceConfirmations)[0]!.values['summary']).toBe(
      '应出勤 18 天、实际出勤 13.5 天、迟到 2 次 16 分钟、早退 1 次 6 分钟、缺卡 1 次、旷工 1 天、年假 0.5 天、病假 0.5 天、事假 1 天、休息日出勤 1 天、法定节假日出勤 1 天、未登记 1.5 天\n' +
        '1 节、2 班、3 节、4 假、5 假、6 假、7 假、8 √、9 迟、10 早、11 休、12 年上+迟、13 缺、14 旷、15 事、16 病下+未½、17 班、18 休、19 未、20 √、21 √、22 √、23 √、24 休、25 休、26 √、27 √、28 √、29 √、30 √、31 休',
    );
  });

  it('made again, tell the same, and the sheet is the same cell by cell', () => {
    const office = monthOffice();
    office.make();
    const [cells, people] = [office.tab(sheet), office.records(attendanceConfirmations)];
    office.make();
    expect(office.tab(sheet)).toEqual(cells);
    expect(office.records(attendanceConfirmations)).toEqual(people);
    expect(office.records(attendanceMonths)).toHaveLength(1);
  });

  it('made late, or asked for one department only, it is the same tab', () => {
    const office = monthOffice();
    office.make();
    const cells = office.tab(sheet);
    office.differ({ now: '2027-02-01T23:50:00' });
    office.make({ subject: '综合部' });
    expect(office.titles()).toEqual([sheet]);
    expect(office.tab(sheet)).toEqual(cells);
  });

  it('rows entered in November for October count, those of other months do not', () => {
    const late = [
      attended('李强', '2026-10-08', '09:00-18:00', { recordedAt: '2026-11-01T10:00' }),
      attended('李强', '2026-11-02', '09:00-18:00'),
      attended('李强', '2026-09-30', '09:00-18:00'),
    ];
    const office = monthOffice([...exampleRows, ...late]);
    office.make();
    const line = lineOf(office.tab(sheet), '李强');
    expect([line['实际出勤天数'], line['未登记天数']]).toEqual([1, 17]);
  });
});

describe('6.3.1 who is on it', () => {
  it('several people, whose totals add up', () => {
    const office = monthOffice(
      [...exampleRows, ...regular('李强', ['2026-10-30'])],
      [...exampleLeave, filed('李强', 'maternity', '2026-10-30', { lastDay: '2026-11-20' })],
    );
    office.make();
    const cells = office.tab(sheet);
    const [one, other] = [lineOf(cells, '王芳'), lineOf(cells, '李强')];
    expect([other['应出勤天数'], other['产假'], other['实际出勤天数']]).toEqual([18, 2, 17]);
    const total = cells.findIndex(([first]) => first === '合计');
    for (const key of [...totals, '年假', '产假', '未登记天数']) {
      expect([key, computed(cells, total, columnAt(cells, key))]).toEqual([key, Number(one[key]) + Number(other[key])]);
    }
    for (const line of [one, other]) {
      const leave = ['年假', '病假', '事假'].reduce((sum, key) => sum + Number(line[key]), 0);
      const rest = leave + Number(line['旷工天数']) + Number(line['未登记天数']);
      const maternity = line === other ? 1 : 0;
      expect(line['应出勤天数']).toBe(Number(line['实际出勤天数']) + rest + maternity);
    }
  });

  it('who joined or left in the month, for the days they were employed; who was gone before, not', () => {
    const office = monthOffice([...regular('王芳'), ...regular('李强')], [], {
      staff: { 王芳: { joinedOn: '2026-10-19' }, 李强: { leftOn: '2026-10-16' } },
    });
    office.make();
    const cells = office.tab(sheet);
    expect([lineOf(cells, '王芳')['应出勤天数'], lineOf(cells, '李强')['应出勤天数']]).toEqual([10, 8]);
    expect(cells[2]!.slice(3, 21).every((cell) => cell === '')).toBe(true);
    const other = monthOffice(regular('王芳'), [], { staff: { 李强: { leftOn: '2026-09-30' } } });
    other.make();
    expect(
      other
        .tab(sheet)
        .filter(([no]) => /^A\d/.test(String(no)))
        .map(([, name]) => name),
    ).toEqual(['王芳']);
  });

  it('everybody, a tab a department, where the agency has it so', () => {
    const office = monthOffice(exampleRows, [], { settings: { 'attendance.scope': 'all' } });
    office.make();
    expect(office.titles()).toEqual(['考勤 社工部 2026-10', sheet]);
    expect(office.records(attendanceMonths).map(({ values }) => [values['department'], values['people']])).toEqual([
      ['社工部', 2],
      ['综合部', 4],
    ]);
  });

  it('nobody: it says what to look at', () => {
    const office = monthOffice([], [], {
      as: '刘洋',
      staff: { 王芳: { roles: ['staff'] }, 李强: { roles: ['staff'] } },
    });
    expect(() => office.make()).toThrow('nobody whose attendance');
  });

  it('who has moved to another department since a sheet was signed stays on it', () => {
    const office = monthOffice(exampleRows, [], { settings: { 'attendance.scope': 'all' } });
    office.make();
    const [, month] = office.records(attendanceMonths);
    office.set(attendanceMonths, month!.no, { state: 'handedOver' });
    office.differ({ staff: { 李强: { department: '社工部' } } });
    office.make();
    const names = office.tab('考勤 社工部 2026-10').filter(([no]) => /^A\d/.test(String(no)));
    expect(names.map(([, name]) => name)).toEqual(['陈静', '周琳']);
  });
});

describe('6.3.1 what is not as it should be', () => {
  it('two rows for a day: neither counts, both numbers are named in red', () => {
    const office = monthOffice([...exampleRows, attended('王芳', '2026-10-20', '09:30-18:00')]);
    office.make();
    const cells = office.tab(sheet);
    const nos = office
      .records(attendance)
      .filter(({ values }) => values['day'] === '2026-10-20' && values['person'] === '王芳')
      .map(({ no }) => no);
    expect(nos).toHaveLength(2);
    expect(cells[0]![2]).toBe(
      `同一人同一天有两行考勤记录，均未计入，请核对后只留一行：王芳 2026-10-20（${nos.join('、')}）`,
    );
    expect(tonesOf(office.plan(sheet), 0)[2]).toBe('late');
    const line = lineOf(cells, '王芳');
    expect([line['20'], line['未登记天数'], line['实际出勤天数']]).toEqual(['重', 2.5, 12.5]);
  });

  it('a year without calendar data: the first line says so, in red', () => {
    const office = monthOffice(exampleRows, [], { calendar: [] });
    office.make();
    expect(office.tab(sheet)[0]![2]).toContain('没有 2026 年的法定节假日');
    expect(tonesOf(office.plan(sheet), 0)[2]).toBe('late');
  });

  it('a month that is not over counts up to yesterday, says so, and asks nobody', () => {
    const office = monthOffice(exampleRows, exampleLeave, { now: '2026-10-14T09:30:00' });
    office.make();
    const line = lineOf(office.tab(sheet), '王芳');
    expect([line['应出勤天数'], line['13'], line['14']]).toEqual([5, '缺', '']);
    expect(office.plan(sheet).rows[0]![2]).toMatchObject({
      value: '考勤统计表　综合部　2026-10（未满月，统计至 2026-10-13）',
    });
    expect([office.records(attendanceMonths), office.records(attendanceConfirmations)]).toEqual([[], []]);
  });

  it('a month of which nothing was recorded is not put to people by the clock', () => {
    const office = monthOffice([], [], { as: 'clock' });
    expect(() => office.make()).toThrow('Nothing was recorded');
    office.differ({ as: '王芳' });
    office.make();
    expect(office.records(attendanceConfirmations)).toHaveLength(2);
  });

  it('names, remarks and reasons stay text, whatever they look like', () => {
    const office = monthOffice(exampleRows, [], { staff: { 李强: { name: '=HYPERLINK("http://x")' } } });
    office.make();
    const plan = office.plan(sheet);
    expect(plan.rows.flat()).toContainEqual(expect.objectContaining({ value: '=HYPERLINK("http://x")' }));
  });
});

describe('6.3.1 made again', () => {
  const confirmed = (office: ReturnType<typeof monthOffice>, name: string, different: Values = {}) => {
    const { no } = office.records(attendanceConfirmations).find(({ values }) => values['person'] === name)!;
    office.set(attendanceConfirmations, no, { state: 'confirmed', answeredAt: '2026-11-02T10:00', ...different });
  };
  const said = (office: ReturnType<typeof monthOffice>) =>
    office.records(attendanceConfirmations).map(({ values }) => [values['person'], values['state'], values['remark']]);

  it('keeps remarks and the confirmations of lines that did not change; a changed line is asked anew', () => {
    const office = monthOffice([...exampleRows, ...regular('李强')]);
    office.make();
    confirmed(office, '王芳');
    confirmed(office, '李强');
    const cells = office.tab(sheet);
    const { sheetId } = office.ports.generated('desk')[0]!;
    office.ports.people('desk').type(sheetId, 4 + 2, columnAt(cells, '备注'), [['补交病假证明']]);
    // A correction: he had come on the 2nd, too.
    office.fill(attendance, [attended('李强', '2026-10-02', '09:00-12:00', { recordedAt: '2026-11-02T11:00' })]);
    office.make();
    expect(said(office)).toEqual([
      ['王芳', 'confirmed', '补交病假证明'],
      ['李强', 'asked', null],
    ]);
    const again = office.tab(sheet);
    expect(again[2]![columnAt(again, '备注')]).toBe('补交病假证明');
    expect(office.records(attendanceMonths)[0]!.values).toMatchObject({ confirmations: 1, people: 2 });
  });

  it('a tab that somebody deleted has its remarks from the register', () => {
    const office = monthOffice();
    office.make();
    confirmed(office, '王芳', { remark: '留意' });
    office.ports.people('desk').deleteTab(office.ports.generated('desk')[0]!.sheetId);
    office.make();
    const cells = office.tab(sheet);
    expect(cells[2]![columnAt(cells, '备注')]).toBe('留意');
  });

  it('in another language is the same: remarks are found, nobody is asked anew', () => {
    const office = monthOffice();
    office.make();
    const { sheetId } = office.ports.generated('desk')[0]!;
    office.ports.people('desk').type(sheetId, 4 + 2, columnAt(office.tab(sheet), '备注'), [['已说明']]);
    const before = office.records(attendanceConfirmations).map(({ values }) => values['askedAt']);
    office.differ({ language: 'en', now: '2026-11-03T10:00:00' });
    office.make();
    const cells = office.tab('Attendance 综合部 2026-10');
    expect(cells[0]!.slice(0, 3)).toEqual(['Staff no.', 'Name', 'Department']);
    expect(cells[2]![cells[0]!.indexOf('Remark')]).toBe('已说明');
    expect(office.records(attendanceConfirmations).map(({ values }) => values['askedAt'])).toEqual(before);
  });

  it('who is no longer on it is asked no more', () => {
    const office = monthOffice();
    office.make();
    office.differ({ staff: { 李强: { roles: ['staff'] } } });
    office.make();
    expect(said(office).map(([name, state]) => [name, state])).toEqual([
      ['王芳', 'asked'],
      ['李强', 'dropped'],
    ]);
  });
});
