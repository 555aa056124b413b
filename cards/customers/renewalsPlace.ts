import { renewalDays } from '../../partner-center/renewals.ts';

/** Where somebody is in the list of what ends soon: within how many days, and from which entry on, counted from 0. */
export interface RenewalsPlace {
  readonly days: (typeof renewalDays)[number];
  readonly from: number;
}

/** Entries on one card. */
export const renewalsOnPage = 6;

/** A place as a button sends it. */
export const argumentOfRenewals = ({ days, from }: RenewalsPlace): string => `${String(days)} ${String(from)}`;

/** The place that a button sent; the beginning of what ends first for anything else. */
export function renewalsPlaceOf(argument: string): RenewalsPlace {
  const [, days, from] = /^(\d\d) (\d{1,6})$/.exec(argument) ?? [];
  return { days: renewalDays.find((one) => String(one) === days) ?? renewalDays[0], from: Number(from ?? 0) };
}

/** Is it a place as a button sends it? */
export const isRenewalsPlace = (text: string): boolean => argumentOfRenewals(renewalsPlaceOf(text)) === text;

/** The page of so many entries that a place is on; the last one where the list has become shorter. */
export function renewalsPage({ from }: RenewalsPlace, total: number): { readonly from: number; readonly end: number } {
  const first = Math.floor(Math.min(from, Math.max(0, total - 1)) / renewalsOnPage) * renewalsOnPage;
  return { from: first, end: Math.min(total, first + renewalsOnPage) };
}
