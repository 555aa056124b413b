import { personNameFault } from '../../partner-center/rules/contact.ts';
import { hasStreetWord } from '../../partner-center/rules/letterheads.ts';
import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { isTitle } from '../sentences/bareName.ts';
import { isOnlyWords } from '../sentences/keywords.ts';
import { languagesOf, lexicon } from '../sentences/lexicon.ts';
import { cleanName, isSentence } from '../sentences/names.ts';
import { atPlace } from '../sentences/pattern.ts';
import { utteranceOf } from '../sentences/utterance.ts';

const wordsOfAll = (of: 'between' | 'noValue'): string =>
  atPlace(locales.map((locale) => correctionBook[locale][of]).join('|')).source;

/** Words and marks between a label and its value. */
const between = lazy(() => new RegExp(`^(?:'s )?[ :：=]*(?:[–—-] +)?(?:${wordsOfAll('between')})?[ :：]*`, 'u'));

const copula = lazy(() => new RegExp(wordsOfAll('between'), 'gu'));
const copulaAtStart = lazy(() => new RegExp(`^(?:${wordsOfAll('between')})`, 'u'));
const noValue = lazy(() => new RegExp(`^ *(?:${wordsOfAll('noValue')})`, 'u'));
const noValueInHan = lazy(() => new RegExp(wordsOfAll('noValue'), 'u'));

const faults = lazy(() => new RegExp(`^ *(?:${wordsOfAll('noValue')} *)+`, 'u'));
const beforeLabel = /(?: *(?:in|with|of|the|в|во|с))* *$/u;
const faultsAtEnd = lazy(() => new RegExp(`(?:${wordsOfAll('noValue')})${beforeLabel.source}`, 'u'));

const han = /\p{Script=Han}/u;

/** The text behind a label without what joins the two: “is Dana Wells”. */
export function withoutCopula(rest: string): string {
  // A label stands before it, or “is” would be the beginning of a word.
  const skipped = between().exec(utteranceOf(`x${rest.replaceAll('’', "'")}`).folded.slice(1))?.[0].length ?? 0;
  return rest.slice(skipped);
}

/** A typed value without the marks around it; those that enclose a part of it, as in ООО «Ромашка», stay. */
export const trimmedValue = (value: string): string => cleanName(value, { aroundNames: [] });

const beginsLower = /^\P{L}*\p{Ll}/u;

/** True for a text that says something of a value, and is none: “is taken”, “写错了”. */
export function isNoValue(text: string): boolean {
  const { folded } = utteranceOf(text);
  // “Good Eats” is a name.
  return (beginsLower.test(text) && noValue().test(folded)) || (han.test(folded) && noValueInHan().test(folded));
}

/** The text behind words that say that a value is not right, “is wrong, it is 98052”; undefined where none say so around the label. */
export function behindFault(before: string, after: string): string | undefined {
  const behind = utteranceOf(after);
  const length = faults().exec(behind.folded)?.[0].length ?? 0;
  if (length === 0 && !faultsAtEnd().test(utteranceOf(before).folded)) return undefined;
  const left = behind.text.slice(length).replace(/^[了的啦]+/u, '');
  // In Chinese a mark, or “it is”, stands before the value: “少打了個字” has none.
  const isApart = !/^\p{Script=Han}/u.test(left) || /^(?:其?[實实]?是|[應应]|改|用|就)/u.test(left);
  const rest = (isApart ? left : (/^\S*?[\s,，;；。]+(.+)$/u.exec(left)?.[1] ?? '')).replace(
    /^[\s\p{P}]+(?:其?[實实]?是)?|^其?[實实]?是/u,
    '',
  );
  return rest === '' ? undefined : rest;
}

/** True for a text that begins with a word which only joins a label to its value: “should be Tacoma”. */
function beginsWithCopula(text: string): boolean {
  const { length } = copulaAtStart().exec(utteranceOf(text).folded)?.[0] ?? '';
  return han.test(text) ? length > 1 : length > 0 && beginsLower.test(text);
}

