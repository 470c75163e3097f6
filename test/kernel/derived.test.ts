// What the system makes of what was filled in: kept true to it, unique, and known to the records that name it.
import { productOf } from '../../src/kernel/chapter';
import { named, number, text } from '../../src/kernel/columns';
import { decideCreate, lookupsOf } from '../../src/kernel/decide';
import { InvalidEntry } from '../../src/kernel/errors';
import { layoutOf, rowOf } from '../../src/kernel/layout';
import { defineRegister, state } from '../../src/kernel/register';
import { decideTransition } from '../../src/kernel/step';
import { sweepPlan } from '../../src/kernel/typed-rows';
import { text as textOf, type RecordRow, type Values } from '../../src/kernel/values';
import { defineWorkflow, personIn, role, type LetterKind } from '../../src/kernel/workflow';
import { factsWith, lookupsOf as standingAt, numbersFrom, recordOf } from '../chapters/world';

const goods = defineRegister({
  key: 'goods',
  workbook: 'desk',
  sheetId: 8301,
  article: '9.1',
  title: { zh: '货品', en: 'Goods' },
  serial: 'HP',
  columns: {
    name: text({ zh: '名称', en: 'Name' }, { required: true, fixed: true }),
    spec: text({ zh: '规格', en: 'Spec' }, { fixed: true }),
    label: text({ zh: '全称', en: 'Label' }, { by: 'system', unique: true }),
  },
  main: ['name', 'spec'],
  write: ['front'],
  derive: (row) => ({ label: [row['name'], row['spec']].map(textOf).filter(Boolean).join(' ') }),
  heading: (row) => textOf(row['label']),
});

const sales = defineRegister({
  key: 'sales',
  workbook: 'desk',
  sheetId: 8302,
  article: '9.2',
  title: { zh: '销售', en: 'Sales' },
  serial: 'XS',
  columns: {
    what: named({ zh: '货品', en: 'What' }, 'goods', 'label', { required: true }),
    count: number({ zh: '数量', en: 'Count' }),
    seller: text({ zh: '销售', en: 'Seller' }, { by: 'system' }),
    spec: text({ zh: '规格', en: 'Spec' }, { by: 'system' }),
    state: state({
      open: { words: { zh: '未结', en: 'Open' }, tone: 'waiting' },
      done: { words: { zh: '已结', en: 'Done' }, tone: 'done' },
    }),
  },
  write: ['front'],
  heading: (row) => textOf(row['what']),
});

const returns = defineRegister({
  key: 'returns',
  workbook: 'desk',
  sheetId: 8303,
  article: '9.2',
  title: { zh: '退货', en: 'Returns' },
  serial: 'TH',
  columns: {
    name: text({ zh: '名称', en: 'Name' }, { required: true }),
    spec: text({ zh: '规格', en: 'Spec' }),
    what: named({ zh: '货品', en: 'What' }, 'goods', 'label', {
      by: 'system',
      absent: { at: 'spec', words: { zh: '没有这种货品。', en: 'There is no such thing.' } },
    }),
  },
  write: ['front'],
  derive: ({ name, spec }) => ({ what: spec ? `${textOf(name)} ${textOf(spec)}` : null }),
  heading: (row) => textOf(row['what']),
});

const letter = (key: string, evenActor: boolean): LetterKind => ({
  key,
  register: 'sales',
  to: personIn('seller'),
  weight: 3,
  evenActor,
  isDue: () => true,
  make: () => ({ subject: key, sentence: key, facts: [], why: key }),
});

const workflow = defineWorkflow(sales, {
  opens: {
    article: '9.2',
    by: [role('front')],
    in: ['open'],
    state: () => 'open',
    reads: ['goods'],
    sets: ({ what }, { actor }, related) => ({
      seller: actor.person,
      spec: related('goods').find(({ values }) => values['label'] === what)?.values['spec'] ?? null,
    }),
  },
  transitions: {
    finish: {
      article: '9.2',
      label: { zh: '结', en: 'Finish' },
      from: ['open'],
      to: ['done'],
      by: [role('front')],
      tells: [{ letter: 'told' }, { letter: 'told-anyway' }],
    },
  },
});

