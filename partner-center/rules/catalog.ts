import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { textFault } from '../../lib/text.ts';
import { foldCase } from '../../lib/foldCase.ts';
import type { PartnerCenterFault } from './fault.ts';
import { lazy } from '../../lib/lazy.ts';
import { memoize } from '../../lib/memoize.ts';
import { defined } from '../../lib/optional.ts';

/** Every segment; all but the first require an approved qualification. */
export const segments = ['commercial', 'nonprofit', 'education', 'government'] as const;

/** Customers that may buy an offer. */
export type Segment = (typeof segments)[number];

/** Term and billing cycle of an offer; the term is an ISO 8601 duration (P1M, P1Y, P3Y, P45D). */
export interface Plan {
  readonly term: string;
  readonly billing: 'monthly' | 'annual' | 'triennial' | 'one_time' | 'none';
}

/** An offer a partner can sell; one model for legacy offers and for new-commerce products. `id` is opaque. */
export interface Offer {
  readonly id: string;
  /** As Microsoft names it; not translated. */
  readonly name: string;
  readonly segment: Segment;
  readonly unit: 'licenses' | 'add-on-licenses' | 'instances' | 'gigabytes' | 'usage';
  readonly trial: boolean;
  /** Minimum and maximum units of one line; equal for most trials. Meaningless for `usage`, which has no count. */
  readonly min: number;
  readonly max: number;
  /** Maximum number of subscriptions of it per customer; absent when unlimited. */
  readonly limit?: number;
  /** At least one. */
  readonly plans: readonly Plan[];
  /** Ids of the offers one of which the customer must have first; empty for a base offer. */
  readonly addOnTo: readonly string[];
  /** Order on Partner Center's page. */
  readonly rank: number;
}

/** True when a customer approved for those segments may buy the offer; commercial offers are open to everybody. */
export const isOpenTo = ({ segment }: Pick<Offer, 'segment'>, segments: readonly Segment[]): boolean =>
  segment === 'commercial' || segments.includes(segment);

const planSchema = z.object({
  term: z.string().regex(/^P\d{1,4}[DMY]$/, 'an ISO 8601 duration such as P1Y'),
  billing: z.enum(['monthly', 'annual', 'triennial', 'one_time', 'none']),
});

const countSchema = z.int().min(1).max(999_999_999);

const offerSchema = z
  .object({
    id: z.string().min(1).max(200),
    name: z
      .string()
      .min(1)
      .max(200)
      .refine((name) => textFault(name) === undefined, 'no control characters'),
    segment: z.enum(['commercial', 'nonprofit', 'education', 'government']).default('commercial'),
    unit: z.enum(['licenses', 'add-on-licenses', 'instances', 'gigabytes', 'usage']).default('licenses'),
    trial: z.boolean().default(false),
    min: countSchema.default(1),
    max: countSchema,
    limit: countSchema.optional(),
    plans: z.array(planSchema).min(1).max(20),
    addOnTo: z.array(z.string()).default([]),
  })
  .refine((offer) => offer.min <= offer.max, { path: ['min'], message: 'must not be above max' });

const parseOffer = (file: string, entry: unknown, index: number): Offer => {
  const parsed = offerSchema.safeParse(entry);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'entry'}: ${issue.message}`);
    throw new Error(`catalogue ${file}, entry ${index + 1}: ${faults.join('; ')}`);
  }
  const { limit, ...offer } = parsed.data;
  return { ...offer, ...defined({ limit }), rank: index };
};

/** Parses the text of a catalog file; `file` names it in errors. */
const parseCatalog = (file: string, text: string): readonly Offer[] => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`catalogue ${file} is not JSON: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
  if (!Array.isArray(json)) throw new Error(`catalogue ${file} must be a JSON array of offers`);
  const offers = json.map((entry: unknown, index) => parseOffer(file, entry, index));
  const firstAt = new Map<string, number>();
  for (const { id, rank } of offers) {
    const first = firstAt.get(id);
    if (first !== undefined)
      throw new Error(`catalogue ${file}, entry ${rank + 1}: id "${id}" is entry ${first + 1}'s`);
    firstAt.set(id, rank);
  }
  return offers;
};

const utf8 = (file: string): string => readFileSync(file, 'utf8');

/**
 * Reads a partner's own catalog: a JSON array of offers in the shape of partner-center/data/offers.json, in display
 * order. Raises an error that names the file, the entry and its faults.
 */
