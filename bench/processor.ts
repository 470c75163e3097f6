// What the bundle takes of the processor under Node, by the clock; for information, because machines differ. Nothing else
// should be at work.
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';
import vm from 'node:vm';
import { blankOffice, dist, newOffice, receive, wizard, type Office } from '../test/bundle/office';
import { fillAttendance, month } from './fill-attendance';

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

interface Frame {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string };
  readonly children?: readonly number[];
}

/**
 * Mean time of a run in functions of the bundle and in what they call of the language, in milliseconds: Node's profiler tells
 * it from the emulator's. `loading` is what runs before the function that was asked for.
 */
function inBundle(run: () => void): { readonly loading: number; readonly running: number } {
  const session = new Session();
  session.connect();
  const spent = { loading: 0, running: 0 };
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 1_000 });
  session.post('Profiler.start');
  for (let count = 0; count < times; count++) run();
  session.post('Profiler.stop', (_, { profile }) => {
    const frames = new Map(profile.nodes.map((node): [number, Frame] => [node.id, node]));
    const callers = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
    profile.samples?.forEach((sampled, index) => {
      const stack: Frame['callFrame'][] = [];
      for (let id: number | undefined = sampled; id !== undefined; id = callers.get(id))
        stack.push(frames.get(id)!.callFrame);
      const isOurs = ({ url }: Frame['callFrame']): boolean => url.endsWith('Code');
      if (!stack.some(isOurs) || !isOurs(stack.find(({ url }) => url !== '')!)) return;
      const outermost = stack.filter(isOurs).pop()!;
      spent[outermost.functionName === '' ? 'loading' : 'running'] += (profile.timeDeltas?.[index] ?? 0) / 1000 / times;
    });
  });
  session.disconnect();
  return spent;
}

const makeMonth = (office: Office): void =>
  void office.ask('front', 'report', { report: 'attendance-month', period: month });

/** One after the other: a new office takes the place of the one before. */
export function processorTimes(): readonly (readonly [string, number])[] {
  const script = new vm.Script(readFileSync(join(dist, 'Code.js'), 'utf8'));
  const load = median(() => elapsed(() => void script.runInContext(vm.createContext({}))));
  const reception = newOffice();
  const create = inBundle(() => void receive(reception));
  const attended = newOffice();
  fillAttendance(attended, 1);
  makeMonth(attended);
  const monthMade = inBundle(() => makeMonth(attended));
  const setUp = inBundle(() => void blankOffice().ask('office', 'setUp', wizard));
  return [
    ['load Code.js (budget 40 ms)', load],
    ['create, once loaded (budget 15 ms)', create.running],
    ['attendance of a month, 100 staff, once loaded (budget 150 ms)', monthMade.running],
    ['set-up, once loaded', setUp.running],
  ];
}
