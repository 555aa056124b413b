import type { Lexicon } from './lexicon.ts';
import { utteranceOf, wordsOf } from './utterance.ts';

/** Words by which a text is known to speak of an offer. */
const productWords =
  /^(?:[efpag][1-7]|[om]365|d365|365|microsoft|office|business|premium|basic|standard|enterprise|exchange|teams|copilot|visio|project|power|bi|defender|intune|azure|entra|windows|dynamics|sharepoint|onedrive|ems|plan|phone|audio|conferencing|frontline|mobility|security|apps|viva|purview|starter|essentials|planner|skype|yammer|stream|visual|sql|server|kiosk|archiving|compliance|bp|exo|spo|pbi|powerbi|aad|trial|nonprofit)$/u;

/** Words that count licenses and name none. */
const countWords =
  /^(?:(?:licen[sc]es?|seats?|users?|lics?|subscriptions?|of|x|×|лиценз\p{L}*|мест\p{L}*|штук\p{L}*|шт|подписк\p{L}*|授权|许可证|许可|席位|订阅|个|套|份|组|的)(?![\p{L}\p{N}])[\s.:]*|(?:授权|许可证|许可|席位|个|套|份|的))|[\s.]*(?<![\p{L}\p{N}])(?:licen[sc]es?|seats?|users?|lics?|subscriptions?|лиценз\p{L}*|подписк\p{L}*)$|(?:的?(?:授权|许可证|许可|席位|订阅))$/u;

/** True when the text speaks of an offer, and not of a company or anything else. */
export const isProductLike = (folded: string, { products }: Pick<Lexicon, 'products'>): boolean =>
  products.has(folded) ||
  folded.split(/[\s+/]+/).some((word) => productWords.test(word) || products.has(word)) ||
  [...products.keys()].some((name) => /[\p{Script=Han} ]/u.test(name) && folded.includes(name));

/** True when every word of the text is one of an offer's name, so that none is left for a customer's. */
export const isOfferWholly = (folded: string, { products }: Pick<Lexicon, 'products'>): boolean =>
  products.has(folded) ||
  (/\p{L}/u.test(folded) &&
    folded.split(/[\s+/]+/).every((word) => /^\d$/.test(word) || productWords.test(word) || products.has(word)));

/** True for more words than an offer's name has. */
export const isLongProduct = (product: string): boolean =>
  wordsOf(product).length > 6 || (product.match(/\p{Script=Han}/gu)?.length ?? 0) > 10;

/** An offer's name as the catalog writes it, as far as the short and local names tell; empty for licenses of any. */
export function productName(slot: string, { products }: Pick<Lexicon, 'products'>): string {
  // “11 E3, please change that” says nothing more of the offer.
  const [head = ''] = slot.split(/[,，;；。!！]/u);
  const isHead = head !== slot && isOfferWholly(utteranceOf(head).folded.trim(), { products });
  let folded = utteranceOf(isHead ? head : slot)
    .folded.replaceAll(/["'«»“”„]+/gu, '')
    .trim();
  for (let before = ''; before !== folded;) {
    before = folded;
    folded = folded.replace(countWords, '').trim();
  }
  folded = folded.replace(/^(?:the|a|an)\s+/, '').replace(/[\s,.;:!?。，]+$/u, '');
  folded = folded.replaceAll(/(?<![\p{L}\p{N}])([efag]\d)s(?!\p{L})/gu, '$1').replace(/的$/u, '');
  const whole = products.get(folded);
  if (whole !== undefined) return whole;
  for (const [name, meant] of products) if (/\p{Script=Han}/u.test(name)) folded = folded.replace(name, ` ${meant} `);
  const parts = folded.split(/\s+/).filter((word) => word !== '');
  return parts.map((word) => products.get(word) ?? products.get(withoutEnding(word)) ?? word).join(' ');
}

/** A word as Russian declines it, without its ending: “премиума”. */
const withoutEnding = (word: string): string =>
  /^[\u0430-\u044F]{5,}$/u.test(word) ? word.replace(/(?:ами|ов|ом|ам|[ауеыи])$/u, '') : word;

/** The customer and the offer behind its name in “contoso e3”; no offer where none stands there. */
export function splitProduct(slot: string, known: Pick<Lexicon, 'products'>): { customer: string; product: string } {
  // 山城咖啡的E3, 山城咖啡E3
  const parts = slot
    .replace(/(?<=\p{Script=Han})(?=[a-z]+\d)|的\s*(?=[a-z])/iu, ' ')
    .trim()
    .split(/[\s:：]+/);
  let from = parts.length;
  while (from > 1) {
    const { folded } = utteranceOf(parts.slice(from - 1).join(' '));
    const [first = ''] = folded.split(' ');
    if (!productWords.test(first) && !/^\d$/.test(first) && !known.products.has(folded)) break;
    from -= 1;
  }
  return { customer: parts.slice(0, from).join(' '), product: parts.slice(from).join(' ') };
}

/** Words that are an offer's name alone; others, such as “power”, begin the names of companies as well. */
const isOfferAlone = (word: string, { products }: Pick<Lexicon, 'products'>): boolean =>
  /^(?:[efpag]\d|[om]?365|copilot|visio|exchange|intune)$/.test(word) || products.has(word);

/** The offer and the customer behind it in “e3 ромашке”; no offer where none stands there. */
export function splitProductFirst(
  slot: string,
  known: Pick<Lexicon, 'products'>,
): { customer: string; product: string } {
  const parts = slot.trim().split(/\s+/);
  const folded = parts.map((part) => utteranceOf(part).folded.trim());
  let to = 0;
  while (to < parts.length - 1) {
    const word = folded[to] ?? '';
    if (!productWords.test(word) && !known.products.has(word) && !(to > 0 && /^\d$/.test(word))) break;
    to += 1;
  }
  const isOffer = to > 1 || (to === 1 && isOfferAlone(folded[0] ?? '', known));
  return isOffer
    ? { product: parts.slice(0, to).join(' '), customer: parts.slice(to).join(' ') }
    : { product: '', customer: slot };
}

/** The customer of a text that names an offer behind it: “contoso's e3”. */
export function ownerIn(text: string, known: Lexicon): string {
  const { customer, product } = splitProduct(text, known);
  return product === '' ? text : customer.replace(/['’]s$/u, '');
}
