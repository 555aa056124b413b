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
  /** Rows of buttons in its largest set of them, at a width of 320 pixels. */
  readonly rows: number;
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

/** What is measured of one card as it is drawn. */
interface Drawn {
  readonly height: number;
  readonly rows: number;
}

const measureDrawn = `Object.fromEntries([...document.querySelectorAll('article')].map((one) => {
  const rowsOf = (set) => new Set([...set.querySelectorAll('button')].map((each) => each.offsetTop)).size;
  return [one.firstChild.textContent, {
    height: Math.round(one.querySelector('.card').getBoundingClientRect().height),
    rows: Math.max(0, ...[...one.querySelectorAll('.ac-actionSet')].map(rowsOf)),
  }];
}))`;

/** Measures the usual cards in the chat page's renderer. */
export async function measureCards(
  browser: Browser,
  html: string,
  languages: readonly Locale[] = locales,
): Promise<CardSize[]> {
  const page = await openGallery(browser, html);
  const measured = async (language: Locale, width: 'desk' | 'narrow'): Promise<Record<string, Drawn>> => {
    await look(page, { language, theme: 'light', width });
    return page.evaluate<Record<string, Drawn>>(measureDrawn);
  };
  const sizes: CardSize[] = [];
  for (const language of languages) {
    const [desks, phones] = [await measured(language, 'desk'), await measured(language, 'narrow')];
    for (const { name, card } of gallery(words(language))) {
      const [desk, phone, limit] = [desks[name], phones[name], limits[name]];
      if (desk === undefined || phone === undefined) continue;
      const drawn = {
        desk: desk.height,
        phone: phone.height,
        rows: phone.rows,
        bytes: JSON.stringify(card).length * 2,
      };
      sizes.push({ name, language, ...drawn, ...(limit === undefined ? {} : { limit }) });
    }
  }
  await page.close();
  return sizes;
}

/** True for a card whose height is told: one with a limit, or on a usual customer's way. */
export const isTold = ({ name, limit }: CardSize): boolean => limit !== undefined || alsoMeasured.includes(name);

/** True for a card that is higher than its limit. */
export const isTooHigh = ({ desk, limit }: CardSize): boolean => limit !== undefined && desk > limit;

/** The most rows of buttons a set may have on a phone, in every language. */
const mostRows = 3;

/** The most cards a language may have with a set of that many rows: each row takes a reader further from the text. */
export const mostCrowded: Readonly<Record<Locale, number>> = { en: 18, ru: 30, 'zh-TW': 5, 'zh-CN': 4 };

/** The cards of a language with as many rows of buttons as may be, or more. */
export const crowded = (sizes: readonly CardSize[], language: Locale): readonly CardSize[] =>
  sizes.filter((size) => size.language === language && size.rows >= mostRows);

/** True for a card whose buttons take more rows than they may. */
export const isOvercrowded = ({ rows }: CardSize): boolean => rows > mostRows;
