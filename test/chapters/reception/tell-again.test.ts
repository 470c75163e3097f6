import { NotAllowed, OutOfDate } from '../../../src/kernel/errors';
import { factsWith } from '../world';
import { callRecord, desk, messageRecord, visitRecord } from './samples';

const later = factsWith({ now: '2026-10-09T15:00:00' });
const surveyLink = 'https://script.example/exec?t=x.y';
const isDue = (letter: string, record: Parameters<typeof desk.letter>[1], facts = later): boolean =>
  desk.product.letter(letter)!.isDue(record, facts);

describe('the front desk has an e-mail sent again', () => {
  test('2.1.3 to the host who has not answered, however long ago the visitor came', () => {
    const { record, tells } = desk.take(visitRecord({ surveyLink }), 'tellAgain', {}, later);
    expect(tells).toEqual(['visit-arrived → A03']);
    expect(isDue('visit-arrived', record)).toBe(true);
    expect(record.values['state']).toBe('here');
  });

  test('2.1.3 to the stand-in who was asked instead', () => {
    const asked = visitRecord({
      surveyLink,
      attendant: '周琳',
      hostAnswer: 'standIn',
      hostAnsweredAt: '2026-10-09T09:25',
    });
    expect(desk.take(asked, 'tellAgain', {}, later).tells).toEqual(['visit-stand-in → A06']);
  });

  test('2.1.3 not when the answer is there, nor about a visitor of yesterday', () => {
    const tell = (values: object) => () => desk.take(visitRecord({ ...values }), 'tellAgain', {}, later);
    expect(tell({ hostAnswer: 'coming' })).toThrow(OutOfDate);
    expect(tell({ arrivedAt: '2026-10-08T16:00' })).toThrow(OutOfDate);
  });

  test('2.2.3 a message that nobody has seen, also one that has gone out', () => {
    for (const state of ['taken', 'sent']) {
      const { record, tells } = desk.take(messageRecord({ state }), 'tellAgain', {}, later);
      expect(tells).toEqual(['message-new → A03']);
      expect(record.values['state']).toBe(state);
      expect(isDue('message-new', record)).toBe(true);
    }
    expect(() => desk.take(messageRecord({ answer: 'wrongPerson' }), 'tellAgain', {}, later)).toThrow(OutOfDate);
  });

  test('2.2.4 a reply that is owed, in the words of the day', () => {
    const owed = { for: '周琳', outcome: 'promised', replier: '周琳', replyDue: '2026-10-09T17:00' };
    expect(desk.take(callRecord(owed), 'tellAgain', {}, later).tells).toEqual(['reply-asked → A06']);
    const late = callRecord({ ...owed, replyDue: '2026-10-09T12:00' });
    expect(desk.take(late, 'tellAgain', {}, later).tells).toEqual(['reply-overdue → A06']);
    expect(() => desk.take(callRecord(), 'tellAgain', {}, later)).toThrow(OutOfDate);
  });

  test('nobody else does', () => {
    const host = factsWith({ as: '周琳', now: '2026-10-09T15:00:00' });
    expect(() => desk.take(visitRecord(), 'tellAgain', {}, host)).toThrow(NotAllowed);
  });
});
