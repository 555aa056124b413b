import { chineseDate, chineseJoined, chineseSentences } from './chineseSpacing.ts';
import { en } from './en/index.ts';
import { englishDate } from './en/spacing.ts';
import { russianDate, russianJoined } from './ru/spacing.ts';
import { ru } from './ru/index.ts';
import { closestLocale } from './closestLocale.ts';
import type { CommandName, HelpCommand } from './commandNames.ts';
import { shownOn, type UserClock, utcOffset } from '../lib/localTime.ts';
import { type Missing, nothingLeft } from '../lib/complete.ts';
import type { CloudId } from '../model/clouds.ts';
import { locales, translator, type Data, type Locale } from './translator.ts';
import { zhCN } from './zh-CN/index.ts';
import { zhTW } from './zh-TW/index.ts';

const speak = translator<typeof en>({ en, 'zh-TW': zhTW, 'zh-CN': zhCN, ru });

/** A key of the catalogues. */
export type MessageKey = keyof typeof en;

/** Every key of the catalogues. */
export const messageKeys = Object.keys(en) as readonly MessageKey[]; // an object's keys are those of its type

// A cloud without a name does not compile here, nor a command without its name and its line of the help card.
nothingLeft<Missing<`cloud.${CloudId}` | `command.${CommandName}` | `help.${HelpCommand}`, MessageKey>>({});

type Spoken = ReturnType<typeof speak>;

/** One language's words, and its ways of writing dates and lists. */
export interface Words {
  readonly locale: Locale;
  /** Says a message; what it must be given is checked by the compiler. */
  readonly t: Spoken['t'];
  /** Says a message whose key and data are known at run time only; an unknown key is said as itself, and a value `@key` as that message. */
  say(key: string, data?: Data): string;
  /** A calendar day `yyyy-mm-dd`, written out. */
  day(isoDay: string): string;
  /** A month `yyyy-mm`, written out with its year, as a line begins with it. */
  month(isoMonth: string): string;
  /** A moment in ISO 8601, to the minute, on the reader's clock; in UTC, and says so, where nothing is known of it. */
  moment(iso: string): string;
  /** The same on a user's clock, with its distance from UTC: UTC itself where nothing is known of the clock. */
  localMoment(iso: string, clock: UserClock): string;
  /** Its time of day alone, likewise with the distance from UTC, beneath the day it belongs to. */
  localTime(iso: string, clock: UserClock): string;
  /** An ISO 8601 duration of one unit, such as P1M, P1Y or P45D, written out; anything else as it is. */
  duration(iso: string): string;
  list(items: readonly string[]): string;
  /** The same, where one of them is to be chosen. */
  either(items: readonly string[]): string;
  /** Sentences one after another, with a blank between them where the language has one. */
  sentences(parts: readonly string[]): string;
  /** A whole number, with its thousands apart as the language has them. */
  number(n: number): string;
  /** A number with its sign, +5 or −3: a true minus, as wide as the plus. */
  signed(n: number): string;
}

const isKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** Writers of a moment in UTC. */
interface Moments {
  readonly whole: (at: Date) => string;
  readonly time: (at: Date) => string;
}

/** A language's own ways of putting blanks, and of telling the time. */
interface Writing {
  /** A date or duration of `Intl`, with blanks where no line may end. */
  date(text: string): string;
  /** Makes the writers of moments in UTC: a date with its time, and the time alone, each with what stands before the distance from UTC. */
  moments(locale: Locale): Moments;
  /** Items of a list and what `Intl` puts between them. */
  joined(parts: readonly string[]): string;
  /** Sentences one after another. */
  sentences(parts: readonly string[]): string;
}

/**
 * The writer of moments of a language: its day, written as a day alone is, then its time. Apart: of both in one `Intl`
 * makes another form of the date, such as 2026/3/2, and a date has one form in a language.
 */
