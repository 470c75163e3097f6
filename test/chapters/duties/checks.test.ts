import { NotAllowed } from '../../../src/kernel/errors';
import { faultsOf } from '../../../src/kernel/register';
import { checkKinds, checks } from '../../../src/chapters/duties/checks.register';
import { checksDue } from '../../../src/chapters/duties/rules';
import { deskSettings } from '../../../src/office/setting-list/desk';
import { factsWith, type Difference } from '../world';
import { checkRecord, desk } from './samples';

const faults = (values: object) => Object.keys(faultsOf(checks, values as never, factsWith())).sort();

describe('1.3.6, 3.2.3, 4.2.4 a check', () => {
  test('says what was checked, when and whether it was in order', () => {
    expect(faults({})).toEqual(['day', 'done', 'what']);
    const { record } = desk.create('checks', { what: 'storage', done: true });
    expect(record.values).toMatchObject({ day: '2026-10-09', what: 'storage', done: true, state: 'done' });
    expect(() => desk.create('checks', { what: 'storage', done: true }, factsWith({ as: '周琳' }))).toThrow(NotAllowed);
  });

  test('that is not in order says what is to be done, and is put right later', () => {
    const bad = { day: '2026-10-09', what: 'packaging', done: false };
    expect(faults(bad)).toEqual(['remark']);
    const { record } = desk.create('checks', { ...bad, remark: '纸箱堆在过道' });
    expect(record.values['state']).toBe('open');
    expect(desk.take(record, 'putRight').record.values).toMatchObject({ state: 'done', done: true });
  });

  test('is not made in advance', () => {
    expect(faults({ day: '2026-10-10', what: 'storage', done: true })).toEqual(['day']);
  });

  test('each kind has its setting', () => {
    const keys = deskSettings.map(({ key }) => key).filter((key) => key.startsWith('checks.'));
    expect(keys).toEqual(Object.keys(checkKinds).map((kind) => `checks.${kind}`));
  });
});

describe('1.3.6, 3.2.3, 4.2.4 what is still to be checked, by the settings', () => {
  const due = (made: Parameters<typeof checksDue>[0], difference: Difference = {}) =>
    checksDue(made, factsWith(difference));

  test('the front desk daily, storage and packaging weekly, from Monday on', () => {
    expect(due([])).toEqual(['frontArea', 'storage', 'packaging']);
    const made = [
      checkRecord({ day: '2026-10-08' }),
      checkRecord({ what: 'storage', day: '2026-10-05' }),
      checkRecord({ what: 'packaging', day: '2026-10-04' }),
    ];
    expect(due(made)).toEqual(['frontArea', 'packaging']);
    expect(due([...made, checkRecord()])).toEqual(['packaging']);
  });

  test('what was found in disorder has been checked', () => {
    expect(due([checkRecord({ done: false, state: 'open' })])).toEqual(['storage', 'packaging']);
  });

  test('as the agency has it', () => {
    const settings = { 'checks.frontArea': 'weekly', 'checks.packaging': 'daily' };
    const made = [checkRecord({ day: '2026-10-08' }), checkRecord({ what: 'packaging', day: '2026-10-08' })];
    expect(due(made, { settings })).toEqual(['storage', 'packaging']);
  });

  test('nothing on a day off', () => {
    expect(due([], { now: '2026-10-11T09:30:00' })).toEqual([]);
    expect(due([], { calendar: [{ day: '2026-10-09', kind: 'holiday' }] })).toEqual([]);
  });
});
