import assert from 'node:assert/strict';
import { commandWords } from '../commandWords.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import type { Locale } from '../../locales/translator.ts';
import { capitalize } from '../../lib/text.ts';
import { words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { passwordsOf } from '../cardReading.ts';
import { filesIn, recordsIn } from '../reliability/records.ts';
import { planted, premium, startRestBot, useRestBot } from './restBot.ts';
import { changesOf, simulated } from './simulated.ts';
import { answersIn, changed, partnerOf, submit, toReview, walkTo, type Answers } from './walk.ts';

/** The language a partner of that country speaks here. */
const spoken: Readonly<Record<string, Locale>> = { RU: 'ru', CN: 'zh-CN', TW: 'zh-TW' };

const domainOf = ({ company }: Answers, { cloud: id }: Partner): string =>
  `${company?.['domainPrefix'] ?? ''}${cloud(id).suffix}`;

describe('a conversation with Partner Center by HTTP', () => {
  const bot = useRestBot();

  for (const partner of samplePartners.filter(({ type }) => type !== 'indirect-reseller')) {
    const { name, type, cloud: id, country, resellers = [] } = partner;
    const locale = spoken[country] ?? 'en';
    const { t } = words(locale);
    const open = cloud(id).noNewCustomers === undefined;
    const own = cloud(id);
    const reseller = resellers[0];
    const answers = (): Answers =>
      changed(answersIn(country), { offers: [premium], reseller: { reseller: reseller?.tenantId ?? 'none' } });

    if (!open) {
      it(`tells ${name} (${type}, ${id}) why no customer can be added, and asks Partner Center nothing`, async () => {
        const user = bot().person({ partner, locale });
        await user.say('add customer');
        assert.ok(user.texts().includes(t('refusal.germany')));
        assert.deepEqual(bot().simulator.calls(), []);
      });
      continue;
    }

    it(`adds a customer of ${name} (${type}, ${id}, ${country}, ${locale}) once, with all that belongs to it`, async () => {
      const user = bot().person({ partner, locale });
      const typed = answers();
      const domain = domainOf(typed, partner);
      await user.hello();
      await user.say(commandWords('addCustomer', locale));
      await walkTo(user, 'review', typed, locale);
      assert.deepEqual(changesOf(bot().simulator.calls()), ['POST validations/address (app-only) 200']);
      await user.press('submit');
      await user.until(t('confirmation.title'));

      assert.deepEqual(changesOf(bot().simulator.calls()).slice(1), [
        `POST customers (${reseller === undefined ? 'app-only' : 'app+user'}) 201`,
        ...(own.agreement ? ['POST customers/*/agreements (app+user) 201'] : []),
        'POST customers/*/carts (app-only) 201',
        'POST customers/*/carts/*/checkout (app-only) 201',
      ]);
      const changing = bot()
        .simulator.calls()
        .filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/'));
      assert.equal(new Set(changing.map(({ requestId }) => requestId)).size, changing.length, 'each has its own id');
      const there = await simulated(bot().simulator, partner, domain);
      assert.equal(there.customers.length, 1);
      assert.deepEqual(there.signers, own.agreement ? ['ana.lima@alpineskihouse.example'] : []);
      const [product = '', sku = ''] = premium.split(':');
      assert.deepEqual(there.orders, [[[product, sku, '1', ...(reseller ? [reseller.mpnId] : [])].join(' ')]]);

      const recorded = (await recordsIn(bot().folder).customers()).filter((one) => one.domain === domain);
      assert.deepEqual(
        recorded.map(({ microsoftId }) => microsoftId),
        there.customers,
      );
      const texts = user.texts().join('\n');
      for (const shown of [
        `admin@${domain}`,
        there.customers[0] ?? '',
        'Office 365 Business Premium',
        capitalize(t('order.late'), 'en'),
      ])
        assert.ok(texts.includes(shown), shown);
      const [password = '', ...more] = passwordsOf(user.card());
      assert.ok(password.startsWith(planted.password), 'the confirmation has the password');
      assert.deepEqual(more, []);
      const said = JSON.stringify(bot().connector.calls).split(`"${password}"`).length - 1;
      assert.equal(said, 1, 'the password is shown once');

      await user.press('done');
      assert.ok(!JSON.stringify(user.cards()).includes(password));
      await user.say('customers');
      assert.ok(user.texts().join('\n').includes(domain));
    });
  }

  it('asks for the qualification and orders what is sold meanwhile', async () => {
    const partner = partnerOf(2);
    const user = bot().person({ partner });
    const typed = changed(answersIn(), { company: { qualification: 'education' }, offers: [premium] });
    await toReview(user, typed);
    await submit(user);
    assert.deepEqual(changesOf(bot().simulator.calls()).slice(2), [
      'POST customers/*/agreements (app+user) 201',
      'POST customers/*/qualifications (app+user) 201',
      'POST customers/*/carts (app-only) 201',
      'POST customers/*/carts/*/checkout (app-only) 201',
    ]);
  });

  it('orders nothing where nothing was chosen', async () => {
    const user = bot().person({ partner: partnerOf(2) });
    await toReview(user);
    await submit(user);
    assert.deepEqual(changesOf(bot().simulator.calls()).slice(2), ['POST customers/*/agreements (app+user) 201']);
  });

  it('keeps no secret, token or password in a file or in the log', async () => {
    const user = bot().person({ partner: partnerOf(2) });
    await toReview(user, changed(answersIn(), { offers: [premium] }));
    // Errors are logged: they must not bring along what was sent.
    for (const path of ['/v1/customers', '/v1/customers/*/agreements', '/v1/customers/*/carts'])
      bot().simulator.fault({ kind: '500', method: 'POST', path });
    bot().simulator.fault({ kind: 'error', code: '900329', path: '/v1/customers/*/carts/*/checkout', times: 3 });
    await submit(user);
    const kept = [...(await filesIn(bot().folder)).values(), ...bot().log].join('\n');
    assert.match(kept, /step failed/);
    assert.match(kept, /alpineskihouse/);
    for (const mark of [planted.secret, planted.password, 'simulated-', 'Bearer'])
      assert.ok(!kept.includes(mark), mark);
  });
});

describe('the whole catalog by HTTP', () => {
  it('is offered in the cart, and any of it can be found', async () => {
    const bot = await startRestBot();
    try {
      const user = bot.person();
      await user.say('add customer');
      await walkTo(user, 'subscriptions', answersIn());
      await user.press('find', { find: 'E5' });
      assert.ok(user.texts().some((text) => /E5/.test(text)));
      assert.ok(!user.texts().some((text) => text === words('en').t('cart.sample')), 'these are no samples');
    } finally {
      await bot.stop();
    }
  });
});
