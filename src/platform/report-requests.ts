// A generated tab as requests to the Sheets API: all of it new, in the place of the one made before.
import type { WorkbookKey } from '../kernel/register';
import {
  dressed,
  type Area,
  type DressedCell,
  type Formula,
  type Look,
  type Prints,
  type SheetPlan,
} from '../kernel/report-sheet';
import type { Cell } from '../kernel/values';
import { chartSpec } from './chart-spec';
import { colour, ink, quietInk, tint, tones } from './colours';
import { columnLetters, quoted } from './ranges';
import type { Request } from './sheets-service';
import { marks } from './tab-requests';

type CellData = GoogleAppsScript.Sheets.Schema.CellData;

export interface NewTab {
  readonly sheetId: number;
  readonly title: string;
  readonly plan: SheetPlan;
  readonly replaces?: number;
}
/** The name of another tab, by its id. */
export type TitleOf = (sheetId: number) => string;

/** `E5`, `E5:G9`, `'a tab'!$E$5:$E`. */
function areaText({ sheetId, fromRow, toRow, fromColumn, toColumn }: Area, titleOf: TitleOf): string {
  const fixed = sheetId === undefined ? '' : '$';
  const at = (column: number, row: number | undefined): string =>
    `${fixed}${columnLetters(column)}${row === undefined ? '' : `${fixed}${row}`}`;
  const one = toRow === fromRow + 1 && toColumn === fromColumn + 1;
  const cells = one ? at(fromColumn, toRow) : `${at(fromColumn, fromRow + 1)}:${at(toColumn - 1, toRow)}`;
  return sheetId === undefined ? cells : `${quoted(titleOf(sheetId))}!${cells}`;
}

/** Also true of a number with a fraction; not of a blank cell. */
const outsideText = (cell: string, [from, to]: readonly [number, number]): string =>
  `=AND(ISNUMBER(${cell}),OR(${cell}<${from},${cell}>${to},${cell}<>INT(${cell})))`;

const textInFormula = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** English names and commas: what the API reads in every locale that set-up gives a workbook. */
export const formulaText = ({ parts }: Formula, titleOf: TitleOf): string =>
  `=${parts
    .map((part) =>
      typeof part === 'string' ? part : 'text' in part ? textInFormula(part.text) : areaText(part, titleOf),
    )
    .join('')}`;

const linkTo = (address: string, cell: DressedCell): string =>
  `=HYPERLINK(${textInFormula(address)},${textInFormula(String(cell.value ?? ''))})`;

const fits: Readonly<Record<Prints, string>> = {
  portrait: 'portrait=true&fitw=true&gridlines=true',
  landscape: 'portrait=false&fitw=true&gridlines=true',
  onePage: 'portrait=true&scale=4&gridlines=false',
};

/** In inches: what a filed page needs to be bound, and no more. */
const margins = '&top_margin=0.4&bottom_margin=0.5&left_margin=0.4&right_margin=0.3';

/** What Google makes a PDF of: A4, as wide as the page or all on one, frozen rows on every page, page numbers. */
const printAddress = (workbookId: string, sheetId: number, prints: Prints): string =>
  `https://docs.google.com/spreadsheets/d/${workbookId}/export?format=pdf&gid=${sheetId}&size=A4` +
  `&${fits[prints]}&fzr=true&printtitle=false&sheetnames=false&pagenum=CENTER${margins}`;

/** The tabs that its formulas look at. */
export function tabsNamed({ rows }: SheetPlan): readonly number[] {
  const named = new Set<number>();
  for (const cell of rows.flat()) {
    for (const part of (typeof cell === 'object' && cell.formula?.parts) || [])
      if (typeof part === 'object' && 'sheetId' in part && part.sheetId !== undefined) named.add(part.sheetId);
  }
  return [...named];
}

function entered(value: Cell | undefined): CellData['userEnteredValue'] {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return value === undefined || value === '' ? undefined : { stringValue: value };
}

const looks: Readonly<Record<Look, (accent: string) => object>> = {
  plain: () => ({}),
  title: () => ({ textFormat: { bold: true, fontSize: 16, foregroundColorStyle: ink } }),
  section: () => ({ textFormat: { bold: true, fontSize: 12, foregroundColorStyle: ink } }),
  quiet: () => ({ textFormat: { foregroundColorStyle: quietInk } }),
  head: (accent) => ({
    textFormat: { bold: true, foregroundColorStyle: ink },
    backgroundColorStyle: tint(accent, 0.16),
    horizontalAlignment: 'CENTER',
    wrapStrategy: 'WRAP',
  }),
  total: (accent) => ({
    textFormat: { bold: true, foregroundColorStyle: ink },
    backgroundColorStyle: tint(accent, 0.06),
  }),
};

const link = { textFormat: { foregroundColorStyle: colour('#1155cc'), underline: true } };

const isText = ({ value, formula, leadsTo, prints }: DressedCell): boolean =>
  typeof value === 'string' && value !== '' && !formula && !leadsTo && !prints;

/** Thousands of cells look like a few. */
function formats(accent: string, fontSize: number | undefined): (cell: DressedCell) => object {
  const known = new Map<string, object>();
  return (cell) => {
    const { look = '', tone = '', format, leadsTo, prints } = cell;
    const said = format && `${format.type} ${format.pattern} ${format.align} ${format.wrap}`;
    const key = `${look}|${tone}|${said}|${Boolean(leadsTo ?? prints)}|${isText(cell)}`;
    const made = known.get(key) ?? sized(cellFormat(cell, accent), look === 'title' ? undefined : fontSize);
    known.set(key, made);
    return made;
  };
}

