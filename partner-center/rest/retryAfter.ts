/** Milliseconds a Retry-After header asks to wait, in seconds or as a date; undefined when it is absent or neither. */
export const retryAfterOf = (header: string | undefined, now: Date): number | undefined => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // A date has letters: Date.parse takes "-1" for one too.
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
};
