// Tasks, checks and incidents for the duties' tests; each test says what differs.
import { duties } from '../../../src/chapters/duties';
import type { Job } from '../../../src/kernel/job';
import type { Facts } from '../../../src/kernel/facts';
import { typedStepPlan } from '../../../src/kernel/typed-steps';
import type { RecordRow, Values } from '../../../src/kernel/values';
import { deskOf, factsWith, numbersFrom, recordOf } from '../world';

export const desk = deskOf(duties);

/** The director gives it to somebody who does not work at the desk. */
export const task: Values = { givenBy: '赵敏', content: '联系会议室投影维修', dueOn: '2026-10-12', assignee: '周琳' };
export const incident: Values = {
  at: '2026-10-09T09:10',
  kind: 'complaint',
  what: '孙先生说昨天等了半小时',
  handledBy: '王芳',
  how: '当面道歉，请陈静接待',
};
export const clientIncident: Values = {
  ...incident,
  isClient: true,
  what: '何阿姨在前台哭诉家暴',
  how: '请何阿姨到会谈室，联系社工',
};

export const taskRecord = (values: Values = {}): RecordRow =>
  recordOf(desk.register('tasks'), { ...task, state: 'open', ...values });
export const checkRecord = (values: Values = {}): RecordRow =>
  recordOf(desk.register('checks'), { day: '2026-10-09', what: 'frontArea', done: true, state: 'done', ...values });
export const incidentRecord = (values: Values = {}): RecordRow =>
  recordOf(desk.register('incidents'), { ...incident, state: 'open', ...values });

export const clockAt = (now: string): Facts => factsWith({ as: 'clock', now });

/** Runs a job on records, and the records as they are then. */
export function ran(job: Job, open: readonly RecordRow[], facts: Facts): readonly RecordRow[] {
  const acts = job.plan(open, facts).acts ?? [];
  return open.map((record) => {
    const act = acts.find((one) => one.record === record);
    return act ? desk.take(record, act.transition, act.input ?? {}, facts).record : record;
  });
}

/** A record as it is when what was typed into its row has carried it on. */
export function carriedOn(record: RecordRow, facts: Facts): RecordRow {
  const { updates } = typedStepPlan(desk.product, record, facts, numbersFrom());
  return { ...record, values: { ...record.values, ...updates[0]?.values } };
}
