// The contract of the installation port. Only Google keeps one: what uses it in memory hands in what it needs of it.
import type { Google, RunRequest } from '../../emulator/runtime';
import { visits } from '../../src/chapters/reception/visits.register';
import { copyWidth } from '../../src/kernel/kernel-tabs';
import { TablesError, type SheetChange } from '../../src/kernel/ports';
import type { StructureFault, WantedTrigger } from '../../src/kernel/ports-installation';
import { hiddenTabs, homeSheetId, homeTab, registerTab } from '../../src/kernel/tab-spec';
import { departments } from '../../src/office/departments.register';
import { staff } from '../../src/office/staff.register';
import { office, reception } from '../emulator/runtime/probe';
import type { installationActs, officeActs, tableActs } from './acts';
import { asOffice, askGoogle, change, contractGoogle, look } from './google-world';

const hr = 'hr@example.org';
const registers = [visits, staff, departments];
const chapter = { title: { zh: '前台接待', en: 'Reception' }, registers };
const home = (status: string) => homeTab({ agency: '晨光社工', language: 'zh', status: [status], chapters: [chapter] });
const specs = [
  home('已安装'),
  ...registers.map((one) => registerTab(one, '#1a73e8', 'zh', registers)),
  ...hiddenTabs('zh'),
];

const atDesk = (user: string): Partial<RunRequest> => ({ kind: 'container', user });
const asking = (google: Google, user = office) =>
  askGoogle<typeof installationActs>(google, 'installation', atDesk(user));

/** All of a workbook as its owner sees it. */
const whole = (google: Google, id = google.containerId) =>
  google.sheets.call('spreadsheets.get', { spreadsheetId: id, includeGridData: true }, undefined, { email: office });
const writesDuring = (google: Google, work: () => unknown): number => {
  google.gateway.resetLog();
  work();
  return google.gateway.log().calls['sheets.batchUpdate'] ?? 0;
};
const columnOf = (key: string): number => Object.keys(visits.all).indexOf(key);
const kinds = (faults: readonly StructureFault[] | null) => [...new Set(faults!.map(({ kind }) => kind))];

function installed(): Google {
  const google = contractGoogle();
  asking(google)('ensure', specs, [hr]);
  return google;
}

const newStaff: readonly SheetChange[] = [
  { kind: 'insertRows', sheetId: staff.sheetId, at: 2, count: 1 },
  { kind: 'write', sheetId: staff.sheetId, row: 2, column: 0, cells: [['YG-001', '王芳']] },
];

/** Where the choices in `recordedBy` of the visitors' tab come from. */
function offered(google: Google): string | undefined {
  interface View {
    sheets: {
      properties: { sheetId?: number };
      data?: {
        rowData?: { values?: { dataValidation?: { condition: { values: { userEnteredValue: string }[] } } }[] }[];
      }[];
    }[];
  }
  const { sheets } = look<View>(google, 'sheets(properties(sheetId),data(rowData(values(dataValidation))))');
  const tab = sheets.find(({ properties }) => properties.sheetId === visits.sheetId);
  const rule = tab?.data?.[0]?.rowData?.[2]?.values?.[columnOf('recordedBy')]?.dataValidation;
  return rule?.condition.values[0]?.userEnteredValue;
}

