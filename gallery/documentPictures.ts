import path from 'node:path';
import { fillIn } from '../test/browser/adding.ts';
import type { ChatPage } from '../test/browser/browser.ts';
import { type Desk, startDesk } from '../test/browser/desk.ts';

const folder = path.join('docs', 'images');

/** Saves a picture of the newest card. */
async function cardPicture(chat: ChatPage, name: string): Promise<void> {
  await chat.page.evaluate('document.fonts.ready.then(() => undefined)');
  // The mouse and the focus would show on it.
  await chat.page.mouse.move(0, 0);
  await chat.page.evaluate('document.activeElement.blur()');
  await chat.log
    .locator('.card')
    .last()
    .screenshot({ path: path.join(folder, `${name}.png`) });
}

/** The whole page, on the way to a new customer. */
async function chatPicture(desk: Desk): Promise<void> {
  const chat = await desk.open({ width: 1280, height: 900 });
  await chat.say('add customer');
  await chat.waitForButton('next');
  await chat.fill('companyName', 'Northwind Traders');
  await chat.scroll(0);
  await chat.page.screenshot({ path: path.join(folder, 'chat.png') });
  await chat.press('cancel');
  await chat.press('discard');
  await chat.close();
}

/** The cards that a new customer is added with, and the customer's. */
async function cardPictures(desk: Desk): Promise<void> {
  // High enough for every card: what a window cuts off is not in the picture.
  const chat = await desk.open({ height: 2000 });
  await chat.waitForButton('command addCustomer');
  await fillIn(chat);
  await cardPicture(chat, 'review');
  await chat.button('back').last().click();
  await chat.waitForButton('find');
  await chat.fill('find', 'exchange');
  await chat.press('find');
  await chat.waitFor('Exchange Online (Plan 2)');
  await cardPicture(chat, 'subscriptions');
  await chat.press('next');
  await chat.waitForButton('submit');
  await chat.press('submit');
  await chat.waitForButton('done');
  await cardPicture(chat, 'confirmation');
  await chat.press('done');
  await chat.say('customers');
  await chat.press('customer');
  await chat.waitForButton('subscriptions');
  await cardPicture(chat, 'customer');
  await chat.close();
}

const desk = await startDesk();
await chatPicture(desk);
await cardPictures(desk);
await desk.stop();
console.log(`The documents' pictures: ${folder}`);
