import { renewalDays } from '../../partner-center/lifecycle.ts';

/** Page in the list of renewals: the days it covers, and the index of its first entry. */
export interface RenewalsQuery {
  readonly days: (typeof renewalDays)[number];
  readonly from: number;
}

/** The query as a button's argument. */
export const renewalsArgument = ({ days, from }: RenewalsQuery): string => `${String(days)} ${String(from)}`;

/** The query of a button's argument; the first page of the shortest period for anything else. */
export function parseRenewalsQuery(argument: string): RenewalsQuery {
  const [, days, from] = /^(\d\d) (\d{1,6})$/.exec(argument) ?? [];
  return { days: renewalDays.find((one) => String(one) === days) ?? renewalDays[0], from: Number(from ?? 0) };
}

/** True for a valid argument. */
export const isRenewalsArgument = (text: string): boolean => renewalsArgument(parseRenewalsQuery(text)) === text;
