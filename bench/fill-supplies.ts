// Fills an agency of 50 people with years of supplies: 100 items, and for every line of the ledger the requisition and the
// goods issued, or the purchase, that it came from. So many lines a day, so that more lines are more years.
import { issues } from '../src/chapters/supplies/issues.register';
import { items } from '../src/chapters/supplies/items.register';
import { requisitions } from '../src/chapters/supplies/requisitions.register';
import { stockLedger } from '../src/chapters/supplies/stock-ledger.register';
import { stocktakes } from '../src/chapters/supplies/stocktakes.register';
import { supplyPurchases } from '../src/chapters/supplies/supply-purchases.register';
import { addDays, type Day } from '../src/kernel/civil';
import type { Values } from '../src/kernel/values';
import { create, type Office } from '../test/bundle/office';
import { addPeople, fillTabs, numbering } from './fill-registers';

export const itemCount = 100;
export const staffCount = 50;
const linesADay = 27;
const lastDay = '2026-10-08';
/** Of ten moves of an item one is a receipt of ten. */
const everyTenth = 10;
/** 27 lines issued come from ten requisitions. */
const linesOfTen = 27;

export const itemLabel = (index: number): string => `用品${index + 1} 通用`;

interface Move {
  readonly day: Day;
  readonly at: string;
  readonly item: number;
  readonly kind: 'opening' | 'receipt' | 'issue';
  readonly quantity: number;
  readonly balance: number;
}

const quantities = { opening: 1_000, receipt: everyTenth, issue: -1 };

/** Every item in its turn: opened, handed out, and now and then bought. */
function movesOf(lines: number): readonly Move[] {
  const stock = Array.from({ length: itemCount }, () => 0);
  return Array.from({ length: lines }, (_, index) => {
    const day = addDays(lastDay, -Math.floor((lines - 1 - index) / linesADay));
    const [item, round] = [index % itemCount, Math.floor(index / itemCount)];
    const kind = round === 0 ? 'opening' : round % everyTenth === 0 ? 'receipt' : 'issue';
    const quantity = quantities[kind];
    stock[item]! += quantity;
    const minute = linesADay - 1 - ((lines - 1 - index) % linesADay);
    const at = `${day}T10:${String(minute).padStart(2, '0')}`;
    return { day, at, item, kind, quantity, balance: stock[item]! };
  });
}

const shared = ({ item, at }: Move): Values => ({
  item: itemLabel(item),
  spec: '通用',
  unit: '个',
  recordedAt: at,
  recordedBy: '王芳',
});

/** What came of the moves, and the number that each of them has in the ledger for its reference. */
function formsOf(moves: readonly Move[]) {
  const [ofRequisition, ofIssue, ofPurchase] = [requisitions, issues, supplyPurchases].map(numbering) as [
    (day: Day) => string,
    (day: Day) => string,
    (day: Day) => string,
  ];
  const references = new Map<Move, string>();
  const forms = new Map<number, Move[]>();
  moves
    .filter(({ kind }) => kind === 'issue')
    .forEach((move, index) => {
      const form = Math.floor((index * 10) / linesOfTen);
      forms.set(form, [...(forms.get(form) ?? []), move]);
    });
  const handed = [...forms.values()].flatMap((some) => {
    const [requisition, issue] = [ofRequisition(some[0]!.day), ofIssue(some[0]!.day)];
    return some.map((move, index) => {
      references.set(move, requisition);
      return { move, requisition, issue, place: { line: index + 1, lineCount: some.length } };
    });
  });
  const bought = moves.filter(({ kind }) => kind === 'receipt').map((move) => ({ move, no: ofPurchase(move.day) }));
  for (const { move, no } of bought) references.set(move, no);
  return { handed, bought, references };
}

type Forms = ReturnType<typeof formsOf>;

