// Set-up as the office account meets it: a blank workbook, and the same again.
import { product } from '../../src/entry/machine';
import { auditTab, countersTab, kernelTabs } from '../../src/kernel/kernel-tabs';
import { settings } from '../../src/office/settings.register';
import {
  answerLink,
  blankOffice,
  livePage,
  newOffice,
  people,
  receive,
  recordOf,
  requestId,
  step,
  wizard,
  type Office,
  type Workbook,
} from './office';
import { change, look, removeRow, removeTab, tabsOf } from './workbook';

const whole = (office: Office) => (['desk', 'restricted'] as const).map((workbook) => look(office, workbook, true));
const restrictedKeys = product.registers
  .filter(({ workbook }) => workbook === 'restricted')
  .map(({ sheetId }) => sheetId);
const visits = product.register('visits')!;

describe('set-up of a blank workbook', () => {
  const office = blankOffice();
  let health: readonly { key: string; status: string }[] = [];
  const log = office.callsOf(() => {
    health = office.ask('office', 'setUp', wizard).health;
  });

  test('takes at most six Sheets calls', () => {
    expect(log.sheets.length).toBeLessThanOrEqual(6);
  });

  test('makes a tab for each register in its workbook, the kernel’s own ones hidden', () => {
    const desk = tabsOf(office, 'desk');
    const restricted = tabsOf(office, 'restricted');
    const ids = (tabs: ReturnType<typeof tabsOf>) => tabs.map(({ sheetId }) => sheetId);
    const deskKeys = product.registers.filter(({ workbook }) => workbook === 'desk').map(({ sheetId }) => sheetId);
    expect(ids(desk)).toEqual(expect.arrayContaining(deskKeys));
    expect(ids(restricted)).toEqual(expect.arrayContaining(restrictedKeys));
    expect(ids(desk).filter((id) => restrictedKeys.includes(id))).toEqual([]);
    for (const tabs of [desk, restricted])
      for (const { sheetId } of kernelTabs) expect(tabs.find((tab) => tab.sheetId === sheetId)?.hidden).toBe(true);
  });

  test('puts the keys into a hidden first row, the labels into a second, both frozen', () => {
    const tab = look(office, 'desk', true).sheets.find(({ properties }) => properties.sheetId === visits.sheetId)!;
    expect(tab.properties.gridProperties.frozenRowCount).toBe(2);
    expect(tab.data?.[0]?.rowMetadata?.[0]?.hiddenByUser).toBe(true);
    expect(office.rows(visits.sheetId)[0]).toMatchObject({ row: 1, visitor: '姓名', host: '拜访对象' });
  });

  test('shares the desk with reception and HR, the restricted workbook with HR and the director', () => {
    const access = (workbook: Workbook) =>
      Object.fromEntries(
        (['front', 'hr', 'director', 'staff'] as const).map((who) => [
          who,
          office.google.sheets.accessOf(office.id(workbook), people[who]),
        ]),
      );
    expect(access('desk')).toEqual({ front: 'editor', hr: 'editor', director: undefined, staff: undefined });
    expect(access('restricted')).toEqual({ front: undefined, hr: 'editor', director: 'editor', staff: undefined });
  });

  test('makes each trigger once, as the office account', () => {
    const { triggers } = office.google.state;
    expect(triggers.map(({ handler }) => handler).sort()).toEqual([
      'jobs.everyEvening',
      'jobs.everyMinute',
      'jobs.everyMorning',
      'jobs.onRegisterEdit',
      'jobs.onRegisterEdit',
    ]);
    expect(new Set(triggers.map(({ owner }) => owner))).toEqual(new Set([people.office]));
  });

  test('finds nothing wrong, but that no job has run yet, the staff tab is not complete and nobody has tried a link', () => {
    expect(health.filter(({ status }) => status !== 'ok').map(({ key }) => key)).toEqual([
      'heartbeat',
      'staff',
      'tried',
    ]);
  });

  test('leaves an office that works', () => {
    expect(receive(office).no).toBe('LF-2026-00001');
    office.job('jobs.everyMinute');
    expect(livePage(office.askPage('page', { token: office.tokenTo(people.head) })).agency).toBe('晨光社工');
  });
});

