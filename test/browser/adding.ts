import type { ChatPage } from './browser.ts';

/** Adds the customer Northwind Traders by an indirect provider, card by card, up to the review. */
export async function fillIn(chat: ChatPage): Promise<void> {
  await chat.press('Add customer');
  await chat.waitFor('Step 1 of 7');
  await chat.press('Next');
  await chat.waitFor('Step 2 of 7');
  await chat.press('Next');
  await chat.waitFor('fields need your attention.');
  await chat.screenshot('company-faults');
  await chat.fill('Company name', 'Northwind Traders');
  await chat.fill('Primary domain name', 'northwindtraders');
  await chat.fill('Address line 1', '1 Microsoft Way');
  await chat.fill('City', 'Redmond');
  await chat.choose('State', 'Washington');
  await chat.fill('ZIP code', '98052');
  await chat.press('Next');
  await chat.waitFor('Suggested address');
  await chat.press('Use it');
  await chat.waitFor('Step 3 of 7');
  await chat.fill('First name', 'Анна');
  await chat.fill('Last name', '王');
  await chat.fill('Email address', 'anna@northwind.example');
  await chat.press('Next');
  await chat.waitFor('Step 4 of 7');
  await chat.screenshot('agreement');
  await chat.log.getByLabel('The customer has accepted the latest Microsoft Customer Agreement').last().check();
  await chat.fill('Agreement acceptance date', '2026-01-05');
  await chat.press('Next');
  await chat.waitFor('Step 5 of 7');
  await chat.choose('Reseller (MPN ID)', 'Coho Networks (4000102)');
  await chat.press('Next: Subscriptions');
  await chat.waitFor('Step 6 of 7');
  await addOffer(chat, 'exchange plan 1', 'Exchange Online (Plan 1)');
  await chat.fill('Number of licenses (1 to 10,000,000)', '25');
  await chat.screenshot('subscriptions');
  await chat.press('Next: Review');
  await chat.waitFor('Step 7 of 7');
}

/** Finds an offer by some letters of its name, and puts it into the cart. */
export async function addOffer(chat: ChatPage, letters: string, name: string): Promise<void> {
  await chat.fill('Find an offer', letters);
  await chat.press('Find');
  await chat.waitFor(name);
  await chat.log.getByRole('button', { name: 'Add', exact: true }).first().click();
  await chat.log.getByRole('button', { name: 'Remove', exact: true }).first().waitFor();
}
