// LockService: the script lock, and the document lock where there is a document.
import type { Execution } from '../execution';
import type { Google } from '../google';
import { ServiceError } from '../service-error';
import type { ServiceObject } from '../service-object';
import { serviceObject } from '../service-object';

const timeoutText = 'Lock timeout: another process was holding the lock for too long.';

function lock(google: Google, execution: Execution, key: string): ServiceObject {
  const { locks, clock } = google;
  /** Another execution cannot let go while this one runs: the whole wait passes, on the emulator's clock. */
  const acquire = (milliseconds: unknown) => {
    if (locks.holds(key, execution.id)) return true;
    const wait = Number(milliseconds);
    if (!(wait >= 0)) return false;
    if (locks.acquire(key, execution.id)) return true;
    clock.pass(wait);
    return false;
  };
  return serviceObject({
    typeName: 'Lock',
    counted: 'lock',
    members: {
      tryLock: (milliseconds: unknown) => acquire(milliseconds),
      waitLock: (milliseconds: unknown) => {
        if (!acquire(milliseconds)) throw new ServiceError(timeoutText);
      },
      releaseLock: () => locks.release(key, execution.id),
      hasLock: () => locks.holds(key, execution.id),
    },
  });
}

export function lockService(google: Google, execution: Execution): ServiceObject {
  const hasDocument = execution.kind !== 'webapp';
  return serviceObject({
    typeName: 'LockService',
    members: {
      getScriptLock: () => lock(google, execution, 'script'),
      getDocumentLock: () => (hasDocument ? lock(google, execution, `document ${google.containerId}`) : null),
    },
  });
}
