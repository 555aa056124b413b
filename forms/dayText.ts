import { locales } from '../locales/translator.ts';
import { once } from '../partner-center/once.ts';
import { plainText } from '../partner-center/text.ts';

/** How dates of digits with slashes are written: day or month first. */
export type DateOrder = 'dmy' | 'mdy';

const iso = (year: string, month: string | number, day: string): string =>
  `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Names of months as people write them, in every language: whole and short, and as they stand in a date. */
const months = once((): ReadonlyMap<string, number> => {
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

// A day of the week before it, and a time or "г." behind it, do not matter.
const trimmed = (text: string): string =>
  plainText(text)
    .replace(/^\p{L}+,\s+(?=[\p{L}\d])/u, (before) =>
      months().has(monthName(before.replace(/,\s+$/, ''))) ? before : '',
    )
    .replace(/[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i, '')
    .replace(/\s*(?:г\.?|года)$/i, '')
    .replace(/\s*\(?(?:星期|週|周|礼拜|禮拜)[一二三四五六日天]\)?$/, '')
    .trim();

/** A date with the name of its month: "March 5, 2026", "5 марта 2026 г.". */
function withMonthName(text: string): string | undefined {
  const [, name = '', day = '', year = ''] = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text) ?? [];
  const [, day2 = '', name2 = '', year2 = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?(\p{L}+)\.?,?[\s.-]+(\d{4})$/iu.exec(text) ?? [];
  const month = months().get(monthName(name || name2));
  return month === undefined ? undefined : iso(year || year2, month, day || day2);
}

/**
 * A date as `yyyy-mm-dd`, whichever way it is written: the year first, days with points, slashes in that order, or with the
 * name of the month in any of the languages; a time behind it is left out. What is no date is given back, and so is one
 * with slashes of which the order does not tell the month where none is given.
 */
export function dayIn(typed: string, order?: DateOrder): string {
  const text = trimmed(typed);
  const [, year, month, day] = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return iso(year, month, day);
  const [, compactYear, compactMonth, compactDay] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (compactYear !== undefined && compactMonth !== undefined && compactDay !== undefined)
    return iso(compactYear, compactMonth, compactDay);
  const [, dotted, dottedMonth, dottedYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text) ?? [];
  if (dotted !== undefined && dottedMonth !== undefined && dottedYear !== undefined)
    return iso(dottedYear, dottedMonth, dotted);
  const [, first, second, last] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (first === undefined || second === undefined || last === undefined) return withMonthName(text) ?? typed.trim();
  const read = order ?? (Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : undefined);
  if (read === undefined) return typed.trim();
  return read === 'dmy' ? iso(last, second, first) : iso(last, first, second);
}
