// The request kinds of batchUpdate, and the run of a list of them over a draft.
import type { Draft } from '../draft';
import { refusal, SheetsError } from '../errors';
import type { Body, Request } from '../schema';
import { appendCells, repeatCell, setDataValidation, updateBorders, updateCells } from './cells';
import { addChart, deleteEmbeddedObject, updateChartSpec, updateEmbeddedObjectPosition } from './charts';
import {
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  updateConditionalFormatRule,
} from './conditional-formats';
import {
  addDimensionGroup,
  appendDimension,
  autoResizeDimensions,
  deleteDimension,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from './dimensions';
import { findReplace } from './find-replace';
import {
  addBanding,
  addFilterView,
  addProtectedRange,
  clearBasicFilter,
  deleteBanding,
  deleteProtectedRange,
  mergeCells,
  setBasicFilter,
  unmergeCells,
  updateBanding,
  updateProtectedRange,
} from './marks';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './metadata';
import { addNamedRange, deleteNamedRange, updateNamedRange } from './names';
import { copyPaste, cutPaste, deleteRange, insertRange } from './ranges';
import { addSheet, deleteSheet, duplicateSheet, updateSheetProperties, updateSpreadsheetProperties } from './sheets';
import { sortRange } from './sort';
import { addTable, deleteTable, updateTable } from './tables';

type Handlers = { [K in keyof Request]?: (draft: Draft, body: Body<K>) => object | void };

const handlers: Handlers = {
  addBanding,
  addChart,
  addConditionalFormatRule,
  addDimensionGroup,
  addFilterView,
  addNamedRange,
  addProtectedRange,
  addSheet,
  addTable,
  appendCells,
  appendDimension,
  autoResizeDimensions,
  clearBasicFilter,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteEmbeddedObject,
  deleteNamedRange,
  deleteProtectedRange,
  deleteRange,
  deleteSheet,
  deleteTable,
  duplicateSheet,
  findReplace,
  insertDimension,
  insertRange,
  mergeCells,
  moveDimension,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  unmergeCells,
  updateBanding,
  updateBorders,
  updateCells,
  updateChartSpec,
  updateConditionalFormatRule,
  updateDeveloperMetadata,
  updateDimensionProperties,
  updateEmbeddedObjectPosition,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
  updateTable,
};

/** Applies requests in order and answers their replies, one for each; the first that fails fails all. */
export function runRequests(draft: Draft, requests: readonly Request[]): object[] {
  if (requests.length === 0) throw refusal('Must specify at least one request.');
  return requests.map((request, index) => {
    const kind = (Object.keys(request) as (keyof Request)[]).find((key) => request[key] !== undefined);
    if (kind === undefined) throw refusal(`Invalid requests[${index}]: No request set.`);
    const handler = handlers[kind] as ((draft: Draft, body: object) => object | void) | undefined;
    if (!handler) throw refusal(`the emulator has no request ${kind}`);
    try {
      const reply = handler(draft, request[kind] as object);
      return reply ? { [kind]: reply } : {};
    } catch (error) {
      if (!(error instanceof SheetsError) || error.code !== 400) throw error;
      throw refusal(`Invalid requests[${index}].${kind}: ${error.message}`, error.details);
    }
  });
}
