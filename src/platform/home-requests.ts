// The home tab: links to the registers with today's counts, and the state of set-up.
import type { HomeSpec, TabSpec } from '../kernel/tab-spec';
import { colour, ink, neutral, quietInk, tint } from './colours';
import { columnLetters, quoted } from './ranges';
import type { Request } from './sheets-service';

type CellData = GoogleAppsScript.Sheets.Schema.CellData;

export const homeWidths = [120, 220, 90, 90];
/** Rows above the list of registers. */
const listFrom = 4;

/** Name of a register's tab, and the column that says when a record was entered. */
export type CountedOf = (sheetId: number) => { title: string; at: number | undefined } | undefined;

const words = (text: string, format?: object): CellData => ({
  ...(text !== '' && { userEnteredValue: { stringValue: text } }),
  ...(format && { userEnteredFormat: format }),
});
const formula = (text: string, format: object): CellData => ({
  userEnteredValue: { formulaValue: text },
  userEnteredFormat: format,
});
const inFormula = (text: string): string => `"${text.replace(/"/g, '""')}"`;

const numberFormat = { numberFormat: { type: 'NUMBER', pattern: '0' }, horizontalAlignment: 'RIGHT' };
const linkFormat = { textFormat: { foregroundColorStyle: colour('#1155cc'), underline: true } };

/** The label row is counted along, so that a first record put in below it stays inside the range. */
function todayFormula(counted: { title: string; at: number | undefined } | undefined): string | undefined {
  if (!counted || counted.at === undefined) return undefined;
  const letters = columnLetters(counted.at);
  return `=COUNTIF(${quoted(counted.title)}!$${letters}$2:$${letters},">="&TODAY())`;
}

function openFormula(title: string | undefined, register: string): string | undefined {
  return title === undefined ? undefined : `=COUNTIF(${quoted(title)}!$A$1:$A,${inFormula(register)})`;
}

/** What the first column shows of each register: by this it is seen whether the list is complete. */
export const homeLinks = (home: HomeSpec): readonly string[] =>
  home.lines.map((line) => `=HYPERLINK("#gid=${line.sheetId}",${inFormula(line.title)})`);

export function homeRows(home: HomeSpec, countedOf: CountedOf): readonly { values: CellData[] }[] {
  const open = countedOf(home.openSheetId)?.title;
  const links = homeLinks(home);
  const head = { textFormat: { bold: true, foregroundColorStyle: ink }, backgroundColorStyle: tint(neutral, 0.1) };
  return [
    { values: [words(home.heading, { textFormat: { bold: true, fontSize: 16, foregroundColorStyle: ink } })] },
    { values: [words(home.status.join(' · '), { textFormat: { foregroundColorStyle: quietInk } })] },
    { values: [words('')] },
    { values: home.columns.map((label) => words(label, head)) },
    ...home.lines.map((line, index) => {
      const again = index > 0 && home.lines[index - 1]!.chapter === line.chapter;
      const today = todayFormula(countedOf(line.sheetId));
      const waiting = openFormula(open, line.register);
      return {
        values: [
          words(again ? '' : line.chapter, { textFormat: { foregroundColorStyle: quietInk } }),
          formula(links[index]!, linkFormat),
          today === undefined ? words('') : formula(today, numberFormat),
          waiting === undefined ? words('') : formula(waiting, numberFormat),
        ],
      };
    }),
  ];
}

/** Writes the whole of it, and clears what a longer list has left below. */
export function homeRequests(spec: TabSpec, home: HomeSpec, countedOf: CountedOf): readonly Request[] {
  return [
    {
      updateCells: {
        range: {
          sheetId: spec.sheetId,
          startRowIndex: 0,
          endRowIndex: listFrom + home.lines.length + 10,
          startColumnIndex: 0,
          endColumnIndex: homeWidths.length,
        },
        rows: [...homeRows(home, countedOf)],
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
  ];
}

export const homeLayout = (sheetId: number): readonly Request[] => [
  ...homeWidths.map((pixelSize, index) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  })),
  {
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { hideGridlines: true } },
      fields: 'gridProperties.hideGridlines',
    },
  },
];
