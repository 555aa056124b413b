import { cleanText } from '../../lib/text.ts';
import { foldKey } from '../../lib/foldCase.ts';
import { personNameFault } from '../../partner-center/rules/contact.ts';
import { nameParts } from '../../partner-center/rules/letterheads.ts';
import { hanHonorifics, hasJobWord, isHonorific } from './labels.ts';

/** A person's name in its two parts. */
export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

const han = /^[\p{Script=Han}]+$/u;
const eastAsian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Countries whose people write the family name first, in Latin letters too. */
const familyFirst: ReadonlySet<string> = new Set(['HU']);

/** Countries whose people have two family names. */
const twoFamilyNames: ReadonlySet<string> = new Set([
  'ES',
  'MX',
  'AR',
  'CL',
  'CO',
  'PE',
  'UY',
  'VE',
  'EC',
  'CR',
  'PA',
  'DO',
  'GT',
  'BO',
  'PY',
]);

/** A name without titles before and behind it, and what stands in brackets. */
function withoutTitles(text: string): string {
  const bare = cleanText(text.slice(0, 120))
    .replace(/\s?[(（][^()（）]*[)）]/gu, '')
    .replace(/[,，;:]+$/u, '');
  const behind = hanHonorifics().find((word) => bare.length > word.length && bare.endsWith(word));
  const words = (behind === undefined ? bare : bare.slice(0, -behind.length).trim()).split(' ');
  while (words.length > 1 && isHonorific((words[0] ?? '').replace(/\.$/, ''))) words.shift();
  const { suffixes } = nameParts();
  while (words.length > 2 && suffixes.has(foldKey(words.at(-1) ?? ''))) words.pop();
  return words.join(' ').replace(/,$/, '');
}

