import { normalDate } from '../../forms/typedText.ts';
import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { chineseNumber } from '../../locales/chineseNumber.ts';
import type { Period } from '../../cards/customers/renewalsQuery.ts';
import { addDays, addTerms } from '../../lib/days.ts';
import { languagesOf, type Lexicon, lexicon } from './lexicon.ts';
import { atPlace, pairs } from './pattern.ts';
import { utteranceOf } from './utterance.ts';

const monthOf = (year: number, month: number): string => `${String(year)}-${String(month).padStart(2, '0')}`;

const lastDayOfMonth = (month: string): string => addDays(addTerms(`${month}-01`, 'P1M', 1) ?? `${month}-28`, -1);

const hanMonth = /(?<![\d个])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?![付缴])(?:\s?(\d{1,2})\s?[日号])?/u;

/** A month that a text names, 1 to 12, and the day where one stands beside it. */
function monthIn(folded: string, { months }: Lexicon): { readonly month: number; readonly day?: number } | undefined {
  const [, han = '', hanDay] = hanMonth.exec(folded) ?? [];
  if (han !== '') {
    const month = /\d/.test(han) ? Number(han) : (chineseNumber(han) ?? 0);
    return { month, ...(hanDay === undefined ? {} : { day: Number(hanDay) }) };
  }
  for (const [pattern, month] of months) {
    const found = pattern.exec(folded);
    if (found === null) continue;
    const day =
      /(\d{1,2})(?:st|nd|rd|th|-?го|-?е)? $/u.exec(folded.slice(0, found.index)) ??
      /^ ?(\d{1,2})(?!\d)/u.exec(folded.slice(found.index + found[0].length));
    return { month, ...(day === null ? {} : { day: Number(day[1]) }) };
  }
  return undefined;
}

/** The weeks, months, quarter or year that a text speaks of by where it is now: “next month”. */
function spanIn(folded: string, { spans }: Lexicon, today: string): Period | undefined {
  const [unit = '', ahead = ''] = spans.find(([pattern]) => pattern.test(folded))?.[1].split(' ') ?? [];
  const add = Number(ahead);
  if (unit === 'until') return { since: today, until: `${today.slice(0, 4)}-${ahead}` };
  if (unit === 'week') {
    const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
    return { since: addDays(monday, 7 * add), until: addDays(monday, 7 * add + 6) };
  }
  const length = { month: 1, quarter: 3, year: 12 }[unit];
  if (length === undefined) return undefined;
  const month = Number(today.slice(5, 7));
  const begun = monthOf(Number(today.slice(0, 4)), month - ((month - 1) % length));
  const since = addTerms(`${begun}-01`, 'P1M', length * add) ?? today;
  return { since, until: addDays(addTerms(since, 'P1M', length) ?? since, -1) };
}

/** The period of a month: that of this year or, where that is over, of the next one, or of the year that is named. */
function monthPeriod(folded: string, known: Lexicon, today: string): Period | undefined {
  const named = monthIn(folded, known);
  if (named === undefined) return undefined;
  const year = Number(/(?<!\d)(20\d\d)(?!\d)/u.exec(folded)?.[1] ?? today.slice(0, 4));
  const isOver = monthOf(year, named.month) < today.slice(0, 7);
  const month = monthOf(isOver ? year + 1 : year, named.month);
  const last = lastDayOfMonth(month);
  const until = known.until.test(folded);
  if (named.day === undefined)
    return { since: until ? today : `${month}-01`, until: until ? addDays(`${month}-01`, -1) : last };
  const day = `${month}-${String(named.day).padStart(2, '0')}`;
  return day > last ? undefined : { since: until ? today : day, until: day };
}

/** The period that a text names, from today on: a month, a day, “next month”; undefined where it names none. */
export function namedPeriod(typed: string, today: string): Period | undefined {
  const { folded } = utteranceOf(typed);
  for (const locale of languagesOf({ text: typed, folded })) {
    const known = lexicon(locale);
    const span = spanIn(folded, known, today);
    // “January next year” is a month of that year.
    const year =
      span?.since.endsWith('-01-01') === true && span.until.endsWith('-12-31') ? span.since.slice(0, 4) : undefined;
    const period =
      (year === undefined ? span : monthPeriod(`${folded} ${year}`, known, today)) ??
      span ??
      monthPeriod(folded, known, today);
    if (period !== undefined && period.until >= today)
      return { since: period.since < today ? today : period.since, until: period.until };
  }
  return undefined;
}

/** Days that are named by how long ago they were, and days of the week, of all languages; and what stands before one. */
const pastDays = lazy(() => ({
  ago: new Map(locales.flatMap((locale) => [...pairs(correctionBook[locale].daysAgo)])),
  week: new Map(locales.flatMap((locale) => [...pairs(correctionBook[locale].weekdays)])),
  before: new RegExp(
    `^(?:${atPlace(locales.map((locale) => correctionBook[locale].beforeDay).join('|')).source})+`,
    'u',
  ),
}));

/** The day that a text names by its distance from today, or the latest such day of the week; undefined for another text. */
function pastDay(text: string, today: string): string | undefined {
  const { ago, week, before } = pastDays();
  const { folded } = utteranceOf(text);
  const said = folded.trim();
  const shorter = said.replace(before, '').trim();
  const weekday = week.get(shorter);
  const since = (Number(new Date(`${today}T00:00:00Z`).getUTCDay()) + 7 - Number(weekday)) % 7;
  const days = ago.get(said) ?? ago.get(shorter) ?? (weekday === undefined ? undefined : since === 0 ? 7 : since);
  if (days === undefined) return undefined;
  return addDays(today, -Number(days));
}

/** A typed day as `yyyy-mm-dd`; one without its year, or of the week, is the latest that has been. Undefined for no day. */
export function typedDay(typed: string, today: string): string | undefined {
  const past = pastDay(typed, today);
  if (past !== undefined) return past;
  const year = Number(today.slice(0, 4));
  const dotted = typed.replace(/^(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]?$/u, '$2.$1');
  const withYear = [year, year - 1].flatMap((one) => [`${typed} ${one}`, `${typed}, ${one}`, `${dotted}.${one}`]);
  const readings = [typed, ...withYear];
  return readings
    .map((one) => normalDate(one))
    .find((day, at) => /^\d{4}-\d{2}-\d{2}$/.test(day) && (at === 0 || day <= today));
}
