import { chineseCounters, chineseDigits, chineseNumber } from '../../locales/chineseNumber.ts';
import { type KeywordKind, keywordKinds } from '../../locales/sentences.ts';
import type { Intent } from './intent.ts';
import type { Lexicon } from './lexicon.ts';
import { isSentence, searchedWords } from './names.ts';
import { isOfferWholly, productName } from './products.ts';
import { type Utterance, utteranceOf } from './utterance.ts';

/** The parts of a sentence by its words alone, in whatever order they stand. */
interface Parts {
  readonly said: ReadonlySet<KeywordKind>;
  readonly n: number | undefined;
  readonly product: string;
  readonly customer: string;
}

const blanks = (text: string): string => ' '.repeat(text.length);

const countWord = new RegExp(`[${chineseDigits}]{1,5}(?=[${chineseCounters}])`, 'gu');
const digits = /(?<![\p{L}\p{N}])\d{1,7}(?=\s?[xх×]?(?![a-zа-я\d]))/gu;
const latinOrCyrillic = /[a-zа-я0-9]+/gu;
const name = /[\p{L}\p{N}&'’.]+(?: +[\p{L}\p{N}&'’.]+)*/gu;

/** The sentence with blanks in place of what was found, so that places stay the same. */
class Remainder {
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes what the pattern finds and the test lets through. */
  take(pattern: RegExp, isMeant: (found: string) => boolean = () => true): string[] {
    const taken: string[] = [];
    this.text = this.text.replace(pattern, (found) => {
      if (!isMeant(found)) return found;
      taken.push(found.trim());
      return blanks(found);
    });
    return taken;
  }
}

function partsOf({ text, folded }: Utterance, known: Lexicon): Parts {
  const rest = new Remainder(folded);
  const counts = rest.take(countWord).map((one) => chineseNumber(one));
  const said = new Set(keywordKinds.filter((kind) => rest.take(known.keywords[kind]).length > 0));
  const typed = [...rest.take(digits), ...rest.take(latinOrCyrillic, (word) => known.numbers.has(word))];
  const numbers = [...counts, ...typed.map((one) => Number(known.numbers.get(one) ?? one))];
  const offer = rest.take(latinOrCyrillic, (word) => isOfferWholly(word, known));
  rest.take(latinOrCyrillic, (word) => word.length < 3 || known.vocabulary.has(word) || known.sentenceWords.has(word));
  const names = [...rest.text.matchAll(name)].toSorted((one, other) => other[0].length - one[0].length);
  const [{ 0: longest, index } = { 0: '', index: 0 }, another] = names;
  return {
    said,
    n: numbers.length === 1 ? numbers[0] : undefined,
    product: productName(offer.join(' '), known),
    // Two names, or more of one than a company has, are a sentence about something else.
    customer: another === undefined && numbers.length < 2 ? text.slice(index, index + longest.length) : '',
  };
}

/** True where more stands in a name's place than a name: a word that says more, fewer or no. */
export const saysDifference = (text: string, { keywords }: Lexicon): boolean => {
  const { folded } = utteranceOf(text);
  return /\S .*\S/u.test(folded) && [keywords.more, keywords.fewer, keywords.not].some((one) => folded.search(one) > 0);
};

/**
 * The intent of a sentence that is of no known form, by the words it holds: one name, and beside it an offer, a number or a
 * word that says what is asked for. Undefined where something is denied, or where the words leave it open.
 */
export function readKeywords(sentence: Utterance, known: Lexicon): Intent | undefined {
  const { said, n, product, customer } = partsOf(sentence, known);
  if (said.has('not') || customer.length < 2 || isSentence(customer, known)) return undefined;
  const about = { customer: searchedWords(customer) };
  if (n !== undefined && (said.has('fewer') || said.has('more')) && (product === '' || said.has('fewer')))
    return { kind: 'licenses', ...about, product, change: { way: said.has('fewer') ? 'fewer' : 'more', n } };
  if (n !== undefined && product === '' && said.has('to') && said.has('subscriptions'))
    return { kind: 'licenses', ...about, product, change: { way: 'to', n } };
  if (product !== '' && n !== undefined) return { kind: 'order', ...about, product, n };
  if (n !== undefined) return undefined;
  if (product !== '' && said.has('have')) return { kind: 'subscriptions', ...about };
  if (product !== '' && said.has('order')) return { kind: 'order', ...about, product };
  if (product !== '') return undefined;
  if (said.has('history')) return { kind: 'history', ...about };
  return said.has('subscriptions') ? { kind: 'subscriptions', ...about } : undefined;
}
