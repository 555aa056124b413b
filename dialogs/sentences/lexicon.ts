import { lazy } from '../../lib/lazy.ts';
import { memoizeLast } from '../../lib/memoize.ts';
import { chineseNumber } from '../../locales/chineseNumber.ts';
import { commandNames } from '../../locales/commandNames.ts';
import { phraseBook } from '../../locales/phraseBook.ts';
import { sentenceBook } from '../../locales/sentenceBook.ts';
import {
  type CountKind,
  countKinds,
  type DifferenceKind,
  type FrameName,
  type KeywordKind,
  keywordKinds,
  type SentenceWords,
  type SmallTalk,
  smallTalks,
  type Topic,
  topics,
} from '../../locales/sentences.ts';
import { type Locale, locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { type Utterance, utteranceOf } from './utterance.ts';
import { atPlace, barred, literalWords, neededTexts, pairs, patternSource, wholeText } from './pattern.ts';

const han = /\p{Script=Han}/u;
const notHan = /\P{Script=Han}+/gu;

/** One form of a kind of sentence. */
export interface SentenceForm {
  readonly pattern: RegExp;
  /** True when it begins with a verb, not with a name or a number. */
  readonly hasVerb: boolean;
  readonly needs: readonly (readonly string[])[];
}

/** True when the folded text is of this form. */
export const isOfForm = (folded: string, { pattern, needs }: Pick<SentenceForm, 'pattern' | 'needs'>): boolean =>
  needs.every((texts) => texts.some((text) => folded.includes(text))) && pattern.test(folded);

/** Words by their kinds: whole words and phrases, and beginnings of words. */
export interface WordKinds {
  readonly whole: ReadonlyMap<string, readonly KeywordKind[]>;
  readonly beginnings: ReadonlyMap<string, readonly KeywordKind[]>;
}

/** The word lists of one language, made ready to match folded texts. */
export interface Lexicon {
  readonly frames: Readonly<Record<FrameName, readonly SentenceForm[]>>;
  readonly smallTalk: readonly (readonly [SmallTalk, RegExp])[];
  /** Topics by their names, and the forms in which others are asked about. */
  readonly topicNames: ReadonlyMap<string, Topic>;
  readonly topicForms: readonly (readonly [Topic, SentenceForm])[];
  readonly keywords: Readonly<Record<'not' | 'fewer' | 'more', RegExp>>;
  readonly wordKinds: WordKinds;
  readonly differences: Readonly<
    Record<'increase' | 'to' | 'toNumber' | 'percent' | 'and' | 'both' | CountKind, RegExp>
  >;
  readonly before: RegExp;
  readonly after: RegExp;
  readonly sentenceWords: ReadonlySet<string>;
  /** Polite words that may stand anywhere. */
  readonly anywhere: RegExp;
  readonly aroundNames: readonly string[];
  readonly numbers: ReadonlyMap<string, string>;
  /** Days of a period: “month”, 30. */
  readonly periods: ReadonlyMap<string, string>;
  readonly months: readonly (readonly [RegExp, number])[];
  readonly spans: readonly (readonly [RegExp, string])[];
  readonly until: RegExp;
  /** Billings and terms at the end of a text. */
  readonly terms: readonly (readonly [RegExp, string])[];
  readonly products: ReadonlyMap<string, string>;
  /** Words of at least four letters that mean something here; what a typing error may have been meant as. */
  readonly vocabulary: ReadonlySet<string>;
}

/** A topic's name to compare by. */
export const topicKey = memoizeLast(200, (name: string): string =>
  utteranceOf(name)
    .folded.replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '')
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, ''),
);

const entriesOf = <K extends string, T>(names: readonly K[], of: (name: K) => T): (readonly [K, T])[] =>
  names.map((name) => [name, of(name)]);

/** “[(show/see)] {c} history” as two patterns: one with a verb in front, and one that begins with the name. */
const withAndWithoutVerb = (pattern: string): string[] => {
  const [optional = '', verbs = ''] = /^\[(\([^()]*\))\] */.exec(pattern) ?? [];
  const rest = pattern.slice(optional.length);
  return optional === '' ? [pattern] : [`${verbs} ${rest}`, rest];
};

