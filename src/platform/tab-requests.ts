// A tab's specification as requests to the Sheets API: whole tabs, and columns that are put in later.
import type { ColumnSpec, DropDown, TabSpec } from '../kernel/tab-spec';
import { firstRow } from '../kernel/kernel-tabs';
import { colour, ink, neutral, paper, tint, tones } from './colours';
import { columnLetters, quoted } from './ranges';
import type { Request } from './sheets-service';

/** A column of the specification and where it stands (or will stand) on the tab. */
export interface Placed {
  readonly column: ColumnSpec;
  readonly at: number;
}

/** Where the cells stand from which a drop-down offers. */
export type SourceOf = (source: { sheetId: number; column: string }) => { title: string; at: number } | undefined;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Neighbouring columns that are alike, as runs. */
export function runs<T>(placed: readonly Placed[], alike: (column: ColumnSpec) => T): readonly (Run & { value: T })[] {
  const sorted = [...placed].sort((a, b) => a.at - b.at);
  const found: { from: number; to: number; value: T; text: string }[] = [];
  for (const { column, at } of sorted) {
    const value = alike(column);
    const text = JSON.stringify(value);
    const last = found[found.length - 1];
    if (last && last.to === at && last.text === text) last.to = at + 1;
    else found.push({ from: at, to: at + 1, value, text });
  }
  return found.map(({ from, to, value }) => ({ from, to, value }));
}

const dataColumns = (sheetId: number, run: Run): object => ({
  sheetId,
  startRowIndex: firstRow,
  startColumnIndex: run.from,
  endColumnIndex: run.to,
});
const wholeColumns = (sheetId: number, run: Run): object => ({
  sheetId,
  startColumnIndex: run.from,
  endColumnIndex: run.to,
});

export function addSheet(spec: TabSpec, title: string, index: number | undefined): Request {
  return {
    addSheet: {
      properties: {
        sheetId: spec.sheetId,
        title,
        ...(index !== undefined && { index }),
        hidden: spec.hidden,
        ...(spec.colour !== undefined && { tabColorStyle: colour(spec.colour) }),
        gridProperties: {
          rowCount: spec.rows,
          columnCount: spec.width,
          ...(spec.headings > 0 && { frozenRowCount: spec.headings }),
        },
      },
    },
  };
}

/** Keys, and labels with their notes where the tab has labels. */
export function headings(spec: TabSpec, placed: readonly Placed[]): readonly Request[] {
  if (spec.headings === 0) return [];
  return runs(placed, () => true).map(({ from, to }) => {
    const some = placed.filter(({ at }) => at >= from && at < to).sort((a, b) => a.at - b.at);
    const keys = { values: some.map(({ column }) => ({ userEnteredValue: { stringValue: column.key } })) };
    const labels = {
      values: some.map(({ column }) => ({
        userEnteredValue: { stringValue: column.label },
        note: column.note,
        userEnteredFormat: {
          textFormat: { bold: true, foregroundColorStyle: ink },
          horizontalAlignment: 'CENTER',
          verticalAlignment: 'MIDDLE',
          wrapStrategy: 'WRAP',
        },
      })),
    };
    return {
      updateCells: {
        start: { sheetId: spec.sheetId, rowIndex: 0, columnIndex: from },
        rows: spec.headings === 2 ? [keys, labels] : [keys],
        fields: 'userEnteredValue,note,userEnteredFormat',
      },
    } as Request;
  });
}

export const hideKeys = (sheetId: number): Request => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 },
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
});

export const hideColumns = (sheetId: number, placed: readonly Placed[]): readonly Request[] =>
  runs(placed, () => true).map(({ from, to }) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: from, endIndex: to },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  }));

export const widths = (sheetId: number, placed: readonly Placed[]): readonly Request[] =>
  runs(placed, (column) => column.width).map(({ from, to, value }) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: from, endIndex: to },
      properties: { pixelSize: value },
      fields: 'pixelSize',
    },
  }));

