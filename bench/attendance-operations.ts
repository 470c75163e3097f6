// What attendance does every day, and the sheet of a month of a hundred people.
import { create, people, requestId, type Office } from '../test/bundle/office';
import { month } from './fill-attendance';
import type { Operation } from './operations';

const send = (office: Office): void => {
  office.google.clock.pass(60_000);
  office.job('jobs.everyMinute');
};
/** Both times blank: now. */
const clockIn = (person: string) => (office: Office) =>
  void create(office, 'attendance', { day: '2026-11-02', person });
const askForLeave =
  (person: string) =>
  (office: Office): void => {
    const slip = { person, type: 'annual', reason: '探亲', firstHalf: 'whole', lastHalf: 'whole' };
    void create(office, 'leave', { ...slip, firstDay: '2026-11-12', lastDay: '2026-11-12' }, 'hr');
  };
const makeSheet = (office: Office): void =>
  void office.ask('front', 'report', { report: 'attendance-month', period: month });
const linkOf = (office: Office): string => office.tokenTo(people.staff);

/** In this order: the first of a kind finds nothing remembered of the ends of its tabs. */
export const attendanceOperations: readonly Operation[] = [
  { name: 'clock in, cache empty', grows: true, run: clockIn('王芳') },
  // One row a person and day: the column that says so is looked up.
  { name: 'clock in', calls: 2, grows: true, run: clockIn('周琳') },
  { name: 'ask for leave, cache empty', grows: true, run: askForLeave('周琳') },
  { name: 'ask for leave', calls: 3, run: askForLeave('王芳') },
  // Nothing is remembered of where the tabs end that it writes to.
  { name: 'attendance of a month, cache empty', calls: 3, grows: true, run: makeSheet },
  { name: 'attendance of a month, 100 staff', calls: 3, run: makeSheet },
  {
    // A row a department and month: that register is read whole.
    name: 'line of a month: page of the link',
    calls: 1,
    grows: true,
    prepare: send,
    run: (office) => void office.askPage('page', { token: linkOf(office) }),
  },
  {
    name: 'line of a month: confirm by link',
    calls: 2,
    grows: true,
    run: (office) =>
      void office.askPage('answer', { token: linkOf(office), answer: 'confirm', requestId: requestId() }),
  },
];
