import { run } from '../../src/kernel/unit-of-work';
import { readingOf } from '../../src/api/machine';
import { agency, register, visitor, type Agency } from './agency';

const visit = (made: Agency, requestId = 'request-1', as: '王芳' | '李强' = '王芳') =>
  made.ask(as, 'create', { register: 'visits', rows: [visitor], requestId });
const leave = { register: 'visits', no: 'LF-2026-00001', transition: 'leave', requestId: 'request-9' };

describe('2.1.2 a visitor registered in the sidebar', () => {
  it('stands on the tab, on the list of open records and in the log, and the host is to be told', () => {
    const made = agency();
    expect(visit(made)).toEqual({ records: [{ no: 'LF-2026-00001', row: 2 }], kick: true });
    expect(made.record('visits', 'LF-2026-00001').values).toMatchObject({
      ...visitor,
      state: 'here',
      arrivedAt: '2026-10-09T09:30',
      attendant: '陈静',
      receivedBy: '王芳',
      recordedBy: '王芳',
    });
    expect(made.open()).toEqual(['LF-2026-00001']);
    expect(made.outbox().map((row) => `${row.name} → ${row.to}`)).toEqual(['visit-arrived → A03', 'survey → ']);
    expect(made.shared.get('nextDueAt')).toBe('2026-10-09T09:30:00');
    expect(made.chainBreak()).toBeUndefined();
  });

  it('twice by a double click is one visit, and one e-mail', () => {
    const made = agency();
    const first = visit(made);
    expect(visit(made)).toEqual(first);
    made.sendMail();
    expect(visit(made)).toEqual(first);
    made.sendMail();
    expect(made.records('visits')).toHaveLength(1);
    expect(made.ports.sent).toHaveLength(1);
  });

  it('under the id of somebody else’s request, or of another request of their own, is no repeat of that', () => {
    const made = agency();
    expect(visit(made, 'request-1').records[0]!.no).toBe('LF-2026-00001');
    expect(visit(made, 'request-1', '李强').records[0]!.no).toBe('LF-2026-00002');
    expect(made.ask('王芳', 'transition', { ...leave, requestId: 'request-1' }).record.values['state']).toBe('left');
    expect(visit(made, 'request-1').records[0]!.no).toBe('LF-2026-00001');
    expect(made.records('visits').map(({ values }) => values['recordedBy'])).toEqual(['王芳', '李强']);
  });

  it('by two people at the same moment are two visits: one waits, or is told that it is busy and asks again', () => {
    const made = agency();
    let second: unknown;
    made.ports.before('commit', 1, () => {
      second = made.problem('李强', 'create', { register: 'visits', rows: [visitor], requestId: 'request-2' });
    });
    visit(made);
    expect(second).toMatchObject({ code: 'busy' });
    expect(visit(made, 'request-2', '李强').records).toEqual([{ no: 'LF-2026-00002', row: 3 }]);
    expect(made.records('visits').map(({ values }) => values['recordedBy'])).toEqual(['王芳', '李强']);
  });

  it('is kept, and answered, though the answer was lost on the way', () => {
    const made = agency();
    made.ports.fault({ on: 'commit', kind: 'ambiguous', applied: true });
    expect(visit(made).records).toEqual([{ no: 'LF-2026-00001', row: 2 }]);
    expect(made.records('visits')).toHaveLength(1);
  });

  it('is asked to be saved again when nobody knows, and is then not saved twice', () => {
    const made = agency();
    made.ports.fault({ on: 'commit', kind: 'ambiguous', applied: true });
    for (const nth of [3, 4, 5, 6]) made.ports.fault({ on: 'read', nth, kind: 'ambiguous' });
    const input = { register: 'visits', rows: [visitor], requestId: 'request-1' };
    expect(made.problem('王芳', 'create', input)).toMatchObject({
      code: 'busy',
      message: expect.stringContaining('请再点一次“保存”') as string,
    });
    expect(visit(made).records).toEqual([{ no: 'LF-2026-00001', row: 2 }]);
    expect(made.records('visits')).toHaveLength(1);
  });

  it('takes the rows typed below along: they get the numbers before', () => {
    const made = agency();
    visit(made);
    made.type('visits', 3, [{ ...visitor, visitor: '手写' }, { visitor: '未完' }]);
    expect(visit(made, 'request-2').records).toEqual([{ no: 'LF-2026-00003', row: 4 }]);
    expect(made.records('visits').map(({ no, values }) => [no, values['visitor'], values['check']])).toEqual([
      ['LF-2026-00001', '林女士', null],
      ['LF-2026-00002', '手写', null],
      ['LF-2026-00003', '林女士', null],
      ['', '未完', '还需填写：拜访对象、联系电话、来访事由'],
    ]);
  });

  it('may be several at once', () => {
    const made = agency();
    const rows = ['甲', '乙'].map((name) => ({ ...visitor, visitor: name }));
    expect(made.ask('王芳', 'create', { register: 'visits', rows, requestId: 'request-1' }).records).toEqual([
      { no: 'LF-2026-00001', row: 2 },
      { no: 'LF-2026-00002', row: 3 },
    ]);
  });
});

