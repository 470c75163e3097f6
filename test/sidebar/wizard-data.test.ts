import { emptyPerson, emptyWizard, stepFaults, wizardInput, type WizardData } from '../../sidebar/set-up/wizard-data';

const person = (name: string, department: string, roles: readonly string[], head = false) => ({
  name,
  email: name + '@example.org',
  department,
  roles,
  head,
});

/** An agency that can be set up. */
const agency: WizardData = {
  ...emptyWizard('zh'),
  agency: '阳光社工',
  departments: ['综合部', '社工部', ''],
  people: [
    person('lijing', '综合部', ['front']),
    person('liuyang', '综合部', ['hr'], true),
    person('wangfang', '社工部', ['director'], true),
    emptyPerson,
  ],
};
const faults = (data: WizardData) =>
  stepFaults.flatMap((step) => step(data).map(({ place, word }) => place + ':' + word));
const withPerson = (index: number, part: Partial<WizardData['people'][number]>): WizardData => ({
  ...agency,
  people: agency.people.map((each, at) => (at === index ? { ...each, ...part } : each)),
});

describe('the wizard', () => {
  test('has nothing against an agency that can be set up; lines left blank do not count', () => {
    expect(faults(agency)).toEqual([]);
  });

  test.each<[string, WizardData, string[]]>([
    ['no name', { ...agency, agency: ' ' }, ['agency:needAgency']],
    [
      'no department',
      { ...agency, departments: [''], people: [] },
      ['department-0:needDepartment', 'name-0:needPerson'],
    ],
    [
      'a department twice',
      { ...agency, departments: ['综合部', '社工部', '综合部 '] },
      ['department-2:sameDepartment'],
    ],
    ['nobody', { ...agency, people: [emptyPerson] }, ['name-0:needPerson']],
    ['no name of a person', withPerson(0, { name: '' }), ['name-0:needName']],
    ['a wrong address', withPerson(0, { email: 'lijing@example' }), ['email-0:wrongEmail']],
    ['an address twice', withPerson(1, { email: 'LIJING@example.org' }), ['email-1:sameEmail']],
    ['a department that is not there', withPerson(0, { department: '财务部' }), ['departmentOf-0:needOwnDepartment']],
    ['nobody at the front desk', withPerson(0, { roles: [] }), [':needRole']],
    ['a department without a head', withPerson(2, { head: false }), [':needHead']],
    ['a department with two heads', withPerson(0, { head: true }), [':twoHeads']],
    [
      'hours that are not in order',
      { ...agency, hours: { ...agency.hours, afternoonFrom: '11:00' } },
      ['morningFrom:wrongHours'],
    ],
  ])('says what is wrong with %s', (_, data, expected) => expect(faults(data)).toEqual(expected));

  test('sends what was typed, tidied, with the roles that follow', () => {
    const { departments, people } = wizardInput({ ...agency, departments: [' 综合部 ', '社工部', ''] });
    expect(departments).toEqual(['综合部', '社工部']);
    expect(people).toHaveLength(3);
    expect(people[1]).toEqual({
      name: 'liuyang',
      email: 'liuyang@example.org',
      department: '综合部',
      roles: ['staff', 'hr', 'head'],
      head: true,
    });
  });
});
