import { dayMs, minute } from '../../lib/durations.ts';
import { localTime, type UserClock, weekendOf } from '../../lib/localTime.ts';

/** Minutes since midnight from which, and before which, a morning's message is sent. */
export const [morningFrom, morningUntil] = [8 * 60, 12 * 60];

/** Days by which the day of the last message may be ahead: one further ahead was set by a wrong clock. */
const daysAhead = 7;

/** A user's morning message: the user's clock, and the day on that clock of the last one. */
export interface MorningState extends UserClock {
  readonly sentOn?: string;
}

/**
 * The day, `yyyy-mm-dd`, for which the message is due: on a working day of the country, in the morning of the user, and
 * later than that of the last one; undefined when it is not.
 */
export function dueMorning(state: MorningState, country: string, now: Date): string | undefined {
  const { day, minutes, weekday } = localTime(state, now);
  if (minutes < morningFrom || minutes >= morningUntil || weekendOf(country).includes(weekday)) return undefined;
  const { sentOn } = state;
  if (sentOn === undefined || day > sentOn) return day;
  // The clock was set back: the days until then have had theirs.
  return Date.parse(sentOn) - Date.parse(day) > daysAhead * dayMs ? day : undefined;
}

/** The next moment at which a message may be due, in ISO 8601: the coming eight o'clock of the user. */
export function nextMorning(clock: UserClock, now: Date): string {
  const { minutes } = localTime(clock, now);
  const left = minutes < morningFrom ? morningFrom - minutes : 24 * 60 + morningFrom - minutes;
  return new Date(now.getTime() + left * minute).toISOString();
}
