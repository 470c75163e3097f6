// Time of the bundle under Node by the clock, the emulator's Sheets left out; for information, because machines differ.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { blankOffice, dist, newOffice, receive, wizard, type Office } from '../test/bundle/office';

const times = 15;

function elapsed(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

/** Median of several measurements, in milliseconds. */
function median(measure: () => number): number {
  const taken = Array.from({ length: times }, measure);
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

/** Runs something and answers how long it took without what the emulator spent on Sheets. */
function withoutSheets({ google }: Office, run: () => void): number {
  const { sheets } = google;
  const call = sheets.call.bind(sheets);
  let spent = 0;
  sheets.call = (...request) => {
    const begun = performance.now();
    try {
      return call(...request);
    } finally {
      spent += performance.now() - begun;
    }
  };
  const begun = performance.now();
  run();
  sheets.call = call;
  return performance.now() - begun - spent;
}

export function processorTimes(): readonly (readonly [string, number])[] {
  const script = new vm.Script(readFileSync(join(dist, 'Code.js'), 'utf8'));
  const office = newOffice();
  return [
    ['load Code.js (budget 40 ms)', median(() => elapsed(() => void script.runInContext(vm.createContext({}))))],
    ['create, with loading', median(() => withoutSheets(office, () => void receive(office)))],
    [
      'set-up, with loading',
      median(() => {
        const blank = blankOffice();
        return withoutSheets(blank, () => void blank.ask('office', 'setUp', wizard));
      }),
    ],
  ];
}