export const readCatalogFile = (file: string, readFile: (file: string) => string = utf8): readonly Offer[] => {
  let text: string;
  try {
    text = readFile(file);
  } catch (error) {
    throw new Error(`catalogue ${file} cannot be read: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
  return parseCatalog(file, text.replace(/^\uFEFF/, ''));
};

/**
 * The 274 offers recorded for the US (January 2019). Terms and cycles are as recorded, but Azure's endless term (9,999
 * months, paid monthly) is P1M; of the offers an add-on may stand on, those outside the record are left out.
 */
export const recordedOffers: () => readonly Offer[] = lazy(() => {
  const file = new URL('../data/offers.json', import.meta.url);
  return parseCatalog('offers.json', readFileSync(file, 'utf8'));
});

/**
 * Offers that can be sold: all but add-ons without a base in the catalog. The recorded catalog has two of those (for
 * Dynamics CRM Online, withdrawn before it was recorded); they could be found but never added.
 */
export const usableOffers = (offers: readonly Offer[]): readonly Offer[] => {
  const ids = new Set(offers.map((offer) => offer.id));
  return offers.filter((offer) => offer.addOnTo.length === 0 || offer.addOnTo.some((id) => ids.has(id)));
};

/** Offers of a country, as far as they have been read. */
export interface Catalog {
  readonly offers: readonly Offer[];
  /** Recorded US offers stand in for this country's. */
  readonly sample: boolean;
  /** `reading`: more will follow; `failed`: there are more, but they could not be read. */
  readonly state: 'read' | 'reading' | 'failed';
  /** Number of products and SKUs that could not be read; their offers are missing. */
  readonly leftOut: number;
  /** Reason the remaining offers could not be read. */
  readonly fault?: PartnerCenterFault & { readonly correlationId: string };
}

/** Filters and order of a search. */
interface SearchOptions {
  /** Segments the customer is approved for: their offers beside the commercial ones. Absent: every offer. */
  readonly segments?: readonly Segment[];
  /** Offers in the cart or owned: add-ons of other offers are left out. Absent: add-ons are found like any offer. */
  readonly baseIds?: readonly string[];
  /** Maximum number of offers; unlimited when absent. */
  readonly limit?: number;
  /** Number sold by the partner, by offer id: these come first among equal hits. */
  readonly sold?: ReadonlyMap<string, number>;
}

// A leading blank makes " x" the start of a word.
const searchText = (text: string): string => ` ${foldCase(text)}`;

/** Search data of one offer. */
interface IndexedOffer {
  readonly offer: Offer;
  readonly name: string;
  /** The smaller, the more usual the offer. */
  readonly rank: number;
}

/** Offers that were found, the best group of equal hits first. */
type HitGroups = readonly (readonly Offer[])[];

/** Search data of offers. */
interface SearchIndex {
  /** The usual ones first, so that a search need not sort them so. */
  readonly offers: readonly IndexedOffer[];
  /** The hits of the last searches: a card is drawn again and again while its search stays, most often the empty one. */
  readonly found: Map<string, HitGroups>;
}

/** Most searches kept of a catalog. */
const mostKept = 50;

const searchIndex = memoize((offers: readonly Offer[]): SearchIndex => ({
  offers: offers
    .map((offer) => ({ offer, name: searchText(offer.name), rank: offerRank(offer) }))
    .sort((a, b) => a.rank - b.rank || a.offer.rank - b.offer.rank),
  found: new Map(),
}));

// A group that there is not.
const noMatch = 4;

// 0 to 3, the best first: the whole name, a phrase in it, the beginnings of its words in any order, letters inside its words.
const matchScore = (name: string, phrase: string, words: readonly string[]): number => {
  if (name === phrase) return 0;
  if (name.includes(phrase)) return 1;
  if (words.every((word) => name.includes(` ${word}`))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : noMatch;
};

const isOrdinary = (offer: Offer): boolean =>
  offer.segment === 'commercial' &&
  !offer.trial &&
  offer.addOnTo.length === 0 &&
  offer.unit === 'licenses' &&
  !/campaign|qualified offer/i.test(offer.name);

/** Rank of an offer or a product by its name: smallest for the suites most customers start with. */
export const nameRank = (name: string): number => {
  if (name.startsWith('Microsoft 365 ')) return 0;
  return name.startsWith('Office 365 ') ? 1 : 2;
};

// Suites, then other ordinary offers, then the rest.
const offerRank = (offer: Offer): number => (isOrdinary(offer) ? nameRank(offer.name) : 3);

const isOffered = ({ segments, baseIds }: SearchOptions): ((offer: Offer) => boolean) => {
  const bases = baseIds === undefined ? undefined : new Set(baseIds);
  return (offer) =>
    (segments === undefined || isOpenTo(offer, segments)) &&
    (bases === undefined || offer.addOnTo.length === 0 || offer.addOnTo.some((id) => bases.has(id)));
};

// Only what was sold is sorted: of many offers a partner sells few.
function soldFirst(offers: readonly Offer[], sold: SearchOptions['sold']): readonly Offer[] {
  if (sold === undefined || sold.size === 0) return offers;
  const timesSold = ({ id }: Offer): number => sold.get(id) ?? 0;
  const before = offers.filter((offer) => timesSold(offer) > 0);
  if (before.length === 0) return offers;
  before.sort((a, b) => timesSold(b) - timesSold(a));
  return [...before, ...offers.filter((offer) => timesSold(offer) <= 0)];
}

function hitsOf({ offers }: SearchIndex, phrase: string, options: SearchOptions): HitGroups {
  const words = phrase.split(' ').filter((word) => word !== '');
  const open = isOffered(options);
  const hits: readonly Offer[][] = [[], [], [], []];
  for (const { offer, name } of offers)
    if (open(offer)) hits[words.length === 0 ? 0 : matchScore(name, phrase, words)]?.push(offer);
  return hits;
}

function knownHits(index: SearchIndex, phrase: string, { segments }: SearchOptions): HitGroups {
  const name = `${segments?.join(' ') ?? 'all'}:${phrase}`;
  const known = index.found.get(name);
  if (known !== undefined) return known;
  const hits = hitsOf(index, phrase, defined({ segments }));
  if (index.found.size >= mostKept) index.found.clear();
  index.found.set(name, hits);
  return hits;
}

/**
 * Offers whose name contains every typed word, best first. Among equal hits those the partner has sold come first, then
 * the suites most customers start with and other ordinary offers, then catalog order. "o365", "m365" and "d365" are
 * understood. An empty query returns every offer the filters allow, in that order.
 */
export const searchOffers = (offers: readonly Offer[], query: string, options: SearchOptions): readonly Offer[] => {
  const phrase = searchText(query.slice(0, 200)).replace(/ ([OMD])365(?= |$)/g, ' $1 365');
  const index = searchIndex(offers);
  // The bases are a customer's own: such a search is hardly ever made twice.
  const hits = options.baseIds === undefined ? knownHits(index, phrase, options) : hitsOf(index, phrase, options);
  return hits.flatMap((equal) => soldFirst(equal, options.sold)).slice(0, options.limit);
};
