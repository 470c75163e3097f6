// An amount of money as it is written out on Chinese forms (大写), so that no digit can be added later.
import { say, type Language, type Words } from './words';

const signs = {
  digits: { zh: '零壹贰叁肆伍陆柒捌玖', en: '0123456789' },
  places: { zh: ' 拾佰仟', en: ' ' },
  groups: { zh: ' 万亿', en: ' ' },
  yuan: { zh: '元', en: '' },
  tenth: { zh: '角', en: '' },
  hundredth: { zh: '分', en: '' },
  even: { zh: '整', en: '' },
} satisfies Record<string, Words>;

/** Below a trillion yuan, to the hundredth; undefined in English, where amounts are not written out. */
export function amountInWords(amount: number, language: Language): string | undefined {
  if (language === 'en' || !(amount >= 0 && amount < 1e12)) return undefined;
  const sign = (key: keyof typeof signs, at = 0): string => say(signs[key], language)[at]!.trim();
  const hundredths = Math.round(amount * 100);
  const yuan = wholeInWords(String(Math.floor(hundredths / 100)), sign);
  const [tenth, hundredth] = [Math.floor(hundredths / 10) % 10, hundredths % 10];
  return [
    yuan === '' && hundredths > 0 ? '' : `${yuan || sign('digits')}${sign('yuan')}`,
    tenth > 0 ? sign('digits', tenth) + sign('tenth') : hundredth > 0 && yuan !== '' ? sign('digits') : '',
    hundredth > 0 ? sign('digits', hundredth) + sign('hundredth') : sign('even'),
  ].join('');
}

/** Zeros in a row are said once, those at the end of four digits not at all. */
function wholeInWords(digits: string, sign: (key: keyof typeof signs, at?: number) => string): string {
  let said = '';
  let isZeroDue = false;
  [...digits].forEach((digit, index) => {
    const place = digits.length - 1 - index;
    if (digit === '0') isZeroDue = said !== '';
    else {
      said += (isZeroDue ? sign('digits') : '') + sign('digits', Number(digit)) + sign('places', place % 4);
      isZeroDue = false;
    }
    const isGroupOver = place % 4 === 0 && place > 0;
    if (isGroupOver && Number(digits.slice(Math.max(0, index - 3), index + 1)) > 0) {
      said += sign('groups', place / 4);
      isZeroDue = false;
    }
  });
  return said;
}