const product = productOf([
  {
    key: 'shop',
    title: { zh: '店', en: 'Shop' },
    colour: '#1a73e8',
    registers: [goods, sales, returns],
    workflows: [workflow],
    letters: [letter('told', false), letter('told-anyway', true)],
  },
]);
const thing: RecordRow = recordOf(goods, { name: '杯子', spec: '大', label: '杯子 大' });
const facts = factsWith();
const create = (register: typeof goods, row: Values, standing = {}) =>
  decideCreate(product, register, [row], facts, standingAt(standing), numbersFrom(), () => [thing]).plan;
const faults = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidEntry) return Object.keys(error.fields);
    throw error;
  }
  return [];
};

describe('a column that follows from others', () => {
  const standing = { 'goods.label': ['杯子 大'] };

  it('is filled in, and looked up before it is given twice; the fault is where a person can mend it', () => {
    expect(create(goods, { name: '杯子', spec: '大' }).appends[0]!.values['label']).toBe('杯子 大');
    expect(lookupsOf(goods, [{ name: '杯子', spec: '大' }])).toContainEqual({ register: 'goods', column: 'label' });
    expect(faults(() => create(goods, { name: '杯子', spec: '大' }, standing))).toEqual(['name']);
    expect(faults(() => create(goods, { name: '杯子', spec: '小' }, standing))).toEqual([]);
  });

  it('is unique among rows that are typed, too', () => {
    const layout = layoutOf(goods, Object.keys(goods.all), 'zh');
    const rows = [
      { name: '杯子', spec: '大' },
      { name: '杯子', spec: '小' },
      { name: '杯子', spec: '小' },
    ].map((row, index) => ({ row: 5 + index, cells: rowOf(layout, row) }));
    const taken = (_register: string, _column: string, value: Values[string]) => value === '杯子 大';
    const { updates } = sweepPlan(product, { register: goods, layout, rows, taken }, facts, numbersFrom());
    expect(updates.map(({ values }) => [values['no'] ?? null, values['label'] ?? null])).toEqual([
      [null, null],
      ['HP-2026-00001', '杯子 小'],
      [null, null],
    ]);
  });

  it('names a record that must be there, where it says what is said when there is none, at the field that can mend it', () => {
    const known = { 'goods.label': ['杯子 大'] };
    expect(lookupsOf(returns, [{ name: '杯子' }])).toContainEqual({ register: 'goods', column: 'label' });
    expect(faults(() => create(returns, { name: '杯子', spec: '大' }, known))).toEqual([]);
    expect(faults(() => create(returns, { name: '杯子', spec: '小' }, known))).toEqual(['spec']);
    expect(faults(() => create(returns, { name: '杯子' }, known))).toEqual([]);
    const layout = layoutOf(returns, Object.keys(returns.all), 'zh');
    const rows = ['大', '小'].map((spec, index) => ({ row: 5 + index, cells: rowOf(layout, { name: '杯子', spec }) }));
    const taken = (_register: string, _column: string, value: Values[string]) => value === '杯子 大';
    const { updates } = sweepPlan(product, { register: returns, layout, rows, taken }, facts, numbersFrom());
    expect(updates.map(({ values }) => [values['no'] ?? null, values['check'] ?? null])).toEqual([
      ['TH-2026-00001', null],
      [null, '规格：没有这种货品。'],
    ]);
  });

  it('names the record in others, which take over what stands there', () => {
    expect(faults(() => create(sales, { what: '盘子' }, { 'goods.label': ['杯子 大'] }))).toEqual(['what']);
    const { values } = create(sales, { what: '杯子 大' }, { 'goods.label': ['杯子 大'] }).appends[0]!;
    expect(values).toMatchObject({ spec: '大', seller: '王芳' });
  });
});

test('nobody is told of what they did themselves, but of what came of it where the letter says so', () => {
  const sale = recordOf(sales, { what: '杯子 大', seller: '王芳', state: 'open' });
  const told = (as: '王芳' | '李强') =>
    decideTransition(product, workflow, 'finish', sale, {}, factsWith({ as }), numbersFrom()).orders.map(
      ({ name }) => name,
    );
  expect(told('王芳')).toEqual(['told-anyway']);
  expect(told('李强')).toEqual(['told', 'told-anyway']);
});
