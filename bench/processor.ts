// Processor time of the bundle under Node, the emulator's Sheets left out; for information, because machines differ.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { blankOffice, dist, newOffice, receive, wizard, type Office } from '../test/bundle/office';
import { fillAttendance, month } from './fill-attendance';

const times = 15;

/** Of this process with its helping threads, in milliseconds: what else the machine does hardly counts. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function elapsed(run: () => void): number {
  const begun = processorTime();
  run();
  return processorTime() - begun;
}

/** Median of several measurements, in milliseconds. */
function median(measure: () => number): number {
  const taken = Array.from({ length: times }, measure);
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

interface Spent {
  readonly loading: number;
  readonly running: number;
}

/** What the bundle spent on something, without what the emulator spent on Sheets, and on the texts of what is sent. */
function spent({ google }: Office, run: () => void): Spent {
  const { sheets, project } = google;
  const call = sheets.call.bind(sheets);
  let [away, loading, running] = [0, 0, 0];
  sheets.call = (...request) => {
    let answer: unknown;
    away += elapsed(() => (answer = call(...request)));
    // The emulator turns question and answer into JSON around this call. Done once more here, to be taken off together with it.
    away += 2 * elapsed(() => [JSON.parse(JSON.stringify(request[2] ?? null)), JSON.stringify(answer)]);
    return answer as ReturnType<typeof call>;
  };
  const { runInContext } = vm.Script.prototype;
  const isCode = (script: vm.Script): boolean => project.scripts.some(({ compiled }) => compiled === script);
  vm.Script.prototype.runInContext = function (this: vm.Script, ...given) {
    const begun = processorTime();
    try {
      return runInContext.apply(this, given) as unknown;
    } finally {
      if (isCode(this)) loading += processorTime() - begun;
      else running += processorTime() - begun;
    }
  };
  try {
    run();
  } finally {
    vm.Script.prototype.runInContext = runInContext;
    sheets.call = call;
  }
  return { loading, running: running - away };
}

const makeMonth = (office: Office): void =>
  void office.ask('front', 'report', { report: 'attendance-month', period: month });

export function processorTimes(): readonly (readonly [string, number])[] {
  const script = new vm.Script(readFileSync(join(dist, 'Code.js'), 'utf8'));
  const attended = newOffice();
  fillAttendance(attended, 1);
  makeMonth(attended);
  const office = newOffice();
  return [
    ['load Code.js (budget 40 ms)', median(() => elapsed(() => void script.runInContext(vm.createContext({}))))],
    ['create, once loaded (budget 15 ms)', median(() => spent(office, () => void receive(office)).running)],
    [
      'attendance of a month, 100 staff, once loaded (budget 150 ms)',
      median(() => spent(attended, () => makeMonth(attended)).running),
    ],
    [
      'set-up, with loading',
      median(() => {
        const blank = blankOffice();
        const { loading, running } = spent(blank, () => void blank.ask('office', 'setUp', wizard));
        return loading + running;
      }),
    ],
  ];
}
