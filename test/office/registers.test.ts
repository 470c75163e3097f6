import { faultsOf } from '../../src/kernel/register';
import { productOf } from '../../src/kernel/chapter';
import type { Values } from '../../src/kernel/values';
import { office } from '../../src/office';
import { calendarDays } from '../../src/office/calendar.register';
import { departments } from '../../src/office/departments.register';
import { settings } from '../../src/office/settings.register';
import { staff } from '../../src/office/staff.register';
import { suppliers } from '../../src/office/suppliers.register';
import { factsOf, member } from './office-rows';

const faults = (register: typeof staff, values: Values, facts = factsOf()) =>
  Object.fromEntries(Object.entries(faultsOf(register, values, facts)).map(([key, one]) => [key, one.words.en]));

describe('the office as a chapter', () => {
  test('its registers keep their tabs', () => {
    expect(office.registers.map((one) => [one.key, one.sheetId, one.serial, one.title.zh])).toEqual([
      ['staff', 1001, 'YG', '员工花名册'],
      ['departments', 1002, 'BM', '部门'],
      ['suppliers', 1003, 'GY', '供应商名录'],
      ['calendar', 1004, 'JR', '节假日'],
      ['settings', 1005, 'SZ', '参数设置'],
    ]);
    expect(productOf([office]).register('staff')).toBe(staff);
  });

  test('the root of every right is really protected, and only HR writes there', () => {
    for (const register of [staff, departments, calendarDays, settings]) {
      expect([register.key, register.protection, register.write]).toEqual([register.key, 'hard', ['hr']]);
    }
    expect(suppliers.protection).toBeUndefined();
    expect(suppliers.write).toEqual(['front', 'hr']);
  });
});

describe('1.2 staff', () => {
  test('a member who joined long ago is in order', () => {
    expect(faults(staff, member('A07', '孙悦', { joinedOn: '1999-07-01', phone: '13800138000' }))).toEqual({});
  });

  test('number, name, address, department, roles and first day are needed', () => {
    expect(Object.keys(faults(staff, {}))).toEqual(['staffNo', 'name', 'email', 'department', 'roles', 'joinedOn']);
  });

  test('roles are read in Chinese, several in one cell', () => {
    const roles = staff.all['roles']!;
    expect(roles.fromCell('前台、部门负责人，机构领导', 'zh')).toEqual(['front', 'head', 'director']);
    expect(roles.options!.map((option) => option.words.zh)).toEqual([
      '前台',
      '员工',
      '部门负责人',
      '机构领导',
      '行政人事',
      '保密管理员',
      '财务',
    ]);
    expect(faults(staff, member('A07', '孙悦', { roles: ['front', '经理'] }))).toHaveProperty('roles');
  });

  test('days that contradict each other are told', () => {
    expect(faults(staff, member('A07', '孙悦', { leftOn: '2019-12-31' }))).toHaveProperty('leftOn');
    expect(faults(staff, member('A07', '孙悦', { awayFrom: '2026-10-12', awayTo: '2026-10-11' }))).toHaveProperty(
      'awayTo',
    );
    expect(faults(staff, member('A07', '孙悦', { awayTo: '2026-10-11' }))).toHaveProperty('awayFrom');
  });

  test('nobody stands in for themselves, also not by name', () => {
    expect(faults(staff, member('A06', '周琳', { standIn: '周琳' }))).toHaveProperty('standIn');
    expect(faults(staff, member('A06', '周琳', { standIn: '陈静' }))).toEqual({});
  });

  test('own hours are such as 08:30-12:00, 14:00-17:30', () => {
    expect(faults(staff, member('A07', '孙悦', { hours: '8:30-12:00、14:00~17:30' }))).toEqual({});
    for (const hours of ['上午', '12:00-09:00', '09:00-12:00, 11:00-15:00', '09:00-25:00']) {
      expect(faults(staff, member('A07', '孙悦', { hours }))).toHaveProperty('hours');
    }
  });
});

describe('3.1.2 departments', () => {
  test('a department needs a head who is in the staff tab', () => {
    expect(faults(departments, { name: '社工部', head: '陈静' })).toEqual({});
    expect(faults(departments, { name: '社工部' })).toHaveProperty('head');
    expect(faults(departments, { name: '社工部', head: '无名' })).toHaveProperty('head');
  });
});

describe('3.3.3 suppliers', () => {
  test('name and standing are needed, the licence number is checked', () => {
    expect(Object.keys(faults(suppliers, {}))).toEqual(['name', 'standing']);
    const good = { name: '晨光文具', standing: 'qualified', licenceNo: '91350100M000100Y43' };
    expect(faults(suppliers, good)).toEqual({});
    expect(faults(suppliers, { ...good, licenceNo: '91350100M000100Y44' })).toHaveProperty('licenceNo');
    expect(suppliers.all['standing']!.fromCell('停用', 'zh')).toBe('stopped');
  });
});

describe('6.1 calendar', () => {
  test('a day is one of three kinds, and not of another age', () => {
    expect(calendarDays.all['kind']!.options!.map((option) => option.words.zh)).toEqual([
      '法定节假日',
      '调休放假',
      '补班',
    ]);
    expect(faults(calendarDays, { day: '2028-01-01', kind: 'holiday' })).toEqual({});
    expect(faults(calendarDays, { day: '1926-01-01', kind: 'holiday' })).toHaveProperty('day');
    expect(faults(calendarDays, { day: '2026-10-10', kind: '补休' })).toHaveProperty('kind');
  });
});
