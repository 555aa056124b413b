import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { galleryPage } from '../../gallery/page.ts';
import { look, openGallery } from '../../gallery/pictures.ts';
import { launch, violations } from './browser.ts';
import { partOf } from '../reliability/moments.ts';

/** Texts and buttons that are wider than the room they have: clipped, or lying over what is beside them. */
const squeezed = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.card, .card *')]
      .filter((one) => !one.matches('input, select, textarea') && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map((one) => one.closest('article').firstChild.textContent + ': ' + one.textContent.slice(0, 80))`,
  );

/** Columns a word does not fit into; a short text on one line is as wide as it needs to be. */
const narrow = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.card .ac-textBlock, .card .ac-richTextBlock')]
      .filter((one) => one.textContent.trim() !== '' && one.getBoundingClientRect().width < 90 && one.getBoundingClientRect().height > 30)
      .map((one) => one.closest('article').firstChild.textContent + ': ' + one.textContent.slice(0, 80))`,
  );

/** Words, addresses and dates among them, states, and short pieces between dots, in which a line ends though one has room for them, and dots that begin one. */
const torn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.card .ac-richTextBlock')].flatMap((block) => {
      const range = document.createRange();
      const isTorn = () => {
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        const tops = lines.map(({ top }) => Math.round(top)).sort((one, other) => one - other);
        return tops.at(-1) - tops[0] > 8 && lines.reduce((sum, { width }) => sum + width, 0) < block.clientWidth;
      };
      const found = [...block.querySelectorAll('.state')]
        .filter((state) => (range.selectNodeContents(state), isTorn() || state.textContent !== state.textContent.trim()))
        .map((state) => state.textContent);
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const places = [];
      while (texts.nextNode()) {
        for (let at = 0; at < texts.currentNode.length; at++) places.push([texts.currentNode, at]);
        const words = texts.currentNode.data.matchAll(/[\\p{Script=Latin}\\p{Script=Cyrillic}]{2,}|(?<=· )[^·]{1,24}(?=$| ·)|·/gu);
        for (const { 0: word, index } of words) {
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + word.length);
          const isDotFirst = word === '·' && range.getBoundingClientRect().left < block.getBoundingClientRect().left + 8;
          if (isTorn() || isDotFirst) found.push(word);
        }
      }
      // Domains, addresses, ids, and dates with hyphens, which the page puts together of several nodes.
      for (const { 0: word, index } of block.textContent.matchAll(/(?<![!-~])[（「“«]?[!-~]{18,40}(?![!-~])[）」”»、，。；：]*|(?<![!-~])\\d+(?:-\\d+)+(?![!-~])/g)) {
        const [last, end] = places[index + word.length - 1];
        range.setStart(...places[index]);
        range.setEnd(last, end + 1);
        if (isTorn()) found.push(word);
      }
      return found.map((word) => block.closest('article').firstChild.textContent + ': ' + word);
    })`,
  );

/** Words of up to 20 letters, domain names in buttons, and “the third”, in which a line ends. */
const broken = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.card .ac-pushButton, .card .ac-textBlock, .card .ac-richTextBlock')].flatMap((block) => {
      const range = document.createRange();
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) {
        const word = block.matches('.ac-pushButton') ? /[\\p{Script=Latin}\\p{Script=Cyrillic}\\d.]{2,27}|第\\s?\\d+\\s?\\p{Script=Han}/gu : /[\\p{Script=Latin}\\p{Script=Cyrillic}]{2,20}|第\\s?\\d+\\s?\\p{Script=Han}/gu;
        for (const { 0: text, index } of texts.currentNode.data.matchAll(word)) {
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + text.length);
          const tops = [...range.getClientRects()].map(({ top }) => top);
          if (Math.max(...tops) - Math.min(...tops) > 8) found.push(block.closest('article').firstChild.textContent + ': ' + text);
        }
      }
      return found;
    })`,
  );

/** Texts whose lines are lower than their letters need, and which would touch the next one. */
const crowded = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.card .ac-textRun')]
      .filter((one) => parseFloat(getComputedStyle(one).lineHeight) < 1.2 * parseFloat(getComputedStyle(one).fontSize))
      .map((one) => one.closest('article').firstChild.textContent + ': ' + one.textContent.slice(0, 80))`,
  );

/** Rows of inputs side by side that do not end in one line: a longer label, or a fault beneath one, moved the other. */
const uneven = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.card .ac-columnSet.inputs')]
      .filter((row) => new Set([...row.querySelectorAll('.ac-input-container')].map((one) => Math.round(one.getBoundingClientRect().bottom))).size > 1)
      .map((row) => row.closest('article').firstChild.textContent + ': ' + row.textContent.slice(0, 80))`,
  );

describe('every usual card', () => {
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await launch();
    page = await openGallery(browser, await galleryPage('usual'));
  });
  after(() => browser.close());

  const looks = [
    { language: 'en', theme: 'light' },
    { language: 'zh-TW', theme: 'dark' },
    { language: 'ru', theme: 'contrast' },
  ] as const;
  for (const one of partOf(looks)) {
    it(`is accessible to everybody in ${one.language} and the ${one.theme} theme`, async () => {
      await look(page, { ...one, width: 'phone' });
      assert.ok((await page.locator('.card button').count()) > 200);
      assert.deepEqual(await violations(page), []);
    });
  }

  for (const language of partOf(locales)) {
    it(`breaks no word on the narrowest phone in ${language}`, async () => {
      await look(page, { language, theme: 'light', width: 'narrow' });
      assert.deepEqual(await torn(page), []);
      assert.deepEqual(await broken(page), []);
    });
  }

  const phones = locales.flatMap((language) =>
    (['realistic', 'hostile'] as const).map((texts) => ({ language, texts })),
  );
  for (const { language, texts } of partOf(phones)) {
    it(`has room for its words on a phone in ${language}, ${texts} ones`, async () => {
      await look(page, { language, theme: 'light', width: 'phone', texts });
      assert.ok((await page.locator('.card').count()) > 60);
      assert.deepEqual(await squeezed(page), []);
      assert.deepEqual(await narrow(page), []);
      assert.deepEqual(await crowded(page), []);
      assert.deepEqual(await torn(page), []);
    });
  }

  for (const language of partOf(locales)) {
    it(`has its inputs side by side in one line in ${language}`, async () => {
      await look(page, { language, theme: 'light', width: 'desk' });
      assert.ok((await page.locator('.card .ac-columnSet.inputs').count()) > 40);
      assert.deepEqual(await uneven(page), []);
    });
  }

  it('is reached, and its looks are changed, by the keyboard alone', async () => {
    await look(page, { language: 'en', theme: 'light', width: 'desk', group: 'home' });
    await page.locator('[name=language]').focus();
    await page.keyboard.press('End');
    await page.getByLabel('Light', { exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText(words('ru').t('button.addCustomer')).first().waitFor();
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  });
});
