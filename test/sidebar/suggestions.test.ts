import type { Field } from '../../src/api/contract';
import type { Row } from '../../sidebar/draft';
import { asksFor } from '../../sidebar/suggestions';

const field = (key: string, control: Field['control'] = 'text'): Field => ({
  key,
  label: key,
  control,
  required: false,
  main: true,
});
const form = { fields: [field('visitor'), field('organisation'), field('phone', 'phone')] };

describe('whether somebody has been here before', () => {
  test('is asked by a whole phone number, or by name and organisation together', () => {
    expect(asksFor(form, { phone: '１３８００１３８０００' })).toEqual({ phone: '13800138000' });
    expect(asksFor(form, { visitor: '张伟', organisation: '居委会' })).toEqual({
      visitor: '张伟',
      organisation: '居委会',
    });
    const little: Row[] = [{}, { phone: '138001' }, { visitor: '张伟' }, { organisation: '居委会' }];
    for (const values of little) expect(asksFor(form, values)).toBeUndefined();
  });

  test('is never asked about a client', () => {
    expect(asksFor(form, { phone: '13800138000', isClient: true })).toBeUndefined();
  });

  test('is not asked where no phone number is asked for', () => {
    expect(
      asksFor({ fields: [field('visitor'), field('organisation')] }, { visitor: 'a', organisation: 'b' }),
    ).toBeUndefined();
  });
});
