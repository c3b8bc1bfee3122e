const DIGITS = '零一二三四五六七八九';

/** Characters of Chinese numbers up to 99 and of years, for use inside a character class. */
export const ZH_DIGITS = '〇零一二两兩三四五六七八九十廿卅';

/**
 * The value of digits or a Chinese number up to 99 (二十七, 廿三, 卅), or of Chinese digits in a row (一九九〇).
 * NaN for anything else.
 */
export function zhNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text
    .replace(/〇/g, '零')
    .replace(/[两兩]/g, '二')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十');
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain);
  if (tens) return 10 * digit(tens[1] ?? '一') + digit(tens[2] ?? '零');
  return /^[零一二三四五六七八九]+$/.test(plain) ? Number([...plain].map(digit).join('')) : Number.NaN;
}

function digit(sign: string): number {
  return DIGITS.indexOf(sign);
}
