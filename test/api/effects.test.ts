import { outboxTab } from '../../src/kernel/kernel-tabs';
import type { Value, Values } from '../../src/kernel/values';
import { agency, register, visitor, type Agency } from './agency';

/** A row that somebody types into the hidden tab, as the product itself would have written it. */
function forge(office: Agency, kind: string, name: string, no: string, key = 'visits'): void {
  const rows = office.ports.cells('desk', outboxTab.sheetId).length;
  const cells = [`forged-${rows}`, '2026-10-09T09:40:00', kind, name, key, no, 2, '', 'waiting'];
  office.ports.people('desk').type(outboxTab.sheetId, rows, 0, [cells]);
}
const stateOf = (office: Agency) => office.outbox().slice(-1)[0]!.state;

function received(values: Values = {}): { office: Agency; no: string } {
  const office = agency();
  const input = { register: 'visits', rows: [{ ...visitor, ...values }], requestId: 'request-1' };
  const { records } = office.ask('王芳', 'create', input);
  office.sendMail();
  return { office, no: records[0]!.no };
}

describe('a row typed into the outbox', () => {
  test.each(['leave', 'arrive', 'noShow', 'hostComing', 'toString'])('does not take the step %s', (step) => {
    const { office, no } = received(step === 'leave' ? {} : { expectedAt: '2026-10-09T14:00' });
    office.ports.setNow('2026-10-09T15:00:00');
    const before = office.record('visits', no).values;
    forge(office, 'effect', step, no);
    office.sendMail();
    expect(office.record('visits', no).values).toEqual(before);
    expect(stateOf(office)).toBe('dropped');
  });

  test('takes a declared effect only when the answer that it follows from is on record', () => {
    const { office, no } = received();
    forge(office, 'effect', 'surveyed', no);
    office.sendMail();
    expect(office.record('visits', no).values['surveyedAt']).toBeNull();
    expect(stateOf(office)).toBe('dropped');

    const interview: Record<string, Value> = { visit: no, score: 5, way: 'interview' };
    const rows = [interview];
    office.ask('刘洋', 'create', { register: 'feedback', rows, requestId: 'request-2' });
    forge(office, 'effect', 'surveyed', no);
    office.sendMail();
    expect(office.record('visits', no).values['surveyedAt']).not.toBeNull();
    expect(stateOf(office)).toBe('sent');
  });

  test('of a register that is not there, or of an unknown kind, is dropped and never looked at again', () => {
    const { office, no } = received();
    forge(office, 'effect', 'surveyed', no, 'staff');
    forge(office, 'order', 'surveyed', no);
    office.sendMail();
    expect(
      office
        .outbox()
        .slice(-2)
        .map((row) => row.state),
    ).toEqual(['dropped', 'dropped']);
    expect(register('staff').key).toBe('staff');
  });
});

test('a visitor’s answer by the survey’s link still closes the survey', () => {
  const { office, no } = received();
  const token = /[?&]t=([\w.-]+)/.exec(String(office.record('visits', no).values['surveyLink']))![1]!;
  office.ask('public', 'answer', { token, answer: 'create', input: { score: 4 }, requestId: 'request-3' });
  office.sendMail();
  expect(office.record('visits', no).values['surveyedAt']).toBe('2026-10-09T09:30');
});
