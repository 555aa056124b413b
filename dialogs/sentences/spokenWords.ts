import { chineseCounters, chineseDigits, chineseNumber } from '../../locales/chineseNumber.ts';
import type { KeywordKind } from '../../locales/sentences.ts';
import { isOfForm, type Lexicon, type WordKinds } from './lexicon.ts';
import { isOfferWholly } from './products.ts';
import { type Utterance, utteranceOf } from './utterance.ts';

/** A part of a sentence with all that its words may say; `name` is what no list of words knows. */
export interface SpokenPart {
  readonly kinds: readonly (KeywordKind | 'number' | 'offer' | 'period' | 'name')[];
  readonly from: number;
  readonly to: number;
  /** The number, or the days of a period. */
  readonly value?: number;
}

/** True for a part that says something of this kind. */
export const is = (part: SpokenPart | undefined, kind: SpokenPart['kinds'][number]): boolean =>
  part?.kinds.includes(kind) === true;

/** True for a part that is a number. */
export const isNumber = (part: SpokenPart): boolean => is(part, 'number');

type Found = Pick<SpokenPart, 'kinds' | 'value'> & { readonly length: number };

/** Most words of a phrase, and most Chinese characters of one. */
const mostWords = 4;
const mostCharacters = 7;

/** Fewest letters that a beginning of a word has. */
const fewestLetters = 2;

