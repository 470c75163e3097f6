// A workbook that an older version made, with people's own things in it: what is missing is added, what is theirs stays.
import { product } from '../../src/entry/machine';
import { newOffice, receive, requestId, wizard, type Office } from './office';
import { cellsOf, change, moveColumn, removeColumn, removeTab, renameTab, tabsOf, write } from './workbook';

const visits = product.register('visits')!;
const messages = product.register('messages')!.sheetId;
const own = 77;
const columnOf = (key: string) => Object.keys(visits.all).indexOf(key);

describe('set-up of an older workbook', () => {
  let office: Office;
  const cells = () => cellsOf(office, visits.sheetId);

  beforeAll(() => {
    office = newOffice();
    receive(office);
    const { sheetId } = visits;
    const width = Object.keys(visits.all).length - 1;
    // The older version knew neither badges nor messages.
    change(office, [removeColumn(sheetId, columnOf('badge')), removeTab(messages)]);
    change(office, [
      write(sheetId, 1, columnOf('visitor'), '来访者'),
      write(sheetId, 1, columnOf('phone'), ''),
      renameTab(sheetId, '来客'),
      moveColumn(sheetId, columnOf('host'), 0),
      { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } },
      write(sheetId, 1, width, '茶水', '绿茶'),
      { addSheet: { properties: { sheetId: own, title: '值班表' } } },
      write(own, 0, 0, '周一 王芳'),
    ]);
    office.ask('office', 'setUp', { ...wizard, requestId: requestId() });
  });

  test('adds the tab and the column that are missing', () => {
    expect(tabsOf(office).map(({ sheetId }) => sheetId)).toContain(messages);
    expect(cells()[0]).toEqual(expect.arrayContaining(Object.keys(visits.all)));
  });

  test('keeps the names, order and columns that people gave a tab, and their own tabs', () => {
    const titles = Object.fromEntries(tabsOf(office).map(({ sheetId, title }) => [sheetId, title]));
    expect(titles).toMatchObject({ [visits.sheetId]: '来客', [own]: '值班表' });
    expect(cellsOf(office, own)).toEqual([['周一 王芳']]);
    const [keys = [], labels = [], first = []] = cells();
    expect(keys[0]).toBe('host');
    expect(first[labels.indexOf('茶水')]).toBe('绿茶');
  });

  test('leaves a label as people renamed it, and puts back one that they emptied', () => {
    const [keys = [], labels = []] = cells();
    expect(labels[keys.indexOf('visitor')]).toBe('来访者');
    expect(labels[keys.indexOf('phone')]).toBe('联系电话');
  });

  test('leaves records as they were, and the next one goes below, each value under its own heading', () => {
    expect(receive(office, { visitor: '孙先生' })).toMatchObject({ no: 'LF-2026-00002', row: 3 });
    expect(office.rows(visits.sheetId).slice(1)).toMatchObject([
      { no: 'LF-2026-00001', visitor: '林女士', host: '陈静', state: '在访' },
      { no: 'LF-2026-00002', visitor: '孙先生', host: '陈静', state: '在访' },
    ]);
  });
});
