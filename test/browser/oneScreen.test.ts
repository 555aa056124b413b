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
    const bottom = (): Promise<number> =>
      chat.log.evaluate((log) => log.lastElementChild?.getBoundingClientRect().bottom ?? 0);
    const top = (): Promise<number> =>
      chat.log.evaluate((log) => log.firstElementChild?.getBoundingClientRect().bottom ?? 0);
    await fillIn(chat);
    await chat.press('submit');
    await chat.waitForButton('done');
    await chat.press('done');
    await chat.waitFor(t('password.blanked'));
    const screen = await chat.log.evaluate((log) => log.clientHeight);
    const left = (await bottom()) - (await top());
    assert.ok(left <= screen, `${String(left)} of ${String(screen)} pixels`);
    await chat.screenshot('one-screen');
    await chat.close();
  });
});
