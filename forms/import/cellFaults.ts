import { qualificationsIn } from '../../partner-center/rules/qualification.ts';
import { LRUCache } from 'lru-cache';
import { distance } from 'fastest-levenshtein';
import type { Fault } from '../../model/draft.ts';
import type { Context } from '../context.ts';
import { newFault, type SectionId } from '../section.ts';
import { findOffer, readAccepted } from './cellReaders.ts';
import type { ColumnName } from './columns.ts';
import { columnOfInput } from './inputColumns.ts';
import { type CellFault, type Cells, faultAt, type OrderCells } from './row.ts';
import { quantityFault } from '../../partner-center/rules/cart.ts';
import { type Offer, searchOffers } from '../../partner-center/rules/catalog.ts';
import { foldCase, foldKey } from '../../lib/foldCase.ts';
import { memoize } from '../../lib/memoize.ts';

/** A section's faults as faults of the cells the values came from, in words that fit a file. */
export function cellFaults(
  id: SectionId,
  faults: Readonly<Record<string, Fault>>,
  cells: Cells,
  context: Context,
): CellFault[] {
  return Object.entries(faults).flatMap(([input, fault]) => {
    if (id === 'subscriptions') return orderFaults(input, fault, cells, context);
    const column = columnOfInput(id, input) ?? 'companyName';
    return faultAt(column, fileFault(column, fault, cells, context));
  });
}

/** The fault in words for a file, where nothing can be chosen or ticked: it names what can be written. */
function fileFault(column: ColumnName, fault: Fault, cells: Cells, context: Context): Fault {
  const cell = cells.of(column);
  if (column === 'reseller') return newFault('import.fault.reseller');
  if (column === 'accepted') return acceptanceFault(cells);
  if (fault.key === 'fault.choice') {
    if (cell === '') return newFault('fault.required');
    const either = possibleValues(column, context);
    return either.length === 0
      ? newFault('import.fault.choice')
      : newFault('import.fault.oneOf', { either: either.join('\n') });
  }
  // The line of the fault quotes the day as it is written in the file.
  if (fault.key === 'fault.noSuchDay') return newFault('import.fault.noSuchDay');
  return fault.key === 'fault.date' && cell !== '' ? newFault('import.fault.date') : fault;
}

/** Possible values of a column: keys of the words of a cell, and texts that are the same in every language. */
function possibleValues(column: ColumnName, { rules }: Context): readonly string[] {
  if (column === 'state') return rules.states.map((state) => `state:${rules.country} ${state}`);
  if (column === 'culture') return rules.cultures.map((culture) => `culture:${culture}`);
  if (column === 'educationSegment') return ['@qualification.K12', '@qualification.HigherEducation'];
  if (column !== 'qualification') return [];
  return ['none' as const, ...qualificationsIn(rules.country)].map((one) => `@qualification.${one}`);
}

function acceptanceFault(cells: Cells): Fault {
  const cell = cells.of('accepted');
  const isUnderstood = cell === '' || readAccepted(cell, cells.languages) === 'false';
  return newFault(isUnderstood ? 'import.fault.notAccepted' : 'import.fault.accepted');
}

/** The faults of an order line's cells: a file is corrected at once, so its number is judged beside what the cart says first. */
function orderFaults(input: string, fault: Fault, { orders }: Cells, context: Context): CellFault[] {
  const cells = orders[Number(input.replace('count-', ''))];
  const line = cells?.line ?? 0;
  if (fault.key.startsWith('fault.cart.quantity')) return [faultAt('quantity', fault, line)];
  const first =
    fault.key === 'fault.cart.unknown-plan'
      ? faultAt('billing', planFault(cells, context), line)
      : faultAt('offer', fault.key === 'fault.cart.unknown-offer' ? offerFault(cells, context) : fault, line);
  const count = countFault(cells, context);
  return count === undefined ? [first] : [first, faultAt('quantity', count, line)];
}

/** The least and the most licenses that an offer has which is not known. */
const anyNumber = { unit: 'licenses', min: 1, max: 999_999_999 } as const;

/** The fault of an order line's number by itself; an empty one is that of the offer. */
function countFault(cells: OrderCells | undefined, { offers }: Context): Fault | undefined {
  const count = (cells?.quantity ?? '').normalize('NFKC').trim();
  if (count === '') return undefined;
  const number = /^\d{1,9}$/.test(count) ? Number(count) : Number.NaN;
  const found = quantityFault(findOffer(offers, cells?.offer ?? '') ?? anyNumber, number);
  return found === undefined ? undefined : newFault(`fault.cart.${found.reason}`, { ...found.data, n: 0 });
}

function planFault(cells: OrderCells | undefined, { offers }: Context): Fault {
  const plans = findOffer(offers, cells?.offer ?? '')?.plans ?? [];
  return newFault('import.fault.billing', {
    either: plans.map(({ term, billing }) => `plan:${term} ${billing}`).join('\n'),
  });
}

function offerFault(cells: OrderCells | undefined, { offers }: Context): Fault {
  if (cells === undefined || cells.offer === '') return newFault('fault.required');
  const meant = similarOffers(offers, cells.offer);
  return meant.length === 0
    ? newFault('import.fault.offer')
    : newFault('import.fault.offerMeant', { either: meant.join('\n') });
}

/** Maximum number of offers named in a fault. */
const maxOffersNamed = 3;

/** Maximum number of cached searches: a file names the same few offers in thousands of rows. */
const maxCached = 200;

/** Cached search results, by catalog and searched text. */
const searchCache = memoize((_offers: readonly Offer[]) => new LRUCache<string, readonly string[]>({ max: maxCached }));

/** Names of the offers a text may mean, the likeliest first: hits of the cart's search, else offers spelt alike. */
function similarOffers(offers: readonly Offer[], typed: string): readonly string[] {
  const known = searchCache(offers);
  const key = foldKey(typed);
  const found = known.get(key);
  if (found !== undefined) return found;
  const hits = searchOffers(offers, typed, { segments: [], limit: maxOffersNamed }).map(({ name }) => name);
  const meant = hits.length > 0 ? hits : offersSpeltAlike(offers, typed);
  known.set(key, meant);
  return meant;
}

/** Offers whose name has most of the typed words, or differs in few letters. */
function offersSpeltAlike(offers: readonly Offer[], typed: string): readonly string[] {
  const words = foldCase(typed.slice(0, 200)).split(' ');
  const text = words.join('');
  return offers
    .filter(({ segment }) => segment === 'commercial')
    .map((offer) => {
      const name = foldCase(offer.name);
      const common = words.filter((word) => word.length > 1 && ` ${name}`.includes(` ${word}`)).length;
      return { offer, common, far: distance(text, name.replaceAll(' ', '')) };
    })
    .filter(({ common, far }) => common * 2 > words.length || far * 4 <= text.length)
    .sort((a, b) => b.common - a.common || a.far - b.far || a.offer.rank - b.offer.rank)
    .slice(0, maxOffersNamed)
    .map(({ offer }) => offer.name);
}
