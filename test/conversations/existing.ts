import assert from 'node:assert/strict';
import { buttonsOf } from '../cardReading.ts';
import type { TestBot } from '../testBot.ts';
import { nameOf, type Client } from '../client.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Customer } from '../../model/customer.ts';
import { answersIn, submit, walkTo, type Answers } from './walk.ts';

/** Offers of the record, and what is special about each. */
export const offer = {
  /** Office 365 Enterprise E3: two plans. */
  e3: '796B6B5F-613C-4E24-A17C-EBA730D49C02',
  /** Phone System: an add-on to it. */
  phoneSystem: '4260988E-990D-479C-AE7B-F01CE8E1BB4D',
  /** Microsoft 365 Business Trial: always 25, one a customer. */
  trial: '0FA9D6B6-5923-4B5D-B16E-B7EF0A69E1B7',
  /** Microsoft 365 Business: 1 to 300. */
  business: '61795CAB-2ABD-43F6-88E9-C9ADAE5746E0',
} as const;

/** Presses a button that a card might have. */
export const pressAny = async (user: Client, verb: string, argument = ''): Promise<void> => {
  const [button] = buttonsOf(user.card());
  assert.ok(button, 'the card has no button');
  // Not as a button that leaves the question on its card.
  const forged = { verb, argument, token: '', leaves: undefined };
  await user.send(user.pressed(nameOf(button), {}, user.card(), forged));
};

/** Has a record deleted: asks for the question, and says yes. */
export async function eraseRecord(user: Client, id: string): Promise<void> {
  await pressAny(user, 'deleteRecord', id);
  await pressAny(user, 'eraseRecord', id);
}

/** Opens an order for that customer, and fills it in up to its review: seven licenses, of Microsoft 365 Business if not said. */
export async function orderToReview(
  user: Client,
  { id }: Pick<Customer, 'id'>,
  offerId: string = offer.business,
): Promise<void> {
  await pressAny(user, 'addSubscription', id);
  await user.press(`add ${offerId}`);
  await user.press('next', { 'count-0': '7' });
}

/** Changes the city of the customer whose card is open, up to the review. */
export async function cityToReview(user: Client, city: string): Promise<void> {
  await user.press('customerDetails');
  await user.press('updateAccount');
  await user.press('update company');
  await user.press('next', { city });
}

/** Everything the partner's stores hold but for users' drafts. */
export const storedOf = async (
  bot: Pick<TestBot, 'customersOf' | 'jobsOf' | 'changesOf'>,
  partner: Partner,
): Promise<unknown> => ({
  customers: await bot.customersOf(partner),
  jobs: await bot.jobsOf(partner),
  changes: await bot.changesOf(partner),
});

/** Adds a customer in this chat, with those offers; gives its record. */
export async function existing(
  bot: Pick<TestBot, 'customersOf'>,
  user: Client,
  partner: Partner,
  offers: readonly string[] = [],
  answers: Answers = answersIn(partner.country),
): Promise<Customer> {
  await user.say('add customer');
  await walkTo(user, 'subscriptions', answers);
  // As if each were found first; that is tried by itself.
  for (const argument of offers) await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument }));
  await user.press('next');
  await submit(user);
  await user.press('done');
  const [newest] = await bot.customersOf(partner);
  if (newest === undefined) throw new Error('nothing was recorded');
  return newest;
}
