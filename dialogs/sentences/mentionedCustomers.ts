import { maxChoices } from '../../cards/sentenceCards.ts';
import { foldCase, foldedWords } from '../../lib/foldCase.ts';
import { legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import type { DirectoryEntry } from '../customers/customerDirectory.ts';
import type { Turn } from '../turn.ts';
import { isOnlyWords, namesIn } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { soundingLike } from './soundsLike.ts';
import { isNearName } from './typos.ts';
import { type Utterance, utteranceOf } from './utterance.ts';

/** Customers that a typed name may mean. */
export interface CustomerMatches {
  readonly entries: readonly DirectoryEntry[];
  /** True when the name was not found as it was typed, and these are called nearly so. */
  readonly nearly: boolean;
  /** True when more than one was named, so that one found is not all that was meant. */
  readonly isPart?: true;
  /** The customers that each of several names may mean, where every one is somebody's: “alpine and contoso”. */
  readonly several?: readonly (readonly DirectoryEntry[])[];
}

/** Entries read of a search: one more than a card has choices, so that it is known whether there are more. */
export const mostEntries = maxChoices + 1;

/** Entries compared with a mistyped name. */
export const mostCompared = 60;

/** Entries whose names are compared by their sound with one in another script. */
export const mostHeard = 500;

/** Customers that the list's search finds, so many at most. */
export async function search(turn: Turn, find: string, limit: number): Promise<readonly DirectoryEntry[]> {
  const page = await turn.withinAnswerTime(turn.directory.page({ find, reseller: '' }, {}, limit));
  return page.entries;
}

/** Most searches for a customer whose name stands somewhere in a sentence. */
export const mostSearches = 5;

/** Words of a text that name somebody: not those that sentences are made of, the longest first. */
function namingWords(text: string): string[] {
  const sentence = utteranceOf(text);
  const known = languagesOf(sentence).map(lexicon);
  const words = foldedWords(sentence.text).flatMap((word) =>
    /\p{Script=Han}/u.test(word) ? unknownRuns(word) : [word],
  );
  return words.filter((word) => {
    const lower = word.toLowerCase();
    return (
      word.length >= (/\p{Script=Han}/u.test(word) ? 2 : 3) &&
      !known.some((one) => one.vocabulary.has(lower) || one.sentenceWords.has(lower) || isOnlyWords(lower, one)) &&
      legalFormCountries(`${word} ${word}`) === undefined
    );
  });
}

/** The parts of a text in Chinese that a list of its words does not know, and the text itself where they know nothing of it. */
const unknownRuns = (text: string): string[] => {
  const sentence = utteranceOf(text);
  const runs = languagesOf(sentence).flatMap((locale) =>
    namesIn(sentence, lexicon(locale)).map((run) => foldCase(run)),
  );
  return [...new Set(runs.length === 0 ? [text] : runs)].toSorted((one, other) => other.length - one.length);
};

/** A word as it may stand in a name: in Chinese, where no blanks do that, without what stands before or behind it. */
const piecesOf = (word: string): string[] =>
  /\p{Script=Han}/u.test(word)
    ? [word, word.slice(0, -1), word.slice(1), word.slice(0, -2), word.slice(2)].filter((piece) => piece.length >= 2)
    : [word];

/**
 * Customers of whose names most stands in a sentence: “please cancel everything of contoso”. Part of what was named where
 * a word of it is in none of their names: another customer may be meant.
 */
export const mentionedCustomers = (turn: Turn, text: string): Promise<CustomerMatches> =>
  customersOfWords(turn, namingWords(text));

/**
 * Customers whose whole names stand in a text, in scripts without blanks as well: “把登录说明发给蓝色远航”. The longest come
 * first.
 */
export async function customersStandingIn(turn: Turn, text: string): Promise<readonly DirectoryEntry[]> {
  const folded = foldCase(text);
  const all = await search(turn, '', mostHeard);
  return all
    .filter(
      ({ companyName }) => companyName.length >= fewestOfName(companyName) && folded.includes(foldCase(companyName)),
    )
    .toSorted((one, other) => other.companyName.length - one.companyName.length)
    .slice(0, mostEntries);
}

/** A word of a text in another script that sounds like customers' names, and these; undefined where none does. */
export async function customersHeardIn(
  turn: Turn,
  text: string,
): Promise<{ readonly word: string; readonly entries: readonly DirectoryEntry[] } | undefined> {
  const words = namingWords(text).filter((word) => word.length >= fewestHeard && !/\p{Script=Han}/u.test(word));
  const all = words.length === 0 ? [] : await search(turn, '', mostHeard);
  for (const word of words.slice(0, mostSearches)) {
    const entries = await soundingLike(word, all);
    if (entries.length > 0) return { word, entries: entries.slice(0, mostEntries) };
  }
  return undefined;
}

/** Fewest letters of a word that is heard in a sentence: many words sound like the beginning of a name. */
const fewestHeard = 6;

/** Fewest characters of a name that is looked for inside a text. */
const fewestOfName = (name: string): number => (/\p{Script=Han}/u.test(name) ? 2 : 4);

async function customersOfWords(turn: Turn, words: readonly string[]): Promise<CustomerMatches> {
  for (const piece of words.flatMap(piecesOf).slice(0, mostSearches)) {
    const found = await search(turn, piece, mostCompared);
    const counts = found.map((one) => words.filter((word) => foldCase(one.companyName).includes(word)).length);
    const most = Math.max(...counts);
    const entries = found.filter((_one, index) => counts[index] === most).slice(0, mostEntries);
    if (found.length === 0) continue;
    if (most === words.length) return { entries, nearly: true };
    const others = words.filter((word) => !entries.some(({ companyName }) => foldCase(companyName).includes(word)));
    const also = most === 0 ? [] : (await customersOfWords(turn, others)).entries;
    return { entries: [...entries, ...also].slice(0, mostEntries), nearly: true, isPart: true };
  }
  return { entries: [], nearly: true };
}

/** Where a name stands in a text. */
export type NamePlace = readonly [from: number, to: number];

const han = /\p{Script=Han}/u;

const words = /(?:(?!\p{Script=Han})[\p{L}\p{N}&'’])+/gu;

const lengthOf = ([from, to]: NamePlace): number => to - from;

const longest = (places: readonly NamePlace[]): NamePlace | undefined =>
  places.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0];

/** The longest run of words that a name has as well. */
function wordsOfName(text: string, name: string): NamePlace | undefined {
  const runs: NamePlace[] = [];
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
function charactersOfName(folded: string, name: string): NamePlace | undefined {
  const own = foldCase(name).toLowerCase();
  const runs: NamePlace[] = [];
  for (let from = 0; from < folded.length; from += 1) {
    let to = from;
    while (to < folded.length && han.test(folded[to] ?? '') && own.includes(folded.slice(from, to + 1))) to += 1;
    if (to - from >= 2) runs.push([from, to]);
  }
  return longest(runs);
}

/** The place in a sentence where a customer of that name is named: by its name, or a part of it. */
const placeOfName = ({ text, folded }: Utterance, name: string): NamePlace | undefined =>
  han.test(name) ? charactersOfName(folded, name) : wordsOfName(text, name);

/** The places where customers of these names are named in a sentence, none over another, in their order. */
export function placesOf(sentence: Utterance, names: readonly string[]): readonly NamePlace[] {
  const found = names.map((name) => placeOfName(sentence, name)).filter((one) => one !== undefined);
  const apart: NamePlace[] = [];
  for (const [from, to] of found.toSorted((one, other) => lengthOf(other) - lengthOf(one)))
    if (apart.every((one) => to <= one[0] || from >= one[1])) apart.push([from, to]);
  return apart.toSorted(([one], [other]) => one - other);
}
