// Health says what is wrong with an installation and what to do about it; set-up mends it.
import { product } from '../../src/entry/machine';
import { blankOffice, newOffice, people, requestId, wizard, type Office } from './office';
import { cellsOf, change, removeColumn, removeTab, write } from './workbook';

const visits = product.register('visits')!.sheetId;
const feedback = product.register('feedback')!.sheetId;

const checkOf = (office: Office, key: string) =>
  office.ask('office', 'health', {}).checks.find((check) => check.key === key)!;

describe('health', () => {
  test.each<[string, string, (office: Office) => void]>([
    ['desk', 'a key is gone', (office) => change(office, [write(visits, 0, 2, '')])],
    ['desk', 'a label is gone', (office) => change(office, [write(visits, 1, 2, '')])],
    [
      'desk',
      'another time zone is set',
      (office) =>
        change(office, [
          { updateSpreadsheetProperties: { properties: { timeZone: 'Europe/Berlin' }, fields: 'timeZone' } },
        ]),
    ],
    ['desk', 'a tab is gone', (office) => change(office, [removeTab(visits)])],
    [
      'restricted',
      'a column of the restricted workbook is gone',
      (office) => change(office, [removeColumn(feedback, 2)], 'restricted'),
    ],
    ['triggers', 'a trigger is gone', ({ google }) => void google.state.triggers.pop()],
  ])('%s: says that %s, and what to do; set-up mends it', (key, _what, harm) => {
    const office = newOffice();
    expect(checkOf(office, key).status).toBe('ok');
    harm(office);
    expect(checkOf(office, key)).toMatchObject({ status: expect.not.stringMatching('ok'), action: expect.any(String) });
    office.ask('office', 'setUp', { ...wizard, requestId: requestId() });
    expect(checkOf(office, key).status).toBe('ok');
  });

  test('says with whom the workbook could not be shared; the others have it, and the rest of set-up is done', () => {
    const office = blankOffice();
    const front = { name: '许诺', email: 'xunuo', department: '行政部', roles: ['front'] };
    office.ask('office', 'setUp', { ...wizard, people: [front, ...wizard.people] });
    expect(checkOf(office, 'triggers').status).toBe('ok');
    expect(office.google.sheets.accessOf(office.id('desk'), people.front)).toBe('editor');
    expect(checkOf(office, 'sharing')).toMatchObject({ status: 'warning', text: '没能共享给：xunuo' });
    const [row] = office.rows(1001).filter(({ name }) => name === '许诺');
    const [keys = []] = cellsOf(office, 1001);
    change(office, [write(1001, Number(row!['row']), keys.indexOf('email'), 'xunuo@example.org')]);
    office.ask('office', 'setUp', { ...wizard, requestId: requestId() });
    expect(checkOf(office, 'sharing').status).toBe('ok');
  });

  test('says when the jobs have stopped', () => {
    const office = newOffice();
    office.job('jobs.everyMinute');
    expect(checkOf(office, 'heartbeat').status).toBe('ok');
    office.setClock('2026-10-09T16:00');
    expect(checkOf(office, 'heartbeat').status).not.toBe('ok');
  });

  test('says how many letters may still be sent today', () => {
    const office = newOffice();
    office.google.limits.mail = { ...office.google.limits.mail, recipientsPerDay: 0 };
    expect(checkOf(office, 'mail').status).not.toBe('ok');
  });
});
