import { words } from '../../locales/words.ts';
import type { ChatPage } from './browser.ts';

const { t } = words('en');

/** Waits for a step of the four in which an indirect provider adds a customer. */
export const waitForStep = (chat: ChatPage, n: number): Promise<void> => chat.waitFor(t('form.step', { n, m: 4 }));

/** Adds the customer Northwind Traders by an indirect provider, card by card, up to the review. */
export async function fillIn(chat: ChatPage, domain = 'northwindtraders'): Promise<void> {
  await chat.press('command addCustomer');
  await waitForStep(chat, 1);
  await chat.press('next');
  await chat.waitFor(t('required.companyName'));
  await chat.screenshot('company-faults');
  await chat.fill('companyName', 'Northwind Traders');
  await chat.fill('domainPrefix', domain);
  await chat.fill('addressLine1', '1 Microsoft Way');
  await chat.fill('city', 'Redmond');
  await chat.choose('state', 'Washington');
  await chat.fill('postalCode', '98052');
  await chat.press('next');
  await chat.press('use');
  await waitForStep(chat, 2);
  await chat.fill('firstName', 'Анна');
  await chat.fill('lastName', '王');
  await chat.fill('email', 'anna@northwind.example');
  await chat.input('accepted').check();
  await chat.fill('dateAccepted', '2026-01-05');
  await chat.screenshot('agreement');
  await chat.press('next');
  await waitForStep(chat, 3);
  await chat.choose('reseller', 'Coho Networks');
  await addOffer(chat, 'exchange plan 1', 'Exchange Online (Plan 1)');
  await chat.fill('count-0', '25');
  await chat.screenshot('subscriptions');
  await chat.press('next');
  await waitForStep(chat, 4);
}

/** Finds an offer by some letters of its name, and puts it into the cart. */
export async function addOffer(chat: ChatPage, letters: string, name: string): Promise<void> {
  await chat.fill('find', letters);
  await chat.press('find');
  await chat.waitFor(name);
  await chat.log.locator('.card').last().locator('button[data-verb=add]').first().click();
  await chat.button('remove').first().waitFor();
}
