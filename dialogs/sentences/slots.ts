import type { Intent } from './intent.ts';
import { languagesOf, type Lexicon, lexicon, numberOf, type SentenceForm } from './lexicon.ts';
import { cleanName, isSentence, searchedWords, withMarks } from './names.ts';
import { isLongProduct, isProductLike, productName, splitProduct, splitProductFirst } from './products.ts';
import { maxSentence, type Utterance, utteranceOf } from './utterance.ts';

/** The texts that stand in the slots of a sentence. */
export interface Slots extends Readonly<Record<'c' | 'p' | 'x' | 'n' | 't', string>> {
  readonly hasVerb: boolean;
  /** True where the number is typed with a minus. */
  readonly isNegative: boolean;
}

/** The offer and the customer behind it; neither where no offer stands there. */
function offerAndCustomer(both: string, known: Lexicon): { product: string; customer: string } {
  const { product, customer } = splitProductFirst(both, known);
  return { product, customer: product === '' ? '' : customer };
}

// A minus stands at its number, and after a blank or a character: “plan-3” and “a - 3” have none.
const minusBefore = /(?:^|[\s\p{Script=Han}])[-−–]$/u;

/** The texts of the slots, as they were typed. */
export function slotsOf(sentence: Utterance, { pattern, hasVerb }: SentenceForm, known: Lexicon): Slots {
  const { text, folded } = sentence;
  const groups = pattern.exec(folded)?.indices?.groups;
  const slot = (name: string): string => text.slice(...(groups?.[name] ?? [0, 0]));
  const both = slot('pc');
  const place = groups?.['c'];
  const { product: p, customer: c } =
    both === ''
      ? { product: slot('p'), customer: place === undefined ? '' : text.slice(...withMarks(sentence, place)) }
      : offerAndCustomer(both, known);
  const [numberAt = 0] = groups?.['n'] ?? [];
  const isNegative = minusBefore.test(text.slice(0, numberAt));
  return { c, p, x: slot('x'), n: slot('n'), t: slot('t'), hasVerb, isNegative };
}

// “contoso: 30 e3”, “contoso 30 e3”, “contoso: +5”, “contoso -5”; “contoso - 30 e3” has a dash.
const shortForm =
  /^(.{2,80}?)(\s*[:,;：，]\s*|\s+(?:[-–—=]\s+)?|\s*=\s*)([+＋]|[-−–](?=\d))?\s*(\d{1,3}(?:[ ,.]\d{3})+|\d{1,7})(?:(?=[个個套份組])|(?!\S*[.\d]))\s*(?:[x×*]\s+)?(.*)$/u;

/** The customer, the number and the offer of “contoso: 30 e3”. */
export function readShortForm({ text }: Utterance, known: Lexicon): Intent | undefined {
  const [, c = '', gap = '', sign = '', n = '', p = ''] = shortForm.exec(text) ?? [];
  const behind = productName(p, known);
  const { customer, product } =
    behind === '' ? splitProduct(cleanName(c, known), known) : { customer: cleanName(c, known), product: behind };
  const meant = productName(product, known);
  if (customer === '' || isSentence(customer, known)) return undefined;
  if (isLongProduct(meant) || (p !== '' && meant !== '' && !isProductLike(meant, known))) return undefined;
  if (meant === '' && !/[:：]/u.test(gap) && sign === '') return undefined;
  const way = sign === '' ? 'to' : /[+＋]/.test(sign) ? 'more' : 'fewer';
  return {
    kind: 'licenses',
    customer: searchedWords(customer),
    product: meant,
    change: { way, n: numberOf(n, known) },
  };
}

/** The order, or the number of licenses, before a billing or a term at the end of a text: “5 e3 for contoso, billed monthly”. */
export function readTerm(typed: string, read: (text: string) => Intent): Intent | undefined {
  const sentence = utteranceOf(typed.replace(/[\s.!。！]+$/u, ''));
  const { text, folded } = sentence;
  for (const [pattern, plan] of languagesOf(sentence).flatMap((locale) => lexicon(locale).terms)) {
    const found = text.length > maxSentence ? null : pattern.exec(folded);
    const before = found === null ? '' : text.slice(0, found.index).replace(/[\s,，;；]+$/u, '');
    const intent = before === '' ? undefined : read(before);
    if (intent?.kind === 'order' && intent.n !== undefined) return plan === '' ? intent : { ...intent, plan };
    if (intent?.kind === 'licenses' && intent.change !== undefined) return intent;
  }
  return undefined;
}
