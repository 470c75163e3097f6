// The month's attendance, on the day on which its sheet has come: confirmed by link, put to the head, signed, handed to HR.
import { employees, front, hr } from './agency';
import type { Agenda } from './day';
import type { Cells, Desk } from './desk';

interface Found {
  readonly records: readonly { readonly no: string; readonly values: Cells }[];
}

const head = employees.find((one) => one.head && one.department === front[0]!.department)!;

export function monthDay(desk: Desk, { at, later }: Agenda): void {
  at(660, () => {
    const made = { register: 'attendance-months', filter: { state: 'made' }, limit: 10 };
    for (const { no, values } of desk.ask<Found>(hr.email, 'find', made).records) {
      const month = String(values['month']);
      for (const { email } of front) desk.answerLetter(email, 'confirm', {}, `考勤：${month}`);
      later(100, 160, () => {
        desk.step(front[0]!.email, 'attendance-months', no, 'submit');
        desk.sendMail();
        later(20, 60, () => {
          // The sheet has been made once more by now, and the letter is ordered.
          desk.sendMail();
          desk.answerLetter(head.email, 'sign', {}, `考勤统计表 ${month}`);
          desk.sendMail();
        });
      });
    }
  });
}
