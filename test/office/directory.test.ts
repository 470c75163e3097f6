import { directoryOf } from '../../src/office/directory';
import { departmentRecords, member, people, staffRecords } from './office-rows';

const directory = directoryOf(staffRecords(), departmentRecords());

describe('1.2 people are found by what stands in a cell', () => {
  test.each(['王芳', 'A01', 'a01', ' wang@EXAMPLE.org ', 'ｗａｎｇ@example.org'])('%p', (label) => {
    expect(directory.person(label)?.staffNo).toBe('A01');
  });

  test('nobody by nothing, or by a name that nobody has', () => {
    expect(directory.person('')).toBeUndefined();
    expect(directory.person('王')).toBeUndefined();
  });

  test('everybody is staff; roles nobody knows give nothing', () => {
    expect(directory.person('王芳')!.roles).toEqual(['staff', 'front']);
    const odd = directoryOf(staffRecords([member('A07', '孙悦', { roles: ['boss', 'keeper'] })]), []);
    expect(odd.person('孙悦')!.roles).toEqual(['staff', 'keeper']);
  });

  test('a row without number or name is nobody yet', () => {
    const rows = staffRecords([...people, { name: '新人', email: 'new@example.org' }, { staffNo: 'A09' }]);
    expect(directoryOf(rows, []).people).toHaveLength(people.length);
  });
});

describe('two people of one name', () => {
  const two = directoryOf(staffRecords([...people, member('A07', '王芳')]), []);

  test('are told apart by their number', () => {
    expect(two.people.filter((one) => one.name === '王芳').map((one) => one.label)).toEqual([
      '王芳 (A01)',
      '王芳 (A07)',
    ]);
    expect(two.person('王芳 (A07)')?.staffNo).toBe('A07');
    expect(two.person('王芳（A07）')?.staffNo).toBe('A07');
  });

  test('the bare name means neither of them', () => {
    expect(two.person('王芳')).toBeUndefined();
    expect(two.person('李强')?.label).toBe('李强');
  });

  test('an address that two rows share gives nobody any right', () => {
    const shared = directoryOf(
      staffRecords([member('A01', '甲', { email: 'x@example.org' }), member('A02', '乙', { email: 'X@example.org' })]),
      [],
    );
    expect(shared.person('x@example.org')).toBeUndefined();
  });

  test('somebody who left and came back is who is here now', () => {
    const back = directoryOf(
      staffRecords([member('A01', '甲', { leftOn: '2024-01-31' }), member('A01', '甲', { joinedOn: '2026-03-02' })]),
      [],
    );
    expect(back.person('甲')).toMatchObject({ label: '甲', leftOn: null, joinedOn: '2026-03-02' });
    expect(back.person('a01@example.org')?.leftOn).toBeNull();
  });
});

describe('3.1.2 heads of departments', () => {
  test('by the departments tab, by name or number', () => {
    expect(directory.headOf('社工部')?.label).toBe('陈静');
    expect(directory.headOf('综合部')?.label).toBe('刘洋');
    expect(directory.headOf('财务部')).toBeUndefined();
    expect(directory.department(' 社工部 ')?.name).toBe('社工部');
  });

  test('who heads a department is a head, though the staff tab does not say so', () => {
    expect(directory.person('陈静')!.roles).toContain('head');
    expect(directory.person('周琳')!.roles).not.toContain('head');
    expect(directory.headOf('社工部')).toBe(directory.person('A03'));
  });
});
