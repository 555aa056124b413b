import { renewalDays } from '../../partner-center/lifecycle.ts';

/** Days from the first to the last, both `yyyy-mm-dd` and within. */
export interface Period {
  readonly since: string;
  readonly until: string;
}

/** Page in the list of renewals: the days it covers, or a period within them, and the index of its first entry. */
export interface RenewalsQuery {
  readonly days: (typeof renewalDays)[number];
  readonly from: number;
  readonly period?: Period;
}

/** The query as a button's argument. */
export const renewalsArgument = ({ days, from, period }: RenewalsQuery): string =>
  [String(days), String(from), ...(period === undefined ? [] : [period.since, period.until])].join(' ');

/** The query of a button's argument; the first page of the shortest period for anything else. */
export function parseRenewalsQuery(argument: string): RenewalsQuery {
  const [, days, from, since, until] =
    /^(\d\d) (\d{1,6})(?: (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d))?$/.exec(argument) ?? [];
  return {
    days: renewalDays.find((one) => String(one) === days) ?? renewalDays[0],
    from: Number(from ?? 0),
    ...(since === undefined || until === undefined ? {} : { period: { since, until } }),
  };
}

/** True for a valid argument. */
export const isRenewalsArgument = (text: string): boolean => renewalsArgument(parseRenewalsQuery(text)) === text;