describe('tabs', () => {
  test('are put in, and told; the same again finds nothing to do', () => {
    const google = contractGoogle();
    const told = asking(google)('ensure', specs, [hr]);
    expect(told.map(({ kind, sheetId }) => [kind, sheetId])).toEqual(specs.map(({ sheetId }) => ['tab', sheetId]));
    const before = JSON.stringify(whole(google));
    expect(writesDuring(google, () => expect(asking(google)('ensure', specs, [hr])).toEqual([]))).toBe(0);
    expect(JSON.stringify(whole(google))).toBe(before);
  });

  const cell = (sheetId: number, rowIndex: number, columnIndex: number) => ({
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      rows: [{ values: [{}] }],
      fields: 'userEnteredValue',
    },
  });
  const { sheetId } = visits;
  const rowsOf = (startIndex: number, endIndex: number) => ({ sheetId, dimension: 'ROWS', startIndex, endIndex });
  const moved = (key: string, before: string) => ({
    moveDimension: {
      source: { sheetId, dimension: 'COLUMNS', startIndex: columnOf(key), endIndex: columnOf(key) + 1 },
      destinationIndex: columnOf(before),
    },
  });
  const damages: readonly [StructureFault['kind'], string, () => object][] = [
    ['tab', 'a tab deleted', () => ({ deleteSheet: { sheetId } })],
    [
      'column',
      'a column deleted',
      () => {
        const startIndex = columnOf('organisation');
        return { deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 } } };
      },
    ],
    ['heading', 'a key erased', () => cell(sheetId, 0, columnOf('purpose'))],
    ['heading', 'a label erased', () => cell(sheetId, 1, columnOf('purpose'))],
    [
      'heading',
      'the headings no longer frozen',
      () => ({
        updateSheetProperties: {
          properties: { sheetId, gridProperties: { frozenRowCount: 0 } },
          fields: 'gridProperties.frozenRowCount',
        },
      }),
    ],
    [
      'hidden',
      'the keys shown',
      () => ({
        updateDimensionProperties: {
          range: rowsOf(0, 1),
          properties: { hiddenByUser: false },
          fields: 'hiddenByUser',
        },
      }),
    ],
    [
      'hidden',
      'a hidden tab shown',
      () => ({ updateSheetProperties: { properties: { sheetId: 9001, hidden: false }, fields: 'hidden' } }),
    ],
    [
      'dropDown',
      'choices taken away',
      () => {
        const startColumnIndex = columnOf('state');
        const range = { sheetId, startRowIndex: 2, startColumnIndex, endColumnIndex: startColumnIndex + 1 };
        return { setDataValidation: { range } };
      },
    ],
    ['protection', 'a column that is filled in by steps moved out of its protection', () => moved('state', 'phone')],
    ['rows', 'blank rows deleted', () => ({ deleteDimension: { range: rowsOf(20, 120) } })],
    [
      'width',
      'so many columns put in that ours reach beyond the tab of copies',
      () => ({ insertDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: copyWidth } } }),
    ],
    ['home', 'the list of registers erased', () => cell(homeSheetId, 5, 1)],
  ];
  test.each(damages)('%s: %s is found, put back, and then found no more', (kind, _, damage) => {
    const google = installed();
    change(google, [damage()]);
    expect(kinds(asking(google)('inspect', specs, [hr]))).toEqual([kind]);
    expect(kinds(asking(google)('ensure', specs, [hr]))).toEqual([kind]);
    expect(asking(google)('inspect', specs, [hr])).toEqual([]);
  });

  test('the home tab follows what it has to say', () => {
    const google = installed();
    const later = [home('已安装，版本 2'), ...specs.slice(1)];
    expect(kinds(asking(google)('ensure', later, [hr]))).toEqual(['home']);
    expect(asking(google)('inspect', later, [hr])).toEqual([]);
  });

  test('what people have made of them is left alone: names, order, columns, tabs, choices, protections of their own', () => {
    const google = installed();
    change(google, [
      { updateSheetProperties: { properties: { sheetId, title: '访客' }, fields: 'title' } },
      moved('visitor', 'purpose'),
      { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } },
      { addSheet: { properties: { title: '我的' } } },
      { addProtectedRange: { protectedRange: { range: rowRange(sheetId), description: '我们的', warningOnly: true } } },
    ]);
    const before = JSON.stringify(whole(google));
    expect(asking(google)('ensure', specs, [hr])).toEqual([]);
    expect(JSON.stringify(whole(google))).toBe(before);
  });

  test('choices of people wait for the first row, in the same run', () => {
    const google = contractGoogle();
    asking(google)('ensureAndWrite', specs, newStaff);
    const name = Object.keys(staff.all).indexOf('name');
    const letter = String.fromCharCode(65 + name);
    expect(offered(google)).toBe(`='${specs[2]!.title}'!$${letter}$3:$${letter}`);
    expect(asking(google)('inspect', specs)).toEqual([]);
  });

  test('choices of people that waited in vain are put in by the next run', () => {
    const google = installed();
    expect(offered(google)).toBeUndefined();
    expect(asking(google)('inspect', specs, [hr])).toEqual([]);
    askGoogle<typeof tableActs>(google, 'tables', atDesk(office))('commit', 'desk', newStaff, []);
    expect(kinds(asking(google)('ensure', specs, [hr]))).toEqual(['dropDown']);
    expect(offered(google)).toContain('$3:');
    expect(asking(google)('ensure', specs, [hr])).toEqual([]);
  });

  test.each([
    ['fail', specs.length],
    ['dropAnswer', 0],
  ] as const)('a call that goes wrong (%s) is told, and mended by the next run', (how, left) => {
    const google = contractGoogle();
    google.gateway.setFaults([{ call: 'sheets.batchUpdate', nth: 1, do: how }]);
    expect(() => asking(google)('ensure', specs, [hr])).toThrow(TablesError);
    expect(asking(google)('ensure', specs, [hr])).toHaveLength(left);
    expect(asking(google)('inspect', specs, [hr])).toEqual([]);
  });
});

