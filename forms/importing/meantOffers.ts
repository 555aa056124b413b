import { distance } from 'fastest-levenshtein';
import { searchOffers } from '../../partner-center/catalogue.ts';
import type { Offer } from '../../partner-center/offer.ts';
import { compared, folded } from '../../storage/folded.ts';
import { kept } from '../kept.ts';

/** Most offers that are named in a fault. */
const mostNamed = 3;

/** Most texts that are remembered: a file names the same few offers in thousands of rows. */
const mostLooked = 200;

/** What was looked for in a catalogue, and found. */
const looked = kept((_offers: readonly Offer[]) => new Map<string, readonly string[]>());

/** Names of the offers that a text may mean, the likeliest first: what the cart's search finds, else what is written alike. */
export function meantOffers(offers: readonly Offer[], typed: string): readonly string[] {
  const known = looked(offers);
  const key = compared(typed);
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= mostLooked) known.clear();
  const hits = searchOffers(offers, typed, { segments: [], limit: mostNamed }).map(({ name }) => name);
  const meant = hits.length > 0 ? hits : alike(offers, typed);
  known.set(key, meant);
  return meant;
}

/** Most of the typed words are in the name, or it differs in few letters. */
function alike(offers: readonly Offer[], typed: string): readonly string[] {
  const words = folded(typed.slice(0, 200)).split(' ');
  const text = words.join('');
  return offers
    .filter(({ segment }) => segment === 'commercial')
    .map((offer) => {
      const name = folded(offer.name);
      const common = words.filter((word) => word.length > 1 && ` ${name}`.includes(` ${word}`)).length;
      return { offer, common, far: distance(text, name.replaceAll(' ', '')) };
    })
    .filter(({ common, far }) => common * 2 > words.length || far * 4 <= text.length)
    .sort((a, b) => b.common - a.common || a.far - b.far || a.offer.rank - b.offer.rank)
    .slice(0, mostNamed)
    .map(({ offer }) => offer.name);
}
