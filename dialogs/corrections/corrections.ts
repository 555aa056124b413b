import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { type CorrectionKind, correctionKinds } from '../../locales/corrections.ts';
import { type Locale, locales } from '../../locales/translator.ts';
import { numberOf } from '../sentences/numbers.ts';
import { languagesOf, lexicon } from '../sentences/lexicon.ts';
import { cleanName } from '../sentences/names.ts';
import { atPlace, barred, pairs, patternSource, wholeText } from '../sentences/pattern.ts';
import { cut, withoutPoliteness } from '../sentences/politeness.ts';
import { productName } from '../sentences/products.ts';
import { maxSentence, type Utterance, utteranceOf } from '../sentences/utterance.ts';

/** A text that may be meant for the open card, before it is known what that card holds. */
export type Correction =
  /** The number of an offer, or of the only one; `back` puts its line in once more, where it may have no number. */
  | { readonly kind: 'to' | 'more' | 'fewer'; readonly product: string; readonly n: number }
  | { readonly kind: 'remove' | 'back'; readonly product: string }
  /** An entry of a list, counted from 1; -1 is the last. */
  | { readonly kind: 'place'; readonly place: number }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'same'; readonly customer: string }
  /** A bundle, for a customer where one is named. */
  | { readonly kind: 'bundle'; readonly name: string; readonly customer: string };

/** The forms of one language. */
interface CorrectionForms {
  readonly opener: RegExp;
  readonly closer: RegExp;
  readonly patterns: readonly (readonly [CorrectionKind, readonly RegExp[]])[];
  readonly ordinals: ReadonlyMap<string, string>;
  readonly bundles: readonly RegExp[];
}

function formsIn(locale: Locale): CorrectionForms {
  const book = correctionBook[locale];
  const counted = { numbers: [...lexicon(locale).numbers.keys()], periods: [] };
  const patternsOf = (list: string): RegExp[] => barred(list).map((one) => wholeText(patternSource(one, counted)));
  return {
    opener: new RegExp(`^ *(?:${atPlace(book.openers).source})`, 'u'),
    closer: new RegExp(`(?:${atPlace(book.closers).source})$`, 'u'),
    patterns: correctionKinds.map((kind) => [kind, patternsOf(book[kind])]),
    ordinals: pairs(book.ordinals),
    bundles: patternsOf(book.bundles),
  };
}

const forms = new Map(locales.map((locale) => [locale, lazy(() => formsIn(locale))]));

const formsOf = (locale: Locale): CorrectionForms | undefined => forms.get(locale)?.();

/** The text without a word that says nothing, at its beginning and at its end. */
function shorter({ opener, closer }: CorrectionForms, sentence: Utterance): Utterance[] {
  const { folded } = sentence;
  const from = opener.exec(folded)?.[0].length ?? 0;
  const to = closer.exec(folded)?.index ?? 0;
  return [
    ...(from > 0 && from < folded.length ? [cut(sentence, from, folded.length)] : []),
    ...(to > 0 ? [cut(sentence, 0, to)] : []),
  ];
}

/** Most forms of one text. */
const mostVariants = 16;

/** The text as it is, and with ever fewer words around what it says. */
function variants(own: CorrectionForms, sentence: Utterance, locale: Locale): Utterance[] {
  const made = [sentence];
  for (let at = 0; at < made.length && made.length < mostVariants; at += 1)
    for (const one of shorter(own, made[at] ?? sentence))
      if (!made.some(({ folded }) => folded === one.folded)) made.push(one);
  return [...made, ...withoutPoliteness(made.at(-1) ?? sentence, lexicon(locale))];
}

const valueMarks = /^[\s"'«»“”„「」『』:：,，\-–—]+|[\s"'«»“”„「」『』,，。.!！]+$/gu;

/** A typed value without the marks around it. */
export const trimmedValue = (value: string): string => value.replaceAll(valueMarks, '');

/** The correction that a pattern's slots say; undefined where a slot holds nothing of its kind. */
function read(kind: CorrectionKind, slot: (name: string) => string, locale: Locale): Correction | undefined {
  const known = lexicon(locale);
  const product = productName(slot('p'), known);
  switch (kind) {
    case 'to':
    case 'more':
    case 'fewer':
      return { kind, product, n: numberOf(slot('n'), known) };
    case 'remove':
    case 'back':
      return product === '' ? undefined : { kind, product };
    case 'place': {
      const place = formsOf(locale)?.ordinals.get(utteranceOf(slot('x')).folded.trim());
      return place === undefined ? undefined : { kind, place: Number(place) };
    }
    case 'field':
      return { kind, label: slot('x').trim(), value: trimmedValue(slot('c')) };
    case 'same':
      return { kind, customer: cleanName(slot('c'), known) };
    case 'bundle':
      return { kind, name: slot('x').replaceAll(valueMarks, ''), customer: cleanName(slot('c'), known) };
  }
}

function readIn(sentence: Utterance, locale: Locale): Correction[] {
  const own = formsOf(locale);
  if (own === undefined) return [];
  return variants(own, sentence, locale).flatMap(({ text, folded }) =>
    own.patterns.flatMap(([kind, patterns]) =>
      patterns.flatMap((pattern) => {
        const groups = pattern.exec(folded)?.indices?.groups;
        if (groups === undefined) return [];
        return read(kind, (name) => text.slice(...(groups[name] ?? [0, 0])), locale) ?? [];
      }),
    ),
  );
}

/** A short text for an open card, on one line; undefined for a longer one. */
function lineOf(typed: string): Utterance | undefined {
  const text = typed.trim();
  return text === '' || text.length > maxSentence || /[\r\n]/.test(text) ? undefined : utteranceOf(text);
}

/** Every correction that a typed text may be, in any of the languages, the likeliest first; what a card holds decides. */
export function readCorrections(typed: string): Correction[] {
  const sentence = lineOf(typed);
  return sentence === undefined ? [] : languagesOf(sentence).flatMap((locale) => readIn(sentence, locale));
}

/** True for a text that asks for the bundles. */
export function asksForBundles(typed: string): boolean {
  const sentence = lineOf(typed);
  if (sentence === undefined) return false;
  return languagesOf(sentence).some((locale) => formsOf(locale)?.bundles.some((one) => one.test(sentence.folded)));
}
