// The operations that have a budget, as people and the clock set them going.
import type { CallLog } from '../emulator/runtime';
import type { Office } from '../test/bundle/office';
import { blankOffice, receive, requestId, step, wizard } from '../test/bundle/office';

export interface Operation {
  readonly name: string;
  /** Sheets calls, at most; without it the figures are for information. */
  readonly calls?: number;
  /** Cells read may grow with the rows of a register: columns that are looked up by declaration. */
  readonly grows?: boolean;
  /** What is done beforehand and not counted. */
  prepare?(office: Office): void;
  run(office: Office): void;
}

let last: { no: string; row: number };
const keep = (office: Office): void => {
  last = receive(office);
};
const aMinuteOn = ({ google }: Office): void => google.clock.pass(60_000);

/** In this order: the first command, and the first look at the outbox, find nothing remembered in the cache. */
export const operations: readonly Operation[] = [
  { name: 'create, cache empty', grows: true, run: keep },
  { name: 'create', calls: 2, run: keep },
  {
    name: 'transition',
    calls: 2,
    run: (office) =>
      void office.ask('front', 'transition', {
        register: 'visits',
        ...last,
        transition: 'guide',
        input: { guidedTo: '会议室' },
        requestId: requestId(),
      }),
  },
  {
    name: 'record',
    calls: 1,
    run: (office) => void office.ask('front', 'record', { register: 'visits', ...last }),
  },
  { name: 'board', calls: 2, run: (office) => void office.ask('front', 'board', {}) },
  { name: 'find', calls: 2, run: (office) => void office.ask('front', 'find', { register: 'visits', limit: 50 }) },
  { name: 'kick, cache empty', grows: true, run: (office) => void office.askPage('kick', {}) },
  {
    name: 'kick, one mail',
    calls: 3,
    prepare(office) {
      aMinuteOn(office);
      keep(office);
    },
    run: (office) => void office.askPage('kick', {}),
  },
  { name: 'everyMinute, nothing due', calls: 0, prepare: aMinuteOn, run: (office) => office.job('jobs.everyMinute') },
  {
    name: 'restricted: create',
    calls: 3,
    grows: true,
    prepare: (office) => interview(office, 5),
    run: (office) => interview(office, 6),
  },
  {
    name: 'board of HR',
    calls: 2,
    prepare(office) {
      const slip = { type: 'annual', firstDay: '2026-10-14', lastDay: '2026-10-14', reason: '家中有事' };
      const rows = [{ person: '周琳', ...slip }];
      office.ask('hr', 'create', { register: 'leave', rows, requestId: requestId() });
      office.ask('hr', 'board', {});
    },
    run: (office) => void office.ask('hr', 'board', {}),
  },
  {
    name: 'everyMorning',
    calls: 8,
    prepare(office) {
      step(office, 'visits', last.no, 'leave');
      // The first morning of a month also masks what is past its keep time; this is the one after it.
      office.moveTo('2026-10-13T07:30');
    },
    run: (office) => office.job('jobs.everyMorning'),
  },
];

function interview(office: Office, visit: number): void {
  const no = `LF-2026-${String(visit).padStart(5, '0')}`;
  const rows = [{ visit: no, score: 5, way: 'interview' }];
  office.ask('hr', 'create', { register: 'feedback', rows, requestId: requestId() });
}

export const setUpCalls = 6;
export function setUp(): CallLog {
  const office = blankOffice();
  return office.callsOf(() => office.ask('office', 'setUp', wizard));
}