const rowRange = (sheetId: number) => ({ sheetId, startRowIndex: 5, endRowIndex: 6 });

describe('protections', () => {
  const write = (google: Google, user: string, sheetId: number): string => {
    const one: SheetChange = { kind: 'write', sheetId, row: 2, column: 1, cells: [['x']] };
    try {
      askGoogle<typeof tableActs>(google, 'tables', atDesk(user))('commit', 'desk', [one], []);
      return 'written';
    } catch (error) {
      return (error as TablesError).kind;
    }
  };
  const marksOf = (google: Google) => {
    interface View {
      sheets: { protectedRanges?: { protectedRangeId: number; description?: string }[] }[];
    }
    return look<View>(google, 'sheets(protectedRanges(protectedRangeId,description))').sheets.flatMap(
      ({ protectedRanges = [] }) => protectedRanges,
    );
  };

  test('staff may be changed by the office account and HR, the registers by everybody', () => {
    const google = installed();
    google.sheets.share(google.containerId, hr, 'editor');
    expect([reception, hr, office].map((user) => write(google, user, staff.sheetId))).toEqual([
      'refused',
      'written',
      'written',
    ]);
    expect(write(google, reception, visits.sheetId)).toBe('written');
  });

  test('follow who is HR; where that is not known, they stay', () => {
    const google = installed();
    google.sheets.share(google.containerId, hr, 'editor');
    google.sheets.share(google.containerId, 'next@example.org', 'editor');
    expect(asking(google)('ensure', specs)).toEqual([]);
    expect(kinds(asking(google)('ensure', specs, ['next@example.org']))).toEqual(['protection']);
    expect([hr, 'next@example.org'].map((user) => write(google, user, staff.sheetId))).toEqual(['refused', 'written']);
    expect(kinds(asking(google)('ensure', specs, ['NEXT@example.org', 'next@example.org']))).not.toContain(
      'protection',
    );
  });

  test('of ours that were taken away are put back, once', () => {
    const google = installed();
    const ours = marksOf(google);
    change(
      google,
      ours.map(({ protectedRangeId }) => ({ deleteProtectedRange: { protectedRangeId } })),
    );
    expect(kinds(asking(google)('ensure', specs, [hr]))).toEqual(['protection']);
    expect(marksOf(google)).toHaveLength(ours.length);
    expect(asking(google)('ensure', specs, [hr])).toEqual([]);
  });
});

describe('looking at it', () => {
  test('finds nothing wrong for a person who may not see who may change what', () => {
    expect(asking(installed(), reception)('inspect', specs, [hr])).toEqual([]);
  });

  test('finds nothing at all where the workbook is not this person’s to open', () => {
    const google = installed();
    google.state.properties.script['workbook.desk'] = google.containerId.replace(/.$/, (last) =>
      last === '_' ? '-' : '_',
    );
    expect(asking(google)('inspect', specs, [hr])).toBeNull();
  });

  test('passes on what will pass', () => {
    const google = installed();
    google.gateway.setFaults([{ call: 'sheets.get', nth: 1, do: 'fail' }]);
    expect(() => asking(google)('inspect', specs, [hr])).toThrow(TablesError);
  });
});

