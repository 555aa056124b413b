import { distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { locales } from '../../model/languages.ts';
import { foldKey } from '../../lib/foldCase.ts';
import { countryCodes } from './countries.ts';
import { dataFile } from '../data/dataFile.ts';
import { lazy } from '../../lib/lazy.ts';
import { expandIslands } from '../../lib/text.ts';

const namesByCode = z.record(z.string(), z.array(z.string()));
const localNames = dataFile('countryNames', namesByCode);
const aliases = dataFile('countryAliases', namesByCode);

const comparableName = (text: string): string => foldKey(text.replaceAll('&', ' and '));

const styles = ['long', 'short'] as const;

const codesByName = lazy((): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const add = (name: string, code: string): void => {
    const folded = comparableName(name);
    if (folded !== '' && !names.has(folded)) names.set(folded, code);
  };
  for (const code of countryCodes()) add(code, code);
  for (const [code, others] of Object.entries(aliases())) for (const name of others) add(name, code);
  for (const [name, codes] of codesByListedName()) if (codes.size === 1) for (const code of codes) add(name, code);
  return names;
});

/** Countries by each name in the lists and in Intl; "Congo" names two countries, so it identifies neither. */
function codesByListedName(): ReadonlyMap<string, ReadonlySet<string>> {
  const displays = locales.flatMap((language) =>
    styles.map((style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' })),
  );
  const found = new Map<string, Set<string>>();
  for (const code of countryCodes()) {
    const names = displays.map((display) => display.of(code) ?? '');
    for (const name of [...(localNames()[code] ?? []), ...names, ...names.map((one) => expandIslands(one))]) {
      const folded = comparableName(name);
      found.set(folded, (found.get(folded) ?? new Set()).add(code));
    }
  }
  return found;
}

/**
 * Code of the country for a typed code (ISO 3166 alpha-2 or alpha-3) or name, in any of the languages or the
 * country's own: UK, Great Britain, 臺灣, РФ, Deutschland. Undefined when no country matches.
 */
export const parseCountry = (text: string): string | undefined => {
  const name = comparableName(text);
  return (
    codesByName().get(name) ??
    codesByName().get(name.replace(/^(?:THE)?(?:REPUBLICOF|KINGDOMOF|STATEOF|РЕСПУБЛИКА)?/, ''))
  );
};

/** Up to three of `codes` with a name similar to the typed text, closest first; empty when nothing is close. */
export const similarCountries = (text: string, codes: readonly string[]): readonly string[] => {
  const typed = comparableName(text);
  if (typed.length < 3) return [];
  const wanted = new Set(codes);
  const near = new Map<string, number>();
  for (const [name, code] of codesByName()) {
    if (!wanted.has(code) || name.length < 3) continue;
    const far = name.startsWith(typed) || typed.startsWith(name) ? 1 : distance(typed, name);
    if (far <= Math.max(1, Math.floor(typed.length / 3))) near.set(code, Math.min(far, near.get(code) ?? far));
  }
  return [...near.keys()].sort((one, other) => (near.get(one) ?? 0) - (near.get(other) ?? 0)).slice(0, 3);
};
