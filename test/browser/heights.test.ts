import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { isTooHigh, measureHeights } from '../../gallery/heights.ts';
import { galleryPage } from '../../gallery/page.ts';
import { launch } from './browser.ts';

describe('the cards of a usual customer', () => {
  let browser: Browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  it('are no higher than a screen, in every language', async () => {
    const sizes = await measureHeights(browser, await galleryPage('usual'));
    const limited = sizes.filter(({ limit }) => limit !== undefined);
    assert.ok(limited.length >= 16 && sizes.every(({ desk, phone }) => desk > 0 && phone > 0));
    assert.deepEqual(
      limited.filter(isTooHigh).map(({ name, language, desk }) => `${language} ${name}: ${String(desk)}`),
      [],
    );
  });
});
