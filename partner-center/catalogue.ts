import { readFileSync } from 'node:fs';
import { folded } from '../storage/folded.ts';
import { parseCatalogue } from './catalogueFile.ts';
import type { PartnerCenterFault } from './fault.ts';
import { once } from './once.ts';
import { isFor, type Offer, type Segment } from './offer.ts';

/**
 * The 274 offers recorded for the US (January 2019). Terms and cycles are as recorded, but Azure's endless term (9,999
 * months, paid monthly) is P1M; of the offers an add-on may stand on, those outside the record are left out.
 */
export const recordedOffers: () => readonly Offer[] = once(() => {
  const file = new URL('./data/offers.json', import.meta.url);
  return parseCatalogue('offers.json', readFileSync(file, 'utf8'));
});

/**
 * The offers that can be sold: all but add-ons none of whose bases is in the catalogue. The record has two of those (for
 * Dynamics CRM Online, withdrawn before it was taken); they could be found but never added.
 */
export const usableOffers = (offers: readonly Offer[]): readonly Offer[] => {
  const ids = new Set(offers.map((offer) => offer.id));
  return offers.filter((offer) => offer.addOnTo.length === 0 || offer.addOnTo.some((id) => ids.has(id)));
};

/** The offers of a country, as far as they are known. */
export interface Catalogue {
  readonly offers: readonly Offer[];
  /** Recorded US offers stand in for this country's. */
  readonly sample: boolean;
  /** `reading`: more are on their way; `failed`: more there are, and they could not be read. */
  readonly state: 'read' | 'reading' | 'failed';
  /** How many products and SKUs could not be read, so that some offers may be missing. */
  readonly leftOut: number;
  /** Why the others could not be read. */
  readonly fault?: PartnerCenterFault & { readonly correlationId: string };
}

/** What narrows a search. */
export interface SearchOptions {
  /** Segments the customer is approved for: their offers beside the commercial ones. Absent: every offer. */
  readonly segments?: readonly Segment[];
  /** Offers in the cart or owned: add-ons of other offers are left out. Absent: add-ons are found like any offer. */
  readonly baseIds?: readonly string[];
  /** Most offers given; all without. */
  readonly limit?: number;
  /** How many the partner has sold of which, by id: these come first among equal hits. */
  readonly sold?: ReadonlyMap<string, number>;
}

// A leading blank makes " x" the start of a word.
const normal = (text: string): string => ` ${folded(text)}`;

/** What a search compares of an offer. */
interface Indexed {
  readonly offer: Offer;
  readonly name: string;
  /** How usual it is: the smaller, the more. */
  readonly usual: number;
}

const indexes = new WeakMap<readonly Offer[], readonly Indexed[]>();

const index = (offers: readonly Offer[]): readonly Indexed[] => {
  const known = indexes.get(offers);
  if (known !== undefined) return known;
  const made = offers.map((offer) => ({ offer, name: normal(offer.name), usual: usual(offer) }));
  indexes.set(offers, made);
  return made;
};

const misses = 9;

// The whole name, a phrase in it, the beginnings of its words in any order, letters inside its words.
const match = (name: string, phrase: string, words: readonly string[]): number => {
  if (name === phrase) return 0;
  if (name.includes(phrase)) return 1;
  if (words.every((word) => name.includes(` ${word}`))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : misses;
};

const isOrdinary = (offer: Offer): boolean =>
  offer.segment === 'commercial' &&
  !offer.trial &&
  offer.addOnTo.length === 0 &&
  offer.unit === 'licenses' &&
  !/campaign|qualified offer/i.test(offer.name);

/** How usual an offer or a product is by its name: the suites most customers start with have the smallest number. */
export const usualName = (name: string): number => {
  if (name.startsWith('Microsoft 365 ')) return 0;
  return name.startsWith('Office 365 ') ? 1 : 2;
};

// Suites, then other ordinary offers, then the rest.
const usual = (offer: Offer): number => (isOrdinary(offer) ? usualName(offer.name) : 3);

const isOpen = ({ segments, baseIds }: SearchOptions): ((offer: Offer) => boolean) => {
  const bases = baseIds === undefined ? undefined : new Set(baseIds);
  return (offer) =>
    (segments === undefined || isFor(offer, segments)) &&
    (bases === undefined || offer.addOnTo.length === 0 || offer.addOnTo.some((id) => bases.has(id)));
};

/**
 * The offers a few typed letters mean, best first. Of equal hits those the partner has sold come first, then the suites most
 * customers start with and other ordinary offers, then the catalogue's order. Every typed word must be in the name; "o365",
 * "m365" and "d365" are understood. An empty query gives every offer that is open, in that order.
 */
export const searchOffers = (offers: readonly Offer[], query: string, options: SearchOptions): readonly Offer[] => {
  const phrase = normal(query.slice(0, 200)).replace(/ ([OMD])365(?= |$)/g, ' $1 365');
  const words = phrase.split(' ').filter((word) => word !== '');
  const open = isOpen(options);
  const timesSold = ({ id }: Offer): number => options.sold?.get(id) ?? 0;
  return index(offers)
    .filter(({ offer }) => open(offer))
    .map((one) => ({ ...one, score: words.length === 0 ? 0 : match(one.name, phrase, words) }))
    .filter(({ score }) => score < misses)
    .sort(
      (a, b) =>
        a.score - b.score ||
        timesSold(b.offer) - timesSold(a.offer) ||
        a.usual - b.usual ||
        a.offer.rank - b.offer.rank,
    )
    .slice(0, options.limit)
    .map(({ offer }) => offer);
};
