import { chapters } from '../../src/chapters';
import { reachable } from '../../src/kernel/workflow';
import { articlesOf, registers, workflows } from './definitions';

const doubles = (values: readonly (string | number)[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('registers', () => {
  test.each(['key', 'sheetId', 'serial'] as const)('no two have the same %s', (name) => {
    expect(doubles(registers.map((register) => register[name]))).toEqual([]);
  });

  test.each(['zh', 'hant', 'en'] as const)('no two have the same title in %s', (language) => {
    expect(doubles(registers.map(({ title }) => title[language] ?? title.zh))).toEqual([]);
  });

  test('no two columns of one have the same label', () => {
    const twice = registers.flatMap((register) =>
      (['zh', 'en'] as const).flatMap((language) =>
        doubles(Object.values(register.all).map(({ label }) => label[language])).map(
          (label) => `${register.key}: ${label}`,
        ),
      ),
    );
    expect(twice).toEqual([]);
  });

  test('no label and no help has a blank that nobody fills in', () => {
    const asked = workflows.flatMap(({ transitions }) => Object.values(transitions).map(({ asks = {} }) => asks));
    const columns = [...registers.map(({ all }) => all), ...asked].flatMap((one) => Object.values(one));
    const read = columns.flatMap(({ label, help }) => [label, help ?? label]).flatMap(({ zh, en }) => [zh, en]);
    expect(read.length).toBeGreaterThan(500);
    expect(read.filter((said) => said.includes('{'))).toEqual([]);
  });

  test('a workflow register has one workflow', () => {
    expect(doubles(workflows.map(({ register }) => register.key))).toEqual([]);
  });
});

describe('workflows', () => {
  const named = workflows.map((workflow) => [workflow.register.key, workflow] as const);
  const every = (test_: (workflow: (typeof workflows)[number]) => string[]) =>
    named.flatMap(([key, workflow]) => test_(workflow).map((state) => `${key}: ${state}`));

  test('every state can be reached', () => {
    expect(every((workflow) => workflow.states.filter((state) => !reachable(workflow).has(state)))).toEqual([]);
  });

  test('every open state has a way out that ends', () => {
    const stuck = every((workflow) => {
      const ends = new Set(workflow.final);
      for (let size = -1; size !== ends.size;) {
        size = ends.size;
        for (const { from, to, afterwards } of Object.values(workflow.transitions)) {
          if (!afterwards && to.some((state) => ends.has(state))) from.forEach((state) => ends.add(state));
        }
      }
      return workflow.states.filter((state) => !ends.has(state));
    });
    expect(stuck).toEqual([]);
  });
});

describe('paper', () => {
  const steps = (register: string): readonly string[] =>
    Object.keys(workflows.find((one) => one.register.key === register)!.transitions);

  test('a box for the decision on a step is for a step that there is', () => {
    const unknown = registers.flatMap(({ key, paper }) =>
      (paper?.boxes ?? [])
        .flatMap((box) => ('step' in box ? [box.step] : []))
        .filter((step) => !steps(key).includes(`approve${step[0]!.toUpperCase()}${step.slice(1)}`))
        .map((step) => `${key}: ${step}`),
    );
    expect(registers.filter(({ paper }) => paper).length).toBeGreaterThan(6);
    expect(unknown).toEqual([]);
  });

  test('a list to print names registers and columns that there are', () => {
    const prints = chapters.flatMap((chapter) => chapter.prints ?? []);
    const unknown = prints.flatMap(({ register, key, columns }) =>
      columns
        .filter((column) => !registers.find((one) => one.key === register)?.all[column])
        .map((column) => `${register} ${key}: ${column}`),
    );
    expect(prints.length).toBeGreaterThan(8);
    expect(unknown).toEqual([]);
  });

  test('no two lists to print are one', () => {
    const prints = chapters.flatMap((chapter) => chapter.prints ?? []);
    expect(doubles(prints.map(({ register, key }) => `${register} ${key}`))).toEqual([]);
  });
});

test('citations are read one by one', () => {
  expect(articlesOf('4.1.1–4.1.3')).toEqual(['4.1.1', '4.1.2', '4.1.3']);
  expect(articlesOf('1.1, 2.2')).toEqual(['1.1', '2.2']);
});
