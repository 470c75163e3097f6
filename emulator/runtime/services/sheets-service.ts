// The advanced Sheets service: the API in Apps Script's shape, body first, errors as GoogleJsonResponseException.
import { SheetsError } from '../../sheets';
import { JsonText } from '../bridge';
import type { Execution } from '../execution';
import type { Google } from '../google';
import { ServiceError, wrongSignature } from '../service-error';
import type { ServiceObject } from '../service-object';
import { serviceObject } from '../service-object';
import { permit } from './permissions';

type Parameters = Record<string, unknown>;

function inScriptTerms(error: SheetsError, method: string): ServiceError {
  if (error.code === 0) return new ServiceError(error.message);
  const { code, message } = error;
  return new ServiceError(`API call to sheets.${method} failed with error: ${message}`, 'GoogleJsonResponseException', {
    code,
    message,
    errors: [{ message, domain: 'global', reason: error.status }],
  });
}

export function sheetsService(google: Google, execution: Execution): ServiceObject {
  function call(method: string, params: Parameters, body?: unknown): JsonText {
    permit(execution, google.project.manifest, `sheets.${method}`, ['drive', 'spreadsheets']);
    try {
      // The script's objects go over the wire: what JSON drops is dropped.
      const sent = body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as object);
      const query = JSON.parse(JSON.stringify(params)) as Parameters;
      return new JsonText(JSON.stringify(google.sheetsCall(method, query, sent, execution.effectiveUser, 'script')));
    } catch (error) {
      throw error instanceof SheetsError ? inScriptTerms(error, method) : error;
    }
  }

  function id(value: unknown, args: unknown[], method: string): string {
    if (typeof value !== 'string') throw wrongSignature(args, `sheets.${method}`);
    return value;
  }

  const query = (value: unknown): Parameters => (typeof value === 'object' && value !== null ? { ...value } : {});

  const values = serviceObject({
    typeName: 'Sheets.Spreadsheets.Values',
    members: {
      batchGet: (spreadsheetId: unknown, options?: unknown) =>
        call('spreadsheets.values.batchGet', {
          spreadsheetId: id(spreadsheetId, [spreadsheetId, options], 'spreadsheets.values.batchGet'),
          ...query(options),
        }),
      batchGetByDataFilter: (resource: unknown, spreadsheetId: unknown) =>
        call(
          'spreadsheets.values.batchGetByDataFilter',
          { spreadsheetId: id(spreadsheetId, [resource, spreadsheetId], 'spreadsheets.values.batchGetByDataFilter') },
          resource,
        ),
    },
  });
  const spreadsheets = serviceObject({
    typeName: 'Sheets.Spreadsheets',
    members: {
      Values: values,
      create: (resource: unknown, options?: unknown) => call('spreadsheets.create', query(options), resource),
      get: (spreadsheetId: unknown, options?: unknown) =>
        call('spreadsheets.get', {
          spreadsheetId: id(spreadsheetId, [spreadsheetId, options], 'spreadsheets.get'),
          ...query(options),
        }),
      batchUpdate: (resource: unknown, spreadsheetId: unknown, options?: unknown) =>
        call(
          'spreadsheets.batchUpdate',
          {
            spreadsheetId: id(spreadsheetId, [resource, spreadsheetId], 'spreadsheets.batchUpdate'),
            ...query(options),
          },
          resource,
        ),
    },
  });
  return serviceObject({ typeName: 'Sheets', members: { Spreadsheets: spreadsheets } });
}
