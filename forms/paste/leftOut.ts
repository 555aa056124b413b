import { cutTo } from '../../cards/elements.ts';
import type { PastedValues } from './evidence.ts';
import type { Draft } from '../../model/draft.ts';

/** Pasted details that were not filled in, since they are another country's or another address, as one text. */
export type LeftOut = NonNullable<Draft['leftOut']>;

/** The details of an address and a registration as one text, in their order; undefined where there are none. */
export function leftOutOf(country: string, details: Readonly<Record<string, string | undefined>>): LeftOut | undefined {
  const known = Object.values(details).filter((value) => value !== undefined && value !== '');
  return known.length === 0 ? undefined : { country, text: cutTo(known.join(', '), 300) };
}

/** The first phone numbers as they are written. */
export const numbersOf = ({ phones }: Pick<PastedValues, 'phones'>): Readonly<Record<string, string>> =>
  Object.fromEntries(phones.slice(0, 2).map(({ text }, at) => [String(at), text]));
