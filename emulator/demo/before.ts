// The weeks before the add-on was there, as the office kept them in a sheet of its own: brought along by pasting it into the
// tabs. What was left open then is nobody's business now, so every visit has its end and every call its outcome.
import { front, hosts } from './agency';
import { attendedRow } from './attendance';
import { clockText, tabs, two } from './day';
import type { Desk } from './desk';
import { calls, guests, purposes } from './occasions';
import type { Chance } from './random';

type Row = Readonly<Record<string, string>>;

/** So many rows are copied and pasted at a time. */
const atOnce = 200;
const kinds = { enquiry: '咨询', transfer: '转接', message: '留言', complaint: '投诉', other: '其他' } as const;
/** What was promised then has been kept, as far as anybody has written down. */
const outcomes = {
  answered: '当场答复',
  connected: '接通',
  promised: '已提供其他联系方式',
  messageTaken: '已留言',
} as const;

function visit(luck: Chance, day: string, minute: number): Row {
  const guest = luck.pick(guests);
  const who: Row = luck.happens(20)
    ? { visitor: `C${two(luck.between(1, 40))}`, isClient: '是' }
    : {
        visitor: guest.name,
        organisation: guest.organisation,
        phone: guest.phone,
        purpose: luck.pick(purposes),
      };
  return {
    ...who,
    host: luck.pick(hosts).name,
    arrivedAt: `${day} ${clockText(minute)}`,
    leftAt: `${day} ${clockText(minute + luck.between(15, 75))}`,
  };
}

function call(luck: Chance, day: string, minute: number): Row {
  const { name: caller, organisation, phone } = luck.pick(guests);
  const { subject, kind, outcome } = luck.pick(calls);
  const meant: Row = kind === 'transfer' ? { for: luck.pick(hosts).name, transferCheck: '确认无误' } : {};
  const known = { caller, organisation, phone, subject };
  return {
    at: `${day} ${clockText(minute)}`,
    ...known,
    kind: kinds[kind],
    outcome: outcomes[outcome ?? 'answered'],
    ...meant,
  };
}

const sorted = (luck: Chance, count: number): readonly number[] =>
  Array.from({ length: count }, () => luck.between(545, 1015)).sort((a, b) => a - b);

export function bringAlong(desk: Desk, luck: Chance, days: readonly string[]): void {
  const pasted = (sheetId: number, rows: readonly Row[]) => {
    for (let first = 0; first < rows.length; first += atOnce) {
      desk.paste(luck.pick(front).email, sheetId, rows.slice(first, first + atOnce));
    }
  };
  const of = (make: typeof visit, least: number, most: number) =>
    days.flatMap((day) => sorted(luck, luck.between(least, most)).map((minute) => make(luck, day, minute)));
  pasted(tabs.visits, of(visit, 4, 9));
  pasted(tabs.calls, of(call, 2, 6));
  pasted(
    tabs.attendance,
    days.flatMap((day) => front.map(({ name }) => attendedRow(luck, day, name))),
  );
}
