import { lazy } from '../../lib/lazy.ts';
import { locales } from '../../locales/translator.ts';
import { sentenceBook } from '../../locales/sentenceBook.ts';
import { languagesOf, type Lexicon, lexicon } from './lexicon.ts';
import { barred, pairs } from './pattern.ts';
import { maxSentence, type Utterance, utteranceOf } from './utterance.ts';

/** A part of an utterance. */
export const cut = ({ text, folded }: Utterance, from: number, to: number): Utterance => ({
  text: text.slice(from, to),
  folded: folded.slice(from, to),
});

/**
 * The sentence without “please”, “I want to” and the like, and with less of them taken off: “open contoso, thanks” has a
 * verb that is a polite beginning as well. The shortest comes first.
 */
export function withoutPoliteness(sentence: Utterance, known: Lexicon): readonly [Utterance, ...Utterance[]] {
  const forms: [Utterance, ...Utterance[]] = [withoutPolitenessAtEnd(sentence, known)];
  for (let rest = forms[0]; forms.length < 6; forms.unshift(rest)) {
    const from = known.before.exec(rest.folded)?.[0].length ?? 0;
    if (from === 0 || from === rest.folded.length) break;
    rest = withoutPolitenessAtEnd(cut(rest, from, rest.folded.length), known);
  }
  return forms;
}

/** The sentence without “please” and the like at its end. A company may be called “Please”, but hardly with something behind it. */
export function withoutPolitenessAtEnd(sentence: Utterance, known: Lexicon): Utterance {
  const to = known.after.exec(sentence.folded)?.index ?? 0;
  return to === 0 ? sentence : cut(sentence, 0, to);
}

/** The sentence with blanks for polite words in its middle. */
export function withoutPolitenessInside(sentence: Utterance): Utterance {
  let { text, folded } = sentence;
  for (const locale of languagesOf(sentence))
    for (const { 0: found, index } of sentence.folded.matchAll(lexicon(locale).anywhere)) {
      const blanks = ' '.repeat(found.length);
      text = text.slice(0, index) + blanks + text.slice(index + found.length);
      folded = folded.slice(0, index) + blanks + folded.slice(index + found.length);
    }
  return { text, folded };
}

/** True for a text that is a polite beginning and nothing else: “um”, “good morning”. */
export const isPolite = (text: string, { before }: Lexicon): boolean => {
  const { folded } = utteranceOf(text);
  return before.exec(folded)?.[0].length === folded.length;
};

const hanWord = /\p{Script=Han}/u;

/** Source of an expression for any of these words, of which Chinese ones stand within others. */
const anyOf = (words: readonly string[]): string => {
  const [within, apart] = [words.filter((word) => hanWord.test(word)), words.filter((word) => !hanWord.test(word))];
  return [`(?<![\\p{L}\\p{N}])(?:${apart.join('|')})(?![\\p{L}\\p{N}])`, ...within].join('|');
};

const dictated = lazy(() => {
  const sounds = locales.flatMap((locale) => barred(sentenceBook[locale].hesitations));
  const marks = new Map(locales.flatMap((locale) => [...pairs(sentenceBook[locale].spokenMarks)]));
  const said = anyOf([...marks.keys()]);
  return {
    any: new RegExp(anyOf([...sounds, ...marks.keys(), 'onmicrosoft com']), 'iu'),
    sounds: new RegExp(`(?:\\s*[,，、]?\\s*(?:${anyOf(sounds)}))+(?![\\p{Ll}])[,，、]?`, 'giu'),
    comma: new RegExp(`\\s+(?:${said})(?=\\s)`, 'giu'),
    stop: new RegExp(`(?<=[a-z\\d])\\s*(?:${said})\\s*(?=[a-z\\d])`, 'giu'),
    marks,
  };
});

/** A text that was dictated, as it would be written: without “um”, and with its commas, and the dots of a domain. */
export function asWritten(typed: string): string {
  const { any, sounds, comma, stop, marks } = dictated();
  if (typed.length > maxSentence || !any.test(typed)) return typed;
  const markOf = (said: string): string => marks.get(said.trim().toLowerCase()) ?? said;
  return typed
    .replaceAll(sounds, ' ')
    .replaceAll(comma, (said) => (markOf(said) === ',' ? ',' : said))
    .replaceAll(stop, (said) => (markOf(said) === '.' ? '.' : said))
    .replaceAll(/(?<=[a-z\d-])[\s.]+onmicrosoft[\s.]+com(?![\p{L}\p{N}])/giu, '.onmicrosoft.com')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
