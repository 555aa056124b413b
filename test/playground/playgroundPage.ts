import type { Browser, Locator, Page } from 'playwright-core';
import { deadline } from '../eventually.ts';

/** The Playground's page as a person uses it. */
export interface PlaygroundPage {
  readonly page: Page;
  /** Every card on the screen, the newest last. */
  readonly cards: Locator;
  say(text: string): Promise<void>;
  /** Presses a button of the newest card that has it; `number` counts buttons of one title on it, from 1. */
  press(title: string, number?: number): Promise<void>;
  fill(label: string, value: string): Promise<void>;
  choose(label: string, option: string): Promise<void>;
  check(label: string): Promise<void>;
  /** Waits for a text on the newest card. */
  waitFor(text: string): Promise<void>;
  /** The password on the newest card; empty without one. */
  password(): Promise<string>;
  /** The first line of each card, from top to bottom. */
  titles(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the Playground's page, without its log panel. */
export async function openPlayground(browser: Browser, url: string): Promise<PlaygroundPage> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1000 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(deadline);
  // Its first load compiles for a long time on a busy machine.
  await page.goto(url, { timeout: deadline });
  const cards = page.locator('.ac-adaptiveCard');
  const newest = cards.last();
  await page.getByTitle('Toggle Log Panel').click();
  return {
    page,
    cards,
    async say(text) {
      await page.locator('[contenteditable=true][data-lexical-editor=true]').fill(text);
      await page.keyboard.press('Enter');
    },
    press: (title, number = 1) =>
      newest
        .getByRole('button', { name: title, exact: true })
        // A button of one of several entries is named with its entry.
        .or(newest.getByRole('button', { name: `${title} (` }))
        .nth(number - 1)
        .click(),
    fill: (label, value) => newest.getByRole('textbox', { name: label }).fill(value),
    async choose(label, option) {
      await newest.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    check: (label) => newest.getByRole('checkbox', { name: label }).check(),
    waitFor: (text) => newest.getByText(text).first().waitFor(),
    password: async () => (await newest.innerText()).match(/^\w{14}$/m)?.[0] ?? '',
    titles: async () => (await cards.allInnerTexts()).map((text) => text.trim().split('\n')[0] ?? ''),
    close: () => page.close(),
  };
}
