import { decisionsOf, transitionsOf, type Approval } from '../../src/kernel/approval';
import { nextStop, type Passage, type Route } from '../../src/kernel/approval/route';

import { headOf, personIn, role, standing, type Party } from '../../src/kernel/workflow';
import { factsWith, recordOf, type Difference } from '../chapters/world';
import { approval, claim, claims } from './claims';

const stage = (state: string, by: Party, spends = false) => ({ state, by, ...(spends && { amount: () => 0 }) });
const routed = (...stages: Route['stages']): Route => ({ stages, approved: 'approved' });
const [head, director] = [headOf('department'), role('director')];
const sameHead: Difference = { departments: [{ name: '社工部', head: '赵敏' }] };

/** Where a request of 周琳 stands next: `state approver`. */
function stop(route: Route, more: Difference = {}, decided: Passage['decided'] = [], from = 0): string {
  const passage = { values: { department: '社工部', keeper: '刘洋' }, askers: ['周琳'], decided };
  const { state, approver } = nextStop(route, from, passage, factsWith({ as: 'clock', ...more }));
  return [state, approver?.label].filter(Boolean).join(' ');
}

describe('steps that fall to one person become one', () => {
  test.each([
    ['the first, where none spends money', [false, false], 'head 赵敏'],
    ['the later, where that spends money', [false, true], 'director 赵敏'],
    ['the first, where only that spends money', [true, false], 'head 赵敏'],
    ['the later, where both do', [true, true], 'director 赵敏'],
  ])('%s', (_, [first, second], expected) => {
    const route = routed(stage('head', head, first), stage('director', director, second));
    expect(stop(route, sameHead)).toBe(expected);
  });

  test('not over the head of somebody between them; who has decided is asked again only for money', () => {
    const route = (spends: boolean) =>
      routed(stage('head', head), stage('keeper', personIn('keeper')), stage('director', director, spends));
    for (const spends of [true, false]) expect(stop(route(spends), sameHead)).toBe('head 赵敏');
    expect(stop(route(true), sameHead, ['赵敏', '刘洋'], 2)).toBe('director 赵敏');
    expect(stop(route(false), sameHead, ['赵敏', '刘洋'], 2)).toBe('approved');
  });
});

test('a step that is left out because its decider has decided already is signed by them', () => {
  const steps = approval.steps.map(({ amount: _, ...step }) => step);
  const plain: Approval = { ...approval, steps };
  const facts = factsWith({ as: '赵敏', ...sameHead });
  const record = recordOf(claims, { ...claim, state: 'withHead', approver: '赵敏' });
  const { approveHead } = transitionsOf(plain);
  const values = approveHead!.sets!(standing(record, facts));
  expect(approveHead!.settle!(standing(record, facts))).toBe('approved');
  expect(decisionsOf({ values }).map(({ by, steps: signed }) => [by, signed])).toEqual([
    ['赵敏', ['head', 'director']],
  ]);
});
