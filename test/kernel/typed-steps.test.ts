import { productOf } from '../../src/kernel/chapter';
import { text } from '../../src/kernel/columns';
import type { Facts } from '../../src/kernel/facts';
import type { Plan } from '../../src/kernel/plan';
import { typedStepPlan } from '../../src/kernel/typed-steps';
import type { Values } from '../../src/kernel/values';
import { clock, defineWorkflow, type Transition } from '../../src/kernel/workflow';
import { factsWith, numbersFrom, recordOf } from '../chapters/world';
import { task, tasks, tasksWorkflow, workshopChapter } from './workshop';

/** Whoever writes 做完 into the remark has finished the task; the clock may take that step. */
const finishTyped: Transition = {
  ...tasksWorkflow.transitions['finish']!,
  by: [clock],
  asks: { result: text({ zh: '结果', en: 'Result' }, { required: true }) },
  unless: [
    {
      article: '9.1.2',
      sentence: { zh: '还没有开始。', en: 'It has not begun.' },
      applies: ({ record }) => record.values['state'] === 'open',
    },
  ],
  sets: ({ input, facts }) => ({ result: input['result'] ?? null, doneAt: facts.now.slice(0, 16), title: '别的事项' }),
};
const workflow = defineWorkflow(tasks, {
  opens: tasksWorkflow.opens,
  transitions: { ...tasksWorkflow.transitions, finishTyped },
  typed: {
    steps: ['finishTyped'],
    follow: ({ values }) =>
      values['note'] === '做完' && values['state'] !== 'done'
        ? { transition: 'finishTyped', input: { result: '好' } }
        : undefined,
  },
});
const product = productOf([{ ...workshopChapter, workflows: [workflow] }]);
const typist = factsWith({ as: '周琳', via: 'typed' });

const planOf = (values: Values, facts: Facts = typist): Plan =>
  typedStepPlan(product, recordOf(tasks, { ...task, state: 'doing', note: '做完', ...values }), facts, numbersFrom());

describe('what is typed into the row of a record carries it on', () => {
  test('by a declared step, whoever typed it, with all that the step does', () => {
    const plan = planOf({});
    expect(plan.updates).toHaveLength(1);
    expect(plan.updates[0]).toMatchObject({
      transition: 'finishTyped',
      article: '9.1.2',
      values: { state: 'done', result: '好', doneAt: '2026-10-09T09:30' },
    });
    expect(plan.updates[0]!.values['history']).toBe('2026-10-09T09:30:00|typed|finishTyped');
    expect(plan.appends.map(({ register }) => register)).toEqual(['ledger']);
  });

  test('and nothing that was typed is changed', () => {
    expect(planOf({}).updates[0]!.values).not.toHaveProperty('title');
    expect(planOf({ code: null }).updates[0]!.values).not.toHaveProperty('note');
  });

  test('in the evening, too', () => {
    expect(planOf({}, factsWith({ as: 'clock' })).updates[0]!.values['state']).toBe('done');
  });

  test.each([
    ['the record is where it should be', { state: 'done' }],
    ['something is wrong in the row', { phone: '12' }],
    ['something is missing', { for: null }],
    ['the policy says no', { state: 'open' }],
    ['nothing of the kind was typed', { note: null }],
  ])('not while %s', (_, values) => {
    expect(planOf(values)).toEqual({ appends: [], updates: [], orders: [] });
  });

  test('only steps that are the clock’s to take may follow', () => {
    const typed = { steps: ['finish'], follow: () => undefined };
    const define = () => defineWorkflow(tasks, { ...tasksWorkflow, typed });
    expect(define).toThrow('finish follows from typing and is not the clock');
  });
});
