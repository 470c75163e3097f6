// The supplies' part of the demo: the catalogue is pasted, stock entered, and on the days that follow people ask for things,
// heads decide by the links in their letters, the front desk issues, buys, receives and counts.
import { employees, front, type Employee } from './agency';
import type { Agenda } from './day';
import { addDays } from './days';
import type { Cells, Desk } from './desk';
import type { Chance } from './random';
import { stockroom, wishes, type Stocked } from './stockroom';

const tabs = { items: 3101, requisitions: 3102, stocktakes: 3105 };
const director = employees.find(({ roles }) => roles.includes('director'))!;
const applicants = employees.filter(({ roles, head }) => !head && roles.length === 1 && roles[0] === 'staff');
const headOf = ({ department }: Employee): Employee =>
  employees.find((one) => one.head && one.department === department)!;
const keeper = front[0]!;
const house = { department: keeper.department, applicant: keeper.name };

const paperShop = '例文办公用品商行';
const cleaningShop = '范本日用品批发部';

export function stockUp(desk: Desk): void {
  desk.paste(
    keeper.email,
    tabs.items,
    stockroom.map(({ name, spec, unit, category, location, minimum, reorderTo }) => ({
      ...{ name, spec, unit, category, location, minimum: String(minimum), reorderTo: String(reorderTo) },
    })),
  );
  desk.rows(tabs.items).forEach(({ no = '', label }, index) => {
    // Google takes sixty writes a minute from one person.
    if (index % 20 === 19) desk.pass(1);
    const { opening: quantity, price } = stockroom.find((one) => one.label === label)!;
    desk.step(keeper.email, 'items', no, 'opening', { quantity, price });
  });
}

const byLine = (amounts: readonly number[], key: string): Cells =>
  Object.fromEntries(amounts.map((amount, index) => [`${index + 1}.${key}`, amount]));

export interface SuppliesDay {
  readonly day: string;
  /** Working days between this one and the last that is played. */
  readonly daysAgo: number;
}

