import * as fc from 'fast-check';
import { supplies } from '../../../src/chapters/supplies';
import { acts, busyStoreroom } from './busy-storeroom';

/** Steps that move nothing, that begin every sequence, or that the kernel's own tests take. */
const elsewhere = /^items\.(opening|retire|reuse|recheck)$|\.paper|\.(resubmit|sendAgain)$|^issues\.(sign|tellAgain)$/;

describe('3.2.1 whatever people do and whatever fails', () => {
  test('ledger, balance and stock agree, never below zero, on order is ordered less received, alerts are crossings', () => {
    const done = new Set<string>();
    fc.assert(
      fc.property(acts, (sequence) => {
        const room = busyStoreroom();
        for (const one of sequence) {
          room.act(one);
          room.check();
        }
        expect(room.office.chainBreak()).toBeUndefined();
        room.done.forEach((one) => done.add(one));
      }),
      // Making the sequence shorter would take very long.
      { numRuns: 12, seed: 20261009, endOnFailure: true },
    );
    // A sequence in which a step is never taken says nothing about it.
    const steps = supplies.workflows.flatMap(({ register, transitions }) =>
      Object.entries(transitions)
        .filter(([, { by }]) => by.some((party) => 'role' in party && party.role === 'front'))
        .map(([key]) => `${register.key}.${key}`),
    );
    expect(steps.filter((one) => !done.has(one) && !elsewhere.test(one))).toEqual([]);
  }, 300_000);
});
