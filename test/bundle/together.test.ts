// Several people at once, and people in the tab itself: what is saved is in its row, what is typed is never lost.
import type { Fault } from '../../emulator/runtime';
import { deliverBurst, deliverEdit } from '../../emulator/runtime';
import { newOffice, people, receive, recordOf, requestId, step, visitor, type Office } from './office';
import { change, moveColumn, renameTab } from './workbook';

type Happening = Omit<Fault, 'call' | 'nth' | 'do'>;
const visits = 2101;
let office: Office;
beforeEach(() => {
  office = newOffice();
});

const keys = () => Object.keys(office.rows(visits)[0]!).filter((key) => key !== 'row');
const records = () => office.rows(visits).slice(1);
/** Column letters, A to AZ. */
const letter = (at: number) => `${at >= 26 ? 'A' : ''}${String.fromCharCode(65 + (at % 26))}`;
const cell = (key: string, row: number) => `${letter(keys().indexOf(key))}${row + 1}`;
const verified = () => office.menu('menu.verifyAuditLog').effects.alerts[0]?.text ?? '';

/** What happens between the read and the write of a command. */
const between = (happening: Happening, work: () => void) =>
  office.during([{ call: 'sheets.batchUpdate', nth: 1, do: 'before', ...happening }], work);

describe('two people at the same moment', () => {
  test('the second is asked to wait, keeps what was typed, and saves it a moment later', () => {
    const second = { register: 'visits', rows: [{ ...visitor, visitor: '孙先生' }], requestId: requestId() };
    let reply: unknown;
    const act = () => {
      const run = {
        function: 'call',
        args: ['create', JSON.stringify(second)],
        kind: 'container',
        user: people.hr,
      } as const;
      reply = JSON.parse(String(office.google.run({ ...run, fromPage: true }).value));
    };
    between({ act }, () => receive(office));
    expect(reply).toMatchObject({ ok: false, error: { code: 'busy' } });
    office.ask('front', 'create', second);
    expect(records().map(({ no, visitor: name }) => [no, name])).toEqual([
      ['LF-2026-00001', '林女士'],
      ['LF-2026-00002', '孙先生'],
    ]);
  });
});

describe('somebody works in the tab between the read and the write of a step', () => {
  let no: string;
  beforeEach(() => {
    receive(office, { visitor: '丙', organisation: '丙公司' });
    ({ no } = receive(office, { visitor: '乙', organisation: '乙公司' }));
    receive(office, { visitor: '甲', organisation: '甲公司' });
  });
  const others = () => records().filter((one) => one['no'] !== no);
  const guide = () => step(office, 'visits', no, 'guide', { guidedTo: '会议室' });

  test.each<[string, () => Happening]>([
    [
      'sorts it',
      () => ({
        sort: { spreadsheetId: office.id('desk'), sheet: visits, column: keys().indexOf('no'), ascending: false },
      }),
    ],
    ['renames it', () => ({ act: () => change(office, [renameTab(visits, '来客')]) })],
    [
      'inserts a row above',
      () => ({ act: () => office.google.sheets.insertRows(office.id('desk'), visits, 2, 1, { email: people.front }) }),
    ],
    [
      'deletes the row above',
      () => ({ act: () => office.google.sheets.deleteRows(office.id('desk'), visits, 2, 1, { email: people.front }) }),
    ],
    [
      'types a remark into the row',
      () => ({
        edit: { spreadsheetId: office.id('desk'), sheet: visits, range: cell('note', 3), values: [['带了样品']] },
      }),
    ],
  ])('%s: the step is in its own row and nobody else’s', (_what, happening) => {
    between(happening(), guide);
    expect(recordOf(office, 'visits', no)['guidedTo']).toBe('会议室');
    expect(records().find((one) => one['no'] === no)).toMatchObject({
      visitor: '乙',
      organisation: '乙公司',
      guidedTo: '会议室',
    });
    for (const one of others()) expect(one).not.toHaveProperty('guidedTo');
    expect(new Set(records().flatMap(({ no: number }) => number ?? [])).size).toBe(
      records().filter((one) => one['no']).length,
    );
    expect(verified()).toContain('操作日志完整');
  });

  test.each([
    ['guidedTo', 0],
    ['guidedTo', 31],
    ['note', 3],
  ])('moves the column %s to %i: the step is taken or refused, and no cell is wrong', (key, to) => {
    const before = records();
    const act = () => change(office, [moveColumn(visits, keys().indexOf(key), to)]);
    const input = {
      register: 'visits',
      no,
      transition: 'guide',
      input: { guidedTo: '会议室' },
      requestId: requestId(),
    };
    const request = {
      function: 'call',
      args: ['transition', JSON.stringify(input)],
      kind: 'container',
      fromPage: true,
    } as const;
    let reply = '';
    between({ act }, () => {
      reply = String(office.google.run({ ...request, user: people.front }).value);
    });
    const taken = (JSON.parse(reply) as { ok: boolean }).ok;
    const expected = before.map((one) =>
      taken && one['no'] === no ? { ...one, guidedTo: '会议室', history: expect.any(String) } : one,
    );
    expect(records()).toEqual(expected);
    if (!taken) guide();
    expect(recordOf(office, 'visits', no)['guidedTo']).toBe('会议室');
  });

  test('moves a column while a record is made: each value is under its own heading', () => {
    const act = () => change(office, [moveColumn(visits, keys().indexOf('purpose'), 3)]);
    between({ act }, () => receive(office, { visitor: '丁' }));
    expect(records().at(-1)).toMatchObject({ ...visitor, visitor: '丁', no: 'LF-2026-00004', state: '在访' });
  });

  test('a remark typed in that moment stays', () => {
    const edit = { spreadsheetId: office.id('desk'), sheet: visits, range: cell('note', 3), values: [['带了样品']] };
    between({ edit }, guide);
    expect(recordOf(office, 'visits', no)).toMatchObject({ note: '带了样品', guidedTo: '会议室' });
  });

  test('what is typed below the last record in the moment of a create stays, and is numbered after it', () => {
    const from = keys().indexOf('visitor');
    const values = [['丁', '丁公司', '13700000000', null, null, '送材料', '陈静']];
    const edit = {
      spreadsheetId: office.id('desk'),
      sheet: visits,
      range: `${letter(from)}6:${letter(from + 6)}6`,
      values,
    };
    between({ edit }, () => receive(office, { visitor: '戊' }));
    expect(
      records()
        .map(({ visitor: name }) => name)
        .sort(),
    ).toEqual(['丁', '丙', '乙', '戊', '甲'].sort());
    expect(new Set(records().map(({ no: number }) => number)).size).toBe(5);
  });
});

