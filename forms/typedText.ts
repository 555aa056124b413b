import { plainText } from '../lib/text.ts';
import { locales } from '../locales/translator.ts';
import { lazy } from '../lib/lazy.ts';

const groupSigns = new Map<string, string>();

/** The separator between groups of digits in a language: a comma in English, a space in Russian. */
function groupSign(locale: string): string {
  const known = groupSigns.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(1_000_000);
  const sign = plainText(parts.find(({ type }) => type === 'group')?.value ?? '');
  groupSigns.set(locale, sign);
  return sign;
}

/**
 * A typed whole number in digits alone: spaces, apostrophes and the language's own separators between groups are
 * removed, and so is a fraction of zero: "1,000", "1 000", "25.0". Anything else is returned as it is: "1.000" is a
 * thousand for some and one for others, and licenses cost money. Without a locale no separator that may mean a fraction
 * is removed.
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

/** The order of day and month in dates with slashes. */
export type DateOrder = 'dmy' | 'mdy';

const isoDate = (year: string, month: string | number, day: string): string =>
  `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Month numbers by their names in every language: long, short, and as inflected in a date. */
const months = lazy((): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
      const inDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const date = new Date(Date.UTC(2026, month, 1));
        const part = inDate.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
        for (const name of [alone.format(date), part]) names.set(monthName(name), month + 1);
      }
    }
  }
  names.set('sept', 9);
  return names;
});

const monthName = (text: string): string => text.toLowerCase().replace(/\.$/, '');

// The text without a weekday before the date, and without a time or "г." after it.
const bareDate = (text: string): string =>
  plainText(text)
    .replace(/^\p{L}+,\s+(?=[\p{L}\d])/u, (before) =>
      months().has(monthName(before.replace(/,\s+$/, ''))) ? before : '',
    )
    .replace(/[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i, '')
    .replace(/\s*(?:г\.?|года)$/i, '')
    .replace(/\s*\(?(?:星期|週|周|礼拜|禮拜)[一二三四五六日天]\)?$/, '')
    .trim();

/** A date with the name of its month: "March 5, 2026", "5 марта 2026 г.". */
function dateWithMonthName(text: string): string | undefined {
  const [, name = '', day = '', year = ''] = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text) ?? [];
  const [, day2 = '', name2 = '', year2 = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?(\p{L}+)\.?,?[\s.-]+(\d{4})$/iu.exec(text) ?? [];
  const month = months().get(monthName(name || name2));
  return month === undefined ? undefined : isoDate(year || year2, month, day || day2);
}

/**
 * A typed date as `yyyy-mm-dd`: year first, day.month.year, slashes in the given order, or with the month's name in any
 * of the languages; a time after it is dropped. A text that is no date is returned as it is, and so is a date with
 * slashes whose month cannot be told without an order.
 */
export function normalDate(typed: string, order?: DateOrder): string {
  const text = bareDate(typed);
  const [, year, month, day] = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return isoDate(year, month, day);
  const [, compactYear, compactMonth, compactDay] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (compactYear !== undefined && compactMonth !== undefined && compactDay !== undefined)
    return isoDate(compactYear, compactMonth, compactDay);
  const [, dotted, dottedMonth, dottedYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text) ?? [];
  if (dotted !== undefined && dottedMonth !== undefined && dottedYear !== undefined)
    return isoDate(dottedYear, dottedMonth, dotted);
  const [, first, second, last] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (first === undefined || second === undefined || last === undefined) return dateWithMonthName(text) ?? typed.trim();
  const read = order ?? (Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : undefined);
  if (read === undefined) return typed.trim();
  return read === 'dmy' ? isoDate(last, second, first) : isoDate(last, first, second);
}
