import * as fc from 'fast-check';
import { acts, busyStoreroom } from './busy-storeroom';

describe('3.2.1 whatever people do and whatever fails', () => {
  test('ledger, balance and stock agree, never below zero, on order is ordered less received, alerts are crossings', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const room = busyStoreroom();
        for (const one of sequence) {
          room.act(one);
          room.check();
        }
        expect(room.office.chainBreak()).toBeUndefined();
      }),
      // Making the sequence shorter would take very long.
      { numRuns: 15, seed: 20261009, endOnFailure: true },
    );
  });
});
