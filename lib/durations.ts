/** Milliseconds of a second. */
export const second = 1_000;
/** Milliseconds of a minute. */
export const minute = 60 * second;
/** Milliseconds of an hour. */
export const hour = 60 * minute;
/** Milliseconds of a day of 24 hours; a `day` without them is one of the calendar. */
export const dayMs = 24 * hour;
