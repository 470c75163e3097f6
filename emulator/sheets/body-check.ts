// Holds calls against Google's shapes before anything is done: unknown names, wrong types, two choices of one.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { badRequest, refusal } from './errors';
import { methods, schemas, type Method, type Shape } from './schema';

/** Fields of which a message may carry one. */
const choices: Record<string, readonly { name: string; fields: readonly string[] }[]> = {
  Request: [{ name: 'kind', fields: Object.keys(schemas['Request'] ?? {}) }],
  ExtendedValue: [{ name: 'value', fields: Object.keys(schemas['ExtendedValue'] ?? {}) }],
  UpdateCellsRequest: [{ name: 'area', fields: ['start', 'range'] }],
  ConditionalFormatRule: [{ name: 'rule', fields: ['booleanRule', 'gradientRule'] }],
  DataFilter: [{ name: 'filter', fields: ['a1Range', 'gridRange', 'developerMetadataLookup'] }],
  ColorStyle: [{ name: 'kind', fields: ['rgbColor', 'themeColor'] }],
  FindReplaceRequest: [{ name: 'scope', fields: ['range', 'sheetId', 'allSheets'] }],
  DeveloperMetadataLocation: [{ name: 'location', fields: ['spreadsheet', 'sheetId', 'dimensionRange'] }],
};

function toJsonSchema(shape: Shape): object {
  if (Array.isArray(shape)) return { type: 'array', items: toJsonSchema(shape[0] as Shape) };
  if (typeof shape === 'object') {
    if ('*' in shape) return { type: 'object', additionalProperties: toJsonSchema(shape['*']) };
    return { enum: (shape as { enum: readonly string[] }).enum };
  }
  if (shape === '#CellData') return { plainCellOr: true };
  if ((shape as string).startsWith('#')) return { $ref: `#/definitions/${(shape as string).slice(1)}` };
  switch (shape) {
    case 'any':
      return {};
    case 'int32':
      return { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
    case 'double':
    case 'float':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    default:
      return { type: 'string' };
  }
}

const definitions = Object.fromEntries(
  Object.entries(schemas).map(([name, fields]) => [
    name,
    {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields ?? {}).map(([key, shape]) => [key, toJsonSchema(shape)])),
      additionalProperties: false,
      ...(choices[name] ? { oneOfFields: choices[name] } : {}),
    },
  ]),
);

const ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
let cellCheck: ValidateFunction | undefined;

// Most cells of a big write carry one plain value: they are told apart here, ten times faster than by their schema.
ajv.addKeyword({
  keyword: 'plainCellOr',
  errors: true,
  schema: false,
  validate: function plainCellOr(data: unknown, dataCxt?: { instancePath: string }): boolean {
    if (isPlainCell(data)) return true;
    cellCheck ??= compiled('CellData');
    if (cellCheck(data)) return true;
    const at = dataCxt?.instancePath ?? '';
    (plainCellOr as { errors?: unknown[] }).errors = (cellCheck.errors ?? []).map((error) => ({
      ...error,
      instancePath: at + error.instancePath,
    }));
    return false;
  },
});
ajv.addKeyword({
  keyword: 'oneOfFields',
  type: 'object',
  errors: true,
  validate: function oneOfFields(groups: { name: string; fields: readonly string[] }[], data: object): boolean {
    for (const { name, fields } of groups) {
      const given = Object.keys(data).filter((key) => fields.includes(key));
      if (given.length > 1) {
        (oneOfFields as { errors?: unknown[] }).errors = [
          { keyword: 'oneOfFields', params: { name, field: given[1] }, message: 'oneof' },
        ];
        return false;
      }
    }
    return true;
  },
});

function isPlainCell(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  for (const key in data) if (key !== 'userEnteredValue') return false;
  const value = (data as { userEnteredValue?: unknown }).userEnteredValue;
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  let keys = 0;
  for (const key in value) {
    const given = (value as Record<string, unknown>)[key];
    keys += 1;
    if (key === 'stringValue' || key === 'formulaValue') {
      if (typeof given !== 'string') return false;
    } else if (key === 'numberValue') {
      if (typeof given !== 'number' || !Number.isFinite(given)) return false;
    } else if (key !== 'boolValue' || typeof given !== 'boolean') return false;
  }
  return keys <= 1;
}

