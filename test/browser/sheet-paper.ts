// A generated tab on A4 paper, as Google prints it from the address that the tab itself offers: as wide as the page or all
// of it on one, frozen rows at the head of every page, grid lines, numbered pages. Cells are taken as the workbook shows them.
import type { Office, Workbook } from '../bundle/office';
import { people } from '../bundle/office';

interface Format {
  readonly textFormat?: { readonly bold?: boolean; readonly fontSize?: number; readonly foregroundColorStyle?: Colour };
  readonly backgroundColorStyle?: Colour;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
}
interface Colour {
  readonly rgbColor: { readonly red?: number; readonly green?: number; readonly blue?: number };
}
interface CellData {
  readonly formattedValue?: string;
  readonly effectiveValue?: { readonly numberValue?: number };
  readonly userEnteredValue?: { readonly formulaValue?: string };
  readonly userEnteredFormat?: Format;
}
interface Merge {
  readonly startRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex: number;
}
interface GridSheet {
  readonly properties: {
    readonly title: string;
    readonly gridProperties: { readonly frozenRowCount?: number; readonly columnCount: number };
  };
  readonly merges?: readonly Merge[];
  readonly data: readonly {
    readonly rowData?: readonly { readonly values?: readonly CellData[] }[];
    readonly columnMetadata: readonly { readonly pixelSize: number }[];
    readonly rowMetadata: readonly { readonly pixelSize: number }[];
  }[];
}

export function gridOf(office: Office, title: string, workbook: Workbook = 'desk'): GridSheet {
  const answer = office.google.sheets.call(
    'spreadsheets.get',
    { spreadsheetId: office.id(workbook), includeGridData: true },
    undefined,
    { email: people.office },
  ) as { sheets: readonly GridSheet[] };
  return answer.sheets.find(({ properties }) => properties.title === title)!;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const css = ({ rgbColor: { red = 0, green = 0, blue = 0 } }: Colour): string =>
  `rgb(${[red, green, blue].map((part) => Math.round(part * 255)).join(' ')})`;

function cellHtml(cell: CellData, isFree: boolean, across: number): string {
  const { textFormat = {}, ...format } = cell.userEnteredFormat ?? {};
  const isNumber = cell.effectiveValue?.numberValue !== undefined;
  const align = format.horizontalAlignment?.toLowerCase() ?? (isNumber ? 'right' : 'left');
  const wraps = format.wrapStrategy === 'WRAP';
  const style = [
    `text-align:${align}`,
    `font-size:${textFormat.fontSize ?? 10}pt`,
    ...(textFormat.bold ? ['font-weight:700'] : []),
    ...(textFormat.foregroundColorStyle ? [`color:${css(textFormat.foregroundColorStyle)}`] : []),
    ...(format.backgroundColorStyle ? [`background:${css(format.backgroundColorStyle)}`] : []),
  ].join(';');
  const look = wraps ? 'wraps' : isFree && !isNumber && align === 'left' ? 'flows' : 'ends';
  const span = across > 1 ? ` colspan="${across}"` : '';
  return `<td class="${look}" style="${style}"${span}><div>${escaped(cell.formattedValue ?? '')}</div></td>`;
}

const isEmpty = (cell: CellData | undefined): boolean => (cell?.formattedValue ?? '') === '';

/** What the address for printing asks Google for. */
function settingsOf(cells: readonly CellData[]): URLSearchParams {
  const formula = cells.map((cell) => cell.userEnteredValue?.formulaValue ?? '').find((one) => one.includes('export?'));
  return new URL(/"(https:[^"]+)"/.exec(formula ?? '')![1]!).searchParams;
}

/** A page of HTML that Chromium prints as Google prints the tab. */
export function paperOf({ properties, merges = [], data }: GridSheet): string {
  const [{ rowData = [], columnMetadata, rowMetadata }] = data as [GridSheet['data'][number]];
  const rows = rowData.map(({ values = [] }) => values);
  const last = rows.reduce((most, cells, index) => (cells.every(isEmpty) ? most : index), 0);
  const settings = settingsOf(rows.flat());
  const margin = (side: string): number => Number(settings.get(`${side}_margin`) ?? 0.75);
  const isAcross = settings.get('portrait') === 'false';
  const [paperWidth, paperHeight] = isAcross ? [11.69, 8.27] : [8.27, 11.69];
  const width = columnMetadata.reduce((sum, { pixelSize }) => sum + pixelSize, 0);
  const room = (paperWidth - margin('left') - margin('right')) * 96;
  const frozen = properties.gridProperties.frozenRowCount ?? 0;
  const rowHtml = (cells: readonly CellData[], row: number): string => {
    const html: string[] = [];
    for (let column = 0; column < columnMetadata.length; column += 1) {
      const merge = merges.find(
        ({ startRowIndex = 0, startColumnIndex = 0 }) => startRowIndex === row && startColumnIndex === column,
      );
      const across = merge ? merge.endColumnIndex - column : 1;
      html.push(cellHtml(cells[column] ?? {}, isEmpty(cells[column + across]), across));
      column += across - 1;
    }
    return `<tr style="height:${rowMetadata[row]!.pixelSize}px">${html.join('')}</tr>`;
  };
  const columns = columnMetadata.map(({ pixelSize }) => `<col style="width:${pixelSize}px">`).join('');
  const grid = settings.get('gridlines') === 'true' ? 'td{border:1px solid #b7b7b7}' : '';
  return `<!doctype html><meta charset="utf-8"><title>${escaped(properties.title)}</title><style>
@page{size:${paperWidth}in ${paperHeight}in;margin:${['top', 'right', 'bottom', 'left'].map((side) => `${margin(side)}in`).join(' ')};
@bottom-center{content:counter(page);font:9pt Arial}}
body{margin:0;zoom:${Math.min(1, room / width)};font-family:Arial,'Noto Sans CJK SC',sans-serif;color:#000;print-color-adjust:exact}
table{table-layout:fixed;border-collapse:collapse;width:${width}px}
thead{display:table-header-group}tr{break-inside:avoid}${grid}
td{padding:0 3px;vertical-align:middle;line-height:1.2;overflow:hidden;height:inherit}
td.flows{overflow:visible}td.flows>div,td.ends>div{white-space:pre}td.ends>div{overflow:hidden}
td.wraps>div{white-space:pre-wrap;overflow-wrap:anywhere}</style>
<table><colgroup>${columns}</colgroup><thead>${rows
    .slice(0, frozen)
    .map((cells, row) => rowHtml(cells, row))
    .join('')}</thead><tbody>${rows
    .slice(frozen, last + 1)
    .map((cells, row) => rowHtml(cells, frozen + row))
    .join('')}</tbody></table>`;
}
