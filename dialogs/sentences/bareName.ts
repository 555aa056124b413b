import type { Locale } from '../../locales/translator.ts';
import type { Intent } from './intent.ts';
import { saysAnything } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { cleanName, isIdOrDomain, isSentence, searchedWords } from './names.ts';
import { cut, withoutPolitenessAtEnd } from './politeness.ts';
import { type Utterance, utteranceOf, wordsOf } from './utterance.ts';

/** Most words of a bare name, and most Chinese characters. */
const maxNameWords = 6;
const maxNameCharacters = 14;

/** The intent of a text that may be a customer's name and nothing else. */
export function readBareName({ text, folded }: Utterance, languages: readonly Locale[]): Intent {
  const known = languages.map(lexicon);
  const [first = lexicon('en')] = known;
  const plain = cut(withoutPolitenessAtEnd({ text, folded }, first), 0, text.length);
  const name = cleanName(plain.text, first);
  const isLong =
    wordsOf(folded).length > maxNameWords ||
    text.length > 60 ||
    (/\p{Script=Han}/u.test(folded) && folded.length > maxNameCharacters);
  const isLongQuestion = wordsOf(folded).length > 3 || (/\p{Script=Han}/u.test(folded) && folded.length > 7);
  const isName =
    isIdOrDomain(name) ||
    (/[\p{L}\p{N}]/u.test(name) &&
      !isLong &&
      !known.some((one) => isSentence(name, one)) &&
      !(isLongQuestion && /[?？]$/u.test(text)));
  return isName ? { kind: 'find', find: searchedWords(name), sure: false } : { kind: 'unknown' };
}

/** True for a text that is written like a name: “City Power & Light”. */
export const isTitle = (text: string): boolean =>
  /^\p{Lu}\S*(?:\s+(?:and|of|the|&|и|\p{Lu}\S*|\d+))*\s+\p{Lu}\S*$/u.test(text);

/** True for a text that may be somebody's name: no word of it is one that sentences are made of, or it is written so. */
export function looksLikeName(text: string): boolean {
  const sentence = utteranceOf(text);
  return (
    isIdOrDomain(text) ||
    isTitle(text) ||
    !languagesOf(sentence).some((locale) => saysAnything(sentence, lexicon(locale)))
  );
}
