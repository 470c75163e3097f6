import { NotAllowed } from '../../../src/kernel/errors';
import { faultsOf, masked } from '../../../src/kernel/register';
import { follows } from '../../../src/chapters/duties/desk-aids';
import { incidents } from '../../../src/chapters/duties/incidents.register';
import { factsWith, recordOf } from '../world';
import { clientIncident, desk, incident, incidentRecord } from './samples';

const facts = factsWith();

describe('8.2 what happened at the front desk', () => {
  test('has its time, kind, what happened, who handled it and how', () => {
    const without = (key: string) => Object.keys(faultsOf(incidents, { ...incident, [key]: null }, facts));
    for (const key of ['at', 'kind', 'what', 'handledBy', 'how']) expect(without(key)).toEqual([key]);
    expect(faultsOf(incidents, incident, facts)).toEqual({});
    const early = { ...incident, resolvedAt: '2026-10-09T09:00' };
    expect(Object.keys(faultsOf(incidents, early, facts))).toEqual(['resolvedAt']);
  });

  test('is entered by the front desk and HR, handled by who enters it unless told; late entries are marked', () => {
    const { record } = desk.create('incidents', { ...incident, handledBy: null, at: '2026-10-08T16:00' });
    expect(record.values).toMatchObject({ handledBy: '王芳', late: true, state: 'open' });
    expect(() => desk.create('incidents', incident, factsWith({ as: '陈静' }))).toThrow(NotAllowed);
  });

  test('nobody judges it here', () => {
    expect(Object.keys(incidents.columns)).toEqual([
      'at',
      'kind',
      'isClient',
      'what',
      'handledBy',
      'how',
      'resolvedAt',
      'state',
    ]);
  });

  test.each([
    ['is open', {}, 'open'],
    ['is resolved with its end', { resolvedAt: '2026-10-09T09:20' }, 'resolved'],
    ['asks for nothing when it is praise', { kind: 'praise' }, 'resolved'],
  ])('%s: %j', (_, values, state) => {
    expect(desk.create('incidents', { ...incident, ...values }).record.values['state']).toBe(state);
  });

  test('is resolved; what was done since comes below', () => {
    const { record } = desk.take(incidentRecord(), 'resolve', { how: '已回电致歉' });
    expect(record.values).toMatchObject({
      state: 'resolved',
      resolvedAt: '2026-10-09T09:30',
      how: '当面道歉，请陈静接待\n已回电致歉',
    });
    expect(
      desk.take(incidentRecord({ handledBy: '周琳' }), 'resolve', {}, factsWith({ as: '周琳' })).record.values,
    ).toMatchObject({ state: 'resolved', how: incident['how'] });
  });
});

describe('clients are not named in lists', () => {
  test('neither what happened nor how it was handled', () => {
    const shown = masked(incidents, incidentRecord(clientIncident).values, '（服务对象）');
    expect(incidents.heading(shown, facts)).toBe('投诉 （服务对象） FW-2026-00001');
    expect(incidents.detail!(shown, facts)).toBe('2026-10-09 09:10、王芳');
    expect(JSON.stringify(shown)).not.toMatch(/何阿姨|家暴/);
  });

  test('others are, in a few words', () => {
    const long = incidentRecord({ what: `${'很'.repeat(40)}长\n第二行` });
    expect(incidents.heading(long.values, facts)).toBe(`投诉 ${'很'.repeat(29)}…`);
  });
});

describe('8.2 a call that was a complaint', () => {
  const [follow] = follows;
  // The register of calls is another chapter's; a follow sees its values only.
  const call = (values: object) => recordOf(incidents, { at: '2026-10-09T09:10', ...values });

  test('is entered as an incident, filled in', () => {
    const record = call({ kind: 'complaint', subject: '等太久', isClient: true });
    expect(follow!.when(record, facts)).toBe(true);
    const values = follow!.values(record, facts);
    expect(values).toEqual({ at: '2026-10-09T09:10', kind: 'complaint', what: '等太久', isClient: true });
    expect(desk.create('incidents', { ...values, how: '已道歉' }).record.values).toMatchObject(values);
    expect(follow!.when(call({ kind: 'enquiry' }), facts)).toBe(false);
  });
});
