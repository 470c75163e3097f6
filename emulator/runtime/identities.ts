// As whom a script runs, and what Google tells it about the person on the other side.
import type { RunRequest } from './execution';
import type { Deployment, GoogleState } from './state';

/** Whether a script that runs as one account learns the address of another: only within a Workspace domain. */
export function tells({ domain }: GoogleState, effective: string, other: string): boolean {
  const inside = (email: string) => domain !== '' && email.endsWith(`@${domain}`);
  return other === effective || (inside(effective) && inside(other));
}

export function identitiesOf(
  state: GoogleState,
  request: RunRequest,
  deployment: Deployment | undefined,
): { activeUser: string; effectiveUser: string } {
  const user = request.user ?? (request.kind === 'webapp' ? state.visitor : state.user);
  const known = (effectiveUser: string, other: string) => ({
    activeUser: tells(state, effectiveUser, other) ? other : '',
    effectiveUser,
  });
  if (request.kind === 'trigger') {
    const owner = request.trigger?.owner ?? state.officeAccount;
    return known(owner, request.trigger?.event === 'CLOCK' ? owner : user);
  }
  if (request.kind === 'webapp' && deployment?.executeAs !== 'USER_ACCESSING')
    return known(deployment?.deployer ?? state.officeAccount, user);
  return { activeUser: user, effectiveUser: user };
}
