import { encode } from 'uqr';
import { qrModules } from '../../sidebar/qr';

const link = (length: number): string =>
  'https://script.google.com/macros/s/AKfycb/exec?t=' + 'Zx9_-'.repeat(200).slice(0, length);

/** The library's drawings of the text under each of the eight masks; any of them can be read. */
const byLibrary = (text: string) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map(
    (maskPattern) => encode(text, { ecc: 'M', boostEcc: false, border: 0, maskPattern }).data,
  );

describe('a link as a QR code', () => {
  it.each([0, 30, 90, 180, 260, 400, 700])('is what a library draws, with %i more signs', (length) => {
    expect(byLibrary(link(length))).toContainEqual(qrModules(link(length)));
  });

  it('chooses the mask that is easiest to read', () => {
    expect(qrModules(link(180))).toEqual(encode(link(180), { ecc: 'M', boostEcc: false, border: 0 }).data);
  });

  it('holds Chinese as UTF-8', () => {
    expect(byLibrary('前台登记')).toContainEqual(qrModules('前台登记'));
  });

  it('refuses what no code can hold', () => {
    expect(() => qrModules('x'.repeat(2_400))).toThrow('too long');
  });
});
