// Leave slips in HR's hands: one approved whose proof is to come, one that waits with the head of the department.
import { employees, hr, type Employee } from './agency';
import type { Agenda } from './day';
import { addDays } from './days';
import type { Desk } from './desk';

const [ill, away] = employees
  .filter(({ roles, head }) => !head && roles.length === 1 && roles[0] === 'staff')
  .slice(-2) as [Employee, Employee];
const headOf = ({ department }: Employee): Employee =>
  employees.find((one) => one.head && one.department === department)!;

/** Said by phone or on paper, and entered by HR. */
export function leaveDay(desk: Desk, { day, daysAgo }: { day: string; daysAgo: number }, { at, later }: Agenda): void {
  if (daysAgo !== 1) return;
  const slip = (person: Employee, type: string, from: string, to: string, reason: string): string =>
    desk.create(hr.email, 'leave', { person: person.name, type, firstDay: from, lastDay: to, reason });
  at(540, () => {
    const no = slip(ill, 'sick', day, day, '发热，去医院');
    desk.sendMail();
    later(20, 40, () => {
      desk.answerLetter(headOf(ill).email, 'approveHead', {}, no);
      desk.sendMail();
    });
  });
  at(600, () => void slip(away, 'annual', addDays(day, 12), addDays(day, 13), '回乡探亲'));
}
