// Blob, the bytes-with-a-name that Utilities makes and MailApp attaches.
import type { ServiceObject } from '../service-object';
import { serviceObject } from '../service-object';

export interface BlobState {
  bytes: Uint8Array;
  contentType: string | null;
  name: string | null;
}

/** Apps Script's bytes are signed. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

export function blob(initial: BlobState): ServiceObject<BlobState> {
  const state = { ...initial };
  const self: ServiceObject<BlobState> = serviceObject({
    typeName: 'Blob',
    state,
    members: {
      getBytes: () => signed(state.bytes),
      getContentType: () => state.contentType,
      getDataAsString: () => Buffer.from(state.bytes).toString('utf8'),
      getName: () => state.name,
      setName: (name: unknown) => {
        state.name = String(name);
        return self;
      },
    },
  });
  return self;
}