const validators = new Map<string, ValidateFunction>();
function compiled(name: string): ValidateFunction {
  let validate = validators.get(name);
  if (!validate) {
    validate = ajv.compile({ $ref: `#/definitions/${name}`, definitions });
    validators.set(name, validate);
  }
  return validate;
}

/** The body without nulls (JSON's null stands for an absent field); throws Google's 400 for what does not fit. */
export function checkedBody(name: string, body: object): object {
  const validate = compiled(name);
  if (validate(body)) return body;
  const pruned = withoutNulls(body) as object;
  if (validate(pruned)) return pruned;
  throw badRequest(violations(validate.errors ?? []));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => (one === null ? null : withoutNulls(one)));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutNulls(one)]));
}

function violations(errors: readonly ErrorObject[]): { field: string; description: string }[] {
  const found = new Map<string, { field: string; description: string }>();
  for (const error of errors) {
    const field = protoPath(error.instancePath);
    const place = field === '' ? '' : ` at '${field}'`;
    let description: string;
    if (error.keyword === 'additionalProperties') {
      const name = (error.params as { additionalProperty: string }).additionalProperty;
      description = `Invalid JSON payload received. Unknown name "${name}"${place}: Cannot find field.`;
    } else if (error.keyword === 'oneOfFields') {
      const { name, field: second } = error.params as { name: string; field: string };
      description = `Invalid value${place} (oneof), oneof field '${name}' is already set. Cannot set '${second}'`;
    } else if (error.keyword === 'plainCellOr') continue;
    else description = `Invalid value${place} (${typeName(error)}), ${JSON.stringify(error.data)}`;
    found.set(description, { field, description });
  }
  return [...found.values()];
}

/** `/requests/0/addSheet` → `requests[0].add_sheet`: Google names places by its own spelling. */
function protoPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`))
    .join('')
    .replace(/^\./, '');
}

function typeName(error: ErrorObject): string {
  if (error.keyword === 'enum') return 'TYPE_ENUM';
  const wanted: unknown = error.keyword === 'type' ? (error.params as { type: unknown }).type : 'integer';
  const names: Record<string, string> = {
    integer: 'TYPE_INT32',
    number: 'TYPE_DOUBLE',
    string: 'TYPE_STRING',
    boolean: 'TYPE_BOOL',
    array: 'list',
    object: 'message',
  };
  return names[String(wanted)] ?? 'message';
}

const systemParameters = new Set(['fields', 'alt', 'key', 'prettyPrint', 'quotaUser', 'access_token', 'oauth_token']);

/** Checks query and path parameters; booleans and numbers may come as text, lists as one value. */
export function checkedParameters(method: Method, params: Record<string, unknown>): Record<string, unknown> {
  const checked: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(params)) {
    if (given === undefined || given === null) continue;
    const shape = method.parameters[name];
    if (shape === undefined) {
      if (!systemParameters.has(name)) {
        const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
        throw badRequest([{ field: '', description }]);
      }
      checked[name] = given;
    } else checked[name] = parameter(name, shape, given);
  }
  if (method.parameters['valueInputOption'] && !checked['valueInputOption']) throw missingInputOption();
  return checked;
}

export const missingInputOption = () => refusal("'valueInputOption' is required but not specified");

function parameter(name: string, shape: Shape, given: unknown): unknown {
  if (Array.isArray(shape)) return [given].flat().map((one) => parameter(name, shape[0] as Shape, one));
  if (typeof shape === 'object' && 'enum' in shape) {
    if ((shape as { enum: readonly string[] }).enum.includes(String(given))) return String(given);
  } else if (shape === 'boolean') {
    if (given === true || given === 'true') return true;
    if (given === false || given === 'false') return false;
  } else if (shape === 'int32') {
    if (/^-?\d+$/.test(String(given))) return Number(given);
  } else return String(given);
  const field = name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  const description = `Invalid value at '${field}' (TYPE_ENUM), ${JSON.stringify(given)}`;
  throw badRequest([{ field, description }]);
}

export function methodNamed(name: string): Method {
  const method = methods[name];
  if (!method) throw refusal(`the emulator has no method ${name}`);
  return method;
}