test('a row copied with its number is a visit of its own by the evening, the first stays as it was', () => {
  const { row } = receive(office);
  office.job('jobs.everyMinute');
  const rows = (at: number) => ({ sheetId: visits, startRowIndex: at, endRowIndex: at + 1 });
  change(office, [{ copyPaste: { source: rows(row), destination: rows(row + 1), pasteType: 'PASTE_NORMAL' } }]);
  const [first, copy] = records();
  expect(copy).toEqual({ ...first, row: row + 1 });
  office.moveTo('2026-10-09T19:00');
  expect(records()[0]).toEqual(first);
  expect(records()[1]).toMatchObject({ ...visitor, no: 'LF-2026-00002', state: '在访', late: '是' });
  expect(verified()).toContain('操作日志完整');
});

describe('system columns', () => {
  const edit = (row: number, key: string, value: string) => {
    const act = { spreadsheetId: office.id('desk'), sheet: visits, range: cell(key, row), values: [[value]] };
    for (const { error } of deliverEdit(office.google, { ...act, user: people.front }, 'now'))
      expect(error).toBeUndefined();
  };

  test.each([
    ['no', 'LF-2026-99999'],
    ['no', ''],
    ['state', '已离开'],
    ['attendant', '周琳'],
    ['history', ''],
  ])('%s typed over with “%s” is put back', (key, value) => {
    const { row } = receive(office);
    const before = records()[0]!;
    edit(row, key, value);
    expect(records()).toEqual([before]);
  });

  test('numbers that are cleared together are not given anew', () => {
    receive(office);
    receive(office, { visitor: '孙先生' });
    const act = { spreadsheetId: office.id('desk'), sheet: visits, range: 'A3:A4', values: [[''], ['']] };
    deliverEdit(office.google, { ...act, user: people.front }, 'now');
    office.moveTo('2026-10-09T19:00');
    for (const one of records()) {
      expect(one).not.toHaveProperty('no');
      expect(one['check']).toContain('编号被删掉了');
    }
    expect(receive(office).no).toBe('LF-2026-00003');
  });

  test('what is typed into a column of the hand stays', () => {
    const { row } = receive(office);
    edit(row, 'note', '带了样品');
    edit(row, 'purpose', '参观');
    expect(records()).toMatchObject([{ note: '带了样品', purpose: '参观' }]);
  });
});

/** Rows as a person copies them from another list: from the name to the host. Every twentieth lacks the host. */
const pasted = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    `访客${index}`,
    '街道',
    `1380000${String(index).padStart(4, '0')}`,
    null,
    null,
    '参观',
    index % 20 === 19 ? null : '陈静',
  ]);

function expectNumbered(count: number, wrong: number): void {
  const rows = records();
  expect(rows).toHaveLength(count);
  const numbered = rows.filter((one) => one['no']);
  expect(numbered).toHaveLength(count - wrong);
  expect(new Set(numbered.map((one) => one['no'])).size).toBe(count - wrong);
  for (const one of rows.filter((other) => !other['no'])) expect(one['check']).toContain('拜访对象');
  expect(rows.map(({ visitor: name }) => name)).toEqual(pasted(count).map(([name]) => name));
}

describe('200 rows, 10 of them wrong', () => {
  const act = (rows: unknown[][], first: number) => {
    const from = keys().indexOf('visitor');
    const range = `${letter(from)}${first + 1}:${letter(from + 6)}${first + rows.length}`;
    return { spreadsheetId: office.id('desk'), sheet: visits, range, values: rows, user: people.front };
  };

  test('pasted at once: 190 are numbered, 10 say what is wrong, nothing is lost', () => {
    for (const { error } of deliverEdit(office.google, act(pasted(200), 2), 'now')) expect(error).toBeUndefined();
    expectNumbered(200, 10);
    expect(verified()).toContain('操作日志完整');
  });

  test('typed one by one so fast that the trigger hears of some only: the same by the evening', () => {
    const acts = pasted(200).map((row, index) => act([row], index + 2));
    for (let from = 0; from < acts.length; from += 20) deliverBurst(office.google, acts.slice(from, from + 20));
    office.moveTo('2026-10-09T19:00');
    expectNumbered(200, 10);
  });

  test('a wrong row that is put right gets its number', () => {
    deliverEdit(office.google, act(pasted(20), 2), 'now');
    const { row } = records().find((one) => !one['no'])!;
    const range = cell('host', row);
    deliverEdit(
      office.google,
      { spreadsheetId: office.id('desk'), sheet: visits, range, values: [['陈静']], user: people.front },
      'now',
    );
    expectNumbered(20, 0);
    expect(records().filter(({ check }) => String(check).includes('拜访对象'))).toEqual([]);
  });
});
