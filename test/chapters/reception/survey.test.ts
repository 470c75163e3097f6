import { faultsOf } from '../../../src/kernel/register';
import { OutOfDate } from '../../../src/kernel/errors';
import { feedback } from '../../../src/chapters/reception/feedback.register';
import { surveyPage } from '../../../src/chapters/reception/survey';
import type { Values } from '../../../src/kernel/values';
import { factsWith } from '../world';
import { client, desk, visitRecord } from './samples';

const left = {
  state: 'left',
  guidedTo: '会议室',
  leftAt: '2026-10-09T10:00',
  receivedBy: '李强',
  email: 'lin@example.com',
};

describe('8.2 visitors’ satisfaction', () => {
  test('the page is open while the visitor is here and for two weeks, until it is answered', () => {
    const open = (values: Values, now = '2026-10-09T10:30:00') =>
      surveyPage.isOpen(visitRecord(values), factsWith({ now }));
    expect(open({})).toBe(true);
    expect(open(left)).toBe(true);
    expect(open(left, '2026-10-23T08:00:00')).toBe(true);
    expect(open(left, '2026-10-24T08:00:00')).toBe(false);
    expect(open({ ...left, surveyedAt: '2026-10-09T10:05' })).toBe(false);
    expect(open({ state: 'expected' })).toBe(false);
  });

  test('the link is signed once, without an address', () => {
    expect(desk.take(visitRecord(), 'leave').tells).toEqual(['sign survey']);
    expect(desk.take(visitRecord({ surveyLink: 'https://example.org/x' }), 'leave').tells).toEqual([]);
    expect(surveyPage.holder).toEqual({ anyone: true });
    expect(surveyPage.binds).toEqual([]);
  });

  test('the answer names the visit, the way and who received the visitor', () => {
    const values = surveyPage.creates!.values(visitRecord(left));
    expect(values).toEqual({ visit: 'LF-2026-00001', way: 'qr', receivedBy: '李强' });
    const sent = surveyPage.creates!.values(visitRecord({ ...left, surveySentAt: '2026-10-09T10:01' }));
    expect(sent['way']).toBe('link');
    const byLink = factsWith({ as: '陈静', via: 'link', guest: '' });
    expect(faultsOf(feedback, { ...values, score: 5 }, byLink)).toEqual({});
    expect(Object.keys(faultsOf(feedback, { ...values, score: 6 }, byLink))).toEqual(['score']);
  });

  test.each(['here', 'left'])('an answer marks the visit and leaves it %s', (state) => {
    const clock = factsWith({ as: 'clock' });
    const { record } = desk.take(visitRecord({ ...left, state }), surveyPage.creates!.effect!, {}, clock);
    expect(record.values).toMatchObject({ state, surveyedAt: '2026-10-09T09:30' });
    expect(() => desk.take(record, 'surveyed', {}, clock)).toThrow(OutOfDate);
  });

  test('a link by e-mail: asked for by the front desk, once, never for a client', () => {
    const after = factsWith({ now: '2026-10-09T10:30:00' });
    const { record, tells } = desk.take(
      visitRecord({ ...left, surveyLink: 'https://example.org/x' }),
      'sendSurvey',
      {},
      after,
    );
    expect(tells).toEqual(['visit-survey → guest']);
    expect(() => desk.take(record, 'sendSurvey', {}, after)).toThrow(OutOfDate);
    expect(() => desk.take(visitRecord({ ...left, ...client }), 'sendSurvey', {}, after)).toThrow(OutOfDate);
    expect(() => desk.take(visitRecord({ ...left, email: null }), 'sendSurvey', {}, after)).toThrow(OutOfDate);
  });

  test('HR enters interviews only, and nobody enters what is about themselves', () => {
    const hr = factsWith({ as: '刘洋' });
    const entered = (values: object) =>
      Object.keys(faultsOf(feedback, { visit: 'LF-2026-00001', score: 4, ...values }, hr));
    expect(entered({ way: 'interview' })).toEqual([]);
    expect(entered({ way: 'qr' })).toEqual(['way']);
    expect(entered({ way: 'interview', receivedBy: '刘洋' })).toEqual(['visit']);
    expect(entered({ no: 'PJ-2026-00001', way: 'qr' })).toEqual([]);
    expect([feedback.workbook, feedback.read, feedback.write]).toEqual(['restricted', ['hr', 'director'], ['hr']]);
  });
});
