import assert from 'node:assert/strict';
import { capitalize } from '../../lib/text.ts';
import { words } from '../../locales/words.ts';
import type { Client } from '../client.ts';
import { recordsIn } from '../reliability/records.ts';
import { existing, pressAny } from './existing.ts';
import { premium, useRestBot } from './restBot.ts';
import { answersIn, changed, isConfirmed, partnerOf, toReview, counted } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const name = 'Office 365 Business Premium';
const line = (n: number, state: string): string => `${counted(n, name)} ${capitalize(state, 'en')}`;

describe('what is said of a customer’s orders at Partner Center', () => {
  const bot = useRestBot();
  const records = { customersOf: async () => recordsIn(bot().folder).customers() };
  const openCustomer = async (user: Client, id: string): Promise<void> => {
    await user.say('customers');
    await pressAny(user, 'customer', id);
  };

  it('is that one was taken, until Partner Center shows its subscription; a second one is asked about', async () => {
    const user = bot().person({ partner });
    const { id } = await existing(records, user, partner);
    await pressAny(user, 'addSubscription', id);
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '3' });
    await user.press('submit');
    await user.until(t('changed.title'));
    // The subscriptions of an order are there at the second look.
    await openCustomer(user, id);
    assert.ok(user.texts().includes(line(3, t('order.late'))), user.texts().join('\n'));
    assert.ok(!user.texts().includes(t('subscriptions.none')));
    await openCustomer(user, id);
    assert.ok(!user.texts().includes(line(3, t('order.late'))), user.texts().join('\n'));
    assert.equal(user.texts().filter((text) => text.includes(name)).length, 1);
  });

  it('is what waits for Finish, and nothing is ordered beside it without a question', async () => {
    const user = bot().person({ partner });
    await toReview(user, changed(answersIn(), { offers: [premium] }));
    bot().simulator.fault({ kind: '500', method: 'POST', path: '/v1/customers/*/carts', times: 12 });
    await user.press('submit');
    await user.until(() => isConfirmed(user));
    assert.equal(user.title(), t('confirmation.partTitle'));
    assert.ok(!user.texts().includes(t('confirmation.received')), 'nothing was received');
    const all = await recordsIn(bot().folder).customers();
    await openCustomer(user, all.find(({ stages }) => stages.subscriptions !== undefined)?.id ?? '');
    assert.ok(user.texts().includes(line(1, t('order.toFinish'))), user.texts().join('\n'));
    await user.press('addSubscription');
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '1' });
    assert.equal(user.title(), t('again.title'));
  });
});