const momentsOf =
  (
    day: (text: string) => string,
    time: (text: string) => string,
    hours: Intl.DateTimeFormatOptions = {},
  ): Writing['moments'] =>
  (locale) => {
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC', ...hours });
    const timeOf = (at: Date): string => time(times.format(at));
    return { whole: (at) => `${day(days.format(at))}${timeOf(at)}`, time: timeOf };
  };

const withBlanks = (date: Writing['date']): Writing => ({
  date,
  // No line ends within the time, which ends with its distance from UTC.
  moments: momentsOf(
    (day) => `${date(day)}, `,
    (time) => `${time.replaceAll(/\s/g, '\u00A0')}\u00A0`,
  ),
  joined: (parts) => parts.join(''),
  sentences: (parts) => parts.join(' '),
});

const chinese: Writing = {
  date: chineseDate,
  // 24 hours: a part of the day in words would be false where the reader's clock is another.
  moments: momentsOf(
    (day) => `${chineseDate(day)} `,
    (time) => `${time}\u00A0`,
    { hourCycle: 'h23' },
  ),
  joined: chineseJoined,
  sentences: chineseSentences,
};

// A language without its dates and lists does not compile here.
const writings: Readonly<Record<Locale, Writing>> = {
  en: withBlanks(englishDate),
  'zh-TW': chinese,
  'zh-CN': chinese,
  ru: { ...withBlanks(russianDate), joined: russianJoined },
};

function make(locale: Locale): Words {
  const { t, say } = speak(locale);
  const writing = writings[locale];
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const moments = writing.moments(locale);
  const onClock =
    (text: Moments[keyof Moments]) =>
    (iso: string, clock: UserClock): string => {
      const at = new Date(iso);
      const shown = shownOn(clock, at);
      return `${text(shown)}${utcOffset(at, shown)}`;
    };
  const localMoment = onClock(moments.whole);
  const duration = durations(locale);
  const numbers = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const listed =
    (format: Intl.ListFormat) =>
    (items: readonly string[]): string =>
      writing.joined(format.formatToParts(items).map(({ value }) => value));
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    locale,
    t,
    say: (key, data) => (isKey(key) ? say(key, spoken(data, say)) : key),
    day: (isoDay) => writing.date(days.format(new Date(`${isoDay}T00:00:00Z`))),
    month: (isoMonth) => capitalised(writing.date(months.format(new Date(`${isoMonth}-01T00:00:00Z`)))),
    moment: (iso) => localMoment(iso, {}),
    localMoment,
    localTime: onClock(moments.time),
    duration: (iso) => writing.date(duration(iso)),
    list: listed(lists),
    either: listed(choices),
    sentences: (parts) => writing.sentences(parts),
    number: (n) => numbers.format(n),
    signed: (n) => signed.format(n).replace('-', '−'),
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A value that begins with @ is a message itself: faults are kept without words, to be said in whatever language. */
const spoken = (data: Data = {}, say: (key: MessageKey) => string): Data =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const key = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : '';
      return [name, isKey(key) ? say(key) : value];
    }),
  );

function durations(locale: Locale): Words['duration'] {
  const named = (unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  const units = new Map([
    ['D', named('day')],
    ['M', named('month')],
    ['Y', named('year')],
  ]);
  return (iso) => {
    const [, count = '', unit = ''] = /^P(\d+)([DMY])$/.exec(iso) ?? [];
    return units.get(unit)?.format(Number(count)) ?? iso;
  };
}

const made = new Map<Locale, Words>();

/** The words of a language, made once; with a clock, its moments are those of that clock. */
export function words(locale: Locale, clock?: UserClock): Words {
  const known = made.get(locale) ?? make(locale);
  made.set(locale, known);
  return clock === undefined ? known : { ...known, moment: (iso) => known.localMoment(iso, clock) };
}

/**
 * The catalogue for a client's locale: zh-TW, zh-HK and every Hant are Traditional, other Chinese Simplified, Russian
 * is Russian, everything else English.
 */
export const localeFor = (tag: string | undefined): Locale => closestLocale(tag ?? 'en', locales, 'en');
