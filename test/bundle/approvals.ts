// Supplies in the built code: what is short, from the request to the signature, decided by links where links are meant.
import { createApp } from '../../emulator/http';
import { answerLink, create, newOffice, people, step, type Cells, type Office, type Who } from './office';

export const tabs = { items: 3101, requisitions: 3102, issues: 3103, ledger: 3104, purchases: 3106, outbox: 9002 };

export const paper = '打印纸 A4';

/** Three 打印纸 A4 in stock, and a supplier of them. */
export function storeroom(): Office {
  const office = newOffice();
  const item = {
    name: '打印纸',
    spec: 'A4',
    unit: '包',
    category: '纸张',
    location: '柜一',
    minimum: 2,
    reorderTo: 12,
  };
  const { no } = create(office, 'items', item);
  step(office, 'items', no, 'opening', { quantity: 3, price: 20 });
  create(office, 'suppliers', { name: '晨光文具', standing: 'qualified' });
  return office;
}

/** Mail goes out as by the page's kick. */
export function post(office: Office): void {
  office.google.clock.pass(5_000);
  office.askPage('kick', {});
}

export const ask = (office: Office, quantity = 5) => {
  const { no } = create(office, 'requisitions', { department: '社工部', applicant: '周琳', item: paper, quantity });
  post(office);
  return no;
};

const purchase = {
  department: '社工部',
  applicant: '王芳',
  expectedOn: '2026-10-20',
  item: paper,
  quantity: 10,
  estimatedPrice: 20,
};
/** The letter about it waits in the outbox. */
export const wish = (office: Office) => create(office, 'supply-purchases', purchase).no;

export const buy = (office: Office) => {
  const no = wish(office);
  post(office);
  return no;
};

/** A person decides by the newest link that they have got. */
export function decide(office: Office, who: Who, answer: string, input: Cells = {}): void {
  const reply = answerLink(office, office.tokenTo(people[who]), answer, input);
  if (!reply.ok) throw new Error(`${answer}: ${JSON.stringify(reply.error)}`);
  post(office);
}

/** 3.1–3.3: asked for, part handed out and signed for, the rest bought, received, handed out and signed for. */
export const chain: readonly (readonly [string, (office: Office) => void])[] = [
  ['asked for', (office) => void ask(office)],
  ['the head approves', (office) => decide(office, 'head', 'approveHead', { '1.approvedQuantity': 5 })],
  ['what there is is handed out', (office) => handOut(office, 3)],
  ['signed for', (office) => decide(office, 'staff', 'confirm')],
  ['the rest is to be bought', (office) => void buy(office)],
  ['the head approves the purchase', (office) => decide(office, 'head', 'approveHead')],
  ['the director approves it', (office) => decide(office, 'director', 'approveDirector', { amount: 200 })],
  ['ordered', (office) => act(office, 'supply-purchases', 'order', { '1.supplier': '晨光文具' })],
  ['part comes', (office) => act(office, 'supply-purchases', 'receive', { '1.quantity': 4, '1.price': 19 })],
  ['the rest comes', (office) => act(office, 'supply-purchases', 'receive', { '1.quantity': 6, '1.price': 19 })],
  ['the rest is handed out', (office) => handOut(office, 2)],
  ['signed for again', (office) => decide(office, 'staff', 'confirm')],
];

const sheetOf: Readonly<Record<string, number>> = {
  requisitions: tabs.requisitions,
  'supply-purchases': tabs.purchases,
};

/** The front desk takes a step of the one form that there is. */
function act(office: Office, register: string, transition: string, input: Cells): void {
  step(office, register, String(office.rows(sheetOf[register]!).at(-1)!['no']), transition, input);
  post(office);
}
const handOut = (office: Office, quantity: number) =>
  act(office, 'requisitions', 'issue', { recipient: '周琳', '1.quantity': quantity });

/** The addresses in all e-mails so far. */
export const linksOf = (office: Office): readonly string[] => [
  ...new Set(
    office
      .mails()
      .flatMap(({ body, htmlBody = '' }) =>
        [...`${body}\n${htmlBody}`.matchAll(/https?:\/\/[^\s"<>]+\/exec\?t=[\w.-]+/g)].map(([address]) => address),
      ),
  ),
];

export const tokenIn = (address: string): string => /[?&]t=([\w.-]+)/.exec(address)![1]!;

/** Fetches an address as programs do, without a browser. */
export async function fetched(office: Office, address: string, method: 'GET' | 'HEAD' | 'POST'): Promise<number> {
  const { pathname, search } = new URL(address);
  const response = await createApp(office.google).request(`${pathname}${search}`, { method });
  return response.status;
}

/** The sheet's cells of a record as a person sees them: no more than these columns. */
export const cellsOf = (office: Office, sheetId: number, ...keys: readonly string[]) =>
  office
    .rows(sheetId)
    .slice(1)
    .map((row) => keys.map((key) => row[key] ?? null));

/** A person types over cells of a record's row, by column keys, and no trigger hears of it. */
export function typeOver(office: Office, sheetId: number, row: number, values: Cells, who: Who = 'front'): void {
  const keys = Object.keys(office.rows(sheetId)[0]!).filter((key) => key !== 'row');
  for (const [key, value] of Object.entries(values)) {
    const at = keys.indexOf(key);
    if (at < 0) throw new Error(`no column ${key}`);
    const letters = `${at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : ''}${String.fromCharCode(65 + (at % 26))}`;
    office.google.sheets.edit(office.id('desk'), sheetId, `${letters}${row + 1}`, [[value]], { email: people[who] });
  }
}
