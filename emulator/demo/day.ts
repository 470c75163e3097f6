// One working day at the front desk, from the first letter to the evening's sweep; a day may be left half done.
import { front, hosts, type Employee } from './agency';
import { Refused, type Cells, type Desk } from './desk';
import { calls, comments, guests, messages, places, purposes, type Guest } from './occasions';
import type { Chance } from './random';

/** Sheet ids of the registers that are typed into. */
export const tabs = { visits: 2101, calls: 2102, attendance: 6101 };

export interface Day {
  readonly day: string;
  /** The working day after, for appointments. */
  readonly next: string;
  /** Minutes since midnight at which the story stops; without it the day is whole. */
  readonly until?: number;
  /** What else happens that day. */
  also?(agenda: Agenda): void;
}

export interface Agenda {
  /** `minutes` since midnight. */
  at(minutes: number, run: () => void): void;
  /** So many minutes after what is going on. */
  later(least: number, most: number, run: () => void): void;
}

interface Found {
  readonly records: readonly { readonly no: string; readonly values: Cells }[];
}

interface Act {
  readonly at: number;
  run(): void;
}

const morning = [545, 710] as const;
const afternoon = [815, 1030] as const;
const jobsAt = ['08:10', '18:45'] as const;

export const two = (value: number) => String(value).padStart(2, '0');
export const clockText = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export function playDay(desk: Desk, luck: Chance, { day, next, until = Infinity, also }: Day): void {
  const agenda: Act[] = [];
  let now = 0;
  const at: Agenda['at'] = (minutes, run) => void agenda.push({ at: minutes, run });
  const later: Agenda['later'] = (least, most, run) => at(now + luck.between(least, most), run);
  const someTime = () => {
    const [least, most] = luck.happens(55) ? morning : afternoon;
    return luck.between(least, most);
  };
  const moment = (minutes: number, on = day) => `${on}T${clockText(minutes)}`;

  function leave(no: string, by: string, guest: Guest | undefined): void {
    desk.step(by, 'visits', no, 'leave');
    if (!guest || !luck.happens(40)) return;
    desk.step(by, 'visits', no, 'sendSurvey');
    desk.sendMail();
    later(20, 90, () => {
      desk.answerLetter(guest.email, 'create', { score: luck.between(3, 5), comment: luck.pick(comments) });
    });
  }

  /** The host is told and answers by link; the visitor is shown in and leaves. */
  function receive(no: string, host: Employee, by: string, guest: Guest | undefined): void {
    desk.sendMail();
    if (luck.happens(12)) {
      later(11, 15, () => desk.step(by, 'visits', no, 'contacted', { contactedBy: 'phone', reached: true }));
    } else if (luck.happens(8)) {
      later(2, 5, () => desk.answerLetter(host.email, 'hostOut'));
      later(8, 12, () => {
        takeMessage(by, host, guest);
        leave(no, by, undefined);
      });
      return;
    } else later(1, 5, () => desk.answerLetter(host.email, luck.happens(80) ? 'hostComing' : 'hostWait'));
    later(16, 20, () => desk.step(by, 'visits', no, 'guide', { guidedTo: luck.pick(places) }));
    later(40, 100, () => leave(no, by, guest));
  }

  function takeMessage(by: string, to: Employee, guest: Guest | undefined): void {
    const { name = '服务对象 C07', organisation = '', phone = '' } = guest ?? {};
    const given = { ...(organisation && { organisation }), ...(phone && { phone }), ...(!guest && { isClient: true }) };
    const urgent = luck.happens(20);
    const no = desk.create(by, 'messages', { to: to.name, from: name, ...given, content: luck.pick(messages), urgent });
    desk.sendMail();
    if (luck.happens(92)) {
      later(5, 60, () => desk.answerLetter(to.email, luck.pick(['seen', 'willCallBack', 'done'])));
    }
    if (luck.happens(85)) later(70, 120, () => void attempt(() => desk.step(by, 'messages', no, 'done')));
  }

  function visit(): void {
    const by = luck.pick(front).email;
    const host = luck.pick(hosts);
    const isClient = luck.happens(20);
    const guest = isClient ? undefined : luck.pick(guests);
    const who = guest
      ? {
          visitor: guest.name,
          phone: guest.phone,
          purpose: luck.pick(purposes),
          ...(guest.organisation && { organisation: guest.organisation }),
          ...(luck.happens(50) && { email: guest.email }),
        }
      : { visitor: `C${two(luck.between(1, 40))}`, isClient: true };
    const no = desk.create(by, 'visits', { ...who, host: host.name, badge: String(luck.between(1, 20)) });
    receive(no, host, by, 'email' in who ? guest : undefined);
  }

  function appoint(): void {
    const by = luck.pick(front).email;
    const host = luck.pick(hosts);
    const guest = luck.pick(guests);
    const { name: visitor, organisation, phone, email } = guest;
    const known = { visitor, phone, email, ...(organisation && { organisation }) };
    const time = {
      expectedAt: moment(luck.between(...afternoon), next),
      preparation: luck.pick(['会议室', '投影', '茶水']),
    };
    desk.create(by, 'visits', { ...known, purpose: luck.pick(purposes), host: host.name, ...time });
    desk.sendMail();
  }

  /** Those who were expected today come, most of them. */
  function keepAppointments(): void {
    const by = luck.pick(front).email;
    const { records } = desk.ask<Found>(by, 'find', { register: 'visits', filter: { state: 'expected' }, limit: 50 });
    for (const { no, values } of records) {
      const expectedAt = String(values['expectedAt'] ?? '');
      const host = hosts.find(({ name }) => name === values['host']);
      if (!expectedAt.startsWith(day) || !host || luck.happens(15)) continue;
      const [hour = 0, minute = 0] = expectedAt.slice(11, 16).split(':').map(Number);
      const guest = guests.find(({ email }) => email === values['email']);
      at(hour * 60 + minute + luck.between(-5, 8), () => {
        desk.step(by, 'visits', no, 'arrive');
        receive(no, host, by, guest);
      });
    }
  }

  function call(): void {
    const by = luck.pick(front).email;
    const guest = luck.pick(guests);
    const { subject, kind, outcome, reply } = luck.pick(calls);
    const host = luck.pick(hosts);
    const { name: caller, organisation, phone } = guest;
    const who = { caller, phone, ...(organisation && { organisation }) };
    const meant = kind === 'transfer' || outcome === 'promised' ? { for: host.name } : {};
    const transfer = kind === 'transfer' && luck.happens(92) ? { transferCheck: 'right' } : {};
    const values = { at: moment(now), ...who, subject, kind, ...(outcome && { outcome }), ...meant, ...transfer };
    desk.create(by, 'calls', values);
    desk.sendMail();
    if (reply && luck.happens(93)) later(30, 150, () => desk.answerLetter(host.email, 'reply', { reply }));
  }

  /** Somebody prefers the tab to the sidebar; now and then something is missing. */
  function typeCall(): void {
    const by = luck.pick(front).email;
    const guest = luck.pick(guests);
    const whole = {
      at: `${day} ${clockText(now)}`,
      caller: guest.name,
      phone: guest.phone,
      subject: '询问办公时间',
      kind: '咨询',
    };
    desk.type(by, tabs.calls, { ...whole, outcome: '当场答复' });
  }

  function typeVisit(): void {
    const by = luck.pick(front).email;
    const guest = luck.pick(guests);
    const leftOut = luck.happens(25);
    desk.type(by, tabs.visits, {
      visitor: guest.name,
      ...(leftOut ? {} : { phone: guest.phone }),
      purpose: '送文件',
      host: luck.pick(hosts).name,
    });
    const newest = desk.ask<Found>(by, 'find', { register: 'visits', limit: 1 }).records[0];
    if (!leftOut && newest) later(12, 30, () => desk.step(by, 'visits', newest.no, 'leave'));
  }

  /** What people do may have become impossible meanwhile; then they let it be. */
  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  desk.moveTo(moment(8 * 60 + 10));
  at(morning[0], keepAppointments);
  for (let count = luck.between(4, 7); count > 0; count--) at(someTime(), visit);
  for (let count = luck.between(3, 5); count > 0; count--) at(someTime(), call);
  for (let count = luck.between(1, 2); count > 0; count--) at(someTime(), appoint);
  if (luck.happens(60)) at(someTime(), typeCall);
  if (luck.happens(50)) at(someTime(), typeVisit);
  if (luck.happens(50)) at(someTime(), () => takeMessage(luck.pick(front).email, luck.pick(hosts), luck.pick(guests)));
  also?.({ at, later });

  while (agenda.length > 0) {
    agenda.sort((a, b) => a.at - b.at);
    const act = agenda.shift()!;
    if (act.at > until) break;
    now = Math.max(now, act.at);
    desk.setClock(moment(now));
    attempt(() => act.run());
  }
  desk.moveTo(until === Infinity ? `${day}T${jobsAt[1]}` : moment(until));
}