const requested = ({ move, requisition, place }: Forms['handed'][number]): Values => ({
  ...shared(move),
  ...place,
  no: requisition,
  department: '社工部',
  applicant: '周琳',
  neededOn: move.day,
  quantity: 1,
  approvedQuantity: 1,
  issuedQuantity: 1,
  state: 'issued',
});

const handedOut = ({ move, requisition, issue, place }: Forms['handed'][number]): Values => ({
  ...shared(move),
  ...place,
  no: issue,
  requisition,
  requisitionLine: place.line,
  department: '社工部',
  recipient: '周琳',
  quantity: 1,
  issuedBy: '王芳',
  issuedAt: move.at,
  signedAt: move.at,
  signedBy: 'link',
  state: 'signed',
});

const purchased = ({ move, no }: Forms['bought'][number]): Values => ({
  ...shared(move),
  no,
  line: 1,
  lineCount: 1,
  department: '综合部',
  applicant: '王芳',
  expectedOn: move.day,
  quantity: move.quantity,
  estimatedPrice: 5,
  supplier: '晨光文具',
  orderedOn: move.day,
  receivedQuantity: move.quantity,
  receivedOn: move.day,
  price: 5,
  state: 'received',
});

function ledgerOf(moves: readonly Move[], { references }: Forms): readonly Values[] {
  const numberOf = numbering(stockLedger);
  return moves.map((move) => ({
    ...shared(move),
    no: numberOf(move.day),
    at: move.at,
    kind: move.kind,
    quantity: move.quantity,
    balance: move.balance,
    ...(move.kind === 'issue' && { department: '社工部', person: '周琳' }),
    reference: references.get(move) ?? null,
    handledBy: '王芳',
    state: 'valid',
  }));
}

/** Every item with the balance of its last move. */
const catalogue = (moves: readonly Move[]): readonly Values[] =>
  Array.from({ length: itemCount }, (_, index) => ({
    no: `YP-2026-${String(index + 1).padStart(5, '0')}`,
    name: `用品${index + 1}`,
    spec: '通用',
    label: itemLabel(index),
    unit: '个',
    category: `类别${index % 10}`,
    location: `柜${index % 7}`,
    minimum: 10,
    reorderTo: 60,
    onHand: moves.reduce((stock, { item, balance }) => (item === index ? balance : stock), 0),
    onOrder: 0,
    lastPrice: 5,
    movedOn: lastDay,
    lastCountedOn: '2026-09-30',
    inUse: true,
    state: 'enough',
    recordedAt: '2024-01-02T10:00',
  }));

/** A stocktake of every item a quarter. */
function counts(quarters: number): readonly Values[] {
  const numberOf = numbering(stocktakes);
  return Array.from({ length: quarters }, (_, index) => addDays(lastDay, -91 * (quarters - 1 - index) - 9)).flatMap(
    (day) => {
      const no = numberOf(day);
      return Array.from({ length: itemCount }, (_, index) => ({
        no,
        line: 1 + index,
        lineCount: itemCount,
        department: '综合部',
        countedBy: '王芳',
        item: itemLabel(index),
        counted: 1,
        variance: 0,
        state: 'adjusted',
        recordedAt: `${day}T09:00`,
      }));
    },
  );
}

/** So many lines in the ledger: 30,000 of them are three years, with 10,000 requisitions. */
export function fillSupplies(office: Office, lines: number): void {
  create(office, 'suppliers', { name: '晨光文具', standing: 'qualified' });
  addPeople(office, staffCount, 'staff');
  const moves = movesOf(lines);
  const forms = formsOf(moves);
  fillTabs(office, [
    [items, catalogue(moves)],
    [requisitions, forms.handed.map(requested)],
    [issues, forms.handed.map(handedOut)],
    [stockLedger, ledgerOf(moves, forms)],
    [supplyPurchases, forms.bought.map(purchased)],
    [stocktakes, counts(Math.ceil(lines / (linesADay * 91)))],
  ]);
}