/** True for a text that can be a person's name: two to five words with capitals, or two to four East Asian characters. */
export function isNameLike(text: string): boolean {
  const name = withoutTitles(text);
  if (/[\d@:/|&"«»“”()+]/.test(name) || hasJobWord(name)) return false;
  if (eastAsian.test(name)) return /^[\p{L}・]{1,4} ?[\p{L}・]{0,4}$/u.test(name) && isKnownEastAsian(name);
  const words = name.replace(',', '').split(' ');
  if (words.length < 2 || words.length > 5) return false;
  const { particles } = nameParts();
  const isNameWord = (word: string): boolean => particles.has(word) || /^\p{Lu}[\p{L}\p{M}.’'-]*$/u.test(word);
  return words.every(isNameWord) && words.some((word) => /^\p{Lu}\p{Ll}/u.test(word) || /^\p{Lu}{2,}$/u.test(word));
}

const isKnownEastAsian = (name: string): boolean =>
  !han.test(name) || name.length < 2
    ? name.length >= 2
    : nameParts().longFamilyNames.some((family) => name.startsWith(family)) ||
      nameParts().familyNames.has(name[0] ?? '');

/** The last name's beginning in an e-mail address that names both parts, “ana.lima@…”; undefined elsewhere. */
function mailSplit(words: readonly string[], mail: string): { at: number; isFamilyFirst: boolean } | undefined {
  const tokens = (mail.split('@')[0] ?? '').split(/[._-]/).map(foldKey);
  const [one = '', other = ''] = tokens;
  const folded = words.map(foldKey);
  if (tokens.length < 2 || one === '' || other === '') return undefined;
  const startsWith = (word: string | undefined, token: string): boolean =>
    word !== undefined && (word === token || (token.length === 1 && word.startsWith(token)));
  const isGivenFirst = startsWith(folded[0], one);
  const lastAt = folded.findIndex(
    (word, at) => at > 0 && (word === other || folded.slice(at).join('') === tokens.slice(1).join('')),
  );
  if (isGivenFirst && lastAt > 0) return { at: lastAt, isFamilyFirst: false };
  if (words.length === 2 && folded[0] === other && startsWith(folded[1], one)) return { at: 1, isFamilyFirst: true };
  return undefined;
}

const patronymic = /(?:вич|ьич|вна|ична|инична)$/u;
const russianFamily = /(?:[оеё]ва?|ина?|[сц]кий|[сц]кая|ый|ая|енко|[чщ]ук|юк|ян|дзе|швили)$/u;

/** The name's parts in Cyrillic: the patronymic and the usual ends of family names tell them apart. */
function cyrillicName(words: readonly string[]): PersonName | undefined {
  const [one = '', two = '', three = ''] = words;
  if (words.length === 3 && patronymic.test(three)) return { firstName: two, lastName: one };
  if (words.length === 3 && patronymic.test(two)) return { firstName: one, lastName: three };
  if (words.length !== 2) return undefined;
  return russianFamily.test(one) && !russianFamily.test(two)
    ? { firstName: two, lastName: one }
    : { firstName: one, lastName: two };
}

function eastAsianName(name: string, country: string): PersonName | undefined {
  const [family = '', given = ''] = name.split(/[ ・]/);
  if (given !== '') return { firstName: given, lastName: family };
  const long = nameParts().longFamilyNames.find((one) => name.startsWith(one) && name.length > one.length);
  // Japanese names of four characters have two of each, others cannot be told apart.
  const length = country === 'JP' ? (name.length === 4 ? 2 : 0) : (long?.length ?? 1);
  if (length === 0 || name.length <= length || name.length > 4) return undefined;
  return { firstName: name.slice(length), lastName: name.slice(0, length) };
}

const isCapitals = (word: string): boolean => /^\p{Lu}{2,}(?:[-'’]\p{Lu}+)*$/u.test(word);

function westernSplit(words: readonly string[], country: string): { at: number; isFamilyFirst: boolean } {
  const capitals = words.map(isCapitals);
  // “Marie DUPONT” and “DUPONT Marie”.
  if (capitals.at(-1) === true && capitals[0] === false) return { at: capitals.indexOf(true), isFamilyFirst: false };
  if (capitals[0] === true && capitals.at(-1) === false) return { at: capitals.indexOf(false), isFamilyFirst: true };
  const { particles } = nameParts();
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && particles.has(word));
  if (particle > 0) return { at: particle, isFamilyFirst: false };
  if (twoFamilyNames.has(country) && words.length >= 3) return { at: words.length - 2, isFamilyFirst: false };
  return { at: familyFirst.has(country) ? 1 : words.length - 1, isFamilyFirst: familyFirst.has(country) };
}

/** “LIMA” as Lima, where a name in capitals stands beside one that is not. */
const inUsualCase = (name: string): string =>
  name.replace(/\p{Lu}{2,}/gu, (word) => `${word[0] ?? ''}${word.slice(1).toLowerCase()}`);

const checked = (name: PersonName | undefined): PersonName | undefined =>
  name === undefined || personNameFault(name.firstName) !== undefined || personNameFault(name.lastName) !== undefined
    ? undefined
    : name;

/**
 * A person's full name in its two parts, in the order of its script and country; an e-mail address that names both decides.
 * Undefined for a text that is no name, or cannot be taken apart.
 */
export function parsePersonName(text: string, country: string, mail = ''): PersonName | undefined {
  const name = withoutTitles(text);
  if (eastAsian.test(name)) return checked(eastAsianName(name, country));
  const [, family = '', given = ''] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  if (family !== '') return checked({ firstName: given, lastName: family });
  const words = name.split(' ');
  if (words.length < 2 || words.length > 5) return undefined;
  const cyrillic = /\p{Script=Cyrillic}/u.test(name) ? cyrillicName(words) : undefined;
  if (cyrillic !== undefined) return checked(cyrillic);
  const { at, isFamilyFirst } = mailSplit(words, mail) ?? westernSplit(words, country);
  const [head, tail] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
  const [firstName, lastName] = isFamilyFirst ? [tail, head] : [head, tail];
  return checked({
    firstName,
    lastName: isCapitals(lastName) && !isCapitals(firstName) ? inUsualCase(lastName) : lastName,
  });
}

/** The mail address in which a person's name stands, of a text that has other people's as well. */
export const mailOfPerson = ({ firstName, lastName }: PersonName, mails: readonly string[]): string | undefined =>
  mails.find((mail) => {
    const parts = (mail.split('@')[0] ?? '').split(/[._-]/).map(foldKey);
    return [firstName, lastName].map(foldKey).some((name) => name.length > 2 && parts.includes(name));
  });
