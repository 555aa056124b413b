import { distance } from 'fastest-levenshtein';
import { foldKey } from '../../lib/foldCase.ts';
import { isNearName } from './typos.ts';

/** Letters that are written for the same sound from one transliteration to another: контосо is kontoso and Contoso. */
const sameSounds: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|zh|ch|j/g, 's'],
  [/c?k|c|q/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ou/g, 'o'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[yi]+/g, 'i'],
  [/[ae]i|e/g, 'e'],
  [/(.)\1+/g, '$1'],
];

const beyondAscii = /[^\p{ASCII}]/u;

/** A name as it sounds, in Latin letters whatever its script, to compare by. */
async function soundOf(name: string): Promise<string> {
  // Its tables are read when the first name of another script is compared, not when the bot starts.
  const latin = beyondAscii.test(name) ? (await import('any-ascii')).default(foldKey(name)) : foldKey(name);
  return sameSounds.reduce((text, [letters, one]) => text.replace(letters, one), latin.toLowerCase());
}

/** Fewest letters of a name that is looked for in another script: of fewer, too many names sound like it. */
const fewestLetters = 4;

/**
 * The names that a typed one sounds like in another script: “тейлспин” like Tailspin, “haide” like 海德, “romashka”
 * like Ромашка. None where both are written in the same script.
 */
export async function soundingLike<T extends { readonly companyName: string }>(
  typed: string,
  all: readonly T[],
): Promise<readonly T[]> {
  const sound = await soundOf(typed);
  if (sound.length < fewestLetters) return [];
  const isLatin = !beyondAscii.test(typed);
  const others = all.filter(({ companyName }) => beyondAscii.test(companyName) === isLatin);
  const sounds = await Promise.all(others.map(({ companyName }) => soundOf(companyName)));
  const heard = (one: string): readonly T[] => others.filter((_one, index) => isHeardIn(one, sounds[index] ?? ''));
  const found = heard(sound);
  const stem = stemOf(typed, sound);
  return found.length > 0 || stem === sound || stem.length < fewestLetters ? found : heard(stem);
}

/** The sound of a word without the ending of its case: «у нортвинда», «контосо ретейлу». */
const stemOf = (typed: string, sound: string): string =>
  /\p{Script=Cyrillic}/u.test(typed) ? sound.replace(/(?:om|oi|a|u|e|i)$/u, '') : sound;

/** True where a sound is the beginning of another, or stands in it behind a legal form, but for one letter in six. */
function isHeardIn(sound: string, name: string): boolean {
  if (name.includes(sound)) return true;
  const errors = Math.floor(sound.length / 6);
  return errors > 0 && distance(sound, name.slice(0, sound.length)) <= errors;
}

/** A word to compare by: as it is written and as it sounds. */
export interface ComparedWord {
  readonly text: string;
  readonly sound: string;
  readonly isAscii: boolean;
}

export const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

/** True for a word of a text that is one of a name: but for an ending or a typing error, or by its sound in another script. */
export function isSameWord(typed: ComparedWord, own: ComparedWord): boolean {
  if (typed.isAscii === own.isAscii) return isNearName(typed.text, own.text);
  return [typed.sound, stemOf(typed.text, typed.sound)].some(
    (one) =>
      one.length >= fewestBeside && (one === own.sound || (one.length >= fewestHeard && isHeardIn(one, own.sound))),
  );
}

/** Fewest letters of a word that is heard beside another one of the same name. */
const fewestBeside = 4;

/** A word made ready to compare; by its sound as well where that is asked for. */
export const comparedWord = async (text: string, hasSound: boolean): Promise<ComparedWord> => ({
  text,
  sound: hasSound ? await soundOf(text) : '',
  isAscii: isAscii(text),
});

/** Fewest letters of a word that is heard in a sentence: many words sound like the beginning of a name. */
export const fewestHeard = 6;

/** The consonants of a sound: a foreign name in Chinese characters has them, with other vowels between. */
const consonantsOf = (sound: string): string =>
  sound
    .replaceAll(/[aeiou]/g, '')
    .replaceAll('ng', 'n')
    .replaceAll('r', 'l');

/** The consonants of each character of a text in their order; empty for those that are not Chinese. */
export const soundsOfHan = (text: string): Promise<readonly string[]> =>
  Promise.all(text.split('').map(async (one) => (/\p{Script=Han}/u.test(one) ? consonantsOf(await soundOf(one)) : '')));

/** Fewest consonants of a name, and Chinese characters, by which it is heard: 康托索 is Contoso. */
const fewestConsonants = 4;
const fewestOfHan = 3;

/** The place of a name's first word in a text where Chinese characters write its sound. */
export function placeInHan(
  sounds: readonly string[],
  word: ComparedWord | undefined,
): readonly [from: number, to: number] | undefined {
  const meant = consonantsOf(word?.sound ?? '');
  if (meant.length < fewestConsonants) return undefined;
  for (const from of sounds.keys()) {
    let said = '';
    for (let to = from; to < sounds.length && sounds[to] !== '' && meant.startsWith(said); to += 1) {
      said += sounds[to] ?? '';
      if (said === meant && to + 1 - from >= fewestOfHan) return [from, to + 1];
    }
  }
  return undefined;
}
