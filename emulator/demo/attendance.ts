// The front desk's own days: who came and went, the checks of the area, and what the director has asked for.
import { employees, front } from './agency';
import type { Agenda } from './day';
import { addDays } from './days';
import type { Desk } from './desk';
import type { Chance } from './random';
import type { SuppliesDay } from './supplies';

const director = employees.find(({ roles }) => roles.includes('director'))!;
const excuses = ['地铁故障', '送孩子上学', '雨天堵车'];
const errands = ['把宣传栏的旧海报换掉', '核对钥匙登记', '整理活动室预约表'];

/** One in so many mornings begins late. */
const lateShare = 8;

/** A day as it was kept before, for pasting. */
export function attendedRow(luck: Chance, day: string, person: string): Readonly<Record<string, string>> {
  const late = luck.happens(lateShare);
  const two = (minute: number): string => String(minute).padStart(2, '0');
  const came = late ? `09:${two(luck.between(8, 25))}` : `08:${two(luck.between(45, 59))}`;
  return { day, person, in: came, out: `18:${two(luck.between(0, 20))}`, reason: late ? luck.pick(excuses) : '' };
}

export function officeDay(desk: Desk, luck: Chance, { day, daysAgo }: SuppliesDay, { at, later }: Agenda): void {
  for (const { name, email } of front) {
    const late = luck.happens(lateShare);
    at(late ? luck.between(550, 560) : luck.between(525, 538), () => {
      const no = desk.create(email, 'attendance', { day, person: name });
      if (late) later(5, 40, () => desk.step(email, 'attendance', no, 'explain', { reason: luck.pick(excuses) }));
      at(luck.between(1081, 1095), () => desk.step(email, 'attendance', no, 'clockOut'));
    });
  }
  at(
    luck.between(570, 600),
    () => void desk.create(luck.pick(front).email, 'checks', { what: 'frontArea', done: true }),
  );
  if (daysAgo % 5 === 3) {
    at(luck.between(600, 700), () => {
      const content = luck.pick(errands);
      const assignee = luck.pick(front);
      const task = { givenBy: director.name, content, dueOn: addDays(day, 2), assignee: assignee.name };
      const no = desk.create(assignee.email, 'tasks', task);
      if (daysAgo > 3) later(60, 200, () => desk.step(assignee.email, 'tasks', no, 'done', { result: '已办好' }));
    });
  }
}
