import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { pageNames } from '../../bot/pages/pageTexts.ts';
import { publicPages } from '../../bot/pages/publicPages.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { startServer } from '../bot/desk.ts';
import { launch, savePicture, violations } from './browser.ts';

describe('the pages about privacy, terms and support in a browser', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;

  before(async () => {
    browser = await launch();
    server = await startServer({ routes: publicPages({ passwordMinutes: 10 }) });
  });
  after(async () => {
    await browser.close();
    await server.drain();
  });

  for (const [index, colorScheme] of (['light', 'dark'] as const).entries()) {
    it(`are accessible to everybody on a phone, and in ${colorScheme}`, async () => {
      // The tests' axe runs beside the page's own policy.
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      for (const name of pageNames) {
        for (const locale of locales) {
          await page.goto(`${server.url}/${name}?lang=${locale}`);
          assert.deepEqual(await violations(page), [], `${name} ${locale}`);
          const wide = 'document.documentElement.scrollWidth > window.innerWidth';
          assert.equal(await page.evaluate(wide), false, `${name} ${locale}`);
        }
        await savePicture(page, `page-${name}-${String(index)}`);
      }
      await context.close();
    });
  }

  it('are drawn under their own policy, and lead to another language and page by the keyboard', async () => {
    const context = await browser.newContext({ locale: 'ru-RU' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    await page.goto(`${server.url}/privacy`);
    await page.getByRole('heading', { level: 1, name: words('ru').t('pages.privacy') }).waitFor();
    assert.equal(await page.evaluate("getComputedStyle(document.querySelector('nav ul')).display"), 'flex');
    await page.getByRole('link', { name: '繁體中文' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: words('zh-TW').t('pages.support') }).click();
    await page.getByRole('heading', { level: 1, name: words('zh-TW').t('pages.support') }).waitFor();
    assert.deepEqual(
      errors.filter((text) => !text.includes('favicon')),
      [],
    );
    await context.close();
  });
});
