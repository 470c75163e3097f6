// Set-up gives access to whom the tabs name since; it takes none away.
import { settings } from '../../src/office/settings.register';
import { newOffice, people, wizard } from './office';

const shared = 'reception@example.org';

test('a shared reception login gets the desk workbook, and not the restricted one', () => {
  const office = newOffice();
  const { sheets } = office.google;
  const row = office.rows(settings.sheetId).find(({ key }) => key === 'agency.sharedAccounts')!.row;
  const column = String.fromCharCode(65 + Object.keys(settings.all).indexOf('value'));
  const cell = `${column}${row + 1}:${column}${row + 1}`;
  sheets.edit(office.id('desk'), settings.sheetId, cell, [[`${shared}，${people.office}`]], { email: people.office });
  office.ask('office', 'setUp', { ...wizard, requestId: 'wizard-once-more' });
  expect(sheets.accessOf(office.id('desk'), shared)).toBe('editor');
  expect(sheets.accessOf(office.id('restricted'), shared)).toBeUndefined();
  expect(sheets.accessOf(office.id('desk'), people.office)).toBe('owner');
});
