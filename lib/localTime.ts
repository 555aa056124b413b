import { minute } from './durations.ts';

/** Where a user's clock stands: by the name of its time zone, else by its distance from UTC in minutes. */
export interface UserClock {
  /** An IANA name, such as Europe/Berlin. */
  readonly timeZone?: string;
  readonly offset?: number;
}

/** A moment on a user's clock. */
export interface LocalTime {
  /** `yyyy-mm-dd` */
  readonly day: string;
  /** Minutes since midnight. */
  readonly minutes: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
}

/** True for a name of a time zone that this Node knows. */
export function isTimeZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

/** The moment on that clock; in UTC where nothing is known of it. */
export function localTime(clock: UserClock, now: Date): LocalTime {
  const shown = shownOn(clock, now);
  return {
    day: shown.toISOString().slice(0, 10),
    minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
    weekday: shown.getUTCDay() === 0 ? 7 : shown.getUTCDay(),
  };
}

/** The moment whose UTC date and time are those that the clock shows; in UTC where nothing is known of it. */
export const shownOn = ({ timeZone, offset = 0 }: UserClock, now: Date): Date =>
  timeZone !== undefined && isTimeZone(timeZone) ? shownIn(timeZone, now) : shifted(now, offset);

/** Distance from UTC of the clock that shows a moment so (`shownOn`), such as UTC+8 or UTC−3:30; a true minus, as wide as the plus. */
export function utcOffset(at: Date, shown: Date): string {
  const minutes = Math.round((shown.getTime() - at.getTime()) / minute);
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const sign = minutes < 0 ? '\u2212' : '+';
  return `UTC${sign}${String(hours)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

const shifted = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * minute);

/** The moment whose UTC date and time are those that the zone's clock shows. */
function shownIn(timeZone: string, now: Date): Date {
  // Swedish writes a date with its time as ISO 8601 does, but for the T.
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(now);
  return new Date(`${text.replace(' ', 'T')}Z`);
}

/** The minutes from UTC that a local timestamp of ISO 8601 ends with; undefined without them. */
export function offsetIn(timestamp: string | undefined): number | undefined {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(timestamp ?? '') ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Days of a country's weekend, 1 for Monday to 7 for Sunday. */
export function weekendOf(country: string): readonly number[] {
  // `weekInfo` became `getWeekInfo()` in the standard; Node 20 to 24 have one, the other, or both. Not in the types yet.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    readonly weekInfo?: WeekInfo;
    getWeekInfo?(): WeekInfo | undefined;
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? [6, 7];
}

interface WeekInfo {
  readonly weekend: readonly number[];
}
