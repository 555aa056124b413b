import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { type CommandName, typedCommand } from '../commands.ts';
import type { Intent } from './intent.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { atPlace } from './pattern.ts';
import { isProductLike } from './products.ts';
import { clausesOf, maxSentence, utteranceOf } from './utterance.ts';

/** A word that no sentence has, in place of a name. */
const stand = 'Xqzvk';

/** A text in quotation marks; an apostrophe is none. */
const quoted = /“[^“”]+”|„[^„“”]+[“”]|"[^"]+"|«[^«»]+»|「[^「」]+」|『[^『』]+』|(?<!\p{L})'[^']+'(?!\p{L})/u;

/** A name with a legal form at the end of a sentence, behind a preposition. */
const behindPreposition =
  /(?:^|\s)(?:to|for|at|of|from|with|called|named|customer|client)\s+(\p{Lu}[^,;:]*?)\s+(\S+)$/gu;

/** A sentence with a word in place of the name in it that is told by its marks or its legal form, and that name. */
export interface HeldName {
  readonly text: string;
  readonly name: string;
}

/** The sentence with its name held back, so that no word of the name is read; undefined where none is told. */
export function heldName(text: string): HeldName | undefined {
  const { 0: marked = '', index = 0 } = quoted.exec(text) ?? {};
  if (marked !== '' && marked !== text.trim() && isNameLike(marked.slice(1, -1)))
    return { text: `${text.slice(0, index)}${stand}${text.slice(index + marked.length)}`, name: marked };
  const plain = text.replace(/[\s.!?]+$/u, '');
  for (const { 1: name = '', 2: form = '' } of plain.matchAll(behindPreposition))
    if (!/\d/.test(name) && legalFormCountries(`${stand} ${form}`) !== undefined)
      return { text: `${plain.slice(0, -(name.length + form.length + 1))}${stand} ${form}`, name };
  return undefined;
}

type Place = readonly [from: number, to: number];

/** The part of a sentence with blanks for words of some kinds: “and”, “both”. */
function without(part: string, kinds: readonly ('and' | 'both')[]): string {
  // The marks keep its blanks, and are folded to blanks themselves.
  const marked = utteranceOf(`.${part}.`);
  const { folded } = marked;
  let made = part;
  for (const locale of languagesOf(marked))
    for (const kind of kinds)
      for (const { 0: found, index } of folded.matchAll(lexicon(locale).differences[kind]))
        made = made.slice(0, Math.max(0, index - 1)) + ' '.repeat(found.length) + made.slice(index - 1 + found.length);
  return made.slice(0, part.length);
}

/** True for what stands between two names that are named together: marks, “and”, “both”. */
const joins = (gap: string): boolean => /^[\s,，、;；/&+]*$/u.test(without(gap, ['and', 'both']));

/** Words for all who are named, right before or behind the word that stands for them. */
function withoutBoth(text: string): { readonly text: string; readonly saysBoth: boolean } {
  const at = text.indexOf(stand);
  const [before, behind] = [text.slice(0, at), text.slice(at + stand.length)];
  const kept = { before: without(before, ['both']), behind: without(behind, ['both']) };
  return { text: `${kept.before}${stand}${kept.behind}`, saysBoth: kept.before !== before || kept.behind !== behind };
}

/**
 * The text with a word in place of all the names at these places, where they are named together; undefined where other
 * words stand between two of them. `saysBoth` where it says that all of them are meant.
 */
export function holdBack(
  text: string,
  places: readonly Place[],
): { readonly text: string; readonly saysBoth: boolean } | undefined {
  const from = places[0]?.[0] ?? 0;
  const to = places.at(-1)?.[1] ?? 0;
  const areJoined = places.slice(1).every(([start], index) => joins(text.slice(places[index]?.[1] ?? 0, start)));
  return areJoined ? withoutBoth(`${text.slice(0, from)}${stand}${text.slice(to)}`) : undefined;
}

/** The word that stands for a name that is held back. */
export const heldStand = stand;

/** True for a text that names no offer: those are put in marks as well. */
function isNameLike(text: string): boolean {
  const sentence = utteranceOf(text);
  return !languagesOf(sentence).some((locale) => isProductLike(sentence.folded.trim(), lexicon(locale)));
}

