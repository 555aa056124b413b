import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import { passwordsOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { premium, sell, useRestBot } from './restBot.ts';
import { simulated } from './simulated.ts';
import { answersIn, asked, changed, openSection, partnerOf, submit, toReview, walkTo } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const name = 'Office 365 Business Premium';
const products = '/v1/products';
const skus = '/v1/products/*/skus';

const reasonOf = {
  500: 'service-fault',
  drop: 'unavailable',
  'timeout-before': 'unavailable',
  429: 'throttled',
} as const;

describe('what Partner Center does not answer', () => {
  const bot = useRestBot();
  const fault = (request: FaultInput) => bot().simulator.fault(request);

  for (const [what, requests, told] of [
    [
      'whether the address is right',
      [{ method: 'POST', path: '/v1/validations/address' }],
      ['company.addressUnchecked'],
    ],
    ['whether the domain is free', [{ method: 'HEAD', path: '/v1/domains/*' }], ['company.domainUnchecked']],
    [
      'either of them',
      [
        { method: 'POST', path: '/v1/validations/address' },
        { method: 'HEAD', path: '/v1/domains/*' },
      ],
      ['company.domainUnchecked', 'company.addressUnchecked'],
    ],
  ] as const)
    for (const kind of ['500', 'drop', 'timeout-before', '429'] as const)
      it(`${what} (${kind}) is told, and the customer is added all the same`, async () => {
        const user = bot().person({ partner });
        const answers = answersIn();
        await user.say('add customer');
        await walkTo(user, 'company', answers);
        for (const request of requests) fault({ ...request, kind, times: 100, retryAfter: 600 });
        await user.press('next', asked(user, answers.company));
        const reason = t(`reason.${reasonOf[kind]}`);
        const domain = `${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
        assert.deepEqual(
          user.lines(),
          told.map((key) => (key === 'company.domainUnchecked' ? t(key, { domain, reason }) : t(key, { reason }))),
        );
        assert.equal(openSection(user), 'contact');
        await walkTo(user, 'review', answers);
        await submit(user);
        assert.equal(passwordsOf(user.card()).length, 1);
      });

  for (const way of ['typed', 'pressed'] as const)
    it(`of what adding a customer needs is told before the form, and asked again by a press (${way})`, async () => {
      await bot().restart();
      const user = bot().person({ partner: partnerOf(1) });
      fault({ kind: '500', method: 'GET', path: '/v1/relationships', times: 100 });
      await user.hello();
      if (way === 'typed') await user.say('add customer');
      else await user.press('command addCustomer');
      assert.equal(user.title(), t('refusal.title'));
      assert.ok(!user.texts().some((text) => /: (?:login)?$/.test(text)), user.texts().join('\n'));
      bot().simulator.clearFaults();
      await user.press('command addCustomer');
      assert.equal(openSection(user), 'company');
    });

  it('does not hide that the domain is taken: the creation says it', async () => {
    const [taken] = bot().simulator.addCustomers(1, partner.tenantId);
    const user = bot().person({ partner });
    fault({ kind: '500', method: 'HEAD', path: '/v1/domains/*', times: 8 });
    await toReview(user, changed(answersIn(), { company: { domainPrefix: taken?.domain.split('.')[0] ?? '' } }));
    await user.press('submit');
    await user.until(() => openSection(user) === 'company');
    assert.equal(user.faults()['domainPrefix'], t('fault.domainOwn'));
  });

  it('is not what is said where an address is refused: that is marked', async () => {
    const user = bot().person({ partner });
    const answers = answersIn();
    await user.say('add customer');
    await walkTo(user, 'company', answers);
    const body = { code: 2007, description: 'The postal code is invalid.', data: [] };
    fault({ kind: 'answer', method: 'POST', path: '/v1/validations/address', status: 400, body });
    await user.press('next', asked(user, answers.company));
    assert.equal(openSection(user), 'company');
    assert.equal(user.faults()['postalCode'], t('fault.refused', { reason: t('reason.address') }));
  });
});

describe('a catalog', () => {
  const bot = useRestBot({ answerTime: 2_000 });
  const fault = (request: FaultInput) => bot().simulator.fault(request);
  const calls = (path: RegExp): number =>
    bot()
      .simulator.calls()
      .filter((call) => path.test(call.path)).length;

  // A bot that knows no catalog yet.
  beforeEach(() => bot().restart());

  async function atCart(): Promise<Client> {
    const user = bot().person({ partner });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', answersIn());
    return user;
  }

  const isThere = (user: Client): boolean => user.texts().some((text) => text.includes(name));

  it('that is down is in nobody’s way: a customer without subscriptions is added', async () => {
    bot().simulator.clearFaults();
    fault({ kind: '500', method: 'GET', path: products, times: 1000 });
    const user = await atCart();
    await eventually('that it failed is said', async () => {
      await user.press('find');
      return user.buttons().includes(t('button.tryAgain'));
    });
    await user.press('next');
    assert.equal(openSection(user), 'review');
    await submit(user);
    assert.equal(passwordsOf(user.card()).length, 1);
  });

  it('that could not be read is read again by Try again, on the cart alone', async () => {
    bot().simulator.clearFaults();
    fault({ kind: 'answer', method: 'GET', path: products, status: 403, body: { code: 1002 }, times: 1 });
    const user = await atCart();
    assert.ok(user.buttons().includes(t('button.tryAgain')), user.texts().join('\n'));
    bot().simulator.clearFaults();
    sell(bot().simulator, [premium]);
    await user.press('moreOffers');
    await eventually('the offers are there', async () => {
      if (!isThere(user)) await user.press('find');
      return isThere(user);
    });
    assert.ok(!user.buttons().includes(t('button.tryAgain')));
    await user.press(`add ${premium}`);
    await user.press('next');
    await submit(user);
  });

  it('that is being read holds up no card, says so, can be looked at again, and is ordered from', async () => {
    fault({ kind: 'slow', method: 'GET', path: skus, delay: 1_500 });
    const user = await atCart();
    assert.ok(user.texts().includes(t('cart.reading')), user.texts().join('\n'));
    assert.ok(!user.texts().includes(t('cart.noHits')));
    await eventually('the offers are there', async () => {
      if (!isThere(user)) await user.press('moreOffers');
      return isThere(user);
    });
    assert.ok(!user.buttons().includes(t('button.moreOffers')));
    await user.press(`add ${premium}`);
    await user.press('next');
    await submit(user);
    assert.ok(isThere(user));
  });

  it('is begun by Add customer, and not by who is greeted or changes account info', async () => {
    const user = bot().person({ partner });
    await user.hello();
    await user.say('help');
    assert.equal(calls(/^\/v1\/products/), 0);
    await user.say('add customer');
    await eventually('it is read', () => calls(/^\/v1\/products/) > 0);
  });

  it('with bad items is shown without them, says that some are missing, and logs which, with nothing about people', async () => {
    bot().simulator.clearFaults();
    const items = [{ title: 'no id' }, { id: premium.split(':')[0] }, { id: 'GONE' }];
    fault({ kind: 'answer', method: 'GET', path: products, status: 200, body: { items } });
    const before = bot().log.length;
    const user = await atCart();
    assert.ok(isThere(user), user.texts().join('\n'));
    assert.ok(user.texts().includes(t('cart.leftOut', { n: 2 })), user.texts().join('\n'));
    const logged = bot()
      .log.slice(before)
      .filter((line) => line.includes('left out of the catalog'));
    assert.deepEqual([logged.length, logged.filter((line) => line.includes('"productId":"GONE"')).length], [2, 1]);
    assert.ok(!/alpine|ana\.lima/i.test(logged.join()));
  });

  it('that is not read any more after a restart keeps the order as it was chosen, and lets it be submitted when it is', async () => {
    const user = await atCart();
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '7' });
    assert.equal(openSection(user), 'review');
    await bot().restart();
    bot().simulator.clearFaults();
    sell(bot().simulator, [premium]);
    fault({ kind: 'slow', method: 'GET', path: skus, delay: 1_500 });
    await user.press('submit');
    const reviewed = user.texts().join('\n');
    assert.ok(openSection(user) === 'review' && user.lines().includes(t('cart.notOrderable')), reviewed);
    assert.ok(reviewed.includes(t('cart.unreadOffer')) && !reviewed.includes(t('cart.goneOffer')), reviewed);
    await eventually('it can be submitted', async () => {
      if (openSection(user) === 'review') await user.press('submit');
      return openSection(user) !== 'review';
    });
    await user.until(t('confirmation.title'));
    const domain = user.texts().find((text) => text.includes('@')) ?? '';
    const there = await simulated(bot().simulator, partner, domain.split('@')[1]?.trim() ?? '');
    assert.deepEqual(
      there.orders.flat().map((line) => line.split(' ')[2]),
      ['7'],
    );
  });
});
