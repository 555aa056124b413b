import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { locales, type Locale } from '../locales/translator.ts';
import { fontStyles, routeFonts } from '../test/browser/browser.ts';
import { groups } from './groups.ts';

/** How the gallery is looked at. */
interface View {
  readonly language: Locale;
  /** All groups when left out. */
  readonly group?: string;
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly width: 'desk' | 'phone' | 'narrow';
  /** The usual states when left out. */
  readonly states?: 'usual' | 'all';
  /** Realistic when left out. */
  readonly texts?: 'realistic' | 'hostile';
}

const address = 'https://gallery.example/';

/** Opens the gallery in a browser, with Chinese glyphs lent to it; nothing leaves the machine. */
export async function openGallery(browser: Browser, html: string): Promise<Page> {
  const styles = await fontStyles();
  const page = await browser.newPage({ viewport: { width: 1216, height: 900 }, reducedMotion: 'reduce' });
  const body = html.replace('</head>', () => `<style>${styles}</style></head>`);
  // A browser takes long to open so many cards on a busy machine; who is in a hurry stops the whole.
  page.setDefaultTimeout(0);
  await page.route(`${address}**`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await routeFonts(page);
  await page.goto(address);
  return page;
}

/** Has the gallery drawn that way. */
export async function look(page: Page, view: View): Promise<void> {
  const choices = JSON.stringify(
    new URLSearchParams({ group: '', states: 'usual', texts: 'realistic', ...view }).toString(),
  );
  // Laying the page out is what asks for its fonts.
  await page.evaluate(`(() => {
    history.replaceState(null, '', '#' + ${choices});
    dispatchEvent(new Event('hashchange'));
    document.body.offsetHeight;
    return document.fonts.ready.then(() => undefined);
  })()`);
}

/** Takes a picture of every group in every language and theme, and on a phone; says how many. */
export async function takePictures(
  browser: Browser,
  html: string,
  folder: string,
  texts: NonNullable<View['texts']> = 'realistic',
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const page = await openGallery(browser, html);
  await page.addStyleTag({ content: '.gallery header { display: none; }' });
  const ways = [
    { theme: 'light', width: 'desk' },
    { theme: 'dark', width: 'desk' },
    { theme: 'contrast', width: 'desk' },
    { theme: 'light', width: 'phone' },
  ] as const;
  const views = locales.flatMap((language) =>
    groups.flatMap(({ id }) => ways.map((way) => ({ language, group: id, ...way }))),
  );
  for (const view of views) {
    await look(page, { ...view, texts });
    const name = [view.group, view.language, view.theme, ...(view.width === 'phone' ? ['phone'] : [])].join('-');
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  }
  await page.close();
  return views.length;
}
