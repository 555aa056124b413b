import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { pressAny } from './existing.ts';
import { answersIn, partnerOf, toReview } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const e3 = '796B6B5F-613C-4E24-A17C-EBA730D49C02';

describe('practice where the customer accepts the agreement by itself', () => {
  const bot = useTestBot({ settings: { PARTNER_CENTER_AGREEMENT: 'customer' } });

  it('keeps the order waiting until the acceptance is practised, and places it once', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    await toReview(user, { ...answersIn(), offers: [e3] });
    await user.press('submit');
    await user.until(t('confirmation.title'));
    const [customer] = await bot().customersOf(partner);
    assert.ok(customer);
    assert.deepEqual(await bot().subscriptionsOf(partner, customer.microsoftId), []);
    await pressAny(user, 'customer', customer.id);
    await user.press('practiseAcceptance');
    await user.until(() => bot().partnerCenter.of('order').length > 0);
    await bot().restart();
    assert.equal((await bot().subscriptionsOf(partner, customer.microsoftId)).length, 1);
  });
});
