// Who may install: the account that owns the workbook, and from then on that account only.
import { blankOffice, people, wizard, type Who } from './office';

const input = { ...wizard, requestId: 'wizard-of-somebody' };

describe('the first set-up', () => {
  test.each<Who>(['front', 'hr'])('is refused to %s, who may edit the workbook but does not own it', (who) => {
    const office = blankOffice();
    office.google.sheets.share(office.id('desk'), people[who], 'editor');
    const { code, message } = office.refused(who, 'setUp', input);
    expect(code).toBe('notAllowed');
    expect(message).toContain(people.office);
    expect(office.google.state.properties.script['owner']).toBeUndefined();
    expect(office.google.state.triggers).toEqual([]);
  });

  test('makes the owner of the workbook the office account, and nobody else may run it again', () => {
    const office = blankOffice();
    const { health } = office.ask('office', 'setUp', input);
    expect(office.google.state.properties.script['owner']).toBe(people.office);
    expect(health.find(({ key }) => key === 'owner')).toMatchObject({ status: 'ok', text: people.office });
    expect(office.ask('hr', 'session', {}).setUp.mayRun).toBe(false);
    expect(office.ask('office', 'session', {}).setUp.mayRun).toBe(true);
  });
});
