// What set-up, the sidebar and the menu make of settings that HR has changed since.
import { deliverEdit, openWorkbook } from '../../emulator/runtime';
import { settings } from '../../src/office/settings.register';
import { newOffice, people, receive, wizard, type Office } from './office';

/** HR writes into the settings tab, and the trigger hears of it. */
function set(office: Office, setting: string, value: string): void {
  const row = office.rows(settings.sheetId).find(({ key }) => key === setting)!.row;
  const column = String.fromCharCode(65 + Object.keys(settings.all).indexOf('value'));
  const range = `${column}${row + 1}:${column}${row + 1}`;
  office.google.state.user = people.hr;
  deliverEdit(
    office.google,
    { spreadsheetId: office.id('desk'), sheet: settings.sheetId, range, values: [[value]] },
    'now',
  );
}

test('a shared reception login gets the desk workbook, and not the restricted one', () => {
  const office = newOffice();
  const shared = 'reception@example.org';
  set(office, 'agency.sharedAccounts', `${shared}，${people.office}`);
  office.ask('office', 'setUp', { ...wizard, requestId: 'wizard-once-more' });
  const { sheets } = office.google;
  expect(sheets.accessOf(office.id('desk'), shared)).toBe('editor');
  expect(sheets.accessOf(office.id('restricted'), shared)).toBeUndefined();
  expect(sheets.accessOf(office.id('desk'), people.office)).toBe('owner');
});

test('a chapter that is off is neither in the sidebar nor in the menu', () => {
  const office = newOffice();
  const menu = () => JSON.stringify(openWorkbook(office.google, people.front)?.effects.menus);
  const chapters = () => office.ask('front', 'session', {}).chapters.map(({ key }) => key);
  expect(menu()).toContain('menu.newVisit');
  expect(chapters()).toContain('reception');
  set(office, 'agency.chapters', '办公用品、邮件与快递');
  expect(chapters()).not.toContain('reception');
  expect(menu()).not.toMatch(/menu\.(newVisit|whoIsHere|monthSheet|newRound)/);
  expect(menu()).toContain('menu.openSidebar');
});

test.each([
  ['monthSheet', 'attendance-month'],
  ['newRound', 'appraisal-rounds'],
  ['reports', 'reports'],
])('6.3.1, 8.2 menu.%s opens the sidebar where the sheets are made', (item, place) => {
  const office = newOffice();
  expect(JSON.stringify(openWorkbook(office.google, people.front)?.effects.menus)).toContain(`menu.${item}`);
  expect(JSON.stringify(office.menu(`menu.${item}`, 'hr').effects)).toContain(place);
});

test('another language typed into the settings is told of and changes nothing: the tabs speak the old one', () => {
  const office = newOffice();
  set(office, 'agency.language', 'English');
  const row = office.rows(settings.sheetId).find(({ key }) => key === 'agency.language')!;
  expect(row['check']).toContain('安装时定下');
  const { no } = receive(office, {});
  expect(office.rows(2101).find((one) => one['no'] === no)?.['state']).toBe('在访');
  const { checks } = office.ask('office', 'health', {});
  expect(checks.find(({ key }) => key === 'settings')).toMatchObject({ status: 'warning' });
  expect(checks.find(({ key }) => key === 'settings')?.text).toContain('现在按“简体中文”');
});
