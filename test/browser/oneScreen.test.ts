import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { fillIn } from './adding.ts';
import { startDesk, type Desk } from './desk.ts';

const { t } = words('en');

describe('what one customer leaves in the chat page', () => {
  let desk: Desk;

  before(async () => {
    desk = await startDesk();
  });

  after(() => desk.stop());

  it('fits on a screen of 1280 by 800 pixels when it is done: every card gave place to the next', async () => {
    const chat = await desk.open({ width: 1280, height: 800 });
    await chat.waitForButton('command addCustomer');
    await fillIn(chat);
    await chat.press('submit');
    await chat.waitForButton('done');
    await chat.press('done');
    await chat.waitFor(t('password.blanked'));
    // From the end of the greeting to the end of the last card.
    const [left, screen] = await chat.page.evaluate<[number, number]>(`(() => {
      const log = document.querySelector('[role="log"]');
      const bottom = (element) => element.getBoundingClientRect().bottom;
      return [bottom(log.lastElementChild) - bottom(log.firstElementChild), log.clientHeight];
    })()`);
    assert.ok(left <= screen, `${String(left)} of ${String(screen)} pixels`);
    await chat.screenshot('one-screen');
    await chat.close();
  });
});
