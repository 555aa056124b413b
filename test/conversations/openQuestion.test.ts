import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';
import { partnerOf } from './walk.ts';

const partner = partnerOf(2);
const { t } = words('en');

/** Questions that a button answers at once, each with the presses that lead to it from the customer's card. */
const questions = [
  { yes: 'setLicenses', way: ['subscriptions', 'licenses'], typed: { quantity: '50' }, leave: 'licenses' },
  { yes: 'setStatus', way: ['subscriptions', 'manage', 'suspend'], leave: 'manage' },
  { yes: 'setStatus', way: ['subscriptions', 'manage', 'cancelSubscription'], leave: 'manage' },
  { yes: 'chooseEnd cancel renew', way: ['subscriptions', 'manage', 'endOfTerm'], leave: 'customer' },
  { yes: 'setPassword', way: ['customerDetails', 'newPassword'], leave: 'customer' },
  { yes: 'eraseRecord', way: ['customerDetails', 'deleteRecord'], leave: 'customer' },
] as const;

describe('a question before something is ordered, changed or deleted', () => {
  const bot = useTestBot();
  const person = (options: ClientOptions = {}): Client => client(bot(), { manner: 'teams', partner, ...options });
  const made = (): number =>
    (['changeQuantity', 'changeStatus', 'chooseEnd', 'resetPassword'] as const)
      .map((call) => bot().partnerCenter.of(call).length)
      .reduce((sum, n) => sum + n, 0);

  for (const manner of ['teams', 'emulator'] as const)
    it(`that was left is asked again by its old button, and then answered: ${manner}`, async () => {
      const of = manner === 'teams' ? partner : partnerOf(1);
      const user = person({ manner, partner: of });
      const record = await withCustomer(bot(), user, { partner: of });
      const from = made();
      for (const { yes, way, leave, ...more } of questions) {
        await openCustomer(user, record);
        for (const verb of way) await user.press(verb);
        if ('typed' in more) await user.press('setLicenses', more.typed);
        const [title, old] = [user.title(), user.pressed(yes)];
        await user.press(leave);
        await user.say('customers');
        await user.send(old);
        assert.equal(user.title(), title, yes);
        assert.equal(made(), from, yes);
        assert.equal((await bot().customersOf(of)).length, 1, yes);
      }
      await user.press('eraseRecord');
      assert.equal((await bot().customersOf(of)).length, 0);
    });

  it('counts while nothing else is asked, whatever else is looked at, and not once another is', async () => {
    const user = person();
    await withCustomer(bot(), user);
    const from = bot().partnerCenter.of('changeQuantity').length;
    await user.press('subscriptions');
    await user.press('licenses');
    const card = user.card();
    await user.press('setLicenses', { quantity: '50' });
    const first = user.pressed('setLicenses');
    await user.press('setLicenses', { quantity: '60' }, card);
    await user.send(first);
    assert.equal(bot().partnerCenter.of('changeQuantity').length, from);
    await user.say('customers');
    await user.press('setLicenses');
    await user.until(() =>
      user.texts().includes(t('change.quantity', { subscription: premium.name, from: 5, to: 50, difference: '+45' })),
    );
  });
});
