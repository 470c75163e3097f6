// The sidebar and the web pages, with what they need to know from the start put into them.

/** Stands in the pages' scripts for what they are told. */
const placeholder = '"__QIANTAI_BOOT__"';

/** JSON that cannot end the script element it stands in. */
function inScript(boot: object): string {
  return JSON.stringify(boot)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

function pageWith(file: string, boot: object): GoogleAppsScript.HTML.HtmlOutput {
  const html = HtmlService.createHtmlOutputFromFile(file).getContent();
  return HtmlService.createHtmlOutput(html.split(placeholder).join(inScript(boot)));
}

/** `file`: set-up has a page of its own. */
export function openSidebar(title: string, boot: object, file: 'sidebar' | 'set-up' = 'sidebar'): void {
  SpreadsheetApp.getUi().showSidebar(pageWith(file, boot).setTitle(title));
}

/** The answer of `doGet`: one page for all kinds of links. */
export function webPage(title: string, boot: object): GoogleAppsScript.HTML.HtmlOutput {
  return pageWith('page', boot).setTitle(title).addMetaTag('viewport', 'width=device-width, initial-scale=1');
}

/** What a request that no page asked for gets, such as a kick. */
export const plainAnswer = (text: string): GoogleAppsScript.Content.TextOutput => ContentService.createTextOutput(text);

/** Something to read and to close. Locks are let go meanwhile. */
export function tell(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

/** A line in the corner that goes away by itself. */
export function toast(title: string, text: string, seconds = 8): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, title, seconds);
}
