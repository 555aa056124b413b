/**
 * Milliseconds to wait by a Retry-After header (seconds, or a date), counted from `now`; undefined for a header that is
 * absent or neither.
 */
export const parseRetryAfter = (header: string | undefined, now: Date): number | undefined => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  // A date has letters: Date.parse takes "-1" for one too.
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
};
