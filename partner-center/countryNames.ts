import { distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { compared } from '../storage/folded.ts';
import { countryCodes } from './countryTable.ts';
import { dataFile } from './data.ts';
import { once } from './once.ts';
import { islandsWrittenOut } from './text.ts';

const lists = z.record(z.string(), z.array(z.string()));
const kept = dataFile('countryNames', lists);
const aliases = dataFile('countryAliases', lists);

const nameOf = (text: string): string => compared(text.replaceAll('&', ' and '));

/** The languages that names are shown in, and so the ones they are typed in. */
const languages = ['en', 'zh-TW', 'zh-CN', 'ru'] as const;

const styles = ['long', 'short'] as const;

const known = once((): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const add = (name: string, code: string): void => {
    const folded = nameOf(name);
    if (folded !== '' && !names.has(folded)) names.set(folded, code);
  };
  for (const code of countryCodes()) add(code, code);
  for (const [code, others] of Object.entries(aliases())) for (const name of others) add(name, code);
  for (const [name, codes] of listed()) if (codes.size === 1) for (const code of codes) add(name, code);
  return names;
});

/** Names of the lists and of Intl, with the countries each is a name of: "Congo" is one of two and tells none. */
function listed(): ReadonlyMap<string, ReadonlySet<string>> {
  const displays = languages.flatMap((language) =>
    styles.map((style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' })),
  );
  const found = new Map<string, Set<string>>();
  for (const code of countryCodes()) {
    const names = displays.map((display) => display.of(code) ?? '');
    for (const name of [...(kept()[code] ?? []), ...names, ...names.map((one) => islandsWrittenOut(one))]) {
      const folded = nameOf(name);
      found.set(folded, (found.get(folded) ?? new Set()).add(code));
    }
  }
  return found;
}

/**
 * The country that is meant by a code (ISO 3166 alpha-2 or alpha-3) or by a name as people write it, in any of the four
 * languages or the country's own: UK, Great Britain, 臺灣, РФ, Deutschland. Undefined where none is.
 */
export const countryMeant = (text: string): string | undefined => {
  const name = nameOf(text);
  return known().get(name) ?? known().get(name.replace(/^(?:THE)?(?:REPUBLICOF|KINGDOMOF|STATEOF|РЕСПУБЛИКА)?/, ''));
};

/** At most three of those countries, by code, of which a name looks like what was typed; none for what is far off. */
export const similarCountries = (text: string, codes: readonly string[]): readonly string[] => {
  const typed = nameOf(text);
  if (typed.length < 3) return [];
  const wanted = new Set(codes);
  const near = new Map<string, number>();
  for (const [name, code] of known()) {
    if (!wanted.has(code) || name.length < 3) continue;
    const far = name.startsWith(typed) || typed.startsWith(name) ? 1 : distance(typed, name);
    if (far <= Math.max(1, Math.floor(typed.length / 3))) near.set(code, Math.min(far, near.get(code) ?? far));
  }
  return [...near.keys()].sort((one, other) => (near.get(one) ?? 0) - (near.get(other) ?? 0)).slice(0, 3);
};