describe('the workbooks', () => {
  test('the desk is the one that holds the script, or the one named; from then on it is the stored one', () => {
    const google = contractGoogle();
    const { script } = google.state.properties;
    delete script['workbook.desk'];
    asking(google)('claimDesk');
    expect(script['workbook.desk']).toBe(google.containerId);
    asking(google)('claimDesk', 'another');
    expect(script['workbook.desk']).toBe('another');
    asking(google)('claimDesk');
    expect(script['workbook.desk']).toBe('another');
  });

  test('outside a workbook, and with none named, set-up says what to do', () => {
    const google = contractGoogle();
    delete google.state.properties.script['workbook.desk'];
    const ask = askGoogle<typeof installationActs>(google, 'installation', { kind: 'webapp' });
    expect(() => ask('claimDesk')).toThrow(expect.objectContaining({ name: 'Misconfigured' }));
  });

  test('the restricted one is made once, in the zone of the installation, with the tabs asked for and no other', () => {
    const google = contractGoogle();
    for (let times = 0; times < 2; times += 1) asking(google)('makeRestricted', '受限', [specs[1]!], false);
    expect(google.sheets.list()).toHaveLength(2);
    const id = google.state.properties.script['workbook.restricted']!;
    expect(look(google, 'properties(title,timeZone,locale),sheets(properties(sheetId))', id)).toEqual({
      properties: { title: '受限', timeZone: 'Asia/Shanghai', locale: 'zh_CN' },
      sheets: [{ properties: { sheetId: visits.sheetId } }],
    });
    expect(asking(google)('address', 'restricted')).toContain(`/${id}/`);
  });

  test('a run that broke off after making it is taken up by the next', () => {
    const google = contractGoogle();
    google.gateway.setFaults([{ call: 'sheets.batchUpdate', nth: 1, do: 'fail' }]);
    expect(() => asking(google)('makeRestricted', '受限', [specs[1]!], false)).toThrow(TablesError);
    expect(kinds(asking(google)('makeRestricted', '受限', [specs[1]!], false))).toEqual(['tab']);
    expect(google.sheets.list()).toHaveLength(2);
  });

  test('an agency of two has one workbook', () => {
    const google = contractGoogle();
    asking(google)('makeRestricted', '', [], true);
    expect(google.state.properties.script['workbook.restricted']).toBe(google.containerId);
    expect(google.sheets.list()).toHaveLength(1);
  });

  test('are shared with those named, again without harm; nobody loses access', () => {
    const google = contractGoogle();
    const access = (email: string) => google.sheets.accessOf(google.containerId, email);
    for (let times = 0; times < 2; times += 1) asking(google)('share', [hr, office]);
    expect([hr, office, reception].map(access)).toEqual(['editor', 'owner', 'editor']);
    expect(asking(google)('share', ['nobody', 'next@example.org', 'x@y'])).toEqual(['nobody', 'x@y']);
    expect(access('next@example.org')).toBe('editor');
    google.gateway.resetLog();
    asking(google)('share', []);
    expect(google.gateway.log().calls['spreadsheet.openById'] ?? 0).toBe(0);
  });
});

