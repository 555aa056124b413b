import { dayMs } from './durations.ts';

/** The UTC day of an ISO 8601 time, `yyyy-mm-dd`; undefined for text that is none. */
export const dayOf = (iso: string | undefined): string | undefined => {
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
};

/** The day `days` days after a day, or before it where negative, `yyyy-mm-dd`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/**
 * The day `times` terms after a day, or before it where negative; `term` is P1M, P1Y, P45D or the like, else undefined.
 */
export const addTerms = (day: string, term: string, times: number): string | undefined => {
  const [, count = '', unit = ''] = /^P(\d{1,4})([DMY])$/.exec(term) ?? [];
  if (Number(count) === 0) return undefined;
  if (unit === 'D') return addDays(day, times * Number(count));
  const start = new Date(`${day}T00:00:00Z`);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + times * Number(count) * (unit === 'Y' ? 12 : 1));
  // The 31st would overflow from a shorter month into the next.
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0);
  return end.toISOString().slice(0, 10);
};
