import type { Address } from './partnerCenter.ts';

/** Countries whose addresses, in their own script, go from the largest part to the smallest (Universal Postal Union). */
const largestFirst: ReadonlySet<string> = new Set(['CN', 'HK', 'JP', 'KR', 'MO', 'TW']);

/** Is an address of this country read from its largest part? */
export const isLargestFirst = (country: string): boolean => largestFirst.has(country);

const ownScript = /[\p{Script=Han}\p{Script=Hangul}]/u;

const parts = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== undefined && text !== '');

/**
 * An address on one line, as it is written on an envelope of its country: from the smallest part with commas or, in East
 * Asian script, from the largest one without.
 */
export function addressLine({ country, addressLine1, addressLine2, city, state, postalCode }: Address): string {
  if (!isLargestFirst(country) || !ownScript.test(addressLine1))
    return parts(addressLine1, addressLine2, city, state, postalCode).join(', ');
  // A municipality is its own province: it is written once.
  const place = parts(state === city ? undefined : state, city, addressLine1, addressLine2).join('');
  return parts(postalCode, place).join(' ');
}