const sized = (format: { textFormat?: object }, fontSize: number | undefined): object =>
  fontSize === undefined ? format : { ...format, textFormat: { ...format.textFormat, fontSize } };

function cellFormat(cell: DressedCell, accent: string): object {
  const { look = 'plain', format, tone } = cell;
  return {
    verticalAlignment: 'MIDDLE',
    ...looks[look](accent),
    ...((cell.leadsTo || cell.prints) && link),
    ...(tone && {
      backgroundColorStyle: colour(tones[tone][0]),
      textFormat: { foregroundColorStyle: colour(tones[tone][1]) },
    }),
    ...(format && { numberFormat: { type: format.type, pattern: format.pattern } }),
    // So that it stays text when somebody edits the cell; a formula in such a cell would not be computed.
    ...(isText(cell) && { numberFormat: { type: 'TEXT', pattern: '@' } }),
    ...(format?.align && { horizontalAlignment: format.align }),
    ...(format?.wrap && { wrapStrategy: 'WRAP' }),
  };
}

/** `owner`: the only account that may type into a locked tab. `idOf`: of the workbooks that its links lead to. */
export function newTabRequests(
  tab: NewTab,
  workbookId: string,
  owner: string,
  titleOf: TitleOf,
  idOf: (workbook: WorkbookKey) => string,
): readonly Request[] {
  const { sheetId, title, plan, replaces } = tab;
  const accent = plan.colour;
  const width = plan.widths.length;
  const formatOf = formats(accent, plan.fontSize);
  const rangeOf = ({ fromRow, toRow, fromColumn, toColumn }: Area): object => ({
    sheetId,
    startRowIndex: fromRow,
    ...(toRow !== undefined && { endRowIndex: toRow }),
    startColumnIndex: fromColumn,
    endColumnIndex: toColumn,
  });

  function valueOf(cell: DressedCell): CellData['userEnteredValue'] {
    if (cell.formula) return { formulaValue: formulaText(cell.formula, titleOf) };
    if (cell.prints) return { formulaValue: linkTo(printAddress(workbookId, sheetId, cell.prints), cell) };
    if (!cell.leadsTo) return entered(cell.value);
    const { sheetId: to, workbook, ...cells } = cell.leadsTo;
    const other = workbook === undefined ? workbookId : idOf(workbook);
    const elsewhere = other === workbookId ? '' : `https://docs.google.com/spreadsheets/d/${other}/edit`;
    return { formulaValue: linkTo(`${elsewhere}#gid=${to}&range=${areaText(cells, titleOf)}`, cell) };
  }
  const dataOf = (cell: DressedCell): CellData => {
    const value = valueOf(cell);
    return {
      ...(value && { userEnteredValue: value }),
      userEnteredFormat: formatOf(cell),
      ...(cell.note !== undefined && { note: cell.note }),
      ...(cell.options && {
        dataValidation: {
          condition: { type: 'ONE_OF_LIST', values: cell.options.map((userEnteredValue) => ({ userEnteredValue })) },
          strict: false,
          showCustomUi: true,
        },
      }),
    };
  };
  const rows = plan.rows.map((row) => ({ values: row.map((cell) => dataOf(dressed(cell))) }));
  const merged = plan.rows.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      const across = typeof cell === 'object' ? (cell.across ?? 1) : 1;
      return across > 1 ? rangeOf({ fromRow: at, toRow: at + 1, fromColumn: column, toColumn: column + across }) : [];
    }),
  );
  return [
    ...(replaces === undefined ? [] : [{ deleteSheet: { sheetId: replaces } }]),
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          tabColorStyle: colour(accent),
          gridProperties: {
            rowCount: plan.rows.length + 1,
            columnCount: width,
            frozenRowCount: plan.frozenRows,
            ...(plan.frozenColumns > 0 && { frozenColumnCount: plan.frozenColumns }),
          },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows,
        fields: 'userEnteredValue,userEnteredFormat,note,dataValidation',
      },
    },
    ...merged.map((range) => ({ mergeCells: { range, mergeType: 'MERGE_ALL' } })),
    ...plan.widths.map((pixelSize, at) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 },
        properties: { pixelSize },
        fields: 'pixelSize',
      },
    })),
    ...plan.marks.map(({ area, tone, ...when }) => ({
      addConditionalFormatRule: {
        index: 0,
        rule: {
          ranges: [rangeOf(area)],
          booleanRule: {
            condition:
              'text' in when
                ? { type: 'TEXT_EQ', values: [{ userEnteredValue: when.text }] }
                : {
                    type: 'CUSTOM_FORMULA',
                    values: [{ userEnteredValue: outsideText(areaText(area, titleOf), when.outside) }],
                  },
            format: {
              backgroundColorStyle: colour(tones[tone][0]),
              textFormat: { foregroundColorStyle: colour(tones[tone][1]) },
            },
          },
        },
      },
    })),
    ...plan.charts.map((chart) => ({
      addChart: {
        chart: {
          spec: chartSpec(chart, rangeOf),
          position: {
            overlayPosition: {
              anchorCell: { sheetId, rowIndex: chart.row, columnIndex: chart.column },
              widthPixels: chart.width,
              heightPixels: chart.height,
            },
          },
        },
      },
    })),
    {
      addProtectedRange: {
        protectedRange: {
          range: { sheetId },
          description: marks.tab,
          ...(plan.locked ? { warningOnly: false, editors: { users: [owner] } } : { warningOnly: true }),
          ...(plan.entries.length > 0 && { unprotectedRanges: plan.entries.map(rangeOf) }),
        },
      },
    },
  ] as Request[];
}
