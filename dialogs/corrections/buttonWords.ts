import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { type Locale, locales } from '../../locales/translator.ts';
import { messageKeys, words } from '../../locales/words.ts';
import type { CardButton } from '../../model/cardOnScreen.ts';
import { languagesOf, lexicon } from '../sentences/lexicon.ts';
import { atPlace, barred } from '../sentences/pattern.ts';
import { cut, withoutPoliteness } from '../sentences/politeness.ts';
import { type Utterance, utteranceOf } from '../sentences/utterance.ts';

const han = /\p{Script=Han}/u;

/** Words that a title is said with or without. */
const articles = lazy(() => new Set(locales.flatMap((locale) => barred(correctionBook[locale].articles))));

/** The words of a title or of a typed text, to compare by; Chinese is one word. */
function titleWords(text: string): string[] {
  const { folded } = utteranceOf(text);
  const found = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return han.test(folded) ? [found.join('')] : found.filter((word) => !articles().has(word));
}

/** Longest title that a button has; longer messages are sentences. */
const maxTitle = 50;

const knownTitles = new Map<string, readonly (readonly string[])[]>();

/** A button's title as it is said in each language: that of the catalogues' messages which read so. */
function titlesOf({ title }: CardButton): readonly (readonly string[])[] {
  const known = knownTitles.get(title);
  if (known !== undefined) return known;
  const keys = messageKeys.filter((key) => locales.some((locale) => words(locale).say(key) === title));
  const made = [title, ...keys.flatMap((key) => locales.map((locale) => words(locale).say(key)))].map(titleWords);
  // Names of bundles and the like are titles as well: as many as there are messages, and no more.
  if (knownTitles.size < 2_000) knownTitles.set(title, made);
  return made;
}

const pressing = new Map(
  locales.map((locale) => [
    locale,
    lazy(() => new RegExp(`^ *(?:${atPlace(correctionBook[locale].pressing).source})`, 'u')),
  ]),
);

/** The typed text, and without “yes”, “press” and polite words around it. */
function forms(sentence: Utterance, locale: Locale): Utterance[] {
  const made: Utterance[] = [sentence, ...withoutPoliteness(sentence, lexicon(locale))];
  const before = pressing.get(locale)?.();
  return made.flatMap((one) => {
    const shorter: Utterance[] = [one];
    for (let rest = one; shorter.length < 4;) {
      const from = before?.exec(rest.folded)?.[0].length ?? 0;
      if (from === 0 || from >= rest.folded.length) break;
      rest = cut(rest, from, rest.folded.length);
      shorter.push(rest, ...withoutPoliteness(rest, lexicon(locale)).slice(-1));
    }
    return shorter;
  });
}

/** True for a typed word that is a title's word, or another form of it, as “удали” is “удалить”. */
function isSameStem(one: string, other: string): boolean {
  if (one === other) return true;
  if (han.test(one) || !/\p{Script=Cyrillic}/u.test(one)) return false;
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one[same] === other[same]) same += 1;
  return same >= 4 && same >= Math.max(one.length, other.length) - 3;
}

type Comparison = (typed: readonly string[], title: readonly string[]) => boolean;

const isSame: Comparison = (typed, title) => typed.join(' ') === title.join(' ');

const isSameInForm: Comparison = (typed, title) =>
  typed.length === title.length && typed.every((word, index) => isSameStem(word, title[index] ?? ''));

const isBeginning: Comparison = (typed, title) => {
  const [first = ''] = typed;
  if (han.test(first)) return first.length >= 2 && (title[0] ?? '').startsWith(first);
  return (
    first.length >= 4 &&
    typed.length < title.length &&
    typed.every((word, index) => isSameStem(word, title[index] ?? ''))
  );
};

/** Ways in which a text can be a button's title, the surest first. */
const comparisons: readonly Comparison[] = [isSame, isSameInForm, isBeginning];

const keyOf = ({ data }: CardButton): string => JSON.stringify(data);

/** The one button of a card that a typed text names by its title, in any of the languages; undefined where several are. `isWhole`: by all of its words. */
export function buttonNamed(typed: string, shown: readonly CardButton[], isWhole = false): CardButton | undefined {
  const sentence = utteranceOf(typed);
  if (sentence.text.length > maxTitle * 2 || /[\r\n]/.test(typed.trim())) return undefined;
  const said = languagesOf(sentence)
    .flatMap((locale) => forms(sentence, locale))
    .map(({ text }) => titleWords(text))
    .filter((one) => one.join('') !== '');
  for (const compare of isWhole ? comparisons.slice(0, 2) : comparisons) {
    const named = shown.filter((one) => titlesOf(one).some((title) => said.some((text) => compare(text, title))));
    const [first, ...others] = named;
    if (first === undefined) continue;
    return others.every((one) => keyOf(one) === keyOf(first)) ? first : undefined;
  }
  return undefined;
}

/** The rest of a text behind the title of one of several like buttons: “continue Fourth Coffee”. */
export function restBehindTitle(typed: string, shown: readonly CardButton[]): { button: CardButton; rest: string }[] {
  const sentence = utteranceOf(typed);
  const said = languagesOf(sentence)
    .flatMap((locale) => forms(sentence, locale))
    .map(({ text }) => text.trim());
  return shown.flatMap((button) =>
    titlesOf(button).flatMap((title) =>
      said.flatMap((text) => {
        const count = title.length;
        const parts = text.split(/\s+/);
        const isTitle = parts.length > count && isSameInForm(titleWords(parts.slice(0, count).join(' ')), title);
        return isTitle ? [{ button, rest: parts.slice(count).join(' ') }] : [];
      }),
    ),
  );
}
