import * as fc from 'fast-check';
import { acts, bustle } from './bustle';

describe('a busy desk', () => {
  it('loses nothing, doubles nothing and writes into no wrong row, whatever people do and whatever fails', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const desk = bustle();
        for (const one of sequence) {
          desk.act(one);
          desk.check();
        }
        desk.calmDown();
        desk.check();
      }),
      { numRuns: 60, seed: 20261009 },
    );
  });
});
