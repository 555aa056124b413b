import { detailParts } from '../../forms/paste/detailLine.ts';
import { labelKind } from '../../forms/paste/labels.ts';
import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { type Locale, locales } from '../../locales/translator.ts';
import type { Intent } from './intent.ts';
import { isOnlyWords, saysAnything } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { cleanName, isIdOrDomain, isSentence, searchedWords } from './names.ts';
import { barred } from './pattern.ts';
import { cut, withoutPolitenessAtEnd } from './politeness.ts';
import { type Utterance, utteranceOf, wordsOf } from './utterance.ts';

/** Most words of a bare name, and most Chinese characters. */
const maxNameWords = 6;
const maxNameCharacters = 14;

/** The intent of a text that may be a customer's name and nothing else. */
export function readBareName({ text, folded }: Utterance, languages: readonly Locale[]): Intent {
  const known = languages.map(lexicon);
  const [first = lexicon('en')] = known;
  const plain = cut(withoutPolitenessAtEnd({ text, folded }, first), 0, text.length);
  const name = cleanName(plain.text, first);
  const isLong =
    wordsOf(folded).length > maxNameWords ||
    text.length > 60 ||
    (/\p{Script=Han}/u.test(folded) && folded.length > maxNameCharacters);
  const isLongQuestion = wordsOf(folded).length > 3 || (/\p{Script=Han}/u.test(folded) && folded.length > 7);
  const isName =
    isIdOrDomain(name) ||
    (/[\p{L}\p{N}]/u.test(name) &&
      !isLong &&
      !known.some((one) => isSentence(name, one)) &&
      !(isLongQuestion && /[?？]$/u.test(text)));
  return isName ? { kind: 'find', find: searchedWords(name), sure: false } : { kind: 'unknown' };
}

/** True for a text that is written like a name: “City Power & Light”. */
export const isTitle = (text: string): boolean =>
  /^\p{Lu}\S*(?:\s+(?:and|of|the|&|и|\p{Lu}\S*|\d+))*\s+\p{Lu}\S*$/u.test(text);

/** True for a text that may be somebody's name: no word of it is one that sentences are made of, or it is written so. */
export function looksLikeName(text: string): boolean {
  const sentence = utteranceOf(text);
  return (
    isIdOrDomain(text) ||
    isTitle(text) ||
    !languagesOf(sentence).some((locale) => saysAnything(sentence, lexicon(locale)))
  );
}

/** The company to invite: without words behind it, “Trey Research a reseller”, and empty where there are but words. */
export function nameToInvite(customer: string): string {
  const [, name = customer, rest = ''] = /^(\p{Lu}.*?)\s+(?:an?|the|our)\s+([^\p{Lu}]*)$/u.exec(customer) ?? [];
  const isWords = languagesOf(utteranceOf(name)).some((locale) => isOnlyWords(name, lexicon(locale), true));
  return isWords ? '' : rest === '' ? customer : name;
}

/** Words for a customer, in every language: a text without one tells of no new customer with details. */
const saysCustomer = lazy(
  () => new RegExp(locales.flatMap((locale) => barred(correctionBook[locale].searched)).join('|'), 'iu'),
);

/** Signs of a value of its own: a number, a mail address, a domain. */
const hasValue = /[\d@]|[\p{L}\d]\.\p{L}{2,}/u;

/** Most places at which the details of a new customer may begin. */
const mostHeads = 3;

/** The beginnings of a text that may name a new customer, each with what stands behind it: before a comma, or before a label. */
function headsOf(text: string): readonly (readonly [head: string, rest: string])[] {
  const marks = [...text.matchAll(/[,，;；:：]/gu)].map(({ index }) => index);
  const labels = detailParts(text, (rest) => rest)
    .slice(1)
    .flatMap(({ label: one }) => (one === undefined || labelKind(one) === 'companyName' ? [] : [one]));
  const label = labels[0] === undefined ? -1 : text.indexOf(` ${labels[0]}`);
  return [...marks.slice(0, mostHeads), ...(label > 0 ? [label] : [])]
    .toSorted((one, other) => one - other)
    .map((at) => [text.slice(0, at).trim(), text.slice(at)] as const)
    .filter(([head]) => head.length >= 3);
}

/** True for a text that begins with what may be a company's name. */
function beginsWithName(rest: string): boolean {
  const [part] = detailParts(rest, (one) => one);
  const { text = '', label } = part ?? {};
  if (label !== undefined) return labelKind(label) === 'companyName';
  return languagesOf(utteranceOf(rest)).every((locale) => {
    const known = lexicon(locale);
    const name = cleanName(text, known);
    return (
      /^(?:\p{Lu}|\p{Script=Han}{2}|[«"“])/u.test(name) && !isSentence(name, known) && !isOnlyWords(name, known, true)
    );
  });
}

/** The details without words before the name that are no part of it: “it is called”. */
function withoutLead(details: string): string {
  const [head = ''] = details.split(/[,，;；]/u);
  const [known = lexicon('en')] = languagesOf(utteranceOf(head)).map(lexicon);
  const at = details.indexOf(cleanName(head, known));
  return at < 0 ? details : details.slice(at);
}

/**
 * The wish for a new customer with the details behind its name: “new customer Contoso, domain contoso”, “so, new customer,
 * Contoso, …”. Undefined for any other text.
 */
export function readDetailed({ text }: Utterance, read: (text: string) => Intent): Intent | undefined {
  if (!saysCustomer().test(text)) return undefined;
  for (const [head, rest] of headsOf(text)) {
    const details = rest.replace(/^[\s,，;；:：]+/u, '');
    const isDetailed = hasValue.test(rest) || detailParts(details, (one) => one)[0]?.label !== undefined;
    const isName = beginsWithName(details);
    if (!isDetailed && !isName) continue;
    const intent = read(head);
    if (intent.kind === 'newCustomer' && isDetailed) return { ...intent, name: intent.name + rest };
    if (intent.kind === 'command' && intent.command === 'addCustomer' && isName)
      return { kind: 'newCustomer', name: withoutLead(details) };
  }
  return undefined;
}