/** The look of whole columns of data, blank rows included. */
export const formats = (sheetId: number, placed: readonly Placed[]): readonly Request[] =>
  runs(placed, (column) => column.format).map(({ from, to, value }) => ({
    repeatCell: {
      range: dataColumns(sheetId, { from, to }),
      cell: {
        userEnteredFormat: {
          numberFormat: { type: value.type, pattern: value.pattern },
          horizontalAlignment: value.align ?? 'LEFT',
          verticalAlignment: 'TOP',
          wrapStrategy: value.wrap ? 'WRAP' : 'CLIP',
        },
      },
      fields: 'userEnteredFormat(numberFormat,horizontalAlignment,verticalAlignment,wrapStrategy)',
    },
  }));

/** What a drop-down offers, in the API's words; undefined while its source is nowhere. */
function conditionOf(dropDown: DropDown, sourceOf: SourceOf): object | undefined {
  if ('options' in dropDown) {
    return { type: 'ONE_OF_LIST', values: dropDown.options.map((option) => ({ userEnteredValue: option })) };
  }
  const source = sourceOf(dropDown);
  if (!source) return undefined;
  const letters = columnLetters(source.at);
  const range = `=${quoted(source.title)}!$${letters}$${firstRow + 1}:$${letters}`;
  return { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: range }] };
}

/** Not strict: the code says what is wrong, and what was typed stays. */
export function dropDowns(sheetId: number, placed: readonly Placed[], sourceOf: SourceOf): readonly Request[] {
  const offering = placed.filter(({ column }) => column.dropDown !== undefined);
  return runs(offering, (column) => column.dropDown).flatMap(({ from, to, value }): readonly Request[] => {
    const condition = conditionOf(value!, sourceOf);
    if (!condition) return [];
    return [
      {
        setDataValidation: {
          range: dataColumns(sheetId, { from, to }),
          rule: { condition, strict: false, showCustomUi: true },
        },
      },
    ];
  });
}

/** From the label down: rows put in above the first record stay inside the range. */
export const stateColours = (sheetId: number, placed: readonly Placed[]): readonly Request[] =>
  placed.flatMap(({ column, at }) =>
    column.colours.map(({ text, tone }) => ({
      addConditionalFormatRule: {
        index: 0,
        rule: {
          ranges: [{ sheetId, startRowIndex: 1, startColumnIndex: at, endColumnIndex: at + 1 }],
          booleanRule: {
            condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: text }] },
            format: {
              backgroundColorStyle: colour(tones[tone][0]),
              textFormat: { foregroundColorStyle: colour(tones[tone][1]) },
            },
          },
        },
      },
    })),
  );

/** Set once, when the tab is made: people change them as they like. */
export function bandingAndFilter(spec: TabSpec): readonly Request[] {
  const range = { sheetId: spec.sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: spec.width };
  const accent = spec.colour ?? neutral;
  return [
    {
      addBanding: {
        bandedRange: {
          range,
          rowProperties: {
            headerColorStyle: tint(accent, 0.16),
            firstBandColorStyle: paper,
            secondBandColorStyle: tint(accent, 0.04),
          },
        },
      },
    },
    { setBasicFilter: { filter: { range } } },
  ] as Request[];
}

/** How our protections are told from people's own. */
export const marks = { headings: 'qiantai: headings', columns: 'qiantai: columns', tab: 'qiantai: tab' } as const;

export const protectHeadings = (spec: TabSpec): Request => ({
  addProtectedRange: {
    protectedRange: {
      range: { sheetId: spec.sheetId, startRowIndex: 0, endRowIndex: spec.headings },
      description: marks.headings,
      warningOnly: true,
    },
  },
});

export const protectColumns = (sheetId: number, placed: readonly Placed[]): readonly Request[] =>
  runs(placed, () => true).map((run) => ({
    addProtectedRange: {
      protectedRange: { range: wholeColumns(sheetId, run), description: marks.columns, warningOnly: true },
    },
  }));

/** The whole tab; really, when editors are named, else with a warning. */
export const protectTab = (sheetId: number, editors: readonly string[] | undefined): Request => ({
  addProtectedRange: {
    protectedRange: {
      range: { sheetId },
      description: marks.tab,
      ...(editors ? { editors: { users: [...editors] } } : { warningOnly: true }),
    },
  },
});