describe('triggers', () => {
  const wanted: readonly WantedTrigger[] = [
    { handler: 'jobs.everyMinute', on: { everyMinutes: 1 } },
    { handler: 'jobs.everyMorning', on: { atHour: 8, nearMinute: 0 } },
    { handler: 'jobs.onRegisterEdit', on: { editOf: 'desk' } },
    { handler: 'jobs.onRegisterEdit', on: { editOf: 'restricted' } },
  ];
  const withTwo = (): Google => {
    const google = contractGoogle();
    asking(google)('makeRestricted', '受限', [specs[1]!], false);
    return google;
  };

  test('are made as asked, in the zone of the workbook, and the same again makes none', () => {
    const google = withTwo();
    asking(google)('ensureTriggers', wanted);
    expect(asking(google)('triggers')).toEqual([
      { handler: 'jobs.everyMinute' },
      { handler: 'jobs.everyMorning' },
      { handler: 'jobs.onRegisterEdit', editOf: 'desk' },
      { handler: 'jobs.onRegisterEdit', editOf: 'restricted' },
    ]);
    const { triggers } = google.state;
    expect(triggers.find(({ handler }) => handler === 'jobs.everyMorning')).toMatchObject({
      hour: 8,
      zone: 'Asia/Shanghai',
    });
    const ids = triggers.map(({ id }) => id);
    asking(google)('ensureTriggers', wanted);
    expect(google.state.triggers.map(({ id }) => id)).toEqual(ids);
  });

  test('that are double, of an older version, or of a workbook no longer in use are taken away', () => {
    const google = withTwo();
    asking(google)('ensureTriggers', [...wanted, { handler: 'jobs.everyHour', on: { everyMinutes: 30 } }]);
    const morning = google.state.triggers.find(({ handler }) => handler === 'jobs.everyMorning')!;
    google.state.triggers.push({ ...morning, id: 'double' });
    const edits = google.state.triggers.find(({ handler }) => handler === 'jobs.onRegisterEdit')!;
    google.state.triggers.push({ ...edits, id: 'stale', sourceId: 'gone' });
    asking(google)('ensureTriggers', wanted);
    expect(google.state.triggers.map(({ handler }) => handler)).toEqual(wanted.map(({ handler }) => handler));
    expect(google.state.triggers.map(({ id }) => id)).not.toContain('stale');
  });

  test('of another account are not seen, and not touched', () => {
    const google = withTwo();
    asking(google)('ensureTriggers', wanted);
    expect(asking(google, reception)('triggers')).toEqual([]);
    asking(google, reception)('ensureTriggers', []);
    expect(google.state.triggers).toHaveLength(wanted.length);
  });
});

describe('what is kept beside the workbooks', () => {
  test('what is not there is undefined; several are put at once, the others stay; the same run and the next see them', () => {
    const google = contractGoogle();
    const ask = asking(google);
    expect(ask('get', 'webApp')).toBeUndefined();
    expect(ask('put', { webApp: 'https://x/exec', version: '3' }, 'webApp')).toEqual([null, 'https://x/exec']);
    expect([ask('get', 'version'), ask('get', 'owner')]).toEqual(['3', office]);
    expect(asking(google, reception)('get', 'version')).toBe('3');
  });

  test('is read once a run', () => {
    const google = installed();
    google.gateway.resetLog();
    asking(google)('inspect', specs, [hr]);
    expect(google.gateway.log().calls['properties.getProperties']).toBe(1);
  });

  test('the secret is made once, and is nobody else’s to read', () => {
    const google = contractGoogle();
    asking(google)('ensureSecret');
    const { users } = google.state.properties;
    const secret = users[office]!['secret']!;
    expect(secret.length).toBeGreaterThanOrEqual(64);
    asking(google)('ensureSecret');
    expect(users[office]!['secret']).toBe(secret);
    asking(google, reception)('ensureSecret');
    expect(users[reception]!['secret']).not.toBe(secret);
    const signs = (request: Partial<RunRequest>) => () =>
      askGoogle<typeof officeActs>(google, 'office', request)('sign', 'x');
    expect(signs(asOffice)).not.toThrow();
    expect(signs(atDesk(reception))).toThrow(expect.objectContaining({ name: 'Misconfigured' }));
    expect(JSON.stringify([google.state.properties.script, google.state.cache, whole(google)])).not.toContain(secret);
  });

  test('the account that runs, the person at the keyboard, and the account’s own quota', () => {
    const google = contractGoogle();
    expect(asking(google)('who')).toEqual({ account: office, person: office });
    expect(askGoogle<typeof installationActs>(google, 'installation', asOffice)('who')).toEqual({
      account: office,
      person: '',
    });
    google.state.mail.used[office] = { since: google.clock.now().getTime(), recipients: 60 };
    expect([office, reception].map((user) => asking(google, user)('mailQuota'))).toEqual([40, 100]);
  });

  test('the web app’s address, once it is deployed; one for trying it out is none', () => {
    const google = contractGoogle();
    expect(asking(google)('webAppAddress')).toMatch(/^https?:.*\/exec$/);
    jest.spyOn(google, 'webAppUrl').mockReturnValueOnce('https://script.google.com/macros/s/x/dev');
    expect(asking(google)('webAppAddress')).toBeUndefined();
    google.state.deployments = [];
    expect(asking(google)('webAppAddress')).toBeUndefined();
  });
});
