import type { Values } from '../../src/kernel/values';
import { agency, register, visitor, type Agency } from './agency';

const no = 'LF-2026-00001';
const { sheetId } = register('visits');

function withVisit(): Agency {
  const made = agency();
  made.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-1' });
  made.sendMail();
  return made;
}
/** A person types over cells of a row, and the trigger is told of just these columns. */
function over(made: Agency, row: number, values: Values, key = 'visits'): void {
  made.type(key, row, [values]);
  for (const column of Object.keys(values)) {
    const at = made.column(key, column);
    made.edited(key, row, row + 1, { from: at, to: at + 1 });
  }
}
const note = (made: Agency, row: number, key: string): string =>
  made.ports.note('desk', sheetId, row, made.column('visits', key));

describe('typing over what the system and the workflow fill in', () => {
  it('is put back, noted on the cell and logged', () => {
    const made = withVisit();
    const before = made.record('visits', no).values;
    over(made, 2, { state: 'left', attendant: '周琳', receivedBy: null });
    expect(made.record('visits', no).values).toEqual(before);
    for (const key of ['state', 'attendant', 'receivedBy']) expect(note(made, 2, key)).toContain('已还原');
    const steps = made.ports.cells('desk', 9001).map((row) => row[8]);
    expect(steps.filter((step) => step === 'putBack')).toHaveLength(3);
    expect(made.open()).toEqual([no]);
    expect(made.chainBreak()).toBeUndefined();
  });

  it('is put back to what the last step made of it', () => {
    const made = withVisit();
    made.ask('王芳', 'transition', { register: 'visits', no, transition: 'leave', requestId: 'request-2' });
    over(made, 2, { state: 'here' });
    expect(made.record('visits', no).values['state']).toBe('left');
    expect(made.open()).toEqual([]);
  });

  it('is put back in columns and rows that people have moved', () => {
    const made = withVisit();
    made.ports.people('desk').moveColumn(sheetId, made.column('visits', 'state'), 1);
    made.ports.people('desk').insertRows(sheetId, 2, 4);
    over(made, 6, { state: 'cancelled' });
    expect(made.record('visits', no).values['state']).toBe('here');
  });

  it('is emptied where there is no record yet', () => {
    const made = withVisit();
    over(made, 3, { state: 'left', recordedAt: '2020-01-01T00:00' });
    expect(made.ports.cells('desk', sheetId)).toHaveLength(3);
  });

  it('of columns that are fixed once there is a record: a new row is typed in peace, an old one is put back', () => {
    const made = agency();
    over(made, 2, { name: '打印纸', spec: 'A4', unit: '包', category: '纸张', location: '柜一' }, 'items');
    const typed = made.record('items', 'YP-2026-00001').values;
    expect(typed).toMatchObject({ name: '打印纸', spec: 'A4', label: '打印纸 A4' });
    over(made, 2, { name: '白纸' }, 'items');
    expect(made.record('items', 'YP-2026-00001').values).toMatchObject({ name: '打印纸', label: '打印纸 A4' });
  });
});

describe('pasting over the system’s columns of more rows than one commit takes', () => {
  const many = 520;
  /** As many visits, the state of all of them written over. */
  function pastedOver(): Agency {
    const made = agency({ blankRows: many });
    made.type(
      'visits',
      2,
      Array.from({ length: many }, (_, index) => ({ ...visitor, visitor: `来客${index}` })),
    );
    made.edited('visits', 2, 2 + many);
    made.type(
      'visits',
      2,
      Array.from({ length: many }, () => ({ state: 'left', attendant: '周琳' })),
    );
    return made;
  }
  const wrong = (made: Agency): number =>
    made.records('visits').filter(({ values }) => values['state'] !== 'here' || values['attendant'] !== '陈静').length;
  const paste = (made: Agency): void =>
    made.edited('visits', 2, 2 + many, {
      from: 1,
      to: Object.keys(register('visits').all).length,
    });

  it('is put back all the same, in rounds; broken off before Google would, the rest is left to the next run', () => {
    const made = pastedOver();
    expect(wrong(made)).toBe(many);
    made.ports.before('commit', 2, () => made.ports.setNow('2026-10-09T09:36:00'));
    paste(made);
    expect(wrong(made)).toBe(many - 400);
    paste(made);
    expect(wrong(made)).toBe(0);
    expect(made.chainBreak()).toBeUndefined();
  });
});

describe('typing into columns that people fill in', () => {
  it('is never put back', () => {
    const made = withVisit();
    const hand: Values = {
      visitor: '=HYPERLINK("http://x","y")',
      phone: '0123',
      host: '不知道谁',
      note: ' 空格 ',
      leftAt: '2020-01-01T00:00',
      people: 7,
      isClient: true,
      email: 'x',
    };
    for (const [key, value] of Object.entries(hand)) {
      made.type('visits', 2, [{ [key]: value }]);
      const cells = made.ports.cells('desk', sheetId)[2]!;
      made.edited('visits', 2, 3);
      const at = made.column('visits', key);
      expect(made.ports.cells('desk', sheetId)[2]![at]).toBe(cells[at]);
      expect(note(made, 2, key)).toBe('');
    }
  });

  it('is told what it has left wrong, and loses the hint when it is right', () => {
    const made = withVisit();
    over(made, 2, { host: '不知道谁' });
    expect(made.record('visits', no).values['check']).toMatch(/^拜访对象：员工花名册里没有“不知道谁”/);
    over(made, 2, { host: '周琳' });
    expect(made.record('visits', no).values['check']).toBeNull();
  });

  it('keeps its time, while the lock is held, for the evening', () => {
    const made = agency();
    made.type('visits', 2, [visitor]);
    made.ports.holdLock(9);
    expect(() => made.edited('visits', 2, 3)).toThrow(expect.objectContaining({ code: 'busy' }));
    made.ports.holdLock(0);
    expect(made.records('visits')[0]!.no).toBe('');
    made.evening();
    expect(made.records('visits')[0]!.no).toBe(no);
  });
});

describe('an edit that is none of ours', () => {
  it('costs no call: the headings, tabs of people’s own', () => {
    const made = withVisit();
    const calls = made.ports.calls.length;
    made.edited('visits', 0, 2);
    expect(made.ports.calls).toHaveLength(calls);
  });

  it('of columns that people added changes nothing', () => {
    const made = withVisit();
    const own = Object.keys(register('visits').all).length;
    made.ports.people('desk').type(sheetId, 2, own, [['备忘']]);
    const before = made.ports.snapshot();
    made.edited('visits', 2, 3, { from: own, to: own + 1 });
    expect(made.ports.snapshot()).toBe(before);
  });
});