describe('a step in the sidebar', () => {
  it('answers the record as it is now, also when asked twice', () => {
    const made = agency();
    visit(made);
    const first = made.ask('王芳', 'transition', { ...leave, row: 2 });
    expect(first).toMatchObject({
      record: { no: 'LF-2026-00001', row: 2, values: { state: 'left', leftAt: '2026-10-09T09:30' } },
    });
    const again = made.ask('王芳', 'transition', { ...leave, row: 2 });
    expect(again.record).toMatchObject({ no: 'LF-2026-00001', values: { state: 'left', leftAt: '2026-10-09T09:30' } });
    expect(made.record('visits', 'LF-2026-00001').values['history']).toBe(
      '2026-10-09T09:30:00|王芳|create\n2026-10-09T09:30:00|王芳|leave',
    );
  });

  it('that somebody else was faster with says where the record stands', () => {
    const made = agency();
    visit(made);
    made.ask('李强', 'transition', { ...leave, requestId: 'request-2' });
    expect(made.problem('王芳', 'transition', leave)).toMatchObject({
      code: 'outOfDate',
      message: expect.stringContaining('现在是“已离开”，不能再“离开”') as string,
    });
  });

  it('is for those whom the workflow names', () => {
    const made = agency();
    visit(made);
    expect(made.problem('周琳', 'transition', leave).code).toBe('notAllowed');
    expect(made.problem('stranger', 'transition', leave).code).toBe('notAllowed');
    expect(made.ask('陈静', 'transition', { ...leave, transition: 'hostComing' }).record.values['hostAnswer']).toBe(
      'coming',
    );
    expect(made.problem('王芳', 'transition', { ...leave, transition: 'surveyed', requestId: 'request-8' }).code).toBe(
      'notAllowed',
    );
  });

  it('finds the record wherever a person has moved it, whatever the columns and the tab are called', () => {
    const made = agency();
    for (const index of [1, 2, 3]) visit(made, `request-${index}`);
    const people = made.ports.people('desk');
    const { sheetId } = register('visits');
    people.moveColumn(sheetId, 0, 20);
    people.moveColumn(sheetId, 5, 2);
    people.type(sheetId, 1, 0, [['我们的名字']]);
    people.sort(sheetId, made.column('visits', 'no'), false);
    made.ask('王芳', 'transition', { ...leave, row: 2 });
    expect(made.records('visits').map(({ no, values }) => [no, values['state']])).toEqual([
      ['LF-2026-00003', 'here'],
      ['LF-2026-00002', 'here'],
      ['LF-2026-00001', 'left'],
    ]);
    expect(visit(made, 'request-4').records).toEqual([{ no: 'LF-2026-00004', row: 5 }]);
  });
});

describe('8.2 feedback, in the restricted workbook', () => {
  const interview = { visit: 'LF-2026-00001', score: 5, way: 'interview' };
  const enter = { register: 'feedback', rows: [interview], requestId: 'request-5' };

  it('is entered by HR about a visit that exists, once', () => {
    const made = agency();
    expect(made.problem('刘洋', 'create', enter).fields).toEqual({ visit: '没有编号为 LF-2026-00001 的记录。' });
    visit(made);
    expect(made.ask('刘洋', 'create', enter).records).toEqual([{ no: 'PJ-2026-00001', row: 2 }]);
    expect(made.problem('刘洋', 'create', { ...enter, requestId: 'request-6' }).fields).toEqual({
      visit: '已有相同的记录。',
    });
    expect(made.chainBreak('restricted')).toBeUndefined();
    expect(made.chainBreak('desk')).toBeUndefined();
  });

  it('leaves no trace in the desk workbook', () => {
    const made = agency();
    visit(made);
    const desk = (): string => JSON.stringify(JSON.parse(made.ports.snapshot()) as unknown[]).split('PJ-')[0]!;
    const before = (JSON.parse(made.ports.snapshot()) as [unknown])[0];
    made.ask('刘洋', 'create', enter);
    expect((JSON.parse(made.ports.snapshot()) as [unknown])[0]).toEqual(before);
    expect(desk()).not.toContain('PJ-');
  });
});

describe('staff typed into their tab', () => {
  const person = {
    staffNo: 'A07',
    name: '新人',
    email: 'new@example.org',
    department: '社工部',
    roles: ['staff'],
    joinedOn: '2026-10-01',
  };

  it('are numbered, and refused twice with the same number or address', () => {
    const made = agency();
    made.type('staff', 8, [
      person,
      { ...person, email: 'other@example.org' },
      { ...person, staffNo: 'A08' },
      { ...person, staffNo: 'A09', email: 'wangfang@example.org' },
    ]);
    made.edited('staff', 8, 12, undefined, '刘洋');
    expect(
      made
        .records('staff')
        .slice(6)
        .map(({ no, values }) => [no, values['check']]),
    ).toEqual([
      [expect.stringMatching(/^YG/), null],
      ['', '与别的记录重复'],
      ['', '与别的记录重复'],
      ['', '与别的记录重复'],
    ]);
  });

  it('are not taken for their own double when the tab is looked at again', () => {
    const made = agency();
    made.type('staff', 8, [{ ...person, department: null }]);
    made.edited('staff', 8, 9, undefined, '刘洋');
    made.type('staff', 8, [{ department: '社工部' }]);
    made.edited('staff', 8, 9, undefined, '刘洋');
    expect(made.records('staff')[6]).toMatchObject({
      no: expect.stringMatching(/^YG/) as string,
      values: { check: null },
    });
  });
});

describe('a bug in a decision', () => {
  it('writes nothing and lets the lock go', () => {
    const made = agency();
    const before = made.ports.snapshot();
    const command = {
      workbook: 'desk' as const,
      requestId: 'request-1',
      needs: {},
      decide: () => {
        throw new TypeError('a bug');
      },
    };
    expect(() => run(readingOf(made.machine('王芳')), command)).toThrow(TypeError);
    expect(made.ports.snapshot()).toBe(before);
    expect(visit(made).records).toHaveLength(1);
  });
});
