// The demo agency: made by the product itself, the same each time, and of nobody who exists.
import { seed } from '../../emulator/demo';
import { endingOf } from '../../emulator/demo/days';
import { Google } from '../../emulator/runtime';
import { dist } from './office';

const zone = 'Asia/Shanghai';
/** A Wednesday, three in the afternoon. */
const now = new Date('2026-10-21T07:00:00Z');

function played(): Google {
  const google = new Google({ dist, now });
  seed(google, { now, days: 1 });
  return google;
}

interface Tab {
  properties: { hidden?: boolean };
  data: { rowData?: { values?: { formattedValue?: string }[] }[] }[];
}

/** Every text of the desk workbook, tab by tab; of hidden tabs only if they are asked for. */
function textsOf(google: Google, hiddenToo: boolean): string[] {
  const params = { spreadsheetId: google.containerId, includeGridData: true };
  const caller = { email: google.state.officeAccount };
  const book = google.sheets.call('spreadsheets.get', params, undefined, caller) as { sheets: Tab[] };
  return book.sheets
    .filter(({ properties }) => hiddenToo || !properties.hidden)
    .flatMap(({ data }) => data.flatMap(({ rowData = [] }) => rowData.flatMap(({ values = [] }) => values)))
    .flatMap(({ formattedValue }) => formattedValue ?? []);
}

describe('the demo', () => {
  const google = played();
  const texts = textsOf(google, true);
  const mails = google.state.mail.sent;

  test('has visitors, calls and letters, some answered, some open', () => {
    expect(texts.filter((text) => /^LF-2026-\d{5}$/.test(text)).length).toBeGreaterThan(10);
    expect(texts.filter((text) => /^LD-2026-\d{5}$/.test(text)).length).toBeGreaterThan(3);
    expect(texts).toEqual(expect.arrayContaining(['在访', '已离开', '马上来']));
    expect(mails.length).toBeGreaterThan(15);
  });

  test('ends at the desk, while the office is open', () => {
    expect(google.clock.now().toISOString().slice(0, 16)).toBe('2026-10-21T07:00');
    expect(google.state.people.find(({ email }) => email === google.state.user)?.roles).toContain('front');
  });

  test('writes to nobody who exists', () => {
    const addresses = new Set(mails.flatMap(({ to, cc }) => [...to, ...cc]));
    expect([...addresses].filter((address) => !/@example\.(org|com)$/.test(address))).toEqual([]);
    expect(
      [...new Set(texts.join('\n').match(/[\w.]+@[\w.]+\w/g))].filter((one) => !/@example\.(org|com)$/.test(one)),
    ).toEqual([]);
  });

  test('telephones have an area code that there is not', () => {
    const phones = texts.filter((text) => /^0\d{2,3}-\d{7,8}$|^1[3-9]\d{9}$/.test(text));
    expect(phones.length).toBeGreaterThan(20);
    expect(phones.filter((phone) => !phone.startsWith('0100-5550') && !phone.startsWith('0100-5551'))).toEqual([]);
  });

  test('comes out the same for the same seed', () => {
    const again = played();
    const apartFromLinks = (list: string[]) => list.filter((text) => !text.startsWith('http'));
    expect(apartFromLinks(textsOf(again, false))).toEqual(apartFromLinks(textsOf(google, false)));
  });
});

describe('where the demo ends', () => {
  const kinds = new Map([
    ['2026-10-10', '补班'],
    ['2026-10-07', '法定节假日'],
  ]);
  test.each([
    ['2026-10-21T07:00:00Z', { day: '2026-10-21', minutes: 900 }],
    ['2026-10-21T12:00:00Z', { day: '2026-10-21', minutes: 990 }],
    ['2026-10-21T00:30:00Z', { day: '2026-10-20', minutes: 640 }],
    ['2026-10-10T04:00:00Z', { day: '2026-10-10', minutes: 720 }],
    ['2026-10-11T04:00:00Z', { day: '2026-10-10', minutes: 640 }],
    ['2026-10-07T04:00:00Z', { day: '2026-10-06', minutes: 640 }],
  ])('%s', (moment, ending) => expect(endingOf(new Date(moment), zone, kinds)).toEqual(ending));
});
