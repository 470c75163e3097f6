import { faultsOf } from '../../../src/kernel/register';
import { decideCreate } from '../../../src/kernel/decide';
import { OutOfDate } from '../../../src/kernel/errors';
import { feedback, ownWork } from '../../../src/chapters/reception/feedback.register';
import { feedbackOpening } from '../../../src/chapters/reception/feedback.workflow';
import { surveyPage } from '../../../src/chapters/reception/survey';
import type { Values } from '../../../src/kernel/values';
import { factsWith, lookupsOf, numbersFrom } from '../world';
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
    expect(feedbackOpening.opens.steps![0]).toMatchObject({ by: 'visit', register: 'visits' });
    const { record } = desk.take(
      visitRecord({ ...left, state }),
      feedbackOpening.opens.steps![0]!.transition,
      {},
      clock,
    );
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

  const interview = { visit: 'LF-2026-00001', score: 4, way: 'interview' };
  const both = { 刘洋: { roles: ['hr', 'front'] } };

  /** Entered by HR about a visit that this person received. */
  const entered = (receivedBy: string | null, values: Values = {}, facts = factsWith({ as: '刘洋', staff: both })) => {
    const standing = lookupsOf({ 'visits.no': ['LF-2026-00001'] });
    const visit = visitRecord({ ...left, receivedBy });
    const rows = [{ ...interview, ...values }];
    const { plan } = decideCreate(desk.product, feedback, rows, facts, standing, numbersFrom(), () => [visit]);
    return plan;
  };

  test('an interview says by itself who is rated, and the visitor is asked no more', () => {
    const plan = entered('李强');
    expect(plan.appends[0]!.values).toMatchObject({ receivedBy: '李强', recordedBy: '刘洋', way: 'interview' });
    expect(plan.appends[0]!.values).not.toHaveProperty('state');
    expect(plan.orders).toMatchObject([{ kind: 'effect', name: 'surveyed', register: 'visits', no: 'LF-2026-00001' }]);
    expect(entered(null).appends[0]!.values['receivedBy']).toBe('王芳');
  });

  test('nobody enters what is about themselves, neither as themselves nor by another’s keyboard', () => {
    const fields = { visit: { words: ownWork } };
    expect(() => entered('刘洋')).toThrow(expect.objectContaining({ fields }));
    expect(() => entered('李强', { recordedBy: '李强' })).toThrow(expect.objectContaining({ fields }));
    expect(() => entered('李强', {}, factsWith({ as: '李强' }))).toThrow();
    const standing = { ...interview, no: 'PJ-2026-00001', receivedBy: '李强' };
    expect(Object.keys(faultsOf(feedback, { ...standing, recordedBy: '李强' }, factsWith()))).toEqual(['visit']);
    expect(Object.keys(faultsOf(feedback, { ...standing, recordedBy: '刘洋' }, factsWith()))).toEqual([]);
  });

  test('HR enters interviews only', () => {
    const hr = factsWith({ as: '刘洋' });
    const faults = (values: object) => Object.keys(faultsOf(feedback, { ...interview, ...values }, hr));
    expect(faults({})).toEqual([]);
    expect(faults({ way: 'qr' })).toEqual(['way']);
    expect(faults({ no: 'PJ-2026-00001', way: 'qr' })).toEqual([]);
    expect([feedback.workbook, feedback.read, feedback.write]).toEqual(['restricted', ['hr', 'director'], ['hr']]);
  });
});
