// What is missing in a workbook, and the requests that put it in. Run on its own result it wants nothing.
import { beforeTab } from '../kernel/kernel-tabs';
import type { StructureFault } from '../kernel/ports-installation';
import type { TabSpec } from '../kernel/tab-spec';
import { homeLayout, homeRequests, type CountedOf } from './home-requests';
import type { Request } from './sheets-service';
import type { Found, FoundProtection, FoundSheet } from './structure-found';
import * as tab from './tab-requests';
import type { Placed, SourceOf } from './tab-requests';

export interface StructurePlan {
  readonly requests: readonly Request[];
  /** To be sent with the first rows: drop-downs whose source is still without rows, above which rows will be put in. */
  readonly late: readonly Request[];
  readonly faults: readonly StructureFault[];
}

interface Zone {
  readonly timeZone: string;
  readonly locale: string;
}

/** A tab to be made, or one that is there, with its columns where they will stand. */
interface Planned {
  readonly spec: TabSpec;
  readonly found: FoundSheet | undefined;
  readonly title: string;
  readonly there: readonly Placed[];
  /** Columns whose key was erased under a label that is still there. */
  readonly unkeyed: readonly Placed[];
  readonly missing: readonly Placed[];
}

const all = (planned: Planned): readonly Placed[] => [...planned.there, ...planned.unkeyed, ...planned.missing];

/** A title that no other tab has. */
function freeTitle(title: string, taken: readonly string[]): string {
  if (!taken.includes(title)) return title;
  for (let number = 2; ; number += 1) {
    if (!taken.includes(`${title} (${number})`)) return `${title} (${number})`;
  }
}

function placed(spec: TabSpec, found: FoundSheet | undefined): Omit<Planned, 'spec' | 'found' | 'title'> {
  if (!found) return { there: [], unkeyed: [], missing: spec.columns.map((column, at) => ({ column, at })) };
  const there: Placed[] = [];
  const unkeyed: Placed[] = [];
  const missing: Placed[] = [];
  const free = new Set(
    found.labels.flatMap((label, at) => (label !== '' && (found.keys[at] ?? '') === '' ? [at] : [])),
  );
  for (const column of spec.columns) {
    const at = found.keys.indexOf(column.key);
    if (at >= 0) {
      there.push({ column, at });
      continue;
    }
    const labelled = spec.headings === 2 ? [...free].find((one) => found.labels[one] === column.label) : undefined;
    if (labelled !== undefined) {
      free.delete(labelled);
      unkeyed.push({ column, at: labelled });
    } else missing.push({ column, at: found.columnCount + missing.length });
  }
  return { there, unkeyed, missing };
}

function planTabs(found: Found, specs: readonly TabSpec[]): readonly Planned[] {
  const taken = [...found.titles];
  return specs.map((spec) => {
    const sheet = found.sheets.get(spec.sheetId);
    const title = sheet?.title ?? freeTitle(spec.title, taken);
    if (!sheet) taken.push(title);
    return { spec, found: sheet, title, ...placed(spec, sheet) };
  });
}

/** All that a new tab, or columns new on a tab, are given once. */
function dress(planned: Planned, columns: readonly Placed[]): readonly Request[] {
  const { spec } = planned;
  const hidden = columns.filter(({ column }) => column.hidden);
  return [
    ...tab.headings(spec, columns),
    ...(spec.headings === 2
      ? [
          ...tab.widths(spec.sheetId, columns),
          ...tab.formats(spec.sheetId, columns),
          ...tab.stateColours(spec.sheetId, columns),
          ...tab.hideColumns(spec.sheetId, hidden),
        ]
      : []),
  ];
}

const covers = (one: FoundProtection, at: number): boolean =>
  one.fromColumn <= at && (one.toColumn === undefined || at < one.toColumn);

const sameUsers = (one: readonly string[], other: readonly string[], owner: string): boolean => {
  const plain = (users: readonly string[]): string =>
    JSON.stringify([...new Set(users.map((user) => user.toLowerCase()))].filter((user) => user !== owner).sort());
  return plain(one) === plain(other);
};

