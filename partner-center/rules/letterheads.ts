import * as z from 'zod';
import { foldKey } from '../../lib/foldCase.ts';
import { lazy } from '../../lib/lazy.ts';
import { dataFile } from '../data/dataFile.ts';

const texts = z.array(z.string());
const textsByName = z.record(z.string(), texts);

const letterheads = dataFile(
  'letterheads',
  z.object({
    freeMail: texts,
    secondLevels: texts,
    genericDomains: texts,
    legalForms: textsByName,
    identityWords: textsByName,
    words: textsByName,
    jobTitles: texts,
    closings: texts,
    honorifics: texts,
    suffixes: texts,
    particles: texts,
    longFamilyNames: texts,
    familyNames: z.string(),
    streetWords: texts,
  }),
);

/** Words of customers' own languages that stand before a value in a letterhead, by the kind of the value. */
export const letterheadWords = (): Readonly<Record<string, readonly string[]>> => letterheads().words;

/** Names of registration numbers, by the country whose number they are. */
export const identityWords = (): Readonly<Record<string, readonly string[]>> => letterheads().identityWords;

/** Lists of words that tell the parts of a signature apart, in customers' own languages. */
export const signatureWords = (): Readonly<
  Pick<ReturnType<typeof letterheads>, 'jobTitles' | 'closings' | 'honorifics'>
> => letterheads();

/** The parts a person's name is taken apart by. */
export const nameParts = lazy(() => {
  const { suffixes, particles, longFamilyNames, familyNames } = letterheads();
  return {
    suffixes: new Set(suffixes.map(foldKey)),
    particles: new Set(particles),
    longFamilyNames,
    familyNames: new Set(familyNames),
  };
});

const streetWords = lazy(() => new Set(letterheads().streetWords.map(foldKey)));

/** True for a text with a word that only an address has: Suite, Haus, ул. */
export const hasStreetWord = (text: string): boolean =>
  text.split(/[\s.,]+/).some((word) => streetWords().has(foldKey(word)));

/** Countries by each legal form, folded; an empty list for a form of many countries. */
const countriesByForm = lazy(() => {
  const found = new Map<string, string[]>();
  for (const [country, forms] of Object.entries(letterheads().legalForms))
    for (const form of forms)
      found.set(foldKey(form), [...(found.get(foldKey(form)) ?? []), ...(country === '' ? [] : [country])]);
  return found;
});

/** True for a legal form alone, “LLC”, which no company is called. */
export const isLegalForm = (text: string): boolean => countriesByForm().has(foldKey(text));

const leadingForm = /^(?:SARL|SASU?|EURL|SCI|SNC)\s/;
const hanForm = /(?:公司|集[团團]|株式会社|有限会社|合同会社|合資会社|주식회사)/u;

/** Words of a text: at most this many at its end, or at its start, may be a legal form. */
const mostFormWords = 4;

/**
 * The countries of the legal form that a company's name ends or begins with, “Muster GmbH”, “ООО «Ромашка»”; an empty list
 * for a form of many countries; undefined for a text without one.
 */
export function legalFormCountries(text: string): readonly string[] | undefined {
  const han = hanForm.exec(text)?.[0];
  if (han !== undefined) return countriesByForm().get(foldKey(han)) ?? [];
  const tokens = text.split(/[\s,«»"“”]+/u).filter((token) => /[\p{L}\p{N}&]/u.test(token));
  const keys = tokens.map(foldKey);
  const forms = countriesByForm();
  // A form alone is no name.
  for (let length = Math.min(mostFormWords, tokens.length - 1); length > 0; length--) {
    const behind = forms.get(keys.slice(-length).join(''));
    if (behind !== undefined) return behind;
    // Russian and French forms stand in front: "Me" and "Sa" begin other texts.
    const before =
      (/^\p{Script=Cyrillic}/u.test(text) || leadingForm.test(text)) && isFormCase(tokens.slice(0, length))
        ? forms.get(keys.slice(0, length).join(''))
        : undefined;
    if (before !== undefined) return before;
  }
  return undefined;
}

/** True for the case of a form in front of a name: ООО in capitals, or a whole form in words. */
const isFormCase = (tokens: readonly string[]): boolean => tokens.length > 1 || /^\p{Lu}+$/u.test(tokens[0] ?? '');

const freeMail = lazy(() => new Set(letterheads().freeMail));
const secondLevels = lazy(() => new Set(letterheads().secondLevels));
const genericDomains = lazy(() => new Set(letterheads().genericDomains));

/** The name under which a host is registered, "contoso" of mail.contoso.co.uk; undefined for a provider of free mail. */
export function registeredName(host: string): string | undefined {
  const labels = host
    .toLowerCase()
    .split('.')
    .filter((label) => label !== '');
  const last = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  const depth = last.length === 2 && secondLevels().has(second) && labels.length > 2 ? 3 : 2;
  const name = labels.at(-depth);
  if (name === undefined || labels.length < 2 || freeMail().has(name)) return undefined;
  return name === 'onmicrosoft' ? labels.at(-3) : name;
}

/** The country of a host's top-level domain; undefined for one that all the world uses. */
export function hostCountry(host: string): string | undefined {
  const last = host.toLowerCase().split('.').at(-1) ?? '';
  if (!/^[a-z]{2}$/.test(last) || genericDomains().has(last)) return undefined;
  return last === 'uk' ? 'GB' : last.toUpperCase();
}