describe('set-up again', () => {
  test('keeps the language of the workbooks, and two of them, whatever it is told', () => {
    const office = newOffice();
    const before = office.rows(visits.sheetId)[0];
    office.ask('office', 'setUp', { ...wizard, language: 'en', workbooks: 'one', requestId: requestId() });
    const valueOf = (setting: string) => office.rows(settings.sheetId).find(({ key }) => key === setting)?.['value'];
    expect([valueOf('agency.language'), valueOf('agency.workbooks')]).toEqual(['简体中文', '两个（前台、受限）']);
    expect(office.rows(visits.sheetId)[0]).toEqual(before);
    expect(office.google.sheets.list()).toHaveLength(2);
    const { no } = receive(office, {});
    expect(office.rows(visits.sheetId).find((row) => row['no'] === no)?.['state']).toBe('在访');
  });

  test('changes nothing in either workbook and makes no second trigger', () => {
    const office = newOffice();
    const before = JSON.stringify(whole(office));
    const triggers = office.google.state.triggers.map(({ id }) => id);
    const log = office.callsOf(() => office.ask('office', 'setUp', { ...wizard, requestId: requestId() }));
    expect(log.calls['sheets.batchUpdate'] ?? 0).toBe(0);
    expect(JSON.stringify(whole(office))).toBe(before);
    expect(office.google.state.triggers.map(({ id }) => id)).toEqual(triggers);
  });

  test('to mend asks nothing: settings stay, and a tab that is gone comes back', () => {
    const office = newOffice();
    const asked = office.rows(settings.sheetId).map(({ key, value }) => [key, value]);
    change(office, [removeTab(visits.sheetId)]);
    const { health } = office.ask('office', 'setUp', { mend: true, requestId: requestId() });
    expect(health.find(({ status }) => status === 'error')).toBeUndefined();
    expect(tabsOf(office).map(({ sheetId }) => sheetId)).toContain(visits.sheetId);
    expect(office.rows(settings.sheetId).map(({ key, value }) => [key, value])).toEqual(asked);
    expect(office.refused('hr', 'setUp', { mend: true, requestId: requestId() }).code).toBe('notAllowed');
  });

  const counterRow = (office: Office, counter: string) =>
    removeRow(countersTab.sheetId, office.rows(countersTab.sheetId).find(({ key }) => key === counter)!.row);

  test.each([
    ['LF-2026', 'the tab', () => removeTab(countersTab.sheetId)],
    ['操作日志', 'the audit log’s row', (office: Office) => counterRow(office, 'audit')],
    ['LF-2026', 'a row', (office: Office) => counterRow(office, 'LF-2026')],
  ])('makes counters again, and says so (%s), when %s is gone: all go on where they ended', (said, _, gone) => {
    const office = newOffice();
    const { no } = receive(office);
    receive(office);
    const { row } = office.rows(visits.sheetId).find((one) => one['no'] === 'LF-2026-00002')!;
    const log = office.rows(auditTab.sheetId).length;
    // The newest record is gone from its tab, too; the log knows its number.
    change(office, [removeRow(visits.sheetId, row), gone(office)]);
    const { health } = office.ask('office', 'setUp', { mend: true, requestId: requestId() });
    expect(health.find(({ key }) => key === 'counters')?.text).toContain(said);
    expect([no, receive(office).no]).toEqual(['LF-2026-00001', 'LF-2026-00003']);
    expect(office.rows(auditTab.sheetId).length).toBeGreaterThan(log);
    expect(office.menu('menu.verifyAuditLog').effects.alerts[0]?.text).toContain('操作日志完整');
    const again = office.ask('office', 'setUp', { mend: true, requestId: requestId() });
    expect(again.health.find(({ key }) => key === 'counters')).toBeUndefined();
  });

  test('is refused to everybody but the office account', () => {
    const office = newOffice();
    for (const who of ['front', 'hr'] as const)
      expect(office.refused(who, 'setUp', { ...wizard, requestId: requestId() }).code).toBe('notAllowed');
    expect(office.google.state.properties.script['owner']).toBe(people.office);
  });

  test('adds the people and departments that are new, and leaves the others as they are', () => {
    const office = newOffice();
    const added = { name: '许诺', email: 'xunuo@example.org', department: '宣传部', roles: ['staff'] };
    office.ask('office', 'setUp', { ...wizard, people: [...wizard.people, added], requestId: requestId() });
    const staff = office.rows(1001).slice(1);
    expect(staff.map(({ name }) => name)).toEqual(['王芳', '陈静', '周琳', '赵敏', '刘洋', '许诺']);
    expect(
      office
        .rows(1002)
        .slice(1)
        .map(({ name }) => name),
    ).toEqual(['社工部', '综合部', '宣传部']);
  });
});

test('an agency of two may have it all in one workbook: the wizard is told so, and no other is made, then or later', () => {
  const office = blankOffice();
  office.ask('office', 'setUp', { ...wizard, workbooks: 'one' });
  office.ask('office', 'setUp', { ...wizard, workbooks: 'two', requestId: requestId() });
  const setting = office.rows(settings.sheetId).find(({ key }) => key === 'agency.workbooks');
  expect(setting?.['value']).toBe('一个');
  expect(office.google.sheets.accessOf(office.id('desk'), people.director)).toBe('editor');
  expect(office.google.sheets.list()).toHaveLength(1);
  expect(tabsOf(office).map(({ sheetId }) => sheetId)).toEqual(expect.arrayContaining(restrictedKeys));
  const { no } = receive(office, { email: 'lin@example.com' });
  step(office, 'visits', no, 'leave');
  step(office, 'visits', no, 'sendSurvey');
  office.job('jobs.everyMinute');
  expect(answerLink(office, office.tokenTo('lin@example.com'), 'create', { score: 5 })).toMatchObject({ ok: true });
  office.setClock('2026-10-09T09:45');
  office.job('jobs.everyMinute');
  expect(recordOf(office, 'visits', no)['surveyedAt']).toBe('2026-10-09T09:45');
});
