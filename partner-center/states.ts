import * as z from 'zod';
import { compared } from '../storage/folded.ts';
import type { CountryRules } from './countries.ts';
import { dataFile } from './data.ts';
import { postalAddress } from './postalAddress.ts';

const nameOf = (text: string): string => compared(text.replaceAll('&', ' and '));

const shown = z.object({
  en: z.string().exactOptional(),
  ru: z.string().exactOptional(),
  'zh-TW': z.string().exactOptional(),
  'zh-CN': z.string().exactOptional(),
  also: z.array(z.string()).exactOptional(),
});
const translated = dataFile('stateNames', z.record(z.string(), z.record(z.string(), shown)));

/** One state of the post's list, with what it is called. */
interface State {
  readonly code: string;
  readonly own: string;
  readonly latin: string;
  readonly shown: z.infer<typeof shown>;
  /** Everything it may be written as, folded. */
  readonly names: ReadonlySet<string>;
}

/** A name without what says what kind of place it is: 東京都, 廣東省, Kanagawa Prefecture. */
const bare = (name: string): string =>
  name
    .replace(/(?<=\p{Script=Han}{2})(?:[省市州都府縣県县]|(?:[壮壯]族|回族|维吾尔|維吾爾)?自治[区區])$/u, '')
    .replace(/[ -](?:state|province|prefecture|shi|sheng|emirate)$/i, '')
    .replace(/^(?:state|province|emirate) of /i, '');

const made = new Map<string, readonly State[]>();

function statesOf(country: string): readonly State[] {
  const known = made.get(country);
  if (known !== undefined) return known;
  const states = (postalAddress(country).states ?? []).map(([code = '', own = '', latin = own, ...others]): State => {
    const words = translated()[country]?.[code] ?? {};
    const { also = [], ...inLanguages } = words;
    const names = [code, own, latin, ...others, ...also, ...Object.values(inLanguages)];
    return { code, own, latin, shown: words, names: new Set(names.flatMap((name) => [name, bare(name)]).map(nameOf)) };
  });
  made.set(country, states);
  return states;
}

const meant = new Map<string, State | undefined>();

/** The state of the post's list that a rule's own list means by this entry: some lists hold codes, some names. */
function stateOf(country: string, listed: string): State | undefined {
  const key = `${country} ${listed}`;
  // A card names a hundred of them; what a service lists is never much.
  if (meant.has(key)) return meant.get(key);
  const states = statesOf(country);
  const state =
    states.find(({ code, own, latin }) => code === listed || own === listed || latin === listed) ??
    states.find(({ names }) => names.has(nameOf(listed)));
  if (states.length > 0) meant.set(key, state);
  return state;
}

/** The name of an entry of `rules.states` in the locale's words where we have one, else in Latin letters; what is not known is given back. */
export const stateName = (country: string, listed: string, locale: string): string => {
  const state = stateOf(country, listed);
  if (state === undefined) return listed;
  const inLocale = new Map<string, unknown>(Object.entries(state.shown)).get(locale);
  return typeof inLocale === 'string' ? inLocale : state.latin;
};

/** The entry of `rules.states` that is meant by a code or a name in any of the languages; undefined where none is. */
export const stateMeant = ({ country, states }: Pick<CountryRules, 'country' | 'states'>, text: string) => {
  const typed = [nameOf(text), nameOf(bare(text.trim()))];
  return (
    states.find((listed) => nameOf(listed) === typed[0]) ??
    states.find((listed) => typed.some((name) => stateOf(country, listed)?.names.has(name)))
  );
};

// Canada, the Emirates, Brazil and Italy write codes; so does the list of the United States.
const writesCodes = new Set(['AE', 'BR', 'CA', 'IT', 'US']);

/** The states of a country as its post writes them, codes or names; empty where it has no list, or we none that is whole. */
export const postalStates = (country: string): readonly string[] =>
  statesOf(country).map(({ code, own }) => (writesCodes.has(country) ? code : own));
