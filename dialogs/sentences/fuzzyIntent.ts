import { foldCase } from '../../lib/foldCase.ts';
import { firstDefined } from '../../lib/optional.ts';
import { heldStand, holdBack, withHeldName } from './heldNames.ts';
import type { Intent } from './intent.ts';
import { readAround } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { isNearName, withoutTypos } from './typos.ts';
import { maxSentence, type Utterance, utteranceOf } from './utterance.ts';

type Place = readonly [from: number, to: number];

const han = /\p{Script=Han}/u;

const words = /(?:(?!\p{Script=Han})[\p{L}\p{N}&'’])+/gu;

const lengthOf = ([from, to]: Place): number => to - from;

const longest = (places: readonly Place[]): Place | undefined =>
  places.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0];

/** The longest run of words that a name has as well. */
function wordsOfName(text: string, name: string): Place | undefined {
  const runs: Place[] = [];
  let end = -1;
  for (const { 0: word, index } of text.matchAll(words)) {
    const plain = word.replace(/['’]s$/u, '');
    if (plain.length < 2 || !isNearName(plain, name)) end = -1;
    else {
      const [from] = end < 0 ? [index] : (runs.pop() ?? [index]);
      end = index + plain.length;
      runs.push([from, end]);
    }
  }
  // One word of three letters or fewer is hardly a name.
  return longest(runs.filter((run) => lengthOf(run) > 3));
}

/** The longest run of Chinese characters that a name has as well. */
function charactersOfName(folded: string, name: string): Place | undefined {
  const own = foldCase(name).toLowerCase();
  const runs: Place[] = [];
  for (let from = 0; from < folded.length; from += 1) {
    let to = from;
    while (to < folded.length && han.test(folded[to] ?? '') && own.includes(folded.slice(from, to + 1))) to += 1;
    if (to - from >= 2) runs.push([from, to]);
  }
  return longest(runs);
}

/** The place in a sentence where a customer of that name is named: by its name, or a part of it. */
const placeOfName = ({ text, folded }: Utterance, name: string): Place | undefined =>
  han.test(name) ? charactersOfName(folded, name) : wordsOfName(text, name);

/** The places where customers are named, none over another; the longest come first. */
function placesOf(sentence: Utterance, names: readonly string[]): readonly Place[] {
  const found = names.map((name) => placeOfName(sentence, name)).filter((one) => one !== undefined);
  const apart: Place[] = [];
  for (const [from, to] of found.toSorted((one, other) => lengthOf(other) - lengthOf(one)))
    if (apart.every((one) => to <= one[0] || from >= one[1])) apart.push([from, to]);
  return apart;
}

/** The intent as it is typed, or with typing errors put right. */
const readIn = (sentence: Utterance, customer: string): Intent | undefined => {
  const read = (one: Utterance): Intent | undefined =>
    firstDefined(languagesOf(one), (locale) => readAround(one, lexicon(locale), customer));
  const corrected = withoutTypos(sentence);
  const found = read(sentence) ?? (corrected === undefined ? undefined : read(corrected));
  // A word of the trade is not guessed.
  return found?.kind === 'explain' ? read(sentence) : found;
};

/**
 * The intent of a text that is not understood otherwise, or whose name is nobody's: by the words that are known, whatever
 * stands between them, and the names of these customers where they stand there. Undefined where that says nothing.
 */
export function fuzzyIntent(typed: string, names: readonly string[]): Intent | undefined {
  if (typed.length > maxSentence || /[\r\n]/.test(typed.trim())) return undefined;
  const sentence = utteranceOf(typed);
  const [place, ...others] = placesOf(sentence, names).toSorted(([one], [other]) => one - other);
  if (place === undefined) return readIn(sentence, '');
  const blank = (text: string, [from, to]: Place): string =>
    `${text.slice(0, from)}${' '.repeat(to - from)}${text.slice(to)}`;
  const held = holdBack(others.reduce(blank, sentence.text), place);
  const intent = readIn(utteranceOf(held.text), heldStand);
  const all = [place, ...others].map((one) => sentence.text.slice(...one)).join(', ');
  return intent === undefined ? undefined : withHeldName(intent, { ...held, name: all });
}
