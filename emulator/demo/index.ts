// What a first start shows: an agency with three months behind it. HR has worked with the product from its set-up on: trainings
// and a quarter's appraisals. The last two weeks are lived through; the front desk's days before them are brought along from
// an old sheet.
import type { Google } from '../runtime';
import { openWorkbook } from '../runtime';
import { appraisalDay, appraisedBefore } from './appraisal';
import { officeDay } from './attendance';
import { bringAlong } from './before';
import { domain, employees, front, hr, officeAccount, suppliers, wizard } from './agency';
import { playDay, type Agenda } from './day';
import { addDays, endingOf, isWorkDay, workDayAfter } from './days';
import { deskOf, type Desk } from './desk';
import { forgetRealms } from './memory';
import { chance } from './random';
import { leaveDay } from './leave';
import { monthDay } from './month';
import { stockUp, suppliesDay } from './supplies';
import { trainedBefore, trainingDay } from './training';

export interface DemoOptions {
  /** The moment at which the demo should end, if the office is open then. */
  now: Date;
  seed?: number;
  /** Days that are lived through. */
  days?: number;
  /** Days before them, of which an old sheet is brought along. */
  before?: number;
  /** Told before each day that is played. */
  progress?(done: number, all: number): void;
}

const presetSeed = 20_261_001;
const presetDays = 13;
const presetBefore = 75;
const staffTab = 1001;
const suppliersTab = 1003;
const calendarTab = 1004;

function peopleOf(google: Google): void {
  google.state.domain = domain;
  google.state.officeAccount = officeAccount;
  google.state.user = officeAccount;
  google.state.people = employees.map(({ name, email, roles, head }) => ({
    name,
    email,
    roles: head ? [...roles, 'head'] : [...roles],
  }));
}

/** The office account runs the wizard, HR and the front desk fill in the rest by hand. */
function setUp(google: Google, desk: Desk, day: string): void {
  desk.setClock(`${day}T15:00`);
  openWorkbook(google);
  desk.ask(officeAccount, 'setUp', wizard);
  desk.removeFirstTab();
  const joined = employees.map((_, index) => `${2014 + (index % 11)}-0${1 + (index % 9)}-01`);
  desk.fill(hr.email, staffTab, 'joinedOn', joined);
  const standIns = employees.map(({ name, department }) => {
    const others = employees.filter((other) => other.department === department && other.name !== name);
    return others[0]!.name;
  });
  desk.fill(hr.email, staffTab, 'standIn', standIns);
  for (const [name = '', contact = '', phone = '', address = '', supplies = '', standing = ''] of suppliers)
    desk.type(front[0]!.email, suppliersTab, { name, contact, phone, address, supplies, standing });
}

const specialDays = (desk: Desk) =>
  new Map(desk.rows(calendarTab).map(({ day = '', kind = '' }) => [day, kind] as const));

/** Plays the demo into a Google that is still blank; leaves its clock running. */
export function seed(
  google: Google,
  { now, seed: number = presetSeed, days = presetDays, before = presetBefore, progress }: DemoOptions,
): void {
  peopleOf(google);
  google.createContainer('百草园 · 前台登记（演示）');
  const desk = deskOf(google);
  // The calendar is known only after set-up, so the first day is counted from the latest that the last one can be.
  const latest = endingOf(now, google.scriptZone, new Map()).day;
  const first = addDays(latest, -days - 1);
  const start = addDays(first, -before);
  setUp(google, desk, addDays(start, -1));
  const kinds = specialDays(desk);
  const ending = endingOf(now, google.scriptZone, kinds);
  const workDays = (from: string, count: number) =>
    Array.from({ length: count }, (_, index) => addDays(from, index)).filter((day) => isWorkDay(day, kinds));
  const played = workDays(addDays(latest, -days), days + 1).filter((day) => day <= ending.day);
  const luck = chance(number);
  const earlier = workDays(start, before);
  // Of its own, so that what is added here changes nothing else.
  const hrLuck = chance(number + 1);
  trainedBefore(desk, earlier, (ahead) => workDayAfter(ending.day, ahead, kinds));
  appraisedBefore(desk, hrLuck, earlier, ending.day);
  forgetRealms();
  desk.setClock(`${first}T15:30`);
  bringAlong(desk, luck, earlier);
  stockUp(desk);
  played.forEach((day, index) => {
    progress?.(index, played.length);
    forgetRealms();
    const next = workDayAfter(day, 1, kinds);
    const daysAgo = played.length - 1 - index;
    const also = (agenda: Agenda) => {
      officeDay(desk, luck, { day, daysAgo }, agenda);
      suppliesDay(desk, luck, { day, daysAgo }, agenda);
      trainingDay(desk, { day, daysAgo }, agenda);
      appraisalDay(desk, hrLuck, { day, daysAgo }, agenda);
      leaveDay(desk, { day, daysAgo }, agenda);
      monthDay(desk, agenda);
    };
    playDay(desk, luck, { day, next, also, ...(daysAgo === 0 ? { until: ending.minutes } : {}) });
  });
  google.clock.unfreeze();
  google.state.user = front[0]!.email;
  google.gateway.resetLog();
  google.executions.length = 0;
  google.changed();
}
