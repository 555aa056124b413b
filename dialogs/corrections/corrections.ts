import { lazy } from '../../lib/lazy.ts';
import { firstDefined } from '../../lib/optional.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { type CorrectionKind, correctionKinds } from '../../locales/corrections.ts';
import { type Locale, locales } from '../../locales/translator.ts';
import { isOfForm, languagesOf, lexicon, type SentenceForm, numberOf } from '../sentences/lexicon.ts';
import { cleanName } from '../sentences/names.ts';
import { atPlace, barred, neededTexts, pairs, patternSource, wholeText } from '../sentences/pattern.ts';
import { asWritten, cut, withoutPoliteness } from '../sentences/politeness.ts';
import { productName } from '../sentences/products.ts';
import { maxSentence, type Utterance, utteranceOf } from '../sentences/utterance.ts';
import { trimmedValue } from './fieldValue.ts';

/** A wish about an input of the open form that shall be empty or have another value, its card, the signer, or the address of a customer. */
export type FormWish =
  | { readonly kind: 'clear' | 'goTo' | 'takeOther'; readonly label: string }
  | { readonly kind: 'otherSigner' | 'sameSigner' }
  | { readonly kind: 'addressOf'; readonly customer: string };

/** A text that may be meant for the open card, before it is known what that card holds. */
export type Correction =
  /** The number of an offer, or of the only one; `back` puts its line in once more, where it may have no number. */
  | { readonly kind: 'to' | 'more' | 'fewer'; readonly product: string; readonly n: number }
  | { readonly kind: 'remove' | 'back'; readonly product: string }
  | { readonly kind: 'double'; readonly product: string }
  /** An entry of a list, counted from 1; -1 is the last. */
  | { readonly kind: 'place'; readonly place: number }
  /** A subscription of the customer on the screen, by the name of its offer. */
  | { readonly kind: 'called'; readonly product: string }
  /** A line of the cart that is taken out by its place, counted as those of a list. */
  | { readonly kind: 'removeAt'; readonly place: number }
  /** An offer in the place of another one. */
  | { readonly kind: 'swap'; readonly product: string; readonly by: string }
  /** A billing, or a term as an ISO 8601 duration, of an offer or of all. */
  | { readonly kind: 'plan'; readonly product: string; readonly plan: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  /** An input whose value is not right, by its label. */
  | { readonly kind: 'wrong'; readonly label: string }
  | FormWish
  | { readonly kind: 'same'; readonly customer: string }
  /** An order of what another customer has, for the one that is named or open. */
  | { readonly kind: 'alike'; readonly customer: string; readonly model: string }
  /** A bundle, for a customer where one is named. */
  | { readonly kind: 'bundle'; readonly name: string; readonly customer: string }
  /** A draft by its name. */
  | { readonly kind: 'resume'; readonly name: string };

/** A pattern with what a text must hold for it. */
type TextForm = Pick<SentenceForm, 'pattern' | 'needs'>;

/** The forms of one language. */
interface CorrectionForms {
  readonly opener: RegExp;
  readonly closer: RegExp;
  readonly patterns: readonly (readonly [CorrectionKind, readonly TextForm[]])[];
  readonly ordinals: ReadonlyMap<string, string>;
  /** Billings and terms, the longest name first. */
  readonly plans: readonly (readonly [string, string])[];
  readonly bundles: readonly TextForm[];
  readonly again: readonly TextForm[];
  readonly nextPage: readonly TextForm[];
  readonly previousPage: readonly TextForm[];
  readonly faults: readonly TextForm[];
  readonly none: readonly TextForm[];
  readonly signed: readonly TextForm[];
}

function formsIn(locale: Locale): CorrectionForms {
  const book = correctionBook[locale];
  const counted = { numbers: [...lexicon(locale).numbers.keys()], periods: [] };
  const patternsOf = (list: string): TextForm[] =>
    barred(list).map((one) => ({ pattern: wholeText(patternSource(one, counted)), needs: neededTexts(one) }));
  return {
    opener: new RegExp(`^ *(?:${atPlace(book.openers).source})`, 'u'),
    closer: new RegExp(`(?:${atPlace(book.closers).source})$`, 'u'),
    patterns: correctionKinds.map((kind) => [kind, patternsOf(book[kind])]),
    ordinals: pairs(book.ordinals),
    plans: [...pairs(book.plans)].toSorted(([one], [other]) => other.length - one.length),
    bundles: patternsOf(book.bundles),
    again: patternsOf(book.again),
    nextPage: patternsOf(book.nextPage),
    previousPage: patternsOf(book.previousPage),
    faults: patternsOf(book.faults),
    none: patternsOf(book.none),
    signed: patternsOf(book.signed),
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

/** The text without words before it that say nothing themselves: “no wait, …”. */
export function withoutOpeners(sentence: Utterance): Utterance {
  return languagesOf(sentence).reduce((rest, locale) => {
    const from = formsOf(locale)?.opener.exec(rest.folded)?.[0].length ?? 0;
    return from === 0 || from >= rest.folded.length ? rest : cut(rest, from, rest.folded.length);
  }, sentence);
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

/** The place in a list that an ordinal names, -1 for the last. */
function placeOf(text: string, locale: Locale): number | undefined {
  const place = formsOf(locale)?.ordinals.get(utteranceOf(text).folded.trim());
  return place === undefined ? undefined : Number(place);
}

/** The place in a list that a text names in any of its languages. */
export const ordinalIn = (text: string): number | undefined =>
  firstDefined(languagesOf(utteranceOf(text)), (locale) => placeOf(text.replace(/^第|[个個家位项項]$/gu, ''), locale));

/** The billing or term that a text is, or ends with behind an offer's name: “e3 monthly”. */
function planIn(text: string, locale: Locale): Correction | undefined {
  const { text: typed, folded } = utteranceOf(text);
  const said = folded.trimEnd();
  const [name = '', plan] = formsOf(locale)?.plans.find(([one]) => said.endsWith(one)) ?? [];
  if (plan === undefined) return undefined;
  const before = typed.slice(0, said.length - name.length);
  const isWord = before === '' || /\s$/u.test(before) || /\p{Script=Han}/u.test(name);
  return isWord ? { kind: 'plan', product: productName(before, lexicon(locale)), plan } : undefined;
}

/** The plan of the offer that stands behind it: “yearly for e3”. */
const ofProduct = (plan: Correction | undefined, product: string): Correction | undefined =>
  plan?.kind === 'plan' && plan.product === '' && product !== '' ? { ...plan, product } : plan;

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
    case 'called':
      return product === '' ? undefined : { kind, product };
    case 'double':
      return { kind, product };
    case 'place':
    case 'removeAt': {
      // “Last but one” is an ordinal as a whole.
      const place = placeOf(slot('all'), locale) ?? placeOf(slot('x'), locale);
      return place === undefined ? undefined : { kind, place };
    }
    case 'swap': {
      const by = productName(slot('c'), known);
      return product === '' || by === '' ? undefined : { kind, product, by };
    }
    case 'plan':
      return ofProduct(planIn(slot('x'), locale), product) ?? planIn(slot('all'), locale);
    case 'resume':
      return { kind, name: trimmedValue(slot('c')) };
    case 'field':
      return { kind, label: slot('x').trim(), value: trimmedValue(slot('c')) };
    case 'wrong':
      return { kind, label: slot('x').trim() };
    case 'alike':
      return { kind, customer: cleanName(slot('c'), known), model: cleanName(slot('x'), known) };
    case 'clear':
    case 'goTo':
    case 'takeOther':
      return { kind, label: slot('x').trim() };
    case 'otherSigner':
    case 'sameSigner':
      return { kind };
    case 'same':
      return { kind, customer: cleanName(slot('c'), known) };
    case 'addressOf':
      return { kind, customer: cleanName(slot('c'), known) };
    case 'bundle':
      return { kind, name: trimmedValue(slot('x')), customer: cleanName(slot('c'), known) };
  }
}

function readIn(sentence: Utterance, locale: Locale): Correction[] {
  const own = formsOf(locale);
  if (own === undefined) return [];
  return variants(own, sentence, locale).flatMap(({ text, folded }) =>
    own.patterns.flatMap(([kind, patterns]) =>
      patterns.flatMap((pattern) => {
        if (!isOfForm(folded, pattern)) return [];
        const groups: Readonly<Record<string, [number, number]>> = pattern.pattern.exec(folded)?.indices?.groups ?? {};
        return read(kind, (name) => text.slice(...(groups[name] ?? (name === 'all' ? [0] : [0, 0]))), locale) ?? [];
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
  const read = sentence === undefined ? [] : languagesOf(sentence).flatMap((locale) => readIn(sentence, locale));
  if (sentence === undefined || read.some(({ kind }) => kind === 'place')) return read;
  // Dictated, “um the the third one” is an entry; what stands between its words may be a part of a value.
  const plain = utteranceOf(asWritten(typed).replaceAll(/(?<!\p{L})(\p{L}+)(?:\s+\1)+(?!\p{L})/giu, '$1'));
  if (plain.folded === sentence.folded) return read;
  const places = languagesOf(plain).flatMap((locale) => readIn(plain, locale));
  return [...read, ...places.filter(({ kind }) => kind === 'place')];
}

/** True for a text that is one of those of a list, in any of the languages. */
function isText(typed: string, of: 'bundles' | 'again' | 'nextPage' | 'previousPage' | 'faults' | 'none'): boolean {
  const sentence = lineOf(typed);
  if (sentence === undefined) return false;
  return languagesOf(sentence).some((locale) => formsOf(locale)?.[of].some((one) => isOfForm(sentence.folded, one)));
}

/** True for a text that asks for the bundles. */
export const asksForBundles = (typed: string): boolean => isText(typed, 'bundles');

/** True for a text that asks for the page of a list before the present one. */
export const asksForPreviousPage = (typed: string): boolean => isText(typed, 'previousPage');

/** True for a text that asks for the next page of a list. */
export const asksForNextPage = (typed: string): boolean => isText(typed, 'nextPage');

/** True for a text by which none of the choices is meant. */
export const saysNone = (typed: string): boolean => isText(typed, 'none');

/** True for a text that asks which rows of a file are wrong. */
export const asksForFaults = (typed: string): boolean => isText(typed, 'faults');

/** True for a text that asks for the same once more, and says for nobody. */
export const asksAgain = (typed: string): boolean => isText(typed, 'again');

/** The days, as typed, on which the customer accepted by what a text may say; an empty one where it names none. */
export function acceptedOn(typed: string): readonly string[] {
  const sentence = lineOf(typed);
  if (sentence === undefined) return [];
  return languagesOf(sentence).flatMap((locale) =>
    (formsOf(locale)?.signed ?? []).flatMap(({ pattern, needs }) => {
      if (!isOfForm(sentence.folded, { pattern, needs })) return [];
      const [from, to] = pattern.exec(sentence.folded)?.indices?.groups?.['c'] ?? [0, 0];
      return [sentence.text.slice(from, to)];
    }),
  );
}