/** What happens with supplies on one day. */
export function suppliesDay(desk: Desk, luck: Chance, { day, daysAgo }: SuppliesDay, { at, later }: Agenda): void {
  /** Handed in on paper, and entered by the front desk. */
  function ask(who: Employee, purpose: string, lines: readonly (readonly [string, number])[]): string {
    const form = { department: who.department, applicant: who.name, neededOn: addDays(day, 1), purpose };
    const rows = lines.map(([item, quantity]) => ({ ...form, item, quantity }));
    const no = desk.create(keeper.email, 'requisitions', ...rows);
    desk.sendMail();
    return no;
  }
  const decide = (who: Employee, no: string, answer: string, input: Cells = {}) =>
    desk.answerLetter(headOf(who).email, answer, input, no);
  function issue(no: string, amounts: readonly number[]): void {
    desk.step(keeper.email, 'requisitions', no, 'issue', byLine(amounts, 'quantity'));
    desk.sendMail();
  }
  const sign = (who: Employee, no: string) => desk.answerLetter(who.email, 'confirm', {}, no);

  /** Asked for, approved, issued and signed for, all on one day. */
  function supply(minutes: number): void {
    at(minutes, () => {
      const who = luck.pick(applicants);
      const { purpose, lines } = luck.pick(wishes);
      const no = ask(who, purpose, lines);
      const amounts = lines.map(([, quantity]) => quantity);
      later(15, 50, () => decide(who, no, 'approveHead', byLine(amounts, 'approvedQuantity')));
      later(60, 90, () => {
        issue(no, amounts);
        later(3, 20, () => sign(who, no));
      });
    });
  }

  function buy(minutes: number, reason: string, supplier: string, wanted: readonly (readonly [Stocked, number])[]) {
    at(minutes, () => {
      const form = { ...house, expectedOn: addDays(day, 3), reason };
      const rows = wanted.map(([{ label: item, price: estimatedPrice }, quantity]) => ({
        ...form,
        ...{ item, quantity, estimatedPrice, supplier },
      }));
      const no = desk.create(keeper.email, 'supply-purchases', ...rows);
      const amount = wanted.reduce((sum, [{ price }, quantity]) => sum + price * quantity, 0);
      desk.sendMail();
      later(20, 40, () => {
        decide(keeper, no, 'approveHead');
        desk.sendMail();
      });
      later(50, 80, () => desk.answerLetter(director.email, 'approveDirector', { amount }, no));
      later(90, 100, () => {
        const suppliers = wanted.map((_, index) => [`${index + 1}.supplier`, supplier] as const);
        desk.step(keeper.email, 'supply-purchases', no, 'order', Object.fromEntries(suppliers));
      });
    });
  }
  const named = (start: string): Stocked => stockroom.find(({ label }) => label.startsWith(start))!;

  function receive(minutes: number, part: number): void {
    at(minutes, () => {
      const open = desk.ask<{ records: { no: string; lines?: unknown }[] }>(keeper.email, 'find', {
        register: 'supply-purchases',
        filter: { state: 'ordered' },
        limit: 10,
      });
      const no = open.records.at(-1)?.no;
      if (no === undefined) return;
      const lines = desk.rows(3106).filter((row) => row['no'] === no);
      const came = lines.map(({ quantity, receivedQuantity }) =>
        Math.ceil((Number(quantity) - Number(receivedQuantity || 0)) * part),
      );
      const prices = lines.map(({ estimatedPrice }) => Number(estimatedPrice));
      const input = { ...byLine(came, 'quantity'), ...byLine(prices, 'price') };
      desk.step(keeper.email, 'supply-purchases', no, 'receive', input);
    });
  }

  function openCount(scope: string): string {
    return desk.create(keeper.email, 'stocktakes', {
      department: keeper.department,
      scope,
      countedBy: keeper.name,
    });
  }

  /** Counted with one thing missing, explained, approved and booked. */
  function count(minutes: number, scope: string): void {
    at(minutes, () => {
      const no = openCount(scope);
      later(60, 70, () => {
        const book = new Map(desk.rows(tabs.items).map(({ label = '', onHand }) => [label, Number(onHand)]));
        const lines = desk.rows(tabs.stocktakes).filter((row) => row['no'] === no);
        const counted = lines.map(({ item = '' }, index) => (book.get(item) ?? 0) - (index === 1 ? 1 : 0));
        desk.step(keeper.email, 'stocktakes', no, 'count', byLine(counted, 'counted'));
        desk.step(keeper.email, 'stocktakes', no, 'submit', { '2.reason': '上月借给志愿者中心，没有登记' });
        desk.sendMail();
      });
      later(100, 120, () => decide(keeper, no, 'approveHead'));
      later(130, 140, () => desk.step(keeper.email, 'stocktakes', no, 'adjust'));
    });
  }

  if (daysAgo > 1 && luck.happens(80)) supply(luck.between(560, 620));
  if (daysAgo === 8) count(560, '文具');
  if (daysAgo === 6)
    buy(550, '补充常用纸品', paperShop, [
      [named('打印纸 A4'), 40],
      [named('档案盒'), 20],
    ]);
  if (daysAgo === 3) receive(840, 0.5);
  if (daysAgo === 2) receive(850, 1);
  if (daysAgo === 1) unfinished();
  if (daysAgo === 0) today();

  /** What the last day finds: goods on their way, unsigned, short, and a request sent back. */
  function unfinished(): void {
    const [first, second, third] = applicants as [Employee, Employee, Employee];
    at(560, () => {
      const no = ask(first, '社区开放日', [
        ['抽纸 三层 130 抽', 6],
        ['垃圾袋 80×100 cm', 2],
      ]);
      later(20, 30, () => decide(first, no, 'approveHead', byLine([6, 2], 'approvedQuantity')));
      later(40, 50, () => issue(no, [6, 2]));
    });
    at(570, () => {
      const no = ask(second, '暑期营资料', [['硒鼓 样本 S-12', 6]]);
      later(20, 30, () => decide(second, no, 'approveHead', byLine([6], 'approvedQuantity')));
      later(60, 70, () => {
        issue(no, [3]);
        desk.step(keeper.email, 'requisitions', no, 'short');
      });
    });
    at(580, () => {
      const no = ask(third, '布置活动室', [['卡纸 A4 180克', 20]]);
      later(30, 40, () => decide(third, no, 'sendBack', { comment: '请写明哪次活动用，数量再核对一下。' }));
    });
    buy(830, '库存不足', cleaningShop, [
      [named('抽纸'), 72],
      [named('垃圾袋 80'), 15],
    ]);
    at(1000, () => void openCount('茶水'));
  }

  function today(): void {
    at(
      550,
      () =>
        void ask(applicants[3]!, '个案面谈室补充', [
          ['便利贴 76×76 mm', 4],
          ['签字笔 黑色 0.5', 10],
        ]),
    );
    at(555, () => {
      const who = applicants[4]!;
      const no = ask(who, '外出探访', [
        ['电池 5号', 6],
        ['文件袋 A4 透明', 5],
      ]);
      later(10, 15, () => decide(who, no, 'approveHead', byLine([6, 5], 'approvedQuantity')));
    });
    supply(720);
  }
}
