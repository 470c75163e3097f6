import { initialsOf, labelOfValue, matches, optionMeant } from '../../sidebar/typeahead';

const options = [
  { value: 'S001', label: '黄志强', note: '项目部' },
  { value: 'S002', label: '王芳', note: '社工服务部' },
  { value: 'S003', label: '王芳华', note: '财务部' },
  { value: 'S004', label: 'Anna Wu', note: '项目部' },
];
const found = (typed: string) => matches(options, typed).map((option) => option.value);

describe('suggestions', () => {
  test('are all of them, in their order, when nothing is typed', () => {
    expect(found('')).toEqual(['S001', 'S002', 'S003', 'S004']);
  });

  test.each([
    ['王芳', ['S002', 'S003']],
    ['芳', ['S002', 'S003']],
    ['wf', ['S002', 'S003']],
    ['hzq', ['S001']],
    ['zq', ['S001']],
    ['wu', ['S004']],
    ['项目', ['S001', 'S004']],
    ['s003', ['S003']],
    ['陈', []],
  ])('for “%s”', (typed, values) => expect(found(typed)).toEqual(values));

  test('by initials: who begins with them comes first', () => {
    const both = [
      { value: '1', label: '何王芳' },
      { value: '2', label: '王芳' },
    ];
    expect(matches(both, 'wf').map((option) => option.value)).toEqual(['2', '1']);
  });
});

describe('the initials of the pinyin', () => {
  test.each([
    ['王芳', 'wf'],
    ['陈建国', 'cjg'],
    ['欧阳', 'oy'],
    ['A-017', 'a-017'],
  ])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('what was meant', () => {
  test('is the option with just that name or number', () => {
    expect(optionMeant(options, ' 王芳 ')?.value).toBe('S002');
    expect(optionMeant(options, 's004')?.value).toBe('S004');
  });

  test('is nothing while there is a doubt', () => {
    expect(optionMeant(options, '王')).toBeUndefined();
    expect(optionMeant([...options, { value: 'S009', label: '王芳' }], '王芳')).toBeUndefined();
  });

  test('is shown by its name, and what is not in the list as it was typed', () => {
    expect(labelOfValue(options, 'S001')).toBe('黄志强');
    expect(labelOfValue(options, '张三')).toBe('张三');
  });
});
