// Session: who runs the script and for whom, as far as Google tells.
import type { Execution } from '../execution';
import type { Google } from '../google';
import type { ServiceObject } from '../service-object';
import { serviceObject } from '../service-object';
import { permit } from './permissions';

export function userObject(email: string): ServiceObject {
  return serviceObject({ typeName: 'User', members: { getEmail: () => email } });
}

export function session(google: Google, execution: Execution): ServiceObject {
  const { manifest } = google.project;
  /** A simple trigger runs, but is not told who is there. */
  const user = (call: string, email: string) => {
    if (execution.authMode !== 'FULL') return userObject('');
    return serviceObject({
      typeName: 'User',
      members: {
        getEmail: () => {
          permit(execution, manifest, `Session.${call}`, ['userinfo.email']);
          return email;
        },
      },
    });
  };
  return serviceObject({
    typeName: 'Session',
    members: {
      getActiveUser: () => user('getActiveUser', execution.activeUser),
      getEffectiveUser: () => user('getEffectiveUser', execution.effectiveUser),
      getScriptTimeZone: () => google.scriptZone,
      getActiveUserLocale: () => google.person(execution.activeUser)?.locale ?? 'zh_CN',
    },
  });
}
