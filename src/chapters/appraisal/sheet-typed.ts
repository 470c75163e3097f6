// 8.4.3: what people have typed into the sheet made before, told from what stood there when it was made.
import type { IndicatorKey } from '../../kernel/indicator';
import { isEmpty, text, type Cell, type Values } from '../../kernel/values';
import { wordings } from '../../kernel/words';
import { indicatorList } from './indicator-list';
import { remarkKey } from './score-columns';

export const columns = ['indicator', 'possible', 'value', 'sample', 'found', 'band', 'points', 'remark'] as const;
export type SheetColumn = (typeof columns)[number];
export const at = (column: SheetColumn): number => columns.indexOf(column);

export interface Entered {
  readonly points: Cell;
  readonly band: string;
  readonly remark: string;
}

/** As the tab was made: what stood there, and what the record held. */
export interface Made extends Entered {
  readonly kept: Cell;
  /** The points were only proposed. */
  readonly proposed: boolean;
  /** Somebody had chosen the band. */
  readonly chosen: boolean;
}

export interface OnSheet {
  /** The record's state for which the tab was made; '' when there is none. */
  readonly state: string;
  readonly made: Readonly<Partial<Record<IndicatorKey, Made>>>;
}

export function onSheetOf(values: Values): OnSheet {
  const nothing: OnSheet = { state: '', made: {} };
  try {
    return { ...nothing, ...(JSON.parse(text(values['onSheet']) || '{}') as Partial<OnSheet>) };
  } catch {
    return nothing;
  }
}

/** Rows are found by the indicator's name, wherever people have moved them. */
export function enteredOn(cells: readonly (readonly Cell[])[] | undefined): ReadonlyMap<IndicatorKey, Entered> {
  const found = new Map<IndicatorKey, Entered>();
  for (const { key, words } of indicatorList) {
    const row = cells?.find(([first]) => wordings(words).includes(String(first ?? '').trim()));
    if (!row) continue;
    const said = (column: SheetColumn): string => String(row[at(column)] ?? '').trim();
    found.set(key, { points: pointsTyped(row[at('points')] ?? ''), band: said('band'), remark: said('remark') });
  }
  return found;
}

/** A number that was typed as text is one. */
function pointsTyped(cell: Cell): Cell {
  const said = String(cell).trim();
  return /^\d{1,3}$/.test(said) ? Number(said) : said;
}

const same = (a: Cell, b: Cell): boolean => String(a) === String(b);

export interface Hand extends Entered {
  readonly chosen: boolean;
}

/**
 * What stands by hand: typed into the tab since it was made, or else in the record, where the link page puts it. `made` is
 * absent where nothing was to be typed.
 */
export function handOf(key: IndicatorKey, values: Values, typed: Entered | undefined, made: Made | undefined): Hand {
  const value = values[key];
  const kept: Cell = isEmpty(value) ? '' : (value as Cell);
  const keptRemark = text(values[remarkKey({ key })]);
  if (!typed || !made) return { points: kept, band: '', remark: keptRemark, chosen: false };
  const isNew = !same(typed.points, made.points);
  // What is no valid score stands in the tab only.
  const isTabs = isNew || (!made.proposed && same(kept, made.kept));
  const chosen = typed.band !== '' && (typed.band !== made.band || made.chosen);
  return {
    points: isTabs ? typed.points : kept,
    band: chosen ? typed.band : '',
    remark: typed.remark === made.remark ? keptRemark : typed.remark,
    chosen,
  };
}
