import type { Browser } from 'playwright-core';
import { locales, type Locale } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import { gallery } from './cards.ts';
import { look, openGallery } from './pictures.ts';

/** A card's size on the chat page, in pixels, and in bytes as Teams counts them. */
export interface CardSize {
  readonly name: string;
  readonly language: Locale;
  /** Height in the chat page at a width of 1,280 pixels. */
  readonly desk: number;
  /** Height in the chat page at a width of 320 pixels. */
  readonly phone: number;
  readonly bytes: number;
  /** Maximum height at a width of 1,280 pixels. */
  readonly limit?: number;
}

/** Maximum heights of cards that should be read without scrolling, by the card's name. */
const limits: Readonly<Record<string, number>> = {
  'company, US provider: well answered': 600,
  'review of a usual customer': 560,
  'confirmation of a usual customer, practice': 600,
  'confirmation of a usual customer, real': 600,
  'customer, a usual one': 700,
};

/** Cards that are measured besides: the rest of the way of one usual customer, and what grows with its content. */
const alsoMeasured = [
  'home, global',
  'country, US provider: untouched',
  'company, US provider: every answer missing',
  'contact, US provider: well answered',
  'agreement, US provider: well answered',
  'reseller, US provider: well answered',
  'contact with agreement, US provider: well answered',
  'reseller with subscriptions, US provider: untouched',
  'subscriptions, US provider: well answered',
  'subscriptions, US provider: nine lines',
  'qualification, US provider, school: well answered',
  'signer, US provider, other signer: well answered',
  'progress, at first',
  'cancel',
  'invitation',
  'help',
];

// A card is 560 pixels wide on a desktop; on a phone of 320 the page leaves it 296.
const phoneWidth = '.gallery .phone .card { max-width: 296px; }';

/** Measures the usual cards in the chat page's renderer. */
export async function measureHeights(
  browser: Browser,
  html: string,
  languages: readonly Locale[] = locales,
): Promise<CardSize[]> {
  const page = await openGallery(browser, html);
  await page.addStyleTag({ content: phoneWidth });
  const measured = async (language: Locale, width: 'desk' | 'phone'): Promise<Record<string, number>> => {
    await look(page, { language, theme: 'light', width });
    return page.evaluate<Record<string, number>>(
      `Object.fromEntries([...document.querySelectorAll('article')].map((one) =>
        [one.firstChild.textContent, Math.round(one.querySelector('.card').getBoundingClientRect().height)]))`,
    );
  };
  const sizes: CardSize[] = [];
  for (const language of languages) {
    const [desk, phone] = [await measured(language, 'desk'), await measured(language, 'phone')];
    for (const { name, card } of gallery(words(language))) {
      const limit = limits[name];
      if (limit === undefined && !alsoMeasured.includes(name)) continue;
      const bytes = JSON.stringify(card).length * 2;
      const [high = 0, phoneHigh = 0] = [desk[name], phone[name]];
      sizes.push({ name, language, desk: high, phone: phoneHigh, bytes, ...(limit === undefined ? {} : { limit }) });
    }
  }
  await page.close();
  return sizes;
}

/** True for a card that is higher than its limit. */
export const isTooHigh = ({ desk, limit }: CardSize): boolean => limit !== undefined && desk > limit;
