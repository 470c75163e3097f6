// The errors that services throw into a script, with the texts that Google uses.

/** Becomes an Error of the script's own realm, with this name and message. */
export class ServiceError extends Error {
  readonly details: unknown;
  constructor(message: string, name = 'Exception', details?: unknown) {
    super(message);
    this.name = name;
    this.details = details;
  }
}

/** Ends the execution whatever the script catches. */
export class ExecutionAborted extends Error {}

export const serverErrorText = "We're sorry, a server error occurred. Please wait a bit and try again.";

export function missingFeature(name: string): ServiceError {
  return new ServiceError(`the emulator has no ${name}`, 'Error');
}

export function wrongSignature(args: readonly unknown[], method: string): ServiceError {
  const kinds = args.map((arg) => {
    if (arg === null || arg === undefined) return '(null)';
    if (Array.isArray(arg)) return 'number[]';
    const kind = typeof arg;
    return kind === 'object' ? 'Object' : kind[0]!.toUpperCase() + kind.slice(1);
  });
  return new ServiceError(`The parameters (${kinds.join(',')}) don't match the method signature for ${method}.`);
}
