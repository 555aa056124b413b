import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { passwordsOf } from '../cardReading.ts';
import { premium, useRestBot } from './restBot.ts';
import { simulated } from './simulated.ts';
import { answersIn, changed, partnerOf, submit, toReview } from './walk.ts';

const { t } = words('en');
const provider = partnerOf(1);
const reseller = provider.resellers?.[0]?.tenantId ?? '';

describe('a token that runs out in the middle of work', () => {
  const bot = useRestBot();

  for (const [name, method, path] of [
    ['the start', 'GET', '/v1/relationships'],
    ['the domain check', 'HEAD', '/v1/domains/*'],
    ['the address check', 'POST', '/v1/validations/address'],
    ['the creation', 'POST', '/v1/customers'],
    ['the agreement', 'POST', '/v1/customers/*/agreements'],
    ['the cart', 'POST', '/v1/customers/*/carts'],
    ['the checkout', 'POST', '/v1/customers/*/carts/*/checkout'],
  ] as const)
    it(`is replaced, and nobody notices: ${name}`, async () => {
      const user = bot().person({ partner: provider });
      const answers = changed(answersIn(), { offers: [premium], reseller: { reseller } });
      bot().simulator.fault({ kind: 'answer', method, path, status: 401 });
      await toReview(user, answers);
      await submit(user);
      assert.equal(passwordsOf(user.card()).length, 1, 'the password is shown');
      assert.ok(!user.buttons().includes(t('button.finish')), user.texts().join('\n'));
      assert.ok(
        !bot()
          .simulator.faults()
          .some(({ status }) => status === 401),
        'it befell a call',
      );
      const domain = `${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
      const there = await simulated(bot().simulator, provider, domain);
      assert.deepEqual([there.customers.length, there.signers.length, there.orders.length], [1, 1, 1]);
    });

  it('is replaced when customers are listed, whenever all tokens run out', async () => {
    bot().simulator.addCustomers(3, provider.tenantId);
    bot().clock.now = new Date(bot().clock.now.getTime() + 10 * 60_000);
    const user = bot().person({ partner: provider });
    bot().simulator.expireTokens();
    await user.say('customers');
    assert.ok(user.texts().join().includes('0001'), user.texts().join('\n'));
  });

  it('is told of when another one is refused, too', async () => {
    const user = bot().person({ partner: provider });
    await toReview(user, answersIn());
    bot().simulator.fault({ kind: 'answer', method: 'POST', path: '/v1/customers', status: 401, times: 2 });
    await user.press('submit');
    await user.until(t('unfinished.title'));
    assert.ok(user.texts().some((text) => text.includes(t('reason.token'))));
    await user.press('finish');
    await user.until(t('confirmation.title'));
  });

  it('is said to lack multi-factor sign-in before a long form is filled in', async () => {
    bot().simulator.setPartner({ tenantId: provider.tenantId, multiFactor: false });
    bot().clock.now = new Date(bot().clock.now.getTime() + 25 * 60 * 60_000);
    const user = bot().person({ partner: provider });
    await user.say('add customer');
    assert.ok(
      user.texts().some((text) => text.includes(t('reason.mfa'))),
      user.texts().join('\n'),
    );
  });
});
