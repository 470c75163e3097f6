// Requests about conditional formats; a rule's place in the list is its rank.
import { withBothColors } from '../cell-data';
import { sheetForWrite, type Draft } from '../draft';
import { refusal } from '../errors';
import type { Body, ConditionalFormatRule, GridRange } from '../schema';
import { assertRange } from './marks';

function assertRule(
  draft: Draft,
  given: ConditionalFormatRule | undefined,
): { rule: ConditionalFormatRule; sheetId: number } {
  const ranges = (given?.ranges ?? []) as GridRange[];
  if (ranges.length === 0) throw refusal('ConditionalFormatRule.ranges must not be empty.');
  const sheetId = ranges[0]!.sheetId ?? 0;
  if (ranges.some((range) => (range.sheetId ?? 0) !== sheetId)) throw refusal('All ranges must be on the same sheet.');
  for (const range of ranges) assertRange(draft, range);
  const { booleanRule, gradientRule } = given!;
  if (gradientRule) {
    for (const point of [gradientRule.minpoint, gradientRule.midpoint, gradientRule.maxpoint]) {
      if (point && !point.type) throw refusal('No interpolationPointType specified.');
    }
    if (!gradientRule.minpoint || !gradientRule.maxpoint) throw refusal('No interpolationPointType specified.');
  } else if (!booleanRule?.condition?.type) throw refusal('ConditionalFormatRule must have a condition.');
  const rule = withBothColors(given) as ConditionalFormatRule;
  return { rule: { ...rule, ranges: ranges.map((range) => ({ ...range, sheetId })) }, sheetId };
}

function assertIndex(list: readonly unknown[], index: number, most = list.length - 1): void {
  if (index < 0 || index > most) throw refusal(`No conditional format on sheet at index: ${index}`);
}

export function addConditionalFormatRule(draft: Draft, body: Body<'addConditionalFormatRule'>): void {
  const { rule, sheetId } = assertRule(draft, body.rule as ConditionalFormatRule | undefined);
  const sheet = sheetForWrite(draft, sheetId);
  const index = body.index ?? 0;
  assertIndex(sheet.conditionalFormats, index, sheet.conditionalFormats.length);
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 0, rule);
}

export function updateConditionalFormatRule(draft: Draft, body: Body<'updateConditionalFormatRule'>): object {
  const index = body.index ?? 0;
  if (body.rule) {
    const { rule, sheetId } = assertRule(draft, body.rule as ConditionalFormatRule);
    const sheet = sheetForWrite(draft, body.sheetId ?? sheetId);
    assertIndex(sheet.conditionalFormats, index);
    const oldRule = sheet.conditionalFormats[index];
    sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 1, rule);
    return { oldRule, newRule: rule, newIndex: index };
  }
  const newIndex = body.newIndex;
  if (newIndex === undefined) throw refusal('Must specify either rule or newIndex.');
  const sheet = sheetForWrite(draft, body.sheetId);
  assertIndex(sheet.conditionalFormats, index);
  assertIndex(sheet.conditionalFormats, newIndex);
  const rule = sheet.conditionalFormats[index]!;
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 1).toSpliced(newIndex, 0, rule);
  return { newRule: rule, oldIndex: index, newIndex };
}

export function deleteConditionalFormatRule(draft: Draft, body: Body<'deleteConditionalFormatRule'>): object {
  const sheet = sheetForWrite(draft, body.sheetId);
  const index = body.index ?? 0;
  assertIndex(sheet.conditionalFormats, index);
  const rule = sheet.conditionalFormats[index];
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 1);
  return { rule };
}
