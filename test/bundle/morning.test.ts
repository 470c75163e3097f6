// What an ordinary working morning asks of Google: the letters are ordered, the installation is looked at, and nothing else.
import { newOffice, people, receive } from './office';

test('the morning keeps within its budget of Sheets calls, whatever there is to say', () => {
  const office = newOffice();
  for (const hour of ['10', '11', '15']) receive(office, { expectedAt: `2026-10-13T${hour}:00` });
  // The first morning of a month also masks what is past its keep time.
  office.moveTo('2026-10-12T09:00');
  office.setClock('2026-10-13T08:00');
  const log = office.callsOf(() => office.job('jobs.everyMorning'));
  expect(log.sheets.length).toBeLessThanOrEqual(8);
  office.job('jobs.everyMinute');
  const subjects = office.mails(people.front).map(({ subject }) => subject);
  expect(subjects.at(-1)).toContain('今天的预约来访 3');
});
