import assert from 'node:assert/strict';
import { addOffer, fillIn } from './adding.ts';
import type { ChatPage } from './browser.ts';
import { startDesk, type Desk } from './desk.ts';

/** Looks at a card: a picture, and nothing too wide or against the rules of accessibility. */
async function lookAt(chat: ChatPage, name: string): Promise<void> {
  await chat.screenshot(name);
  assert.deepEqual(await chat.tooWide(), []);
  assert.deepEqual(await chat.violations(), []);
}

describe('a partner with customers, in the chat page', function () {
  let desk: Desk;

  before(async () => {
    desk = await startDesk();
    const chat = await desk.open({ height: 1000 });
    await fillIn(chat);
    await chat.press('Submit');
    await chat.waitFor('Setup info');
    await chat.press('Done');
    await chat.waitFor('no longer shown');
    await chat.close();
  });

  after(() => desk.stop());

  for (const [look, width] of [
    ['', 1000],
    ['-phone', 360],
  ] as const) {
    it(`finds one${look === '' ? '' : ' at phone width'}, and says so when there is none`, async () => {
      const chat = await desk.open({ width, height: 1000 });
      await chat.say('customers');
      await chat.waitFor('northwindtraders.onmicrosoft.com');
      await chat.fill('Find a customer', 'ｎｏｒｔｈ');
      await chat.enter('Find a customer');
      await chat.waitFor('1 of 1');
      await lookAt(chat, `customers${look}`);
      await chat.fill('Find a customer', 'nobody of that name');
      await chat.press('Find');
      await chat.waitUntilGone('northwindtraders.onmicrosoft.com');
      await lookAt(chat, `customers-none${look}`);
      await chat.close();
    });
  }

  it('adds a subscription, changes licenses, chooses the end of a term, cancels all, ends the relationship, and reads what was done', async () => {
    const chat = await desk.open({ height: 1000 });
    await chat.say('customers');
    await chat.press('Open');
    await chat.waitFor('Exchange Online (Plan 1)');
    await lookAt(chat, 'one-customer');

    await chat.press('Add subscription');
    await chat.waitFor('Subscriptions for Northwind Traders');
    await addOffer(chat, 'exchange plan 2', 'Exchange Online (Plan 2)');
    await chat.fill('Number of licenses (1 to 10,000,000)', '10');
    await lookAt(chat, 'add-subscription');
    await chat.press('Next: Review');
    await chat.waitFor('Check the order.');
    await chat.press('Submit order');
    await chat.waitFor('Order Exchange Online (Plan 2)');
    await chat.press('Open customer');
    await chat.press('Subscriptions');
    await chat.press('Change licenses');
    await chat.waitFor('Licenses bought in the last seven days can be returned');
    await lookAt(chat, 'change-licenses');
    await chat.log.locator('input').last().fill('7');
    await chat.press('Change licenses');
    await chat.waitFor('to 7');
    await lookAt(chat, 'changed-licenses');
    await choose(chat);

    await endRelationship(chat);
    await chat.press('Open customer');
    await chat.press('History');
    await chat.waitFor('End the relationship');
    await lookAt(chat, 'history');
    await chat.close();
  });
});

/** Lets the subscription just changed end with its term, then schedules what it renews as. */
async function choose(chat: ChatPage): Promise<void> {
  await chat.press('Manage');
  await chat.waitFor('You can still cancel it');
  await lookAt(chat, 'manage');
  await chat.press('End of term');
  await chat.waitFor('What happens at the end of its term?');
  await lookAt(chat, 'end-of-term');
  await chat.press('End it');
  await chat.waitFor('as chosen: users lose access then');
  await chat.press('Manage');
  await chat.press('Change at renewal');
  await chat.waitFor('This turns auto-renew on');
  await lookAt(chat, 'next-term');
  await chat.log.locator('input').last().fill('8');
  await chat.press('Schedule');
  await chat.waitFor('its end at the end of the term');
  await lookAt(chat, 'next-term-scheduled');
}

/** Ends the relationship with the customer just changed: what blocks it is cancelled first. */
async function endRelationship(chat: ChatPage): Promise<void> {
  for (let left = 2; left > 0; left--) {
    await chat.press('Open customer');
    await chat.press('End relationship');
    // The words alone are also on the card before.
    await chat.log.locator('.card').last().getByRole('heading', { name: 'End the relationship?' }).waitFor();
    await chat.waitFor(left === 1 ? 'prevents this.' : 'prevent this.');
    if (left === 2) await lookAt(chat, 'relationship-blocked');
    await chat.press('Cancel subscription');
    await chat.waitFor('Cancel this subscription?');
    if (left === 2) await lookAt(chat, 'cancel-subscription');
    await chat.press('Cancel subscription');
    await chat.log.locator('.card').last().getByRole('heading', { name: 'Done' }).waitFor();
  }
  await chat.press('Open customer');
  await chat.press('End relationship');
  await chat.waitFor('End the relationship?');
  await lookAt(chat, 'relationship-end');
  await chat.log.locator('input').last().fill('northwind traders');
  await chat.press('End relationship');
  await chat.waitFor('The relationship has ended.');
}
