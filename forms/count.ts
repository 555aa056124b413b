import { plainText } from '../partner-center/text.ts';

const groupSigns = new Map<string, string>();

/** The sign between groups of digits in a language: a comma in English, a blank in Russian. */
function groupSign(locale: string): string {
  const known = groupSigns.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(1_000_000);
  const sign = plainText(parts.find(({ type }) => type === 'group')?.value ?? '');
  groupSigns.set(locale, sign);
  return sign;
}

/**
 * A whole number in digits alone, as it was written with blanks, apostrophes or the language's own signs between groups,
 * or with a fraction of nought: "1,000", "1 000", "25.0". Anything else as it is: "1.000" is a thousand for some and one for
 * others, and licenses cost money. Without a locale no sign is read that may mean a fraction.
 */
export function wholeNumber(typed: string, locale?: string): string {
  const text = plainText(typed);
  const own = locale === undefined ? '' : groupSign(locale);
  const [, digits = ''] = /^(\d[\d ’'٬,.]*?)(?:[.,]0{1,2})?$/.exec(text) ?? [];
  if (/^\d+$/.test(digits)) return digits;
  const sign = /^\d{1,3}(.)\d{3}(?:\1\d{3})*$/.exec(digits)?.[1];
  const groups = sign !== undefined && (/[ ’'٬]/.test(sign) || sign === own);
  return groups ? digits.replaceAll(sign, '') : text;
}
