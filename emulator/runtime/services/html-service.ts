// HtmlService: pages from files and text, without templates.
import type { HtmlState } from '../execution';
import type { Project } from '../project';
import { ServiceError } from '../service-error';
import type { ServiceObject } from '../service-object';
import { enumeration, enumName, serviceObject } from '../service-object';

const XFrameOptionsMode = enumeration('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

const allowedMetaTags = [
  'viewport',
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function metaTag(name: string, content: string): ServiceObject {
  return serviceObject({ typeName: 'HtmlOutputMetaTag', members: { getName: () => name, getContent: () => content } });
}

function htmlOutput(content: string): ServiceObject<HtmlState> {
  const state: HtmlState = { content, title: '', metaTags: [], frameOptions: 'DEFAULT' };
  const change = (set: (value: unknown) => void) => (value: unknown) => {
    set(value);
    return self;
  };
  const self: ServiceObject<HtmlState> = serviceObject({
    typeName: 'HtmlOutput',
    state,
    members: {
      getContent: () => state.content,
      append: change((text) => (state.content += String(text))),
      appendUntrusted: change((text) => (state.content += String(text).replace(/[&<>"']/g, (sign) => escapes[sign]!))),
      getTitle: () => state.title,
      setTitle: change((title) => (state.title = String(title))),
      setWidth: change((width) => (state.width = Number(width))),
      setHeight: change((height) => (state.height = Number(height))),
      addMetaTag: (name: unknown, value: unknown) => {
        if (!allowedMetaTags.includes(String(name)))
          throw new ServiceError('The meta tag you specified is not allowed in this context.');
        state.metaTags.push({ name: String(name), content: String(value) });
        return self;
      },
      getMetaTags: () => state.metaTags.map(({ name, content: value }) => metaTag(name, value)),
      setXFrameOptionsMode: change((mode) => {
        state.frameOptions = enumName(mode) === 'ALLOWALL' ? 'ALLOWALL' : 'DEFAULT';
      }),
    },
  });
  return self;
}

export function htmlService(project: Project): ServiceObject {
  return serviceObject({
    typeName: 'HtmlService',
    members: {
      createHtmlOutput: (content?: unknown) =>
        htmlOutput(content === undefined || content === null ? '' : String(content)),
      createHtmlOutputFromFile: (name: unknown) => {
        const content = project.html.get(String(name).replace(/\.html$/, ''));
        if (content === undefined) throw new ServiceError(`No HTML file named ${String(name)} was found.`);
        return htmlOutput(content);
      },
      XFrameOptionsMode,
    },
  });
}
