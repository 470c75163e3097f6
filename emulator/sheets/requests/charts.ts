// Requests about charts: kept here, drawn by the workbook page.
import { withoutDefaults } from '../answer';
import { withBothColors } from '../cell-data';
import { sheetForWrite, type Draft } from '../draft';
import { refusal, SheetsError } from '../errors';
import { merged } from '../field-mask';
import type { Body, EmbeddedChart } from '../schema';
import { assertSources } from './chart-sources';
import { sheetWith } from './marks';
import { requestMask } from './mask';

type Position = NonNullable<EmbeddedChart['position']>;

function assertSpec(draft: Draft, spec: EmbeddedChart['spec']): void {
  if (!spec) throw refusal('spec must be specified.');
  if (spec.basicChart && Object.keys(spec.basicChart).length === 0) {
    throw new SheetsError(500, 'INTERNAL', 'Internal error encountered.');
  }
  const kinds = Object.keys(spec).filter((key) => key.endsWith('Chart'));
  if (kinds.length !== 1) throw refusal('ChartSpec must have exactly one chart type.');
  assertSources(draft, spec);
}

function anchorOf(position: Position | undefined): { sheetId: number } {
  const overlay = position?.overlayPosition;
  if (!overlay) throw refusal('the emulator has charts only over the cells of a sheet (overlayPosition)');
  return { sheetId: overlay.anchorCell?.sheetId ?? 0 };
}

export function addChart(draft: Draft, body: Body<'addChart'>): object {
  const given = (body.chart ?? {}) as EmbeddedChart;
  assertSpec(draft, given.spec);
  const chartId = given.chartId ?? draft.newNumber();
  if (draft.book.sheets.some((one) => one.charts.some((other) => other.chartId === chartId))) {
    throw refusal(`Chart with id ${chartId} already exists.`);
  }
  const sheet = sheetForWrite(draft, anchorOf(given.position as Position).sheetId);
  const overlayPosition = { widthPixels: 600, heightPixels: 371, ...given.position!.overlayPosition };
  const chart = { ...(withBothColors(given) as EmbeddedChart), chartId, position: { overlayPosition } };
  sheet.charts = [...sheet.charts, chart];
  return { chart: withoutDefaults(chart) };
}

const withChart = (draft: Draft, id: number | undefined) =>
  sheetWith(
    draft,
    (sheet) => sheet.charts.some((one) => one.chartId === id),
    `No embedded object with id: ${String(id)}`,
  );

export function updateChartSpec(draft: Draft, body: Body<'updateChartSpec'>): void {
  const sheet = withChart(draft, body.chartId);
  assertSpec(draft, body.spec);
  const spec = withBothColors(body.spec) as EmbeddedChart['spec'];
  sheet.charts = sheet.charts.map((one) => (one.chartId === body.chartId ? { ...one, spec } : one));
}

export function deleteEmbeddedObject(draft: Draft, body: Body<'deleteEmbeddedObject'>): void {
  const sheet = withChart(draft, body.objectId);
  sheet.charts = sheet.charts.filter((one) => one.chartId !== body.objectId);
}

export function updateEmbeddedObjectPosition(draft: Draft, body: Body<'updateEmbeddedObjectPosition'>): object {
  const sheet = withChart(draft, body.objectId);
  const mask = requestMask(body.fields, 'OverlayPosition');
  const chart = sheet.charts.find((one) => one.chartId === body.objectId)!;
  const wanted = (body.newPosition as Position | undefined)?.overlayPosition;
  if (!wanted) throw refusal('the emulator has charts only over the cells of a sheet (overlayPosition)');
  const position = { overlayPosition: merged(chart.position?.overlayPosition ?? {}, wanted, mask) };
  const target = sheetForWrite(draft, anchorOf(position).sheetId);
  sheet.charts = sheet.charts.filter((one) => one !== chart);
  target.charts = [...target.charts, { ...chart, position }];
  return { position };
}
