import type { Lexicon } from './lexicon.ts';
import { utteranceOf } from './utterance.ts';

/** Words by which a text is known to speak of an offer. */
const productWords =
  /^(?:[efpag][1-7]|[om]365|d365|365|microsoft|office|business|premium|basic|standard|enterprise|exchange|teams|copilot|visio|project|power|bi|defender|intune|azure|entra|windows|dynamics|sharepoint|onedrive|ems|plan|phone|audio|conferencing|frontline|mobility|security|apps|viva|purview|starter|essentials|planner|skype|yammer|stream|visual|sql|server|kiosk|archiving|compliance|bp|exo|spo|pbi|powerbi|aad|trial|nonprofit)$/u;

/** Words that count licenses and name none. */
const countWords =
  /^(?:(?:licen[sc]es?|seats?|users?|lics?|subscriptions?|of|x|×|лиценз\p{L}*|мест\p{L}*|штук\p{L}*|шт|подписк\p{L}*|授权|许可证|许可|席位|订阅|个|套|份|组|的)(?![\p{L}\p{N}])[\s.:]*|(?:授权|许可证|许可|席位|个|套|份|的))|[\s.]*(?<![\p{L}\p{N}])(?:licen[sc]es?|seats?|users?|lics?|subscriptions?|лиценз\p{L}*|подписк\p{L}*)$|(?:的?(?:授权|许可证|许可|席位|订阅))$/u;

/** True when the text speaks of an offer, and not of a company or anything else. */
export const isProductLike = (folded: string, { products }: Pick<Lexicon, 'products'>): boolean =>
  products.has(folded) ||
  folded.split(/[\s+/]+/).some((word) => productWords.test(word)) ||
  [...products.keys()].some((name) => folded.includes(name) && name.length > 2);

/** An offer's name as the catalog writes it, as far as the short and local names tell; empty for licenses of any. */
export function productName(slot: string, { products }: Pick<Lexicon, 'products'>): string {
  let folded = utteranceOf(slot)
    .folded.replaceAll(/["'«»“”„]+/gu, '')
    .trim();
  for (let before = ''; before !== folded;) {
    before = folded;
    folded = folded.replace(countWords, '').trim();
  }
  folded = folded.replace(/^(?:the|a|an)\s+/, '').replace(/[\s,.;:!?。，]+$/u, '');
  const whole = products.get(folded);
  if (whole !== undefined) return whole;
  for (const [name, meant] of products) if (/\p{Script=Han}/u.test(name)) folded = folded.replace(name, ` ${meant} `);
  const parts = folded.split(/\s+/).filter((word) => word !== '');
  return parts.map((word) => products.get(word) ?? word).join(' ');
}

/** The customer and the offer behind its name in “contoso e3”; no offer where none stands there. */
export function splitProduct(slot: string, known: Pick<Lexicon, 'products'>): { customer: string; product: string } {
  const parts = slot.split(/\s+/);
  let from = parts.length;
  while (from > 1) {
    const { folded } = utteranceOf(parts.slice(from - 1).join(' '));
    const [first = ''] = folded.split(' ');
    if (!productWords.test(first) && !/^\d$/.test(first) && !known.products.has(folded)) break;
    from -= 1;
  }
  return { customer: parts.slice(0, from).join(' '), product: parts.slice(from).join(' ') };
}
