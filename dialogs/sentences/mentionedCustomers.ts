import { maxChoices } from '../../cards/sentenceCards.ts';
import { foldCase, foldedWords } from '../../lib/foldCase.ts';
import { legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import type { DirectoryEntry } from '../customers/customerDirectory.ts';
import type { Turn } from '../turn.ts';
import { isOnlyWords, namesIn } from './keywords.ts';
import { languagesOf, type Lexicon, lexicon } from './lexicon.ts';
import {
  type ComparedWord,
  comparedWord,
  isAscii,
  fewestHeard,
  isSameWord,
  placeInHan,
  soundingLike,
  soundsOfHan,
} from './soundsLike.ts';
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

/** True for a word that may name somebody: none that sentences are made of in these languages. */
function isNaming(word: string, known: readonly Lexicon[]): boolean {
  const lower = word.toLowerCase();
  return (
    word.length >= (/\p{Script=Han}/u.test(word) ? 2 : 3) &&
    !known.some((one) => one.vocabulary.has(lower) || one.sentenceWords.has(lower) || isOnlyWords(lower, one)) &&
    legalFormCountries(`${word} ${word}`) === undefined
  );
}

/** Words of a text that name somebody: not those that sentences are made of, the longest first. */
function namingWords(text: string): string[] {
  const sentence = utteranceOf(text);
  const known = languagesOf(sentence).map(lexicon);
  return foldedWords(sentence.text)
    .flatMap((word) => (/\p{Script=Han}/u.test(word) ? unknownRuns(word) : [word]))
    .filter((word) => isNaming(word, known));
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

/** Customers who may be meant by what stands at a place of a text. */
export interface NamedAt {
  readonly place: NamePlace;
  readonly entries: readonly DirectoryEntry[];
}

/** The words of a name without its legal form. */
function ownWords(name: string): readonly string[] {
  const all = foldCase(name).split(' ');
  const own = all.filter((word) => legalFormCountries(`${word} ${word}`) === undefined);
  return own.length === 0 ? all : own;
}

interface TypedWord extends ComparedWord {
  readonly place: NamePlace;
  /** True for a word that sentences are not made of. */
  readonly isNaming: boolean;
}

/** True for a word that is a name's first two words typed as one: “fourthcofee”. */
const isJoined = (word: TypedWord, [first, second]: readonly ComparedWord[]): boolean =>
  word.isNaming &&
  second !== undefined &&
  word.text.length >= fewestJoined &&
  isNearName(word.text, `${first?.text ?? ''}${second.text}`);

const fewestJoined = 7;

/** The longest run of a text's words that a name begins with; one word alone must be no word of sentences. */
function runOfName(typed: readonly TypedWord[], own: readonly ComparedWord[]): NamePlace | undefined {
  const runs = typed.flatMap((word, at) => {
    const rest = typed.slice(at, at + own.length);
    const differing = rest.findIndex((one, index) => !isSameWord(one, own[index] ?? one));
    const count = differing < 0 ? rest.length : differing;
    if (isJoined(word, own)) return [word.place];
    const isHeard = word.isAscii !== own[0]?.isAscii;
    const isEnough = count > 1 || (count === 1 && word.isNaming && (!isHeard || word.sound.length >= fewestHeard));
    return isEnough ? [[word.place[0], rest[count - 1]?.place[1] ?? 0] as const] : [];
  });
  return longest(runs);
}

/** The longest run of Chinese characters that a name begins with. */
function runOfCharacters(folded: string, name: string): NamePlace | undefined {
  const own = foldCase(name).toLowerCase();
  const runs: NamePlace[] = [];
  for (let from = folded.indexOf(own.slice(0, 2)); from >= 0; from = folded.indexOf(own.slice(0, 2), from + 1)) {
    let to = from;
    while (folded[to] !== undefined && folded[to] === own[to - from]) to += 1;
    runs.push([from, to]);
  }
  return longest(runs);
}

/** The words of a text in their order, to compare names by. */
async function typedWords(sentence: Utterance, hasSounds: boolean): Promise<readonly TypedWord[]> {
  const known = languagesOf(sentence).map(lexicon);
  return Promise.all(
    [...sentence.text.matchAll(words)].map(async ({ 0: word, index }) => {
      const text = word.replace(/['’]s$/u, '');
      return {
        ...(await comparedWord(text, hasSounds)),
        place: [index, index + text.length] as const,
        isNaming: isNaming(foldCase(text), known),
      };
    }),
  );
}

/**
 * The customers whose names, or beginnings of them, stand in a text, in their order: as written, declined, mistyped, or in
 * another script. At one place only those of whose name most stands there.
 */
export async function customersNamedIn(turn: Turn, typed: string): Promise<readonly NamedAt[]> {
  const { text, folded } = utteranceOf(typed);
  const some = await search(turn, '', mostHeard);
  const more = some.length < mostHeard ? [] : (await mentionedCustomers(turn, text)).entries;
  const all = [...new Map([...more, ...some].map((one) => [one.ref, one])).values()];
  const hanSounds = han.test(folded) ? await soundsOfHan(text) : [];
  const hasSounds = !isAscii(text) || !all.every(({ companyName }) => isAscii(companyName));
  const inText = await typedWords({ text, folded }, hasSounds);
  const found: { entry: DirectoryEntry; place: NamePlace }[] = [];
  for (const entry of all) {
    const own = await Promise.all(ownWords(entry.companyName).map((word) => comparedWord(word, hasSounds)));
    const place = han.test(entry.companyName)
      ? runOfCharacters(folded, entry.companyName)
      : (runOfName(inText, own) ?? placeInHan(hanSounds, own[0]));
    if (place !== undefined) found.push({ entry, place });
  }
  const apart: { entries: DirectoryEntry[]; place: NamePlace }[] = [];
  for (const { entry, place } of found.toSorted((one, other) => lengthOf(other.place) - lengthOf(one.place))) {
    const [from, to] = place;
    const over = apart.find((one) => to > one.place[0] && from < one.place[1]);
    if (over === undefined) apart.push({ entries: [entry], place });
    else if (over.place[0] === from && over.place[1] === to) over.entries.push(entry);
  }
  return apart.toSorted((one, other) => one.place[0] - other.place[0]);
}
