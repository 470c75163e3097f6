// Processor time of the bundle under Node, the emulator's Sheets left out; for information, because machines differ.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { blankOffice, dist, newOffice, receive, wizard, type Office } from '../test/bundle/office';
import { fillAttendance, month } from './fill-attendance';

const times = 15;

/** Milliseconds of the processor, not of the clock: others may be at work on this machine. */
function elapsed(run: () => void): number {
  const begun = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Median of several measurements, in milliseconds. */
function median(measure: () => number): number {
  const taken = Array.from({ length: times }, measure);
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

/** Runs something and answers how long it took without what the emulator spent on Sheets, and on the texts of what is sent. */
function withoutSheets({ google }: Office, run: () => void): number {
  const { sheets } = google;
  const call = sheets.call.bind(sheets);
  let spent = 0;
  sheets.call = (...request) => {
    let answer: unknown;
    spent += elapsed(() => (answer = call(...request)));
    // Before and after, question and answer go over the wire: as long as it takes here once more, and this once more itself.
    spent += 2 * elapsed(() => [JSON.parse(JSON.stringify(request[2] ?? null)), JSON.stringify(answer)]);
    return answer as ReturnType<typeof call>;
  };
  const all = elapsed(run);
  sheets.call = call;
  return all - spent;
}

const makeMonth = (office: Office): void =>
  void office.ask('front', 'report', { report: 'attendance-month', period: month });

export function processorTimes(): readonly (readonly [string, number])[] {
  const script = new vm.Script(readFileSync(join(dist, 'Code.js'), 'utf8'));
  const attended = newOffice();
  fillAttendance(attended, 1);
  makeMonth(attended);
  const ofMonth = median(() => withoutSheets(attended, () => makeMonth(attended)));
  const loading = median(() => elapsed(() => void script.runInContext(vm.createContext({}))));
  const office = newOffice();
  return [
    ['load Code.js (budget 40 ms)', loading],
    ['create, with loading', median(() => withoutSheets(office, () => void receive(office)))],
    ['attendance of a month, 100 staff (budget 150 ms)', ofMonth - loading],
    [
      'set-up, with loading',
      median(() => {
        const blank = blankOffice();
        return withoutSheets(blank, () => void blank.ask('office', 'setUp', wizard));
      }),
    ],
  ];
}
