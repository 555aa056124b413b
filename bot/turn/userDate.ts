import type { UserClock } from '../../lib/localTime.ts';
import { dayMs, minute } from '../../lib/durations.ts';

/**
 * Today's date for the user, `yyyy-mm-dd`: by the client's `localTimestamp` (as sent, with its offset), else the latest
 * date anywhere in the partner's country. A client clock more than a day off is ignored.
 */
export function todayOf(localTimestamp: string | undefined, country: string, now: Date): string {
  const local = /^\d{4}-\d{2}-\d{2}/.exec(localTimestamp ?? '')?.[0];
  const noon = new Date(`${local ?? ''}T12:00:00Z`);
  if (local !== undefined && isDay(local, noon) && Math.abs(noon.getTime() - now.getTime()) < 1.5 * dayMs) return local;
  return latestDay(country, now);
}

const latestDays = new Map<string, { readonly quarter: number; readonly day: string }>();

// Kept for a quarter of an hour, at whose end alone a day begins anywhere: the United States have 29 calendars to ask.
function latestDay(country: string, now: Date): string {
  const quarter = Math.floor(now.getTime() / (15 * minute));
  const known = latestDays.get(country);
  if (known?.quarter === quarter) return known.day;
  const days = calendars(country).map((calendar) => calendar.format(now));
  const day = days.toSorted().at(-1) ?? now.toISOString().slice(0, 10);
  latestDays.set(country, { quarter, day });
  return day;
}

/** A clock of the country: that of its first time zone, where Node names any. */
export function clockOfCountry(country: string): UserClock {
  const [timeZone] = timeZones(country);
  return timeZone === undefined ? {} : { timeZone };
}

const calendarsByCountry = new Map<string, readonly Intl.DateTimeFormat[]>();

// Cached: creating the 29 of the United States takes milliseconds and megabytes.
function calendars(country: string): readonly Intl.DateTimeFormat[] {
  const known = calendarsByCountry.get(country);
  if (known !== undefined) return known;
  const made = timeZones(country).map((timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone }));
  calendarsByCountry.set(country, made);
  return made;
}

// JavaScript reads a date that does not exist, as February 30, as one of March.
const isDay = (local: string, noon: Date): boolean =>
  !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(local);

const zonesByCountry = new Map<string, readonly string[]>();

// Cached: a turn asks for them, and each answer takes a quarter of a millisecond.
function timeZones(country: string): readonly string[] {
  const known = zonesByCountry.get(country);
  if (known !== undefined) return known;
  const found = readTimeZones(country);
  zonesByCountry.set(country, found);
  return found;
}

// `timeZones` became `getTimeZones()` in the standard; Node 20 to 24 have one, the other, or both. Not in the types yet.
function readTimeZones(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    readonly timeZones?: readonly string[];
    getTimeZones?(): readonly string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
