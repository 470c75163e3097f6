import type { Cell } from '../../src/kernel/values';
import { orders, workshopChapter } from '../kernel/workshop';
import { agency, register, visitor, type Agency } from './agency';

const first = 'LF-2026-00001';
const { sheetId } = register('visits');
const cells = (made: Agency, row: number): readonly Cell[] => made.ports.cells('desk', sheetId)[row]!;
const names = (made: Agency): readonly (readonly unknown[])[] =>
  made.records('visits').map(({ no, values }) => [no, values['visitor'], values['state']]);
const created = (made: Agency): readonly unknown[] =>
  made.ports
    .cells('desk', 9001)
    .filter((row) => row[8] === 'create' && row[5] === 'visits')
    .map((row) => row[6]);

/** A visitor whose host has answered, in row 2. */
function withVisit(): Agency {
  const made = agency();
  made.ask('王芳', 'create', { register: 'visits', rows: [{ ...visitor, visitor: '林女士' }], requestId: 'request-1' });
  made.ask('陈静', 'transition', {
    register: 'visits',
    no: first,
    transition: 'hostComing',
    requestId: 'request-2',
  });
  made.sendMail();
  return made;
}

/** A person copies the first row with everything in it, and writes another name into the copy. */
function copyTo(made: Agency, row: number, name: string, from = 2): void {
  made.ports.people('desk').type(sheetId, row, 0, [cells(made, from)]);
  made.type('visits', row, [{ visitor: name }]);
}

describe('a row that was copied with its number', () => {
  it('is a new record of its own: numbered anew, from its beginning, with all that was typed', () => {
    const made = withVisit();
    const original = made.record('visits', first).values;
    copyTo(made, 3, '孙先生');
    made.edited('visits', 3, 4);
    expect(made.record('visits', first).values).toEqual(original);
    const copy = made.record('visits', 'LF-2026-00002').values;
    expect(copy).toMatchObject({ ...visitor, visitor: '孙先生', state: 'here', hostAnswer: null, attendant: '陈静' });
    expect(String(copy['history'])).toMatch(/^[^\n]*\|create$/);
    expect(created(made)).toEqual([first, 'LF-2026-00002']);
    expect(made.open()).toEqual([first, 'LF-2026-00002']);
    expect(made.chainBreak()).toBeUndefined();
  });

  it('is so once, also when the trigger and the evening both see it', () => {
    const made = withVisit();
    copyTo(made, 3, '孙先生');
    made.edited('visits', 3, 4);
    made.edited('visits', 3, 4);
    made.sendMail();
    const before = made.ports.cells('desk', sheetId);
    made.evening();
    expect(made.ports.cells('desk', sheetId)).toEqual(before);
    expect(created(made)).toHaveLength(2);
  });

  it('is the copy wherever it was put: the row that was there keeps its number', () => {
    const made = withVisit();
    made.ports.people('desk').insertRows(sheetId, 2);
    copyTo(made, 2, '孙先生', 3);
    made.edited('visits', 2, 3);
    expect(names(made)).toEqual([
      ['LF-2026-00002', '孙先生', 'here'],
      [first, '林女士', 'here'],
    ]);
  });

  it('is found in the evening when nobody was told, and told from the original by the log', () => {
    const made = withVisit();
    made.ports.people('desk').insertRows(sheetId, 2);
    copyTo(made, 2, '孙先生', 3);
    made.evening();
    expect(names(made).map(([no, name]) => [no, name])).toEqual([
      ['LF-2026-00002', '孙先生'],
      [first, '林女士'],
    ]);
    expect(made.chainBreak()).toBeUndefined();
  });

  it('many times over is as many records', () => {
    const made = withVisit();
    for (let row = 3; row < 13; row += 1) copyTo(made, row, `来客${row}`);
    made.edited('visits', 3, 13);
    const numbers = made.records('visits').map(({ no }) => no);
    expect(new Set(numbers).size).toBe(11);
    expect(made.record('visits', first).values['visitor']).toBe('林女士');
    expect(created(made)).toHaveLength(11);
  });

  it('and not filled in rightly says what is wrong, and is numbered when it is right', () => {
    const made = withVisit();
    copyTo(made, 3, '孙先生');
    made.type('visits', 3, [{ host: '张三' }]);
    made.edited('visits', 3, 4);
    expect(made.records('visits')[1]).toMatchObject({
      no: '',
      values: { visitor: '孙先生', state: null, history: null },
    });
    expect(made.records('visits')[1]!.values['check']).toMatch(/^拜访对象：员工花名册里没有“张三”/);
    made.type('visits', 3, [{ host: '周琳' }]);
    made.edited('visits', 3, 4, { from: made.column('visits', 'host'), to: made.column('visits', 'host') + 1 });
    expect(made.record('visits', 'LF-2026-00002').values).toMatchObject({ check: null, host: '周琳', state: 'here' });
  });

  it('is not a record over whose number another was written', () => {
    const made = withVisit();
    made.ports.setNow('2026-10-09T10:00:00');
    made.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-3' });
    made.ports.people('desk').type(sheetId, 3, made.column('visits', 'no'), [[first]]);
    const before = cells(made, 3);
    made.edited('visits', 3, 4, { from: 0, to: 1 });
    made.evening();
    expect(cells(made, 3)[made.column('visits', 'history')]).toBe(before[made.column('visits', 'history')]);
    expect(created(made)).toHaveLength(2);
  });

  it('is the copy also when the tab is sorted while it gets its number', () => {
    const made = withVisit();
    copyTo(made, 3, '孙先生');
    made.ports.before('commit', 1, () => {
      made.ports.people('desk').sort(sheetId, made.column('visits', 'visitor'));
    });
    made.edited('visits', 3, 4);
    expect(
      names(made)
        .map(([no, name]) => `${String(no)} ${String(name)}`)
        .sort(),
    ).toEqual([`${first} 林女士`, 'LF-2026-00002 孙先生']);
  });
});

describe('a line of a form that was copied', () => {
  it('belongs to no form any more, and says so; the form stays as it was', () => {
    const made = agency({ more: [{ ...workshopChapter, registers: [orders], workflows: [], letters: [], pages: [] }] });
    const rows = [
      { thing: '笔', quantity: 2 },
      { thing: '纸', quantity: 1 },
    ];
    made.ask('王芳', 'create', { register: 'orders', rows, requestId: 'request-1' });
    const tab = 3002;
    const form = made.ports.cells('desk', tab).slice(2, 4);
    made.ports.people('desk').type(tab, 4, 0, [form[0]!]);
    made.evening();
    const after = made.ports.cells('desk', tab);
    expect(after.slice(2, 4)).toEqual(form);
    expect(after[4]!.filter((cell) => cell !== '')).toEqual([
      '这一行是复制的，不属于任何单据；请在侧边栏新建，或删除这一行',
      '笔',
      2,
      '王芳',
    ]);
  });
});
