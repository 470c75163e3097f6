// ContentService: text that a web app answers with instead of a page.
import type { TextState } from '../execution';
import type { ServiceObject } from '../service-object';
import { enumeration, enumName, serviceObject } from '../service-object';

const mimeTypes = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'text/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/vcard',
  XML: 'text/xml',
} as const;

const MimeType = enumeration('MimeType', Object.keys(mimeTypes) as (keyof typeof mimeTypes)[]);

function textOutput(content: string): ServiceObject<TextState> {
  const state: TextState = { content, mimeType: mimeTypes.TEXT };
  const self: ServiceObject<TextState> = serviceObject({
    typeName: 'TextOutput',
    state,
    members: {
      setMimeType: (mimeType: unknown) => {
        state.mimeType = mimeTypes[(enumName(mimeType) ?? 'TEXT') as keyof typeof mimeTypes];
        return self;
      },
      getContent: () => state.content,
    },
  });
  return self;
}

export const contentService: ServiceObject = serviceObject({
  typeName: 'ContentService',
  members: {
    createTextOutput: (content?: unknown) =>
      textOutput(content === undefined || content === null ? '' : String(content)),
    MimeType,
  },
});
