import type { Values } from '../../src/kernel/values';
import { agency, visitor, type Agency } from './agency';

const visit = 'LF-2026-00001';
const interview: Values = { visit, score: 4, way: 'interview' };
const hrToo = { 王芳: { roles: ['hr', 'front'] } };

/** A visitor whom 王芳 has received, and who can be asked by the code at the desk. */
function withVisit(): Agency {
  const made = agency({ staff: hrToo });
  made.ask('王芳', 'create', { register: 'visits', rows: [visitor], requestId: 'request-1' });
  made.sendMail();
  return made;
}
const enter = { register: 'feedback', rows: [interview], requestId: 'request-2' };

describe('8.2 an interview about a visit', () => {
  test('says who received the visitor, and the survey is closed', () => {
    const made = withVisit();
    const token = /[?&]t=([\w.-]+)/.exec(String(made.record('visits', visit).values['surveyLink']))![1]!;
    expect(made.ask('public', 'page', { token }).dead).toBeUndefined();
    expect(made.ask('刘洋', 'create', enter).kick).toBe(true);
    expect(made.records('feedback')[0]!.values).toMatchObject({ receivedBy: '王芳', recordedBy: '刘洋' });
    made.sendMail();
    expect(made.record('visits', visit).values['surveyedAt']).toBe('2026-10-09T09:30');
    expect(made.ask('public', 'page', { token }).dead).toBeDefined();
  });

  test('is not entered by the person who is rated', () => {
    const made = withVisit();
    expect(made.problem('王芳', 'create', enter).fields).toEqual({ visit: '评价不能由被评价的人录入。' });
    expect(made.records('feedback')).toEqual([]);
  });

  test('typed into the tab is held to the same', () => {
    const made = withVisit();
    made.type('feedback', 2, [{ ...interview, recordedBy: '王芳' }]);
    made.edited('feedback', 2, 3, undefined, '');
    expect(made.records('feedback')[0]!.values).toMatchObject({
      no: null,
      check: '来访编号：评价不能由被评价的人录入。',
    });
    made.type('feedback', 2, [{ recordedBy: '刘洋' }]);
    made.edited('feedback', 2, 3, undefined, '');
    expect(made.records('feedback')[0]!.values).toMatchObject({ no: 'PJ-2026-00001', receivedBy: '王芳', check: null });
    made.sendMail();
    expect(made.record('visits', visit).values['surveyedAt']).not.toBeNull();
  });

  test('typed by nobody knows whom, it says so as soon as the person rated is chosen', () => {
    const made = withVisit();
    made.type('feedback', 2, [interview]);
    made.evening();
    expect(made.records('feedback')[0]!.values).toMatchObject({ no: 'PJ-2026-00001', receivedBy: '王芳' });
    made.type('feedback', 2, [{ recordedBy: '王芳' }]);
    made.edited('feedback', 2, 3, undefined, '');
    expect(made.records('feedback')[0]!.values['check']).toBe('来访编号：评价不能由被评价的人录入。');
  });

  test('who received the visitor is put back when somebody writes another name', () => {
    const made = withVisit();
    made.ask('刘洋', 'create', enter);
    made.type('feedback', 2, [{ receivedBy: '李强' }]);
    made.evening();
    expect(made.records('feedback')[0]!.values['receivedBy']).toBe('王芳');
  });
});
