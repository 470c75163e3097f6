// Errors as the Sheets API answers them: a code, a status and a sentence in Google's envelope.

export class SheetsError extends Error {
  readonly code: number;
  readonly status: string;
  readonly details: unknown[] | undefined;

  constructor(code: number, status: string, message: string, details?: unknown[]) {
    super(message);
    this.name = 'SheetsError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** The JSON body of an answer that carries this error. */
export function envelopeOf(error: SheetsError): { error: Record<string, unknown> } {
  const { code, message, status, details } = error;
  return { error: { code, message, status, ...(details ? { details } : {}) } };
}

/** 400, the usual refusal. In a batchUpdate the runner puts `Invalid requests[N].<kind>: ` before the sentence. */
export function refusal(message: string, details?: unknown[]): SheetsError {
  return new SheetsError(400, 'INVALID_ARGUMENT', message, details);
}

export const notFound = (message = 'Requested entity was not found.'): SheetsError =>
  new SheetsError(404, 'NOT_FOUND', message);

export const permissionDenied = (): SheetsError =>
  new SheetsError(403, 'PERMISSION_DENIED', 'The caller does not have permission');

/** What requests about a sheet as such say, where those about its cells say `noGrid`. */
export const noSheet = (sheetId: number): SheetsError => refusal(`No sheet with id: ${sheetId}`);
export const noGrid = (sheetId: number): SheetsError => refusal(`No grid with id: ${sheetId}`);

export const badRange = (text: string): SheetsError => refusal(`Unable to parse range: ${text}`);

export function badRequest(violations: { field: string; description: string }[]): SheetsError {
  return refusal(violations.map(({ description }) => description).join('\n'), [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ]);
}
