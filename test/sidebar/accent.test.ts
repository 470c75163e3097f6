import { accentStyle, contrast, grounds, readable } from '../../sidebar/accent';

describe('a chapter’s colour', () => {
  test.each(['#1a73e8', '#34a853', '#f9ab00', '#9334e6', '#5f6368', '#ffffff', '#000000', 'not a colour'])(
    '%s can be read as text, also on a line with the pointer on it',
    (colour) => {
      for (const ground of [grounds.light, grounds.dark, '#ffffff', '#1f1f1f'])
        expect(contrast(readable(colour, ground), ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(readable(colour, grounds.light), '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(readable(colour, grounds.dark), '#1f1f1f')).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('is not used for buttons when it is grey, which would look as if they could not be pressed', () => {
    expect(accentStyle('#5f6368')).toEqual({});
    expect(accentStyle('#34a853')).toEqual({
      '--accent-light': expect.any(String),
      '--accent-dark': expect.any(String),
    });
  });
});
