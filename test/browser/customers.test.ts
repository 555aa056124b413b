import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { commandWords } from '../commandWords.ts';
import { addOffer, fillIn } from './adding.ts';
import type { ChatPage } from './browser.ts';
import { startDesk, type Desk } from './desk.ts';

const { t } = words('en');

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
    await chat.press('submit');
    await chat.waitForButton('done');
    await chat.press('done');
    await chat.waitFor(t('password.blanked'));
    await chat.close();
  });

  after(() => desk.stop());

  for (const [look, width] of [
    ['', 1000],
    ['-phone', 360],
  ] as const) {
    it(`finds one${look === '' ? '' : ' at phone width'}, and says so when there is none`, async () => {
      const chat = await desk.open({ width, height: 1000 });
      await chat.say(commandWords('customers'));
      await chat.waitFor('northwindtraders.onmicrosoft.com');
      await chat.fill('findCustomer', 'ｎｏｒｔｈ');
      await chat.input('findCustomer').press('Enter');
      await chat.waitFor(t('list.positionAll', { of: 1 }));
      await lookAt(chat, `customers${look}`);
      await chat.fill('findCustomer', 'nobody of that name');
      await chat.press('findCustomers');
      await chat.waitUntilGone('northwindtraders.onmicrosoft.com');
      await lookAt(chat, `customers-none${look}`);
      await chat.close();
    });
  }

  it('adds a subscription, changes licenses, chooses the end of a term, cancels all, ends the relationship, and reads what was done', async () => {
    const chat = await desk.open({ height: 1000 });
    await chat.say(commandWords('customers'));
    await chat.press('customer');
    await chat.waitFor('Exchange Online (Plan 1)');
    await lookAt(chat, 'one-customer');
    await chat.press('customerDetails');
    await chat.waitForTitle(t('details.title'));
    await lookAt(chat, 'customer-in-detail');
    await chat.press('customer');
    await chat.waitForTitle(t('customer.title'));

    await chat.press('addSubscription');
    await chat.waitFor(t('purpose.subscriptions', { company: 'Northwind Traders' }));
    await addOffer(chat, 'exchange plan 2', 'Exchange Online (Plan 2)');
    await chat.fill('count-0', '10');
    await lookAt(chat, 'add-subscription');
    await chat.press('next');
    await chat.waitForButton('submit');
    await chat.press('submit');
    await chat.waitFor(t('change.order', { offers: 'Exchange Online (Plan 2)' }));
    await chat.press('customer');
    await chat.press('subscriptions');
    await chat.press('licenses');
    await chat.waitForButton('setLicenses');
    await lookAt(chat, 'change-licenses');
    await chat.fill('quantity', '7');
    await chat.press('setLicenses');
    // Fewer licenses are asked about first.
    await chat.waitFor(t('licenses.ask.fewer', { from: 10, to: 7, count: t('count.licenses', { n: 3 }) }));
    await lookAt(chat, 'fewer-licenses');
    await chat.press('setLicenses');
    const subscription = 'Exchange Online (Plan 2)';
    await chat.waitFor(t('change.quantity', { subscription, from: 10, to: 7, difference: words('en').signed(-3) }));
    await lookAt(chat, 'changed-licenses');
    await choose(chat);

    await endRelationship(chat);
    await chat.press('customer');
    await chat.press('history');
    await chat.waitForTitle(t('history.title'));
    await chat.waitFor(t('past.relationship'));
    await lookAt(chat, 'history');
    await chat.close();
  });
});

/** Lets the subscription just changed end with its term, then schedules what it renews as. */
async function choose(chat: ChatPage): Promise<void> {
  await chat.press('manage');
  await chat.waitForButton('endOfTerm');
  await lookAt(chat, 'manage');
  await chat.press('endOfTerm');
  await chat.waitForButton('chooseEnd cancel renew');
  await lookAt(chat, 'end-of-term');
  await chat.press('chooseEnd cancel renew');
  await chat.waitFor(t('change.endCancel', { subscription: 'Exchange Online (Plan 2)' }));
  await chat.press('manage');
  await chat.press('nextTerm');
  await chat.waitForButton('setNextTerm');
  await lookAt(chat, 'next-term');
  await chat.fill('quantity', '8');
  await chat.press('setNextTerm');
  await chat.waitForTitle(t('changed.title'));
  await chat.waitFor(t('gone.cancel'));
  await lookAt(chat, 'next-term-scheduled');
}

/** Ends the relationship with the customer just changed: what blocks it is cancelled first. */
async function endRelationship(chat: ChatPage): Promise<void> {
  for (let left = 2; left > 0; left--) {
    await chat.press('customer');
    await chat.press('customerDetails');
    await chat.press('endRelationship');
    await chat.waitForTitle(t('end.title'));
    await chat.waitFor(t('end.blocked', { n: left }));
    if (left === 2) await lookAt(chat, 'relationship-blocked');
    await chat.press('cancelSubscription');
    await chat.waitForButton('setStatus');
    if (left === 2) await lookAt(chat, 'cancel-subscription');
    await chat.press('setStatus');
    await chat.waitForTitle(t('changed.title'));
  }
  await chat.press('customer');
  await chat.press('customerDetails');
  await chat.press('endRelationship');
  await chat.waitForButton('removeRelationship');
  await lookAt(chat, 'relationship-end');
  await chat.fill('companyName', 'northwind traders');
  await chat.press('removeRelationship');
  await chat.waitFor(t('changed.relationship'));
}
