/** Milliseconds of a second. */
export const second = 1_000;
/** Milliseconds of a minute. */
export const minute = 60 * second;
/** Milliseconds of an hour. */
export const hour = 60 * minute;
/** Milliseconds of a day that no clock change makes longer or shorter. */
export const day = 24 * hour;
