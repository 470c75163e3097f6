import type { Value } from '../../../src/kernel/values';
import { agency, type Agency } from '../../api/agency';
import { addressOf } from '../../kernel/workshop';
import type { Name } from '../world';
import { courseIn, held, name, plan } from './course';

let asked = 0;
const requestId = (): string => `own-page-${(asked += 1)}`;

/** The link to a person's own page, asked for by its address. */
function linkOf(office: Agency, who: Name): string {
  office.ask('public', 'answer', {
    token: '',
    answer: 'sendLink',
    input: { email: addressOf[who] as Value },
    requestId: requestId(),
  });
  office.sendMail();
  return office.token(addressOf[who]);
}
const sections = (office: Agency, token: string) =>
  office.ask('public', 'page', { token }).mine!.sections.filter(({ key }) => key.startsWith('trainings-'));

describe('7.2.3 own page', () => {
  test('who was there confirms it there, with notes; others do not find it', () => {
    const office = agency();
    const course = courseIn(office);
    held(course, '周琳');
    const token = linkOf(office, '周琳');
    const [mine] = sections(office, token);
    expect([mine!.title, mine!.lines.map(({ no }) => no)]).toEqual(['待我确认的培训', ['PQ-2026-00001']]);
    const { register, no, row } = mine!.lines[0]!;
    const page = office.ask('public', 'page', { token, at: { register, no, row } });
    expect(page.steps.map(({ key }) => key)).toEqual(['confirm', 'deny']);
    expect(page.facts).toContainEqual({ label: '培训', text: name });
    const answer = { token, at: page.at!, answer: 'confirm', input: { notes: '微笑接听' }, requestId: requestId() };
    office.ask('public', 'answer', answer);
    expect(course.values('training-attendance', no)).toMatchObject({ state: 'signed', notes: '微笑接听' });
    expect(sections(office, token)).toEqual([]);
    expect(sections(office, linkOf(office, '李强'))).toEqual([]);
  });
});

describe('7.1.1 own page', () => {
  test('a trainer of the staff finds the trainings to give, and no step of the planners', () => {
    const office = agency();
    courseIn(office).create('王芳', 'training-plan', plan);
    const token = linkOf(office, '陈静');
    const [given] = sections(office, token);
    expect(given!.title).toBe('我主讲的培训');
    const { register, no, row } = given!.lines[0]!;
    expect(office.ask('public', 'page', { token, at: { register, no, row } }).steps).toEqual([]);
  });
});
