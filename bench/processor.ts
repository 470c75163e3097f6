// Processor time of the bundle under Node, for information: no budget is held to it, because machines differ.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { blankOffice, dist, newOffice, receive, wizard } from '../test/bundle/office';

const times = 15;

/** Median of several runs, in milliseconds. */
function median(run: () => void): number {
  const taken = Array.from({ length: times }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

export function processorTimes(): readonly (readonly [string, number])[] {
  const script = new vm.Script(readFileSync(join(dist, 'Code.js'), 'utf8'));
  const office = newOffice();
  return [
    ['load Code.js', median(() => void script.runInContext(vm.createContext({})))],
    ['create, with load and emulator', median(() => void receive(office))],
    ['set-up, with load and emulator', median(() => void blankOffice().ask('office', 'setUp', wizard))],
  ];
}