export function planStructure(
  found: Found,
  specs: readonly TabSpec[],
  options: { readonly editors: readonly string[] | undefined; readonly owner: string; readonly zone: Zone },
): StructurePlan {
  const requests: Request[] = [];
  const late: Request[] = [];
  const faults: StructureFault[] = [];
  const tabs = planTabs(found, specs);
  const fresh = tabs.every((one) => !one.found);
  const owner = options.owner.toLowerCase();
  const tabOf = (sheetId: number): Planned | undefined => tabs.find((one) => one.spec.sheetId === sheetId);
  const fault = (planned: Planned, kind: StructureFault['kind'], columns: readonly Placed[] = []): void => {
    faults.push({
      kind,
      sheetId: planned.spec.sheetId,
      title: planned.title,
      keys: columns.map(({ column }) => column.key),
    });
  };

  function makeTab(planned: Planned, index: number): void {
    const { spec, title } = planned;
    fault(planned, 'tab');
    requests.push(tab.addSheet(spec, title, fresh ? index : undefined), ...dress(planned, planned.missing));
    if (spec.headings === 2) requests.push(tab.hideKeys(spec.sheetId), ...tab.bandingAndFilter(spec));
    if (spec.home) requests.push(...homeLayout(spec.sheetId));
  }

  function mendTab(planned: Planned, sheet: FoundSheet): void {
    const { spec, missing, unkeyed } = planned;
    const { sheetId } = spec;
    if (missing.length > 0) {
      fault(planned, 'column', missing);
      requests.push({ appendDimension: { sheetId, dimension: 'COLUMNS', length: missing.length } });
      requests.push(...dress(planned, missing));
    }
    if (unkeyed.length > 0) {
      fault(planned, 'heading', unkeyed);
      requests.push(
        ...unkeyed.map(({ column, at }) => ({
          updateCells: {
            start: { sheetId, rowIndex: 0, columnIndex: at },
            rows: [{ values: [{ userEnteredValue: { stringValue: column.key } }] }],
            fields: 'userEnteredValue',
          },
        })),
      );
    }
    // A label that people have changed is theirs; one that they have emptied is put back.
    const unlabelled = planned.there.filter(({ at }) => spec.headings === 2 && (sheet.labels[at] ?? '') === '');
    if (unlabelled.length > 0) {
      fault(planned, 'heading', unlabelled);
      requests.push(...tab.headings(spec, unlabelled));
    }
    const shown = planned.there.filter(({ column, at }) => column.hidden && !sheet.hiddenColumns.has(at));
    const keysShown = spec.headings === 2 && !sheet.keysHidden;
    const tabShown = spec.hidden && !sheet.hidden;
    if (shown.length > 0 || keysShown || tabShown) fault(planned, 'hidden', shown);
    requests.push(...tab.hideColumns(sheetId, shown));
    if (keysShown) requests.push(tab.hideKeys(sheetId));
    if (tabShown) {
      requests.push({ updateSheetProperties: { properties: { sheetId, hidden: true }, fields: 'hidden' } });
    }
    if (sheet.frozenRows < spec.headings) {
      fault(planned, 'heading');
      const properties = { sheetId, gridProperties: { frozenRowCount: spec.headings } };
      requests.push({ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } });
    }
    if (sheet.rowCount < spec.rows) {
      fault(planned, 'rows');
      requests.push({ appendDimension: { sheetId, dimension: 'ROWS', length: spec.rows - sheet.rowCount } });
    }
  }

  /** Whole rows are copied there, as far as the last column of ours. */
  function widen(planned: Planned): void {
    const { spec, found: sheet } = planned;
    const widest = Math.max(0, ...tabs.flatMap((one) => all(one).map(({ at }) => at + 1)));
    if (!sheet || spec.sheetId !== beforeTab.sheetId || sheet.columnCount >= widest) return;
    fault(planned, 'width');
    const length = widest - sheet.columnCount;
    requests.push({ appendDimension: { sheetId: spec.sheetId, dimension: 'COLUMNS', length } });
  }

  function protect(planned: Planned): void {
    const { spec, found: sheet } = planned;
    const marked = (mark: string): readonly FoundProtection[] =>
      (sheet?.protections ?? []).filter((one) => one.mark === mark);
    const wanted: Request[] = [];
    const whole = marked(tab.marks.tab)[0];
    if (spec.protection === 'hard') {
      const editors = [...new Set([options.owner, ...(options.editors ?? [])])].filter((email) => email !== '');
      if (!whole) wanted.push(tab.protectTab(spec.sheetId, editors));
      else if (whole.warningOnly || (options.editors && whole.users && !sameUsers(whole.users, editors, owner))) {
        wanted.push({
          updateProtectedRange: {
            protectedRange: { protectedRangeId: whole.id, warningOnly: false, editors: { users: editors } },
            fields: 'warningOnly,editors',
          },
        });
      }
    } else if (spec.protection === 'warn' && spec.headings !== 2) {
      if (!whole) wanted.push(tab.protectTab(spec.sheetId, undefined));
    } else if (spec.protection === 'warn') {
      if (marked(tab.marks.headings).length === 0) wanted.push(tab.protectHeadings(spec));
      const guarded = marked(tab.marks.columns);
      const open = all(planned).filter(({ column, at }) => column.guarded && !guarded.some((one) => covers(one, at)));
      wanted.push(...tab.protectColumns(spec.sheetId, open));
    }
    if (wanted.length > 0 && sheet) fault(planned, 'protection');
    requests.push(...wanted);
  }

  const sourceOf: SourceOf = ({ sheetId, column }) => {
    const source = tabOf(sheetId);
    const at = source && all(source).find((one) => one.column.key === column)?.at;
    return source && at !== undefined ? { title: source.title, at } : undefined;
  };
  /** Whether rows will still be put in above everything: a range that begins with the first row would move down with it. */
  const isEmptySource = (sheetId: number): boolean =>
    (tabOf(sheetId)?.found?.firstRow ?? []).every((cell) => cell === '');

  function offer(planned: Planned): void {
    const { spec, found: sheet } = planned;
    const hasRule = ({ column, at }: Placed): boolean => {
      const rule = sheet?.rules.get(at);
      if (rule === undefined) return false;
      const begins = /[A-Z]+\$?(\d+)/.exec(rule.slice(rule.lastIndexOf('!') + 1))?.[1];
      return !column.dropDown || 'options' in column.dropDown || begins === undefined || begins === '3';
    };
    const without = all(planned).filter((one) => one.column.dropDown !== undefined && !hasRule(one));
    const waits = without.filter(
      ({ column: { dropDown } }) => dropDown && 'sheetId' in dropDown && isEmptySource(dropDown.sheetId),
    );
    const now = without.filter((one) => !waits.includes(one));
    const mended = now.filter((one) => planned.there.includes(one));
    if (sheet && mended.length > 0) fault(planned, 'dropDown', mended);
    requests.push(...tab.dropDowns(spec.sheetId, now, sourceOf));
    late.push(...tab.dropDowns(spec.sheetId, waits, sourceOf));
  }

  function showHome(planned: Planned): void {
    const { spec, found: sheet } = planned;
    const { home } = spec;
    if (!home) return;
    const links = (sheet?.formulas ?? []).flatMap((formula) => /#gid=(\d+)/.exec(formula)?.[1] ?? []);
    const complete =
      sheet !== undefined &&
      sheet.keys[0] === home.heading &&
      sheet.labels[0] === home.status.join(' · ') &&
      home.lines.map((line) => String(line.sheetId)).join() === links.join();
    if (complete) return;
    const countedOf: CountedOf = (sheetId) => {
      const counted = tabOf(sheetId);
      return counted && { title: counted.title, at: all(counted).find((one) => one.column.key === home.countedBy)?.at };
    };
    if (sheet) fault(planned, 'home');
    requests.push(...homeRequests(spec, home, countedOf));
  }

  const { zone } = options;
  if (found.timeZone !== zone.timeZone || found.locale !== zone.locale) {
    if (!fresh) faults.push({ kind: 'zone', sheetId: 0, title: '', keys: [] });
    requests.push({ updateSpreadsheetProperties: { properties: { ...zone }, fields: 'timeZone,locale' } });
  }
  // All tabs first: drop-downs and counts refer to one another's.
  tabs.forEach((planned, index) => (planned.found ? mendTab(planned, planned.found) : makeTab(planned, index)));
  tabs.forEach(widen);
  tabs.forEach(offer);
  tabs.forEach(showHome);
  tabs.forEach(protect);
  return { requests, late, faults };
}
