// 6.3.1, 6.3.2: a month on its way: made, put to the head when nobody has anything open, signed by link, handed to HR, and
// re-opened by HR only, as a new version.
import { at } from '../../kernel/civil';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { clock, defineWorkflow, role } from '../../kernel/workflow';
import { attendanceMonths } from './attendance-months.register';
import { monthClockSteps } from './month-clock-steps';
import { deadlineOf } from './month-deadline';
import { monthSteps, sheetReport } from './month-steps';

const onItsWay = ['made', 'withHead', 'signed'];
/** Before its sheet is made there is nothing to do about it. */
export const isUnderWay = ({ values }: RecordRow): boolean =>
  onItsWay.includes(text(values['state'])) && !isEmpty(values['sheet']);

export const attendanceMonthsWorkflow = defineWorkflow(attendanceMonths, {
  opens: {
    article: '6.3.1',
    by: [role('front'), role('hr'), clock],
    in: ['made'],
    state: () => 'made',
    brings: [{ ...sheetReport, when: ({ record }) => isEmpty(record.values['sheet']) }],
  },
  transitions: { ...monthSteps, ...monthClockSteps },
  isOpen: isUnderWay,
  due: (record, facts) => (isUnderWay(record) ? at(deadlineOf(text(record.values['month']), facts), '23:59') : null),
  holder: ({ values }) => text(values['signer']),
});
