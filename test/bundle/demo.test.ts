// The demo agency: made by the product itself, the same each time, and of nobody who exists.
import { seed } from '../../emulator/demo';
import { hr } from '../../emulator/demo/agency';
import { endingOf } from '../../emulator/demo/days';
import { Google } from '../../emulator/runtime';
import { dist } from './office';

const zone = 'Asia/Shanghai';
/** A Wednesday, three in the afternoon. */
const now = new Date('2026-10-21T07:00:00Z');

function played(): Google {
  const google = new Google({ dist, now });
  seed(google, { now, days: 1, before: 10 });
  return google;
}

interface Tab {
  properties: { hidden?: boolean; sheetId: number };
  data: { rowData?: { values?: { formattedValue?: string }[] }[] }[];
}

function sheetsOf(google: Google, spreadsheetId = google.containerId): Tab[] {
  const params = { spreadsheetId, includeGridData: true };
  const caller = { email: google.state.officeAccount };
  const book = google.sheets.call('spreadsheets.get', params, undefined, caller) as { sheets: Tab[] };
  return book.sheets;
}

const cellsOf = ({ data }: Tab): string[][] =>
  data.flatMap(({ rowData = [] }) =>
    rowData.map(({ values = [] }) => values.map(({ formattedValue }) => formattedValue ?? '')),
  );

const restrictedOf = (google: Google): string => google.state.properties.script['workbook.restricted']!;

/** The records of a tab by their columns' keys. */
function recordsOf(google: Google, sheetId: number, spreadsheetId = google.containerId): Record<string, string>[] {
  const body = { dataFilters: [{ gridRange: { sheetId } }] };
  const caller = { email: google.state.officeAccount };
  const method = 'spreadsheets.values.batchGetByDataFilter';
  const { valueRanges } = google.sheets.call(method, { spreadsheetId }, body, caller) as {
    valueRanges: { valueRange: { values?: string[][] } }[];
  };
  const [keys = [], , ...rows] = valueRanges[0]?.valueRange.values ?? [];
  return rows
    .map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index] ?? ''])))
    .filter(({ no }) => no !== '');
}

/** Every text of both workbooks, tab by tab; of hidden tabs only if they are asked for. */
function textsOf(google: Google, hiddenToo: boolean): string[] {
  return [...sheetsOf(google), ...sheetsOf(google, restrictedOf(google))]
    .filter(({ properties }) => hiddenToo || !properties.hidden)
    .flatMap((tab) => cellsOf(tab).flat())
    .filter((text) => text !== '');
}

describe('the demo', () => {
  const google = played();
  // Its clock goes on from here.
  const endedAt = google.clock.now().toISOString();
  const texts = textsOf(google, true);
  const mails = google.state.mail.sent;

  test('has visitors, calls and letters, some answered, some open', () => {
    expect(texts.filter((text) => /^LF-2026-\d{5}$/.test(text)).length).toBeGreaterThan(10);
    expect(texts.filter((text) => /^LD-2026-\d{5}$/.test(text)).length).toBeGreaterThan(3);
    expect(texts).toEqual(expect.arrayContaining(['在访', '已离开', '马上来']));
    expect(mails.length).toBeGreaterThan(15);
  });

  test('brings along what was before: numbered, marked 补录, and done with', () => {
    const before = [2101, 2102].map((tab) => recordsOf(google, tab).filter(({ late }) => late === '是'));
    expect(before.map((records) => records.length > 15)).toEqual([true, true]);
    expect(new Set(before[0]!.map(({ state }) => state))).toEqual(new Set(['已离开']));
    expect(new Set(before[1]!.map(({ state }) => state))).toEqual(new Set(['办结']));
    expect(new Set(before.flat().map(({ check }) => check))).toEqual(new Set(['']));
    const arrived = recordsOf(google, 2101).map(({ arrivedAt = '' }) => arrivedAt.slice(0, 10));
    expect(arrived).toContain('2026-10-10');
  });

  test('has supplies at every stage: asked for, sent back, short, unsigned, on their way, being counted', () => {
    const states = (tab: number) => recordsOf(google, tab).map(({ state }) => state);
    expect(states(3101).length).toBeGreaterThan(55);
    expect(states(3101)).toContain('不足');
    expect(states(3102)).toEqual(expect.arrayContaining(['待部门审批', '退回补充', '待发放', '已发放']));
    expect(recordsOf(google, 3102).some(({ shortQuantity }) => shortQuantity === '2')).toBe(true);
    expect(states(3103)).toContain('待签收');
    expect(states(3105)).toContain('盘点中');
    expect(states(3106)).toContain('待收货');
    const ledger = recordsOf(google, 3104);
    for (const { label, onHand } of recordsOf(google, 3101)) {
      const moves = ledger.filter(({ item }) => item === label);
      expect([label, moves.reduce((sum, { quantity }) => sum + Number(quantity), 0)]).toEqual([label, Number(onHand)]);
    }
  });

  const states = (sheetId: number) => recordsOf(google, sheetId, restrictedOf(google)).map(({ state }) => state);

  test('has the year’s trainings: assessed, one to sit again, one to assess, others to come', () => {
    expect(recordsOf(google, 7101).map(({ state, assessedOn }) => [state, assessedOn !== ''])).toEqual([
      ['已举行', true],
      ['已举行', true],
      ['计划中', false],
      ['计划中', false],
      ['已举行', false],
    ]);
    expect(recordsOf(google, 7102).filter(({ state }) => state === '已签名').length).toBeGreaterThan(4);
    expect(states(7103)).toEqual(['已办结', '合格', '合格', '待补考']);
  });

  test('has one quarter’s appraisals locked, the next one under way, and leave in HR’s hands', () => {
    expect(states(8104)).toEqual(['已结束', '进行中']);
    expect(states(8103)).toEqual(['已办结', '已办结', '收集材料', '评分中']);
    expect(recordsOf(google, 8103, restrictedOf(google)).map(({ total, grade }) => [total, grade])).toEqual([
      ['86', '优秀'],
      ['68', '合格'],
      ['', ''],
      ['', ''],
    ]);
    expect(states(8101)).toEqual(['已提交', '已提交', '待提交', '已提交']);
    expect(states(8102).filter((state) => state === '待评价')).toHaveLength(4);
    expect(states(6102)).toEqual(['已批准', '待部门审批']);
    const board = google.run({ kind: 'container', function: 'call', args: ['board', '{}'], user: hr.email });
    const { value } = JSON.parse(board.value as string) as { value: { sections: { key: string; lines: unknown[] }[] } };
    const filled = value.sections.filter(({ lines }) => lines.length > 0).map(({ key }) => key);
    const ofHr = filled.filter((key) => /^(leave|training|appraisal)-/.test(key));
    expect(ofHr).toEqual([
      ...['leave-waiting', 'leave-proofs', 'training-coming', 'training-to-assess', 'training-follow-ups'],
      ...['training-unsigned', 'appraisal-rounds', 'appraisal-under-way', 'appraisal-summaries', 'appraisal-views'],
    ]);
  });

  test('ends at the desk, while the office is open', () => {
    expect(endedAt.slice(0, 16)).toBe('2026-10-21T07:00');
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
