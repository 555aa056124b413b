import { type DetailPart, detailParts, namePlace, readDetails } from '../../forms/paste/detailLine.ts';
import type { Pasted, Reader } from '../../forms/paste/paste.ts';
import { countryCodes, findCountryRules } from '../../partner-center/rules/countries.ts';
import { parseCountry, similarCountries } from '../../partner-center/rules/countryNames.ts';
import { legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { parseState } from '../../partner-center/rules/states.ts';
import { withoutCopula } from '../corrections/fieldValue.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { isOnlyWords } from '../sentences/keywords.ts';
import { languagesOf, lexicon } from '../sentences/lexicon.ts';
import { isSentence } from '../sentences/names.ts';
import { pairs } from '../sentences/pattern.ts';
import { utteranceOf } from '../sentences/utterance.ts';

/** The country that a word in a sentence names: as it is called, or as Russian declines it. */
export const countryIn = (word: string): string | undefined =>
  parseCountry(word) ?? (/\p{Script=Cyrillic}/u.test(word) ? similarCountries(word, countryCodes())[0] : undefined);

/** A place in the name's part, behind its preposition: “Lamna Healthcare in Dallas”. */
const placeOfName =
  /^(.+?)\s+(?:in|from|based in|в|во|из)\s+(?:(?:г\.|городе|города)\s*)?(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*)$/u;

/** The name of a city that a language declines behind a preposition, as it is called. */
function cityNamed(said: string): string {
  const endings = locales.flatMap((locale) => [...pairs(correctionBook[locale].placeEndings)]);
  const [end, own] = endings.find(([one]) => said.endsWith(one)) ?? ['', ''];
  return said.slice(0, said.length - end.length) + own;
}

/** Fewest words of a clause that is hardly a name. */
const longClause = 5;

/** True for a part of a sentence that names nobody. */
function isWords(text: string): boolean {
  // A long clause without capitals is no name: “can you start a new one for me”.
  if (text.split(/\s+/u).length >= longClause && !/\p{Lu}|\p{Script=Han}/u.test(text)) return true;
  return languagesOf(utteranceOf(text)).some((locale) => {
    const known = lexicon(locale);
    return isSentence(text, known) || isOnlyWords(text, known, true);
  });
}

/** The text without words before its colon that are no label: “建檔：日升科技有限公司”. */
function withoutLead(text: string): string {
  const [, lead = '', rest = ''] = /^([^:：,，;；\d]{1,30})[:：]\s*(\S.*)$/u.exec(text) ?? [];
  return rest === '' || detailParts(text, withoutCopula)[0]?.label !== undefined || /[«»"“”]/u.test(lead) ? text : rest;
}

/** Parts that say where a company is, of the place behind its name and the part behind that: “Dallas”, “Texas”. */
function placeParts(said: string, next: DetailPart | undefined, { partner }: Reader): readonly DetailPart[] {
  const rules = findCountryRules(partner.country);
  const isState = (text: string): boolean => rules !== undefined && parseState(rules, text) !== undefined;
  if (isState(said)) return [{ label: 'state', text: said }];
  const city = { label: 'city', text: cityNamed(said) };
  return next?.label === undefined && isState(next?.text ?? '')
    ? [city, { label: 'state', text: next?.text ?? '' }]
    : [city];
}

/** True where something was recognised beside the company's name. */
const isDetailed = ({ company, contact, country, elsewhere, leftOut }: Pasted): boolean =>
  Object.keys(company).length > 1 ||
  Object.keys(contact).length > 0 ||
  [country, elsewhere, leftOut].some((one) => one !== undefined);

/** A company and the details that are typed on its line, as they are recognised; undefined where nothing stands there but a name. */
export function detailsIn(
  typed: string,
  reader: Reader,
): { pasted: Pasted; signs: number; isFormed: boolean } | undefined {
  const parts = detailParts(withoutLead(typed.trim().replace(/[\s.!。！]+$/u, '')), withoutCopula);
  const at = namePlace(parts, isWords);
  const named = parts[at];
  if (named === undefined) return undefined;
  const isFormed = legalFormCountries(named.text) !== undefined;
  const [, before = '', said = ''] = isFormed ? [] : (placeOfName.exec(named.text) ?? []);
  const hasPlace = said !== '' && countryIn(said) === undefined;
  const behind = parts
    .slice(at + 1)
    .filter(({ text, label }) => label !== undefined || /[\d@]/u.test(text) || !isWords(text));
  const ofPlace = hasPlace ? placeParts(said, behind[0], reader) : [];
  const details = [...ofPlace, ...behind.slice(Math.max(0, ofPlace.length - 1))];
  if (details.length === 0) return undefined;
  const read = readDetails(hasPlace ? before : named.text, details, reader);
  const labels = details.filter(({ label }) => label !== undefined).length;
  return isDetailed(read.pasted) ? { pasted: read.pasted, signs: read.signs + labels, isFormed } : undefined;
}

/** The name without sentences behind it: “Contoso, then call me at 5”. */
export function nameAlone(name: string): string {
  const [head = '', ...others] = name.split(/\s*[,，;；]\s*/u);
  // A number of its own is no part of a name: “ООО «Север», ИНН 7842123456”.
  return others.some((part) => isWords(part) || /\d{6,}/.test(part)) ? head : name;
}

/** Kinds of things, and labels, that a line must have which says nothing of a new customer. */
const leastSigns = 3;

/** Reads a company by its legal form and the details behind it on one line, whatever is said before it; undefined for any other text. */
export function readCompanyLine(text: string, reader: Reader): Pasted | undefined {
  if (text.length > longestLine || /[\r\n?？]/u.test(text.trim()) || !/\d{4}|@/u.test(text)) return undefined;
  const read = detailsIn(text, reader);
  const isEnough =
    read?.isFormed === true && (read.signs >= leastSigns || read.pasted.company.registrationNumber !== undefined);
  return isEnough ? read.pasted : undefined;
}

/** Longest line that is taken so. */
const longestLine = 300;
