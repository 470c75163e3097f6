import fc from 'fast-check';
import { isSignature, signatureBox, signaturePath, svgPath } from '../../sidebar/signature-path';

const point = fc.record({
  x: fc.double({ min: -50, max: 400, noNaN: true }),
  y: fc.double({ min: -50, max: 200, noNaN: true }),
});

describe('a signature', () => {
  test('is its strokes in whole numbers, without points that say nothing', () => {
    const strokes = [
      [
        { x: 10.2, y: 10 },
        { x: 10.6, y: 10.4 },
        { x: 20, y: 30 },
        { x: 20.9, y: 30 },
      ],
      [{ x: 50, y: 50 }],
    ];
    expect(signaturePath(strokes)).toBe('10,10 20,30 21,30;50,50');
    expect(signaturePath([])).toBe('');
  });

  test('stays in its box and fits a cell, however long somebody draws', () => {
    fc.assert(
      fc.property(fc.array(fc.array(point, { minLength: 1, maxLength: 400 }), { maxLength: 30 }), (strokes) => {
        const path = signaturePath(strokes);
        expect(path.length).toBeLessThanOrEqual(20_000);
        for (const each of path.split(/[; ]/).filter(Boolean)) {
          const [x, y] = each.split(',').map(Number);
          expect(x! >= 0 && x! <= signatureBox.width && y! >= 0 && y! <= signatureBox.height).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('is drawn again as lines, a dot as a very short one', () => {
    expect(svgPath('10,10 20,30;50,50')).toBe('M10,10L20,30M50,50h.1');
  });

  test('is told from other text', () => {
    expect(isSignature('1,2 3,4 5,6 7,8 9,10;3,3')).toBe(true);
    for (const other of ['1,2', '张伟', '', null, 12]) expect(isSignature(other)).toBe(false);
  });
});
