import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import type { ButtonName } from '../client.ts';
import { deadline } from '../eventually.ts';

const require = createRequire(import.meta.url);
// A glyph of the two scripts may differ: the page's language says which font comes first.
const fonts = ['tc', 'sc'].map((script) => ({
  script,
  folder: path.dirname(require.resolve(`@fontsource-variable/noto-sans-${script}/package.json`)),
}));
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How the page is looked at. */
export interface Look {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** The browser's language. */
  readonly locale?: string;
  /** Used by a finger, as on a phone. */
  readonly touch?: boolean;
  /** Console errors that are expected, such as those of a lost connection. */
  readonly allowed?: readonly RegExp[];
}

/** The chat page as a person uses it; cards are the newest unless it says otherwise. */
export interface ChatPage {
  readonly page: Page;
  readonly log: Locator;
  say(text: string): Promise<void>;
  /** Buttons that go by a name: its verb and, where several have it, the beginning or end of its argument. */
  button(name: ButtonName): Locator;
  /** The newest input of that id. */
  input(id: string): Locator;
  press(name: ButtonName): Promise<void>;
  /** Waits until there is such a button. */
  waitForButton(name: ButtonName): Promise<void>;
  fill(id: string, value: string): Promise<void>;
  /** Chooses an option by its title: in a list, among radio buttons, or by typing it where a list is searched. */
  choose(id: string, option: string): Promise<void>;
  /** Chooses who tries the bot, and how the page looks. */
  set(setting: 'language' | 'partner' | 'user' | 'client' | 'appearance', value: string): Promise<void>;
  waitFor(text: string): Promise<void>;
  /** Waits until the newest card has that title. */
  waitForTitle(title: string): Promise<void>;
  waitUntilGone(text: string): Promise<void>;
  /** Whether this has the focus. */
  focused(locator: Locator): Promise<boolean>;
  /** How far the messages are scrolled, in pixels; with a number it scrolls there. */
  scroll(to?: number): Promise<number>;
  /** Parts of the page that are wider than their place. */
  tooWide(): Promise<string[]>;
  /** Saves a picture of the page in `screenshots/`, or the folder SCREENSHOTS names; gives its path. */
  screenshot(name: string): Promise<string>;
  /** What axe-core finds against WCAG 2.2 A and AA and its best practices: one line a violation. */
  violations(): Promise<string[]>;
  /** Closes the page. Throws when the browser reported an error meanwhile. */
  close(): Promise<void>;
}

// The one that has no windows at all needs a third of the CPU for a new page.
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Starts Debian's Chromium (another one: CHROMIUM), without a window and without calls home. */
export function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? installed.find((program) => existsSync(program));
  assert.ok(executablePath !== undefined, `Chromium is at none of ${installed.join(', ')}: name it in CHROMIUM`);
  return chromium.launch({ executablePath, args: flags });
}

/** A stylesheet that gives a page Chinese glyphs, which the machine may not have; `routeFonts` brings them. */
export async function fontStyles(): Promise<string> {
  const faces = await Promise.all(
    fonts.map(async ({ script, folder }) =>
      (await readFile(path.join(folder, 'index.css'), 'utf8')).replaceAll('./files/', `/test-fonts/${script}/`),
    ),
  );
  const latin = "'Segoe UI', 'Noto Sans', 'DejaVu Sans'";
  return `${faces.join('\n')}
    *:not(.state) { font-family: ${latin}, 'Noto Sans TC Variable', 'Noto Sans SC Variable', sans-serif; }
    :lang(zh-CN), :lang(zh-CN) *:not(.state) { font-family: ${latin}, 'Noto Sans SC Variable', sans-serif; }`;
}

/** Answers a page's requests for the fonts of `fontStyles`. */
export const routeFonts = (page: Page): Promise<unknown> =>
  page.route('**/test-fonts/*/*', (route) => {
    const [script, file = ''] = new URL(route.request().url()).pathname.split('/').slice(-2);
    const folder = fonts.find((font) => font.script === script)?.folder ?? '';
    return route.fulfill({ path: path.join(folder, 'files', file) });
  });