/** The intent with the name that was held back. */
export function withHeldName(intent: Intent, { name }: HeldName): Intent {
  const back = (part: string): string => {
    const at = part.toLowerCase().indexOf(stand.toLowerCase());
    if (at < 0) return part;
    const whole = part.length === stand.length ? name.replace(/^(["'“„«「『])(.*)["'”“»」』]$/u, '$2') : name;
    return part.slice(0, at) + whole + part.slice(at + stand.length);
  };
  if ('customer' in intent) return { ...intent, customer: back(intent.customer) };
  if (intent.kind === 'find') return { ...intent, find: back(intent.find) };
  return intent.kind === 'newCustomer' ? { ...intent, name: back(intent.name) } : intent;
}

/** Words for the customer who is spoken of, by language. */
const them = new Map(
  locales.map((locale) => [locale, lazy(() => new RegExp(atPlace(correctionBook[locale].them).source, 'u'))]),
);

/** The sentence with a word in place of “them” and the like, as a name; undefined where nobody is spoken of so. */
export function withNameForThem(typed: string): string | undefined {
  const sentence = utteranceOf(typed);
  const { text, folded } = sentence;
  for (const locale of languagesOf(sentence)) {
    const found = them.get(locale)?.().exec(folded);
    if (found === null || found === undefined) continue;
    const { 0: said, index } = found;
    return `${text.slice(0, index)} ${stand} ${text.slice(index + said.length)}`.replaceAll(/\s+/gu, ' ').trim();
  }
  return undefined;
}

/** True for a name that is no more than “them”. */
export const isThem = (name: string): boolean => withNameForThem(name) === stand;

/** True for the word that stands for a name. */
export const isStand = (name: string): boolean => name.toLowerCase() === stand.toLowerCase();

/** Kinds of intents by which a part of a text only says whom the next one is about. */
const tells: ReadonlySet<Intent['kind']> = new Set(['find', 'customer', 'subscriptions', 'manage'] as const);

/** Kinds of intents that are read with a customer of a former part. */
const asks: ReadonlySet<Intent['kind']> = new Set(['manage', 'licenses', 'order', 'task', 'history'] as const);

/** The intent of a text that names a customer first, and then says “them”: “contoso has not paid, suspend them”. */
export function readReferring(text: string, readForms: (text: string) => Intent): Intent | undefined {
  const [first = '', ...others] = clausesOf(text);
  const last = others.at(-1);
  const named = last === undefined ? undefined : withNameForThem(last);
  if (named === undefined || named.length > maxSentence) return undefined;
  const intent = readForms(named);
  if (!asks.has(intent.kind) || !('customer' in intent) || !isStand(intent.customer)) return undefined;
  // A known customer is held back already.
  if (text.includes(stand)) return { ...intent, customer: stand };
  const whom = readForms(first);
  const name = 'customer' in whom ? whom.customer : whom.kind === 'find' ? whom.find : '';
  return tells.has(whom.kind) && name !== '' && !isThem(name) ? { ...intent, customer: name } : undefined;
}

/** Commands that are said with their reason: “back, the name is wrong”. */
const reasoned: ReadonlySet<CommandName> = new Set<CommandName>(['back', 'cancel', 'startOver', 'help']);

/** True for what a sentence says alone, whatever stands behind it: a command, an explanation. */
const isWhole = (intent: Intent): boolean =>
  intent.kind === 'explain' || intent.kind === 'renewals' || intent.kind === 'export' || intent.kind === 'command';

/** True for what says nothing sure. */
const isLoose = (intent: Intent): boolean => intent.kind === 'unknown' || (intent.kind === 'find' && !intent.sure);

/**
 * The intent of a part of a text whose whole says nothing: a command with its reason, the first sentence of several, or thanks
 * before words that say nothing themselves: “thanks, got it”.
 */
export function readPart(text: string, read: (part: string) => Intent): Intent | undefined {
  const clauses = clausesOf(text);
  for (const clause of clauses) {
    const command = typedCommand(clause);
    if (command !== undefined && reasoned.has(command)) return { kind: 'command', command };
  }
  const [head = '', ...behind] = clauses;
  // “A new customer, no details yet”
  if (behind.length > 0 && typedCommand(head) === 'addCustomer' && behind.map(read).every(isLoose))
    return { kind: 'command', command: 'addCustomer' };
  const sentences = text.split(/(?<=[.!?。！？])\s+|(?<=[。！？])/u).filter((part) => part.trim() !== '');
  const [first, ...others] = (sentences.length > 1 ? sentences : []).map(read);
  if (first !== undefined && isWhole(first) && others.every(isLoose)) return first;
  const [talk, ...rest] = clauses.map(read);
  const isTalk = talk?.kind === 'smallTalk' && (talk.talk === 'thanks' || talk.talk === 'bye');
  return isTalk && rest.every(isLoose) && !clauses.slice(1).some((part) => /^\p{Lu}/u.test(part)) ? talk : undefined;
}
