import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { crowded, isOvercrowded, isTooHigh, mostCrowded, type CardSize, measureCards } from '../../gallery/heights.ts';
import { galleryPage } from '../../gallery/page.ts';
import { locales } from '../../locales/translator.ts';
import { launch } from './browser.ts';

describe('the cards of a usual customer', () => {
  let browser: Browser;
  let sizes: readonly CardSize[];
  before(async () => {
    browser = await launch();
    sizes = await measureCards(browser, await galleryPage('usual'));
  });
  after(() => browser.close());

  it('are no higher than a screen, in every language', () => {
    const limited = sizes.filter(({ limit }) => limit !== undefined);
    assert.ok(limited.length >= 16 && sizes.every(({ desk, phone }) => desk > 0 && phone > 0));
    assert.deepEqual(
      limited.filter(isTooHigh).map(({ name, language, desk }) => `${language} ${name}: ${String(desk)}`),
      [],
    );
  });

  it('have no more than three rows of buttons on a phone, and few of them that many', () => {
    const told = ({ name, language, rows }: CardSize): string => `${language} ${name}: ${String(rows)}`;
    assert.deepEqual(sizes.filter(isOvercrowded).map(told), []);
    for (const language of locales) {
      const found = crowded(sizes, language);
      assert.ok(found.length <= mostCrowded[language], found.map(told).join('\n'));
    }
  });
});