/** The same frames with something else in each. */
const mapFrames = <T>(frames: SentenceWords['frames'], of: (list: string) => T): Readonly<Record<FrameName, T>> =>
  Object.fromEntries(Object.entries(frames).map(([name, list]) => [name, of(list)])) as Record<FrameName, T>; // the same keys

/** Expression for each place of one of the words of a list, the longest first. */
const anyOf = (list: string): RegExp =>
  new RegExp(
    `(?:${
      barred(list)
        .toSorted((a, b) => b.length - a.length)
        .map((one) => patternSource(one))
        .join('|') || '(?!)'
    })`,
    'gu',
  );

/** The patterns of a list `pattern=value|…`, with their values, wherever they stand in a text. */
const patternsOf = (list: string): (readonly [RegExp, string])[] =>
  barred(list).map((pair) => {
    const [pattern = '', value = ''] = pair.split('=');
    return [new RegExp(patternSource(pattern), 'u'), value];
  });

/** Words and beginnings of words, each with all the kinds it is of. */
function kindsOfWords(keywords: SentenceWords['keywords']): WordKinds {
  const whole = new Map<string, KeywordKind[]>();
  const beginnings = new Map<string, KeywordKind[]>();
  for (const kind of keywordKinds)
    for (const written of barred(keywords[kind])) {
      const isBeginning = written.endsWith('*');
      const word = utteranceOf(isBeginning ? written.slice(0, -1) : written).folded.trim();
      const list = isBeginning ? beginnings : whole;
      list.set(word, [...(list.get(word) ?? []), kind]);
    }
  return { whole, beginnings };
}

