const dayMs = 86_400_000;

/** The day of an ISO 8601 moment in UTC, `yyyy-mm-dd`; undefined for what is none. */
export const dayOf = (iso: string | undefined): string | undefined => {
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
};

/** The day so many days after (or before) a day, `yyyy-mm-dd`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** So many times an ISO 8601 duration of one unit (P1M, P1Y, P45D) after a day, back where negative; undefined for another. */
export const termsAfter = (day: string, term: string, times: number): string | undefined => {
  const [, count = '', unit = ''] = /^P(\d{1,4})([DMY])$/.exec(term) ?? [];
  if (Number(count) === 0) return undefined;
  if (unit === 'D') return daysAfter(day, times * Number(count));
  const start = new Date(`${day}T00:00:00Z`);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + times * Number(count) * (unit === 'Y' ? 12 : 1));
  // The 31st of a shorter month would run over into the next.
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0);
  return end.toISOString().slice(0, 10);
};
