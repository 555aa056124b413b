import assert from 'node:assert/strict';
import { words, type Words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Client } from '../client.ts';
import type { TestBot } from '../testBot.ts';
import { answersIn, changed, partnerOf, walkTo } from './walk.ts';

/** Office 365 Business Premium: 1 to 300 licenses. */
export const premium = { id: '031C9E47-4802-4248-838E-778FB1D2CC05', name: 'Office 365 Business Premium' };

/** Adds a customer with one subscription of 5 licenses, and opens its card; gives its record's id. */
export async function withCustomer(
  bot: TestBot,
  user: Client,
  { partner = partnerOf(2), spoken = words('en') }: { readonly partner?: Partner; readonly spoken?: Words } = {},
): Promise<string> {
  await user.say('add customer');
  await walkTo(user, 'subscriptions', changed(answersIn(), { offers: [] }), spoken.locale);
  await user.press(`add ${premium.id}`);
  await user.press('next', { 'count-0': '5' });
  await user.press('submit');
  await user.until(spoken.t('confirmation.title'));
  const [record] = await bot.customersOf(partner);
  assert.ok(record);
  await openCustomer(user, record.id);
  return record.id;
}

/** Opens a customer from the list. */
export async function openCustomer(user: Client, ref: string): Promise<void> {
  await user.say('customers');
  await user.press(`customer ${ref}`);
}
