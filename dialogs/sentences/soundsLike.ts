import { distance } from 'fastest-levenshtein';
import { foldKey } from '../../lib/foldCase.ts';

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
  // «У нортвинда», «контосо ретейлу»: the ending is that of the case.
  const stem = /\p{Script=Cyrillic}/u.test(typed) ? sound.replace(/(?:om|oi|a|u|e|i)$/u, '') : sound;
  return found.length > 0 || stem === sound || stem.length < fewestLetters ? found : heard(stem);
}

/** True where a sound is the beginning of another, or stands in it behind a legal form, but for one letter in six. */
function isHeardIn(sound: string, name: string): boolean {
  if (name.includes(sound)) return true;
  const errors = Math.floor(sound.length / 6);
  return errors > 0 && distance(sound, name.slice(0, sound.length)) <= errors;
}
