import { utteranceOf, type Utterance } from './utterance.ts';
import type { Intent } from './intent.ts';
import { isOnlyWords } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';

const customerOf = (intent: Intent): string =>
  'customer' in intent
    ? intent.customer
    : intent.kind === 'find'
      ? intent.find
      : intent.kind === 'newCustomer'
        ? intent.name
        : '';

const productOf = (intent: Intent): string => ('product' in intent ? intent.product : '');

const foldedOf = (text: string): string => utteranceOf(text).folded.trim();

/** True for Chinese words around a name; of a single character, only those that names hardly begin or end with. */
const isHanRest = (before: string, rest: string): boolean =>
  rest.length > 1 || (before === '' ? /^[加还還下来來在要不]$/u : /^[出下再请請帮幫给給把有]$/u).test(rest);

/**
 * True where all that the shorter name lacks is words of a sentence: none of them is written like a name, or names an
 * offer where one was read already.
 */
function isWithoutWords(shorter: string, longer: string, sentence: Utterance, canHoldOffer: boolean): boolean {
  const [short, long] = [foldedOf(shorter), foldedOf(longer)];
  const at = long.indexOf(short);
  if (short === '' || at < 0 || short === long) return false;
  const rest = `${longer.slice(0, at)} ${longer.slice(at + short.length)}`;
  if (!canHoldOffer && !languagesOf(sentence).some((locale) => isOnlyWords(rest, lexicon(locale)))) return false;
  const isFirst = sentence.text.startsWith(longer);
  const capitals = rest.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;
  return /\p{Script=Han}/u.test(rest)
    ? isHanRest(longer.slice(0, at).trim(), rest.trim())
    : capitals <= (isFirst && at > 0 ? 1 : 0);
}

/** True where the words of a sentence say more than the form it was read by: a name or an offer without words around it. */
export function saysMore(words: Intent, form: Intent, sentence: Utterance): boolean {
  const name = customerOf(form);
  const isName =
    name === '' ||
    /^\p{Lu}/u.test(name) ||
    !languagesOf(sentence).some((locale) => isOnlyWords(name, lexicon(locale), true));
  if (!isName || isWithoutWords(customerOf(words), name, sentence, productOf(form) === '')) return true;
  if (foldedOf(customerOf(words)) !== foldedOf(customerOf(form))) return false;
  if (productOf(words) !== '' && productOf(words) !== productOf(form)) return true;
  return (
    form.kind === 'order' &&
    words.kind === 'licenses' &&
    words.change?.way !== 'to' &&
    productOf(words) === productOf(form)
  );
}