/** True for a text that may be a name or a place: no question, no sentence, and nothing that is said of one. */
function isPlain(text: string): boolean {
  if (/[?？]/u.test(text) || isNoValue(text) || beginsWithCopula(text)) return false;
  if (isTitle(text) || han.test(text)) return true;
  const known = languagesOf(utteranceOf(text)).map(lexicon);
  // What is written with a capital may be a name whatever the word means.
  const isLower = !/(?<!\p{L})\p{Lu}/u.test(text);
  return !known.some((one) => isSentence(text, one) || (isLower && !/\d/.test(text) && isOnlyWords(text, one, true)));
}

const isPlace = (text: string): boolean => text.length <= 50 && !/[\d,，;；@]/u.test(text) && isPlain(text);

const isPersonName = (text: string): boolean =>
  !/[\d,，;；:：@]/u.test(text) &&
  text.split(/\s+/u).length <= 3 &&
  personNameFault(text) === undefined &&
  isPlain(text);

const isStreet = (text: string): boolean =>
  isPlain(text) &&
  !text.includes('@') &&
  (/\d/.test(text) ||
    hasStreetWord(text) ||
    isTitle(text) ||
    /[路街道巷弄號号楼樓室村镇鎮区區市县縣院]/u.test(text) ||
    /^\p{Lu}\S+$/u.test(text));

const phone = /^[+＋]?[(（\d][\d\s()（）./#-]{5,}(?:\s*(?:ext|x|доб|вн|分机|分機|轉|转)\.?\s*\d{1,6})?$/iu;

/** Checks whether a text looks like a value of an input, by its name; an input without one takes one of its choices, or a day. */
const checks: Readonly<Partial<Record<string, (text: string) => boolean>>> = {
  companyName: (text) => /\p{L}/u.test(text) && !text.includes('@') && isPlain(text),
  domainPrefix: (text) =>
    /^(?:https?:\/\/|www\.|@)?[a-z\d](?:[a-z\d.-]*[a-z\d])?\/?$/i.test(text) && (/[\d.-]/.test(text) || isPlain(text)),
  addressLine1: isStreet,
  addressLine2: (text) => isPlain(text) && !text.includes('@'),
  city: isPlace,
  state: isPlace,
  postalCode: (text) => /^(?=.*\d)[〒\p{L}\d][\p{L}\d -]{1,11}$/u.test(text) && !han.test(text),
  registrationNumber: (text) => /^(?=(?:.*\d){4})[\p{L}\d][\p{L}\d ./-]{3,40}$/u.test(text),
  fullName: (text) => isPersonName(text) && (/\s/u.test(text) || han.test(text)),
  firstName: isPersonName,
  lastName: isPersonName,
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text),
  phoneNumber: (text) => phone.test(text),
  organizationPhone: (text) => phone.test(text),
};

/**
 * The value that an input of this name takes of the text behind its label: the text itself, or what stands in it behind
 * “should be” or a mark. Undefined where none looks like a value of that input.
 */
export function valueIn(name: string, typed: string): string | undefined {
  const isValue = checks[name];
  if (isValue === undefined) return typed;
  const { text, folded } = utteranceOf(typed);
  const behind = [...folded.matchAll(copula())].map(({ 0: found, index }) => text.slice(index + found.length));
  // Marks are folded to blanks.
  const marks = [...text.matchAll(/[,，;；:：]\s*(?=[\p{Lu}\p{Script=Han}\d(+«"“])/gu)].map(({ 0: found, index }) =>
    text.slice(index + found.length).replace(/^是(?=\p{Script=Han}{2})/u, ''),
  );
  return [text, ...[...behind, ...marks].toSorted((one, other) => other.length - one.length)]
    .map(trimmedValue)
    .find((one) => one !== '' && isValue(one));
}

/** A mail address as it is dictated: “omar at alpine.example”. */
export const spokenMail = /(?<=[\w-])\s+(?:at|собака|小老鼠|艾特)\s+(?=[\w-]+\.[a-z])/iu;
