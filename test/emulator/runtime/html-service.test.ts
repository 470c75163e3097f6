import { reception, answerOf, googleWith, probe, thrownBy } from './probe';

describe('C: HtmlService and the screen', () => {
  test('C01 content and title of a new output', () => {
    expect(
      answerOf(`const o = HtmlService.createHtmlOutput('<h1>Title</h1>'); return [o.getContent(), o.getTitle()]`),
    ).toEqual(['<h1>Title</h1>', '']);
  });

  test('C02 untrusted text is escaped', () => {
    const body = `return HtmlService.createHtmlOutput('<p>').appendUntrusted('<script>alert(1)</script>').getContent()`;
    expect(answerOf(body)).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('C08 a missing file', () => {
    expect(thrownBy(`HtmlService.createHtmlOutputFromFile('nope')`)).toBe(
      'Exception: No HTML file named nope was found. true',
    );
  });

  test('C10 only certain meta tags may be added, C11 and they can be read', () => {
    const add = `HtmlService.createHtmlOutput('').addMetaTag`;
    expect(answerOf(`return ${add}('viewport', 'width=device-width').getMetaTags()[0].getName()`)).toBe('viewport');
    expect(thrownBy(`${add}('description', 'x')`)).toContain('not allowed in this context');
  });

  test('a file of the project is served by its name without extension', () => {
    const google = googleWith({
      'Code.js': `function probe() { return HtmlService.createHtmlOutputFromFile('side').getContent() }`,
      'side.html': '<b>side</b>',
    });
    expect(probe(google).value).toBe('<b>side</b>');
  });

  test('C13 locks are gone after an alert', () => {
    const google = googleWith(`function probe() {
      const lock = LockService.getScriptLock(); lock.tryLock(10);
      const ui = SpreadsheetApp.getUi();
      const pressed = ui.alert('清空?', 'Sure?', ui.ButtonSet.YES_NO);
      return [pressed === ui.Button.NO, lock.hasLock()] }`);
    const result = probe(google, { answers: ['NO'] });
    expect(result.value).toEqual([true, false]);
    expect(result.effects.alerts).toEqual([{ title: '清空?', text: 'Sure?', buttons: 'YES_NO', answer: 'NO' }]);
  });

  test('C14 a sidebar and a dialog do not hold the script up', () => {
    const google = googleWith(`function probe() {
      const page = HtmlService.createHtmlOutput('<p>hi</p>').setTitle('Desk');
      SpreadsheetApp.getUi().showSidebar(page);
      SpreadsheetApp.getUi().showModalDialog(page.setWidth(640), 'Sign');
      SpreadsheetApp.getActiveSpreadsheet().toast('done', 'Desk', 3);
      return 'went on' }`);
    const result = probe(google);
    expect(result.value).toBe('went on');
    expect(result.effects).toMatchObject({
      sidebar: { title: 'Desk', html: '<p>hi</p>' },
      dialogs: [{ title: 'Sign', width: 640, modal: true }],
      toasts: [{ message: 'done', title: 'Desk', seconds: 3 }],
    });
  });

  test('C19 in a simple onOpen the screen is for menus only', () => {
    const google = googleWith(`function onOpen(e) {
      SpreadsheetApp.getUi().createMenu('前台').addItem('Set up', 'menu.setUp').addSeparator()
        .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Check', 'menu.check')).addToUi();
      try { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('')) } catch (e) { return e.message } }`);
    const result = google.run({ function: 'onOpen', kind: 'simple', user: reception });
    expect(result.value).toContain('You do not have permission to call Ui.showSidebar');
    expect(result.effects.menus).toEqual([
      {
        title: '前台',
        entries: [
          { label: 'Set up', function: 'menu.setUp' },
          { separator: true },
          { title: 'More', entries: [{ label: 'Check', function: 'menu.check' }] },
        ],
      },
    ]);
  });
});
