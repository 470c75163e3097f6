// What an execution may call: by its AuthMode and by the scopes that the manifest lists.
import type { Execution } from '../execution';
import type { Manifest } from '../project';
import { ServiceError } from '../service-error';

const scopeRoot = 'https://www.googleapis.com/auth/';

/** Refuses as Google does; `scopes` are short names of which one suffices. */
export function permit(execution: Execution, manifest: Manifest, call: string, scopes: readonly string[]): void {
  const wanted = scopes.map((scope) => `${scopeRoot}${scope}`);
  const required = wanted.length === 1 ? wanted[0] : `(${wanted.join(' || ')})`;
  if (execution.authMode !== 'FULL')
    throw new ServiceError(`You do not have permission to call ${call}. Required permissions: ${required}`);
  const listed = manifest.oauthScopes;
  if (listed && !wanted.some((scope) => listed.includes(scope)))
    throw new ServiceError(
      `Specified permissions are not sufficient to call ${call}. Required permissions: ${required}`,
    );
}

/** In AuthMode NONE nothing of the document or the script's stores is open. */
export function refuseInNone(execution: Execution, call: string): void {
  if (execution.authMode === 'NONE') throw new ServiceError(`You do not have permission to call ${call}.`);
}