/** Lends the chat page Chinese glyphs: its stylesheet gets a font of the test's. */
async function lendFont(page: Page): Promise<void> {
  await page.route('**/chat.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${await fontStyles()}` });
  });
  await routeFonts(page);
}

function collectErrors(page: Page, allowed: readonly RegExp[]): string[] {
  const errors: string[] = [];
  const collect = (text: string): void => {
    if (!allowed.some((one) => one.test(text))) errors.push(text);
  };
  page.on('pageerror', (error) => collect(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') collect(`${message.text()} (${message.location().url})`);
  });
  return errors;
}

// Scripts for the page are strings: the DOM's types have no place in the rest of the program.
/** What axe-core finds on a page: one line a violation. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`,
  );
}

/** Saves a picture of a page in `screenshots/`, or the folder SCREENSHOTS names; gives its path. */
export async function savePicture(page: Page, name: string): Promise<string> {
  const folder = process.env['SCREENSHOTS'] ?? 'screenshots';
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  // Lent glyphs come when they are first laid out.
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path: file });
  return file;
}

/** The buttons of that verb; one that has words as well begins or ends its argument with them. */
function buttonsNamed(log: Locator, name: ButtonName): Locator {
  const [verb, ...rest] = name.split(' ');
  const argument = rest.join(' ');
  const button = `button[data-verb="${String(verb)}"]`;
  return log.locator(
    argument === '' ? button : `${button}:is([data-argument^="${argument}"], [data-argument$="${argument}"])`,
  );
}

// The library gives an input's id to the element around its control.
const control = (log: Locator, id: string): Locator => log.locator(`[id="${id}"] :is(input, select, textarea)`).last();

async function choose(log: Locator, id: string, option: string): Promise<void> {
  const list = log.locator(`[id="${id}"] select`).last();
  const radio = log.locator(`[id="${id}"]`).last().getByRole('radio', { name: option });
  if ((await list.count()) > 0) await list.selectOption({ label: option });
  else if ((await radio.count()) > 0) await radio.check();
  else await control(log, id).fill(option);
}

async function close(page: Page, errors: readonly string[]): Promise<void> {
  await page.context().close();
  if (errors.length > 0) throw new Error(`The browser reported: ${errors.join('\n')}`);
}

/** Opens the chat page in a browser of its own profile. */
export async function openChat(browser: Browser, url: string, look: Look = {}): Promise<ChatPage> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1000, height: look.height ?? 800 },
    colorScheme: look.colorScheme ?? 'light',
    locale: look.locale ?? 'en-US',
    isMobile: look.touch ?? false,
    hasTouch: look.touch ?? false,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(deadline);
  const errors = collectErrors(page, look.allowed ?? []);
  await lendFont(page);
  await page.goto(url);
  const log = page.getByRole('log');
  return {
    page,
    log,
    async say(text) {
      await page.locator('#text').fill(text);
      await page.locator('#composer button[type=submit]').click();
    },
    button: (name) => buttonsNamed(log, name),
    input: (id) => control(log, id),
    press: (name) => buttonsNamed(log, name).last().click(),
    waitForButton: (name) => buttonsNamed(log, name).last().waitFor(),
    fill: (id, value) => control(log, id).fill(value),
    choose: (id, option) => choose(log, id, option),
    async set(setting, value) {
      await page.locator('#trying').click();
      await page.locator(`#${setting}`).selectOption(value);
      await page.keyboard.press('Escape');
    },
    waitFor: (text) => log.getByText(text).last().waitFor(),
    waitForTitle: (title) => log.locator('.card').last().getByRole('heading', { name: title, exact: true }).waitFor(),
    waitUntilGone: (text) => log.getByText(text).last().waitFor({ state: 'hidden' }),
    focused: async (locator) => (await locator.and(page.locator(':focus')).count()) > 0,
    scroll: (to) =>
      page.evaluate<number>(
        `(() => {
          const log = document.querySelector('#log');
          ${to === undefined ? '' : `log.scrollTop = ${String(to)};`}
          return log.scrollTop;
        })()`,
      ),
    tooWide: () =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll('body, #log, .card, header')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML.slice(0, 200))`,
      ),
    screenshot: (name) => savePicture(page, name),
    violations: () => violations(page),
    close: () => close(page, errors),
  };
}
