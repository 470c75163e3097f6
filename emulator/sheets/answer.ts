// How an answer leaves: fields that hold their default are left out, as Google's JSON leaves them out.

/** Fields that say something even when false, zero or empty, because they are one choice of several. */
const speaking = new Set([
  'numberValue',
  'stringValue',
  'boolValue',
  'formulaValue',
  'bold',
  'italic',
  'strikethrough',
  'underline',
]);

/** Left alone: values of cells, where 0, false and "" are data. */
const data = new Set(['values', 'rowData', 'rowMetadata', 'columnMetadata']);

export function withoutDefaults<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => withoutDefaults(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined || one === null) continue;
    if (data.has(key)) kept[key] = one;
    else if (speaking.has(key)) kept[key] = one;
    else if (one === false || one === 0 || one === '' || (Array.isArray(one) && one.length === 0)) continue;
    else kept[key] = withoutDefaults(one);
  }
  return kept as T;
}
