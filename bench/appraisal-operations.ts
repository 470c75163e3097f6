// The sheets of a quarter of ten people, after what a day at the front desk brings.
import { create, people, step, visitor, type Office } from '../test/bundle/office';
import { quarter } from './fill-appraisal';
import { itemLabel } from './fill-supplies';
import type { Operation } from './operations';

/** What entries of the days before leave remembered of the ends of their tabs. */
function someDays(office: Office): void {
  const { no: visit } = create(office, 'visits', visitor);
  step(office, 'visits', visit, 'leave');
  create(office, 'feedback', { visit, score: 5, way: 'interview' }, 'hr');
  create(office, 'calls', { caller: '林女士', subject: '咨询', kind: 'enquiry', outcome: 'answered' });
  create(office, 'attendance', { day: '2026-10-09', person: '王芳' });
  const item = itemLabel(6);
  const asked = create(office, 'requisitions', { department: '社工部', applicant: '周琳', item, quantity: 3 });
  step(office, 'requisitions', asked.no, 'paperHead', { paperRef: '1', '1.approvedQuantity': 3 });
  step(office, 'requisitions', asked.no, 'issue', { '1.quantity': 3 });
  const wanted = { department: '社工部', applicant: '周琳', expectedOn: '2026-10-20', item, quantity: 20 };
  create(office, 'supply-purchases', { ...wanted, estimatedPrice: 5 });
  create(office, 'stocktakes', { department: '综合部', countedBy: '王芳', scope: '类别0' });
}

const openRound = (office: Office): void => void create(office, 'appraisal-rounds', { quarter }, 'hr');
const makeSheets = (office: Office): void => void office.ask('hr', 'report', { report: 'appraisal', period: quarter });

export const appraisalOperations: readonly Operation[] = [
  { name: 'round of a quarter, cache empty', grows: true, prepare: someDays, run: openRound },
  { name: 'appraisal of a quarter, 10 staff', calls: 5, run: makeSheets },
  { name: 'appraisal of a quarter, made again', calls: 5, run: makeSheets },
  {
    // In the restricted workbook; what every decision rests on stands at the desk.
    name: 'self-summary: page of the link',
    calls: 2,
    prepare(office) {
      office.google.clock.pass(60_000);
      for (const _ of [1, 2]) office.job('jobs.everyMinute');
    },
    run: (office) => void office.askPage('page', { token: office.tokenTo(people.front) }),
  },
];
