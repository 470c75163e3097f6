// The operations of the storeroom that have a budget, in the order in which a day brings them.
import type { Calls } from '../src/api/contract';
import { create, people, requestId, step, type Cells, type Office } from '../test/bundle/office';
import { itemLabel } from './fill-supplies';
import type { Operation } from './operations';

type Place = Calls['create']['value']['records'][number];

/** What the operation before has left, for the next. */
let requisition: Place;
let purchase: Place;
let stocktake: Place;
let issued: Place;

const wish: Cells = { department: '社工部', applicant: '周琳', item: itemLabel(6), quantity: 3 };
const ask = (office: Office): void => {
  requisition = create(office, 'requisitions', wish);
};
const take = (office: Office, register: string, at: Place, transition: string, input: Cells = {}): void =>
  void office.ask('front', 'transition', {
    register,
    no: at.no,
    row: at.row,
    transition,
    input,
    requestId: requestId(),
  });
const send = (office: Office): void => {
  office.google.clock.pass(60_000);
  office.job('jobs.everyMinute');
};
const approved = (office: Office): void => {
  ask(office);
  step(office, 'requisitions', requisition.no, 'paperHead', { paperRef: '1', '1.approvedQuantity': 3 });
};
const handOut = (office: Office, quantity = 2): void =>
  take(office, 'requisitions', requisition, 'issue', { '1.quantity': quantity });
/** Of three asked for. */
const handedOut =
  (quantity: number) =>
  (office: Office): void => {
    approved(office);
    handOut(office, quantity);
    const { records } = office.ask('front', 'find', { register: 'issues', limit: 1 });
    issued = { no: records[0]!.no, row: records[0]!.row };
  };
const correct = (office: Office): void =>
  take(office, 'issues', issued, 'correct', { remark: '发错了', '1.quantity': 1 });

const row: Cells = { department: '社工部', applicant: '周琳', expectedOn: '2026-10-20', item: itemLabel(8) };
const ordered = (office: Office): void => {
  purchase = create(office, 'supply-purchases', { ...row, quantity: 20, estimatedPrice: 5 });
  step(office, 'supply-purchases', purchase.no, 'paperHead', { paperRef: '1' });
  step(office, 'supply-purchases', purchase.no, 'paperDirector', { paperRef: '2', amount: 100 });
  step(office, 'supply-purchases', purchase.no, 'order', { '1.supplier': '晨光文具' });
};
const receive = (office: Office): void =>
  take(office, 'supply-purchases', purchase, 'receive', { '1.quantity': 5, '1.price': 5 });

const open = (office: Office, scope: string): void => {
  stocktake = create(office, 'stocktakes', { department: '综合部', countedBy: '王芳', scope });
};
const counted = (lines: readonly number[]): Cells => Object.fromEntries(lines.map((line) => [`${line}.counted`, 7]));
const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, index) => index + 1);

/** The first of a kind finds nothing remembered of the ends of its tabs. `grows`: columns that are looked up by declaration. */
export const suppliesOperations: readonly Operation[] = [
  { name: 'receive, cache empty', grows: true, prepare: ordered, run: receive },
  { name: 'receive', calls: 2, run: receive },
  { name: 'requisition, cache empty', grows: true, run: ask },
  { name: 'requisition: create', calls: 2, prepare: send, run: ask },
  {
    name: 'requisition: page of the link',
    calls: 1,
    prepare: send,
    run: (office) => void office.askPage('page', { token: office.tokenTo(people.head) }),
  },
  {
    name: 'requisition: approve by link',
    calls: 2,
    run: (office) =>
      void office.askPage('answer', {
        token: office.tokenTo(people.head),
        answer: 'approveHead',
        input: { '1.approvedQuantity': 3 },
        requestId: requestId(),
      }),
  },
  {
    name: 'requisition: record',
    calls: 1,
    run: (office) => void office.ask('front', 'record', { register: 'requisitions', ...requisition }),
  },
  { name: 'issue, cache empty', grows: true, run: (office) => handOut(office) },
  { name: 'issue', calls: 2, prepare: approved, run: (office) => handOut(office) },
  {
    name: 'issue: correct',
    calls: 3,
    prepare: handedOut(2),
    run: correct,
  },
  {
    // Nothing of it is open any more: its number is looked up.
    name: 'issue: correct, requisition issued',
    calls: 4,
    grows: true,
    prepare: handedOut(3),
    run: correct,
  },
  {
    // Open requisitions are looked at for what was short.
    name: 'receive, others wait for it',
    calls: 3,
    prepare: ordered,
    run: receive,
  },
  { name: 'supplies: board', calls: 2, run: (office) => void office.ask('front', 'board', {}) },
  {
    name: 'requisitions: find',
    calls: 2,
    run: (office) => void office.ask('front', 'find', { register: 'requisitions', limit: 50 }),
  },
  {
    name: 'stocktake: open, 100 items',
    calls: 3,
    prepare(office) {
      open(office, '类别0');
      step(office, 'stocktakes', stocktake.no, 'withdraw');
    },
    run: (office) => open(office, ''),
  },
  {
    name: 'stocktake: count 100 lines',
    calls: 3,
    run: (office) => take(office, 'stocktakes', stocktake, 'count', counted(upTo(99))),
  },
  {
    // Samples find the day in the ledger to a hundredth part of it.
    name: 'stocktake: count of an hour ago',
    calls: 5,
    grows: true,
    prepare(office) {
      office.google.clock.pass(3_600_000);
      send(office);
    },
    run: (office) =>
      take(office, 'stocktakes', stocktake, 'count', { countedAt: '2026-10-09T09:50', ...counted([100]) }),
  },
  {
    name: 'stock report of a month',
    calls: 3,
    grows: true,
    run: (office) => void office.ask('front', 'report', { report: 'stock', period: '2026-09' }),
  },
  {
    name: 'supplies: everyMorning',
    calls: 8,
    prepare(office) {
      // The first morning of a month also masks what is past its keep time; this is the one after it.
      office.setClock('2026-10-12T08:00');
      office.job('jobs.everyMorning');
      office.setClock('2026-10-13T08:00');
    },
    run: (office) => office.job('jobs.everyMorning'),
  },
];
