import assert from 'node:assert/strict';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { commandWords } from '../commandWords.ts';
import type { ChatPage } from './browser.ts';
import { partOf } from '../reliability/moments.ts';
import { startDesk, type Desk } from './desk.ts';

/** A phone, and a window of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10). */
const looks = {
  'a phone of 320 px': { width: 320, height: 568 },
  'a zoom of 400 %': { width: 320, height: 256 },
};

/** Controls and texts of the page that do not show all of their words, or hang out of the window sideways. */
const cut = ({ page }: ChatPage): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('header *, #composer, #composer *, #log, #log button, .card, #states p')]
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        const { visibility, clipPath } = getComputedStyle(one);
        const isShown = width > 0 && visibility !== 'hidden' && clipPath === 'none';
        const isCut = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && !one.matches('select, option');
        return isShown && (isCut || left < 0 || right > document.documentElement.clientWidth + 0.5);
      })
      .map((one) => one.outerHTML.slice(0, 120))
      .concat(document.documentElement.scrollWidth > window.innerWidth ? ['the page'] : [])`,
  );

/** How far the page as a whole is scrolled, and how much more of it there is than the window shows. */
const scrolled = ({ page }: ChatPage): Promise<{ top: number; more: number }> =>
  page.evaluate(
    `(({ scrollTop, scrollHeight, clientHeight }) => ({ top: scrollTop, more: scrollHeight - clientHeight }))(
      document.scrollingElement)`,
  );

/** Every control, by the keyboard: those that are not wholly in sight while they have the focus, above the message box. */
async function outOfSight({ page }: ChatPage): Promise<{ stops: number; hidden: string[] }> {
  const hidden: string[] = [];
  await page.locator('#trying').focus();
  for (let stops = 0; ; stops += 1) {
    const found = await page.evaluate<string | null>(
      `(() => {
        const one = document.activeElement;
        if (one === document.body) return null;
        const { top, bottom, height } = one.getBoundingClientRect();
        const bar = one.closest('header, #foot');
        const [start, end] = bar
          ? [0, window.innerHeight]
          : [Math.max(0, document.querySelector('#log').getBoundingClientRect().top), document.querySelector('#foot').getBoundingClientRect().top];
        // What is higher than its room is seen in part.
        const isSeen = height > end - start ? top < end && bottom > start : top >= start - 1 && bottom <= end + 1;
        return isSeen ? '' : one.outerHTML.slice(0, 120);
      })()`,
    );
    if (found === null || stops > 200) return { stops, hidden };
    if (found !== '') hidden.push(found);
    await page.keyboard.press('Tab');
  }
}

describe('the chat page in little room', function () {
  let desk: Desk;
  beforeEach(async () => {
    desk = await startDesk();
  });
  afterEach(() => desk.stop());

  for (const [name, look] of Object.entries(looks)) {
    for (const locale of partOf(locales)) {
      it(`on ${name} can be read and used, in ${locale}`, async () => {
        const { t } = words(locale);
        const chat = await desk.open({ ...look, locale });
        await chat.press('command addCustomer');
        await chat.waitFor(t('form.step', { n: 1, m: 4 }));
        await chat.press('next');
        await chat.waitFor(t('required.companyName'));
        await chat.screenshot(`small-${String(look.height)}-${locale}-form`);
        assert.deepEqual(await cut(chat), []);
        const box = await chat.page.locator('#text').boundingBox();
        assert.ok(box && box.width >= 200, JSON.stringify(box));
        // Where the bars stay, nothing moves them.
        if (look.height > 480) assert.deepEqual(await scrolled(chat), { top: 0, more: 0 });
        const { stops, hidden } = await outOfSight(chat);
        assert.ok(stops > 15, String(stops));
        assert.deepEqual(hidden, []);
        await chat.say(commandWords('help', locale));
        await chat.waitFor(t('help.title'));
        // What is said comes into sight, and has most of the window.
        const answer = await chat.log.getByRole('article').last().boundingBox();
        assert.ok(answer && answer.y >= -1 && answer.y < look.height / 3, JSON.stringify(answer));
        await chat.screenshot(`small-${String(look.height)}-${locale}-help`);
        assert.deepEqual(await cut(chat), []);
        assert.deepEqual(await chat.violations(), []);
        await chat.close();
      });
    }
  }
});
