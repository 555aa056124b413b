import { registeredName } from '../../partner-center/rules/letterheads.ts';
import { type Utterance, utteranceOf, wordsOf } from './utterance.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { isOfferWholly } from './products.ts';

const aroundMarks = /^[\s:：,，.。;；!！?？、\-–—*#]+|[\s:：,，。;；!！?？、\-–—*#]+$/gu;

/** Marks that open a quotation or a bracket, each with those that close it. */
const closingMarks: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
  "'": "'",
  '‘': '’',
  '(': ')',
  '（': '）',
};

/** Index of the mark that closes the one a text begins with; 0 where that is none, -1 where nothing closes it. */
function closingPlace(text: string): number {
  const [opening = ''] = text;
  const closing = closingMarks[opening];
  if (closing === undefined) return 0;
  let depth = 0;
  for (let place = 0; place < text.length; place += 1) {
    const mark = text[place] ?? '';
    if (mark === opening && (place === 0 || !closing.includes(mark))) depth += 1;
    else if (closing.includes(mark)) depth -= 1;
    if (depth === 0) return place;
  }
  return -1;
}

/** True when the last character closes a quotation or a bracket that was never opened. */
function endsUnopened(text: string): boolean {
  const last = text.at(-1) ?? '';
  const openings = Object.keys(closingMarks).filter((mark) => closingMarks[mark]?.includes(last) === true);
  if (openings.length === 0) return false;
  if (openings.includes(last)) return text.split(last).length % 2 === 0;
  const count = (marks: readonly string[]): number => text.split('').filter((mark) => marks.includes(mark)).length;
  return count(openings) < count([last]);
}

/** The text without the marks around the whole of it; those that enclose a part of it, as in ООО «Ромашка», stay. */
function withoutMarks(text: string): string {
  let bare = text;
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(aroundMarks, '').replace(/(?<=[^\p{L}\p{N}])\.+$/u, '');
    const place = closingPlace(bare);
    if (place === -1) bare = bare.slice(1);
    else if (place > 0 && place === bare.length - 1) bare = bare.slice(1, -1);
    else if (endsUnopened(bare)) bare = bare.slice(0, -1);
  }
  return bare;
}

const han = /\p{Script=Han}/u;

/** A name as it stands in a sentence, without the words and marks around it; empty when there was nothing else. */
export function cleanName(slot: string, { aroundNames }: Pick<Lexicon, 'aroundNames'>): string {
  let name = withoutMarks(slot).replace(/['’‘]s$/iu, '');
  for (let before = ''; before !== name;) {
    before = name;
    const { folded, text } = utteranceOf(name);
    name = text;
    for (const word of aroundNames) {
      const isHan = han.test(word);
      if (folded === word) return '';
      if (folded.startsWith(isHan ? word : `${word} `)) name = text.slice(word.length);
      else if (isHan && folded.endsWith(word)) name = text.slice(0, -word.length);
      else continue;
      break;
    }
    name = withoutMarks(name);
  }
  // “Inc.” keeps its full stop, a sentence loses it.
  return name.replace(/(?<!\b(?:inc|ltd|co|corp|llc|s\.a|b\.v))\.+$/iu, '');
}

const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const webName = /^(?:https?:\/\/)?(?:[^\s@/]+@)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[:/?#]\S*)?$/iu;

/** True for a Microsoft ID, a domain, a web address or a mail address. */
export const isIdOrDomain = (text: string): boolean => guid.test(text) || webName.test(text.replace(/^<|>$/g, ''));

/** The words to search customers by: of a domain or an address the name it is registered under, of others the text. */
export function searchedWords(name: string): string {
  const id = guid.exec(name)?.[1];
  if (id !== undefined) return id.toLowerCase();
  const host = webName.exec(name.replace(/^<|>$/g, ''))?.[1]?.toLowerCase();
  if (host === undefined) return name;
  const own = /^([^.]+)\.(?:mail\.)?(?:partner\.)?onmschina\.cn$|^([^.]+)\.(?:mail\.)?onmicrosoft\.(?:com|us|de)$/.exec(
    host,
  );
  return own?.[1] ?? own?.[2] ?? registeredName(host) ?? host.replace(/^www\./, '').split('.')[0] ?? host;
}

/** True for a text that is a sentence about anything, and no name. */
export const isSentence = (name: string, { sentenceWords }: Pick<Lexicon, 'sentenceWords'>): boolean => {
  const { folded } = utteranceOf(name);
  if (wordsOf(folded).some((word) => sentenceWords.has(word))) return true;
  return (
    /\p{Script=Han}/u.test(folded) &&
    [...sentenceWords].some((word) => /\p{Script=Han}/u.test(word) && folded.includes(word))
  );
};

/** The place of a name with the marks that touch it: they are folded to blanks, and some are part of it. */
export function withMarks({ text, folded }: Utterance, [from, to]: readonly [number, number]): [number, number] {
  const isMark = (place: number): boolean => folded[place] === ' ' && text[place] !== ' ';
  let [start, end] = [from, to];
  while (isMark(start - 1)) start -= 1;
  while (isMark(end)) end += 1;
  return [start, end];
}

/** The customer in a part of a sentence, as it is searched; undefined where no name stands there. */
export function customerIn(part: string, known: Lexicon): string | undefined {
  const customer = cleanName(part, known);
  return customer === '' || isSentence(customer, known) ? undefined : searchedWords(customer);
}

/** A name in marks, or words with capitals that do not begin the text. */
const writtenNames =
  /[«“"「『][^«»“”"「」『』]{2,60}[»”"」』]|(?<=\S\s)\p{Lu}[\p{L}\d\u0027’&-]*(?:\s+(?:(?:&|and|of|и)\s+)?\p{Lu}[\p{L}\d\u0027’.-]*)+/gu;

/** The name that is written as one in a text; empty where none is, or several are. */
export function writtenName(text: string): string {
  const found = [...text.matchAll(writtenNames)].map(([name]) => name);
  const [only = '', ...others] = found.filter((name) => !isOfferWholly(utteranceOf(name).folded.trim(), lexicon('en')));
  return others.length === 0 ? only : '';
}