function makeLexicon(locale: Locale): Lexicon {
  const book = sentenceBook[locale];
  const { before, after, commands } = phraseBook[locale];
  const numbers = pairs(book.numbers);
  const periods = pairs(book.periods);
  const counted = { numbers: [...numbers.keys()], periods: [...periods.keys()] };
  const form = (pattern: string): SentenceForm => ({
    pattern: wholeText(patternSource(pattern, counted)),
    hasVerb: !/^(?:\[[^\]]*\] *)*[[(]*\{/.test(pattern),
    needs: neededTexts(pattern),
  });
  const ofTopics = topics.flatMap((topic) => barred(book.topics[topic]).map((name) => [topic, name] as const));
  const isPlain = ([, name]: readonly [Topic, string]): boolean => !/[()[\]*]/.test(name);
  const commandWords = commandNames.map((name) => `${words(locale).t(`command.${name}`)}|${commands[name]}`);
  return {
    frames: mapFrames(book.frames, (list) =>
      barred(list)
        .flatMap(withAndWithoutVerb)
        .map(form)
        .toSorted((a, b) => Number(b.hasVerb) - Number(a.hasVerb)),
    ),
    smallTalk: entriesOf(smallTalks, (name) => atPlace(book.smallTalk[name])),
    topicNames: new Map(
      [...topics.map((topic) => [topic, words(locale).t(`topic.${topic}`)] as const), ...ofTopics.filter(isPlain)].map(
        ([topic, name]) => [topicKey(name), topic],
      ),
    ),
    topicForms: ofTopics.filter((one) => !isPlain(one)).map(([topic, name]) => [topic, form(name)] as const),
    keywords: {
      not: anyOf(book.keywords.not),
      fewer: anyOf(book.keywords.fewer),
      more: anyOf(book.keywords.more),
    },
    wordKinds: kindsOfWords(book.keywords),
    differences: {
      ...(Object.fromEntries(
        (['increase', 'to', 'percent', 'and', 'both', ...countKinds] as const).map((kind) => [
          kind,
          anyOf(book.differences[kind]),
        ]),
      ) as Readonly<Record<DifferenceKind, RegExp>>),
      toNumber: new RegExp(patternSource(`(${book.differences.to.replaceAll('|', '/')}) {n}`, counted), 'u'),
    },
    before: new RegExp(`^${atPlace(before).source}`, 'u'),
    after: new RegExp(`(?:${atPlace(after).source}){1,3}$`, 'u'),
    sentenceWords: new Set(barred(book.sentenceWords).map((word) => utteranceOf(word).folded)),
    anywhere: anyOf(book.anywhere),
    aroundNames: barred(book.aroundNames).map((word) => utteranceOf(word).folded),
    numbers,
    periods,
    months: patternsOf(book.months).map(([pattern, month]) => [pattern, Number(month)]),
    spans: patternsOf(book.spans),
    until: new RegExp(anyOf(book.until).source, 'u'),
    terms: patternsOf(book.terms).map(([pattern, plan]) => [new RegExp(`(?:^| )?${pattern.source}$`, 'u'), plan]),
    products: new Map([...pairs(sentenceBook.en.products), ...pairs(book.products)]),
    vocabulary: new Set(
      [...Object.values(book.frames), ...Object.values(book.topics), ...commandWords].flatMap(literalWords),
    ),
  };
}

const lexicons = new Map(locales.map((locale) => [locale, lazy(() => makeLexicon(locale))]));

/** The word lists of a language; made at the first text that may be in it. */
export function lexicon(locale: Locale): Lexicon {
  const made = lexicons.get(locale);
  if (made === undefined) throw new Error('no such language');
  return made();
}

/**
 * The languages a text may be in, by its script: with traditional characters Taiwan's words come first, otherwise those
 * of the mainland, as both share the characters of many words.
 */
export function languagesOf({ text, folded }: Utterance): Locale[] {
  const isTraditional = han.test(folded) && text.replaceAll(notHan, '') !== folded.replaceAll(notHan, '');
  const chinese = isTraditional ? (['zh-TW', 'zh-CN'] as const) : (['zh-CN', 'zh-TW'] as const);
  return [
    ...(han.test(folded) ? chinese : []),
    ...(/\p{Script=Cyrillic}/u.test(folded) ? (['ru'] as const) : []),
    ...(/[a-z]/.test(folded) || !/\p{L}/u.test(folded) ? (['en'] as const) : []),
  ];
}

/** The topic that a folded text names, or asks about in one of its forms. */
export const topicOf = (folded: string, { topicNames, topicForms }: Lexicon): Topic | undefined =>
  topicNames.get(topicKey(folded)) ?? topicForms.find(([, form]) => isOfForm(folded, form))?.[0];

/** True for a text that asks for an undo, whatever else it may mean: “отмени это”. */
export function asksUndo(typed: string): boolean {
  const sentence = utteranceOf(typed);
  return languagesOf(sentence).some((locale) => topicOf(sentence.folded, lexicon(locale)) === 'undo');
}

/** The topic that a question names, of several the longest name; only where it names nothing else. */
export function topicIn(
  { folded }: Utterance,
  name: string,
  names: number,
  { topicNames }: Lexicon,
): Topic | undefined {
  if (names > 0) return names === 1 ? topicNames.get(topicKey(name)) : undefined;
  // Chinese has no blanks around a word in Latin letters.
  const text = ` ${topicKey(folded)
    .replaceAll(/[a-z\d.]+/g, ' $& ')
    .replaceAll(/ +/g, ' ')} `;
  const found = [...topicNames.keys()].filter((key) => text.includes(/\p{Script=Han}/u.test(key) ? key : ` ${key} `));
  const [longest = ''] = found.toSorted((one, other) => other.length - one.length);
  return topicNames.get(longest);
}

/** The number that stands in a sentence's slot: digits, Chinese characters, or a word of the language. */
export const numberOf = (n: string, { numbers }: Pick<Lexicon, 'numbers'>): number => {
  const { folded } = utteranceOf(n);
  return Number(numbers.get(folded) ?? chineseNumber(folded) ?? n.replaceAll(/\D/g, ''));
};
