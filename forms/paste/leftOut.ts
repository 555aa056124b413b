import { cutTo } from '../../cards/elements.ts';
import type { Draft } from '../../model/draft.ts';

/** Pasted details that were not filled in, since they are another country's or another address, as one text. */
export type LeftOut = NonNullable<Draft['leftOut']>;

/** The details of an address and a registration as one text, in their order; undefined where there are none. */
export function leftOutOf(country: string, details: Readonly<Record<string, string | undefined>>): LeftOut | undefined {
  const known = Object.values(details).filter((value) => value !== undefined && value !== '');
  return known.length === 0 ? undefined : { country, text: cutTo(known.join(', '), 300) };
}
