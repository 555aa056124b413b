import * as z from 'zod';
import { shapeOf } from '../../lib/complete.ts';
import { locales } from '../../model/languages.ts';
import { dataFile } from '../data/dataFile.ts';
import { foldKey } from '../../lib/foldCase.ts';

const postalAddressSchema = z.object({
  /** Pattern of a postal code; absent for countries without postal codes. */
  zip: z.string().exactOptional(),
  /** Codes as they are written, the best known first. */
  samples: z.array(z.string()).exactOptional(),
  /** Required parts of an address: A street, C city, S state, Z postal code. */
  require: z.string().exactOptional(),
  /** Kind of its states: state, province, prefecture … */
  stateType: z.string().exactOptional(),
  /** Own word for its postal codes, where there is one: zip, pin, eircode. */
  zipType: z.string().exactOptional(),
  /** Its states: code, own name, Latin name, then others. */
  states: z.array(z.array(z.string())).exactOptional(),
});

/** Address format of a country (Google's address metadata). */
type PostalAddress = z.infer<typeof postalAddressSchema>;

const postalAddresses = dataFile('postalAddresses', z.record(z.string(), postalAddressSchema));

/** Address format of a country; empty for a country on no list. */
export const postalAddress = (country: string): PostalAddress => {
  const known = postalAddresses();
  return (Object.hasOwn(known, country) ? known[country] : undefined) ?? {};
};

const comparableName = (text: string): string => foldKey(text.replaceAll('&', ' and '));

const stateNames = z.object({
  ...shapeOf(locales, z.string().exactOptional()),
  also: z.array(z.string()).exactOptional(),
});
const translatedNames = dataFile('stateNames', z.record(z.string(), z.record(z.string(), stateNames)));

/** A state in the postal data, with its names. */
interface State {
  readonly code: string;
  readonly own: string;
  readonly latin: string;
  readonly shown: z.infer<typeof stateNames>;
  /** All its spellings, folded. */
  readonly names: ReadonlySet<string>;
}

/** A name without the word for its kind of place: 東京都, 廣東省, Kanagawa Prefecture. */
const withoutKind = (name: string): string =>
  name
    .replace(/(?<=\p{Script=Han}{2})(?:[省市州都府縣県县]|(?:[壮壯]族|回族|维吾尔|維吾爾)?自治[区區])$/u, '')
    .replace(/[ -](?:state|province|prefecture|shi|sheng|emirate)$/i, '')
    .replace(/^(?:state|province|emirate) of /i, '');

const statesByCountry = new Map<string, readonly State[]>();

function statesOf(country: string): readonly State[] {
  const known = statesByCountry.get(country);
  if (known !== undefined) return known;
  const states = (postalAddress(country).states ?? []).map(([code = '', own = '', latin = own, ...others]): State => {
    const words = translatedNames()[country]?.[code] ?? {};
    const { also = [], ...inLanguages } = words;
    const names = [code, own, latin, ...others, ...also, ...Object.values(inLanguages)];
    return {
      code,
      own,
      latin,
      shown: words,
      names: new Set(names.flatMap((name) => [name, withoutKind(name)]).map(comparableName)),
    };
  });
  statesByCountry.set(country, states);
  return states;
}

const statesByEntry = new Map<string, State | undefined>();

/** The state in the postal data for an entry of a rule's list: some lists hold codes, some names. */
function stateOf(country: string, listed: string): State | undefined {
  const key = `${country} ${listed}`;
  // A card names a hundred of them; the lists of the service stay small, so the map does too.
  if (statesByEntry.has(key)) return statesByEntry.get(key);
  const states = statesOf(country);
  const state =
    states.find(({ code, own, latin }) => code === listed || own === listed || latin === listed) ??
    states.find(({ names }) => names.has(comparableName(listed)));
  if (states.length > 0) statesByEntry.set(key, state);
  return state;
}

/** Name of an entry of `rules.states` in the locale, else in Latin letters; an unknown entry is returned unchanged. */
export const stateName = (country: string, listed: string, locale: string): string => {
  const state = stateOf(country, listed);
  if (state === undefined) return listed;
  const inLocale = new Map<string, unknown>(Object.entries(state.shown)).get(locale);
  return typeof inLocale === 'string' ? inLocale : state.latin;
};

/** The entry of `rules.states` for a typed code or name in any of the languages; undefined when none matches. */
export const parseState = (
  { country, states }: { readonly country: string; readonly states: readonly string[] },
  text: string,
) => {
  const typed = [comparableName(text), comparableName(withoutKind(text.trim()))];
  const listed = listedNames(states);
  return (
    states.find((_state, at) => listed[at] === typed[0]) ??
    states.find((state) => typed.some((name) => stateOf(country, state)?.names.has(name)))
  );
};

const namesByList = new WeakMap<readonly string[], readonly string[]>();

/** The folded entries of a list; made once for each list, as a text is compared with a hundred of them. */
function listedNames(states: readonly string[]): readonly string[] {
  const known = namesByList.get(states);
  if (known !== undefined) return known;
  const names = states.map(comparableName);
  namesByList.set(states, names);
  return names;
}

// Canada, the Emirates, Brazil and Italy write codes; so does the list of the United States.
const writesCodes = new Set(['AE', 'BR', 'CA', 'IT', 'US']);

/** States of a country as its post writes them, codes or names; empty when there is no complete list. */
export const postalStates = (country: string): readonly string[] =>
  statesOf(country).map(({ code, own }) => (writesCodes.has(country) ? code : own));