const word = /[\p{L}\p{N}&'+%=<>@_/]+/gu;
const hanRun = /^\p{Script=Han}+/u;
const hanNumber = new RegExp(`^[${chineseDigits}]{1,9}(?=[${chineseCounters}]|[a-z ]|$)`, 'u');
const digits = /^[+-]?\d{1,7}[xх×]?$/u;

/** Words that go on with an offer's name behind another of its words. */
const offerGoesOn = /^(?:online|pro|p?\d|plan|phone|rooms)$/u;

const isOfferPart = (part: SpokenPart | undefined): boolean => part?.kinds.includes('offer') === true;

function kindsOf(phrase: string, { whole, beginnings }: WordKinds): readonly KeywordKind[] | undefined {
  const known = whole.get(phrase);
  if (known !== undefined) return known;
  const lastWord = phrase.lastIndexOf(' ') + 1;
  for (let length = phrase.length; length >= lastWord + fewestLetters; length -= 1) {
    const kinds = beginnings.get(phrase.slice(0, length));
    if (kinds !== undefined) return kinds;
  }
  return undefined;
}

const said = (phrase: string, known: Lexicon): Omit<Found, 'length'> | undefined => {
  const kinds = kindsOf(phrase, known.wordKinds);
  const number = /^\p{Script=Han}$/u.test(phrase) ? undefined : known.numbers.get(phrase);
  // “Двое” counts people.
  if (kinds?.includes('people') === true && number !== undefined)
    return { kinds: [...kinds, 'number'], value: Number(number) };
  if (kinds !== undefined) return { kinds };
  if (number !== undefined) return { kinds: ['number'], value: Number(number) };
  const days = known.periods.get(phrase);
  if (days !== undefined) return { kinds: ['period'], value: Number(days) };
  return known.products.has(phrase) ? { kinds: ['offer'] } : undefined;
};

/** A legal form, which is a part of the name before it. */
const hanForm = /^(?:股份|集团)?(?:有限(?:责任)?)?公司/u;

/** The longest phrase that is known of the Chinese characters at a place. */
function hanAt(folded: string, at: number, before: SpokenPart | undefined, known: Lexicon): Found {
  const form =
    before?.kinds.includes('name') === true && at - before.to <= 1
      ? hanForm.exec(folded.slice(at, at + mostCharacters + 1))?.[0]
      : undefined;
  if (form !== undefined) return { kinds: ['name'], length: form.length };
  const run = hanRun.exec(folded.slice(at, at + mostCharacters))?.[0] ?? '';
  const number = hanNumber.exec(folded.slice(at, at + mostCharacters))?.[0] ?? '';
  for (let length = run.length; length > number.length; length -= 1) {
    const found = said(run.slice(0, length), known);
    // 天 alone is a day, and a part of the name 藍天.
    const isOfName = length === 1 && found?.kinds[0] === 'period' && is(before, 'name') && before?.to === at;
    if (found !== undefined && !isOfName) return { ...found, length };
  }
  const value = chineseNumber(number);
  return value === undefined ? { kinds: ['name'], length: 1 } : { kinds: ['number'], value, length: number.length };
}

interface Word {
  readonly text: string;
  readonly from: number;
  /** True behind a comma and the like. */
  readonly isApart: boolean;
}

/** The longest phrase that is known of the words at a place, a number, an offer's name, or a word that is not known. */
function wordsAt(
  words: readonly Word[],
  at: number,
  before: SpokenPart | undefined,
  known: Lexicon,
): Found & { count: number } {
  const [first] = words.slice(at);
  const text = first?.text ?? '';
  const isBeside = before !== undefined && first !== undefined && first.from - before.to <= 1 && !first.isApart;
  const isOfferDigit = isOfferPart(before) && isBeside && offerGoesOn.test(text);
  if (isOfferDigit && (text === 'online' || !isOfferWholly(words[at + 1]?.text ?? '', known)))
    return { kinds: ['offer'], length: text.length, count: 1 };
  if (text === '365' && (isOfferPart(before) || isOfferWholly(words[at + 1]?.text ?? '', known)))
    return { kinds: ['offer'], length: text.length, count: 1 };
  if (digits.test(text))
    return {
      kinds: text.startsWith('+') ? ['number', 'more'] : ['number'],
      value: Number(text.replaceAll(/[^\d]/g, '')),
      length: text.length,
      count: 1,
    };

  if (/^\d+%$/.test(text)) return { kinds: ['ending'], length: text.length, count: 1 };
  for (let count = Math.min(mostWords, words.length - at); count > 0; count -= 1) {
    const phrase = words.slice(at, at + count).map((one) => one.text);
    const found = said(phrase.join(' '), known);
    const last = words[at + count - 1];
    if (found !== undefined && last !== undefined && first !== undefined)
      return { ...found, length: last.from + last.text.length - first.from, count };
  }
  return { kinds: [isOfferWholly(text, known) ? 'offer' : 'name'], length: text.length, count: 1 };
}

/** Runs of letters and digits of one script: 海德e3 is two. */
function runsOf({ text: typed, folded }: Utterance): Word[] {
  return [...folded.matchAll(word)].flatMap(({ 0: text, index }) =>
    [...text.matchAll(/\p{Script=Han}+|\P{Script=Han}+/gu)].map((part) => ({
      text: part[0],
      from: index + part.index,
      isApart: /[,，;；、]\s*$/u.test(typed.slice(0, index + part.index)),
    })),
  );
}

/** The word without the ending of a possessive, which is a part of its own. */
const withoutPossessive = ({ text, ...rest }: Word): Word => ({ ...rest, text: text.replace(/(?<=.)'s$/, '') });

/** The number that two number words are together: “twenty five”, “two dozen”; undefined where they are two. */
function sumOf(one: SpokenPart | undefined, other: SpokenPart): number | undefined {
  const [tens, units] = [one?.value ?? 0, other.value ?? 0];
  if (one?.kinds.includes('number') !== true || !other.kinds.includes('number')) return undefined;
  if (units === dozen && tens < 10) return tens * dozen;
  return tens >= 20 && tens < 100 && tens % 10 === 0 && units > 0 && units < 10 ? tens + units : undefined;
}

const dozen = 12;

const partsSeen = new WeakMap<Utterance, Map<Lexicon, readonly SpokenPart[]>>();

/** The parts of a sentence, in their order; found once for a sentence, as several readers ask for them. */
export function spokenParts(sentence: Utterance, known: Lexicon): readonly SpokenPart[] {
  const seen = partsSeen.get(sentence) ?? new Map<Lexicon, readonly SpokenPart[]>();
  partsSeen.set(sentence, seen);
  const parts = seen.get(known) ?? findParts(sentence, known);
  seen.set(known, parts);
  return parts;
}

function findParts(sentence: Utterance, known: Lexicon): readonly SpokenPart[] {
  const { folded } = sentence;
  const parts: SpokenPart[] = [];
  const words = runsOf(sentence).map((one) =>
    hanRun.test(one.text) || known.wordKinds.whole.has(one.text) ? one : withoutPossessive(one),
  );
  const add = (found: Found, from: number): void => {
    const part = { ...found, from, to: from + found.length };
    const last = parts.at(-1);
    const value = sumOf(last, part);
    if (last === undefined || value === undefined) parts.push(part);
    else parts[parts.length - 1] = { ...last, to: part.to, value };
  };
  for (let at = 0; at < words.length;) {
    const { text, from } = words[at] ?? { text: '', from: 0 };
    if (hanRun.test(text)) {
      for (let place = 0; place < text.length;) {
        const found = hanAt(folded, from + place, parts.at(-1), known);
        add(found, from + place);
        place += found.length;
      }
      at += 1;
    } else {
      const found = wordsAt(words, at, parts.at(-1), known);
      add(found, from);
      at += found.count;
    }
  }
  return parts;
}

/** True where a word of this kind stands in a text. */
export const saysKind = (text: string, kind: KeywordKind, known: Lexicon): boolean =>
  spokenParts(utteranceOf(text), known).some((part) => is(part, kind));

/** True for a wish that something is to end, not to be done: “don't renew it”, “不要 e3 了”. */
export function isEndingWish(sentence: Utterance, known: Lexicon): boolean {
  const parts = spokenParts(sentence, known);
  const [first] = parts;
  const isOfOffer =
    parts.some((part) => is(part, 'offer')) &&
    (is(first, 'name') || /了\s*$/u.test(sentence.folded)) &&
    !parts.some((part) => is(part, 'new'));
  return parts.some(
    (part) =>
      (is(part, 'ending') && (is(part, 'renewal') || isOfOffer)) ||
      (is(part, 'fewer') && /^.?不/u.test(sentence.folded.slice(part.from, part.to))),
  );
}

/** A verb and its denial, which ask in Chinese: 要不要, 可不可以. */
const openVerb = /(\p{Script=Han})[不没]\1/gu;

/** True for a text by which something shall not be done. */
export function isRefusal({ folded }: Utterance, known: Lexicon): boolean {
  const said = folded.replaceAll(openVerb, '$1');
  return known.frames.refuse.some((form) => isOfForm(said, form));
}
