// Puts a run together: who runs, in which context, over Google's services.
import type { Machine, Memory } from '../api/machine';
import type { Equipped } from '../api/set-up-specs';
import { chapters } from '../chapters';
import { productOf } from '../kernel/chapter';
import { migrations } from '../migrations';
import { office, officeFacts } from '../office';
import type { Caller } from '../platform/context';
import { googleLinkText, googleMailer, googlePorts, googleSigner, workbookAddress } from '../platform/google-ports';
import { googleInstallation } from '../platform/installation';
import { ownTexts, scriptProperties, sharedTexts } from '../platform/properties';

export const product = productOf([office, ...chapters]);

/** A machine that can set up and look after the installation, too: only for a person's own run and the jobs, never for a page. */
export const equippedFor = (caller: Caller, via: Machine['who']['via'] = 'account'): Equipped => ({
  ...machineFor(caller, via),
  installation: googleInstallation(scriptProperties()),
});

/** A run on behalf of somebody else remembers nothing of its own. */
const noMemory: Memory = { get: () => null, put: () => undefined };

export function machineFor(caller: Caller, via: Machine['who']['via'], account = caller.account): Machine {
  const properties = scriptProperties();
  const { context } = caller;
  return {
    product,
    migrations,
    source: officeFacts,
    ports: googlePorts(properties),
    who: { context, via, account },
    own: context === 'desk' ? ownTexts() : noMemory,
    shared: sharedTexts(),
    isOfficeAccount: context === 'desk' && caller.effective === properties.get('owner'),
    ...(context !== 'desk' && {
      office: {
        mailer: googleMailer,
        signer: googleSigner(properties),
        link: googleLinkText,
        webApp: properties.get('webApp') ?? '',
        webAppSignedIn: properties.get('webAppSignedIn') ?? '',
        workbookId: properties.get('workbook.desk') ?? '',
        address: (workbook) => workbookAddress(properties, workbook),
      },
    }),
  };
}
