import assert from 'node:assert/strict';
import type { Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { skuName } from '../../simulator/productHandlers.ts';
import type { Customer } from '../../model/customer.ts';
import type { Client } from '../client.ts';
import { recordsIn } from '../reliability/records.ts';
import { eraseRecord, existing, offer, pressAny } from './existing.ts';
import { premium, sell, startRestBot, type RestBot } from './restBot.ts';
import { changesOf, moveElsewhere, simulated, simulatedCustomer } from './simulated.ts';
import { answersIn, partnerOf, walkTo, openSection, counted, holds } from './walk.ts';

const { t } = words('en');
const direct = partnerOf(2);
const provider = partnerOf(1);

const sold = (id: string): string => `${skuName(id) ?? ''}:commercial`;
const sku = (id: string): string => id.split(':').slice(0, 2).join(':');
const [e3, phoneSystem, trial] = [sold(offer.e3), sold(offer.phoneSystem), sold(offer.trial)];

describe('a customer that exists, by HTTP', () => {
  let bot: RestBot;
  before(async () => {
    bot = await startRestBot();
  });
  beforeEach(() => {
    bot.simulator.reset();
    sell(bot.simulator, [premium, e3, phoneSystem, trial]);
  });
  after(() => bot.stop());

  const records = { customersOf: async () => (await recordsIn(bot.folder).customers()).sort(byId) };
  const desk = async (
    partner: Partner,
    ...offers: readonly string[]
  ): Promise<{ user: Client; customer: Customer }> => {
    const user = bot.person({ partner });
    return { user, customer: await existing(records, user, partner, offers) };
  };
  /** One that was added in another portal: there is no record of it here. */
  const foreign = async (partner: Partner, ...offers: readonly string[]) => {
    const { user, customer } = await desk(partner, ...offers);
    await eraseRecord(user, customer.id);
    assert.deepEqual(
      (await records.customersOf()).filter(({ id }) => id === customer.id),
      [],
    );
    return { user, customer, ref: `m:${customer.microsoftId}` };
  };
  const at = (partner: Partner, { microsoftId }: Customer) => simulatedCustomer(bot.simulator, partner, microsoftId);
  const add = async (user: Client, ...offers: readonly string[]): Promise<void> => {
    for (const argument of offers) await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument }));
  };

  for (const [number, locale] of [
    [2, 'en'],
    [10, 'zh-CN'],
    [13, 'zh-TW'],
    [14, 'ru'],
    [5, 'en'],
  ] as const satisfies readonly (readonly [number, Locale])[]) {
    const partner = partnerOf(number);
    it(`gets a subscription and other account info (${partner.name}, ${locale})`, async () => {
      const said = words(locale).t;
      const { customer } = await desk(partner);
      const user = bot.person({ partner, locale });
      await user.say(said('command.customers').split('|')[0] ?? '');
      await pressAny(user, 'customer', customer.id);
      await user.press('addSubscription');
      await user.press(`add ${premium}`);
      await user.press('next', { 'count-0': '4' });
      await user.press('submit');
      await user.until(said('changed.title'));
      assert.deepEqual((await at(partner, customer)).subscriptions, [`${sku(premium)} 4`]);
      await user.press('customer');
      await user.press('customerDetails');
      await user.press('updateAccount');
      await user.press('update contact');
      await user.press('next', { firstName: 'Bruna' });
      await user.press('submit');
      await user.until(said('changed.title'));
      const { billing, domain } = await at(partner, customer);
      assert.equal(billing?.firstName, 'Bruna');
      assert.equal(billing.defaultAddress.addressLine1, customer.sections['company']?.['addressLine1']);
      assert.equal(domain, customer.domain);
    });
  }

  it('gets a subscription where Partner Center alone knows it', async () => {
    const { user, customer, ref } = await foreign(direct);
    await user.say('customers');
    await user.press(`customer ${ref}`);
    await user.press('addSubscription');
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '4' });
    await user.press('submit');
    await user.until(t('changed.title'));
    assert.deepEqual((await at(direct, customer)).subscriptions, [`${sku(premium)} 4`]);
  });

  it('gets an add-on for what it has, and no more of an offer than it may have', async () => {
    const { user, customer } = await desk(direct, e3, trial);
    const { subscriptions } = await at(direct, customer);
    assert.equal(subscriptions.length, 2);
    await pressAny(user, 'addSubscription', customer.id);
    await add(user, phoneSystem, trial);
    await user.press('next');
    assert.deepEqual(user.faults(), { '': t('form.faults', { n: 1 }), 'count-1': t('fault.cart.limit', { n: 1 }) });
    await user.press('remove 1');
    await user.press('next', { 'count-0': '2' });
    await user.press('submit');
    await user.until(t('changed.title'));
    assert.ok((await at(direct, customer)).subscriptions.includes(`${sku(phoneSystem)} 2`));
  });

  describe('of a provider', () => {
    const [reseller] = provider.resellers ?? [];
    assert.ok(reseller);
    const ordered = async ({ domain }: Customer) => (await simulated(bot.simulator, provider, domain)).orders.flat();

    it('is ordered for its reseller, which is not asked again', async () => {
      const user = bot.person({ partner: provider });
      const answers = { ...answersIn(), reseller: { reseller: reseller.tenantId } };
      const customer = await existing(records, user, provider, [], answers);
      await pressAny(user, 'addSubscription', customer.id);
      assert.equal(openSection(user), 'subscriptions');
      await user.press(`add ${premium}`);
      await user.press('next');
      await user.press('submit');
      await user.until(t('changed.title'));
      assert.deepEqual(await ordered(customer), [`${sku(premium).replace(':', ' ')} 1 ${reseller.mpnId}`]);
    });

    it('is asked for its reseller where that is not known here', async () => {
      const { user, customer, ref } = await foreign(provider);
      await pressAny(user, 'addSubscription', ref);
      assert.equal(openSection(user), 'reseller');
      assert.ok(user.texts().includes(t('form.step', { n: 1, m: 2 })));
      await user.press(`add ${premium}`, { reseller: reseller.tenantId });
      await user.press('next');
      await user.press('submit');
      await user.until(t('changed.title'));
      assert.deepEqual(await ordered(customer), [`${sku(premium).replace(':', ' ')} 1 ${reseller.mpnId}`]);
    });
  });

  describe('with account info', () => {
    it('as Partner Center has it, also where there is no record', async () => {
      const { user, customer, ref } = await foreign(direct);
      await pressAny(user, 'updateAccount', ref);
      assert.equal(user.title(), t('review.title'), user.texts().join('\n'));
      assert.ok(holds(user, 'Springfield'));
      assert.ok(holds(user, 'Ana'));
      await user.press('update company');
      await user.press('next', { city: 'Seattle', addressLine1: '200 Main Street' });
      await user.press('submit');
      await user.until(t('changed.title'));
      const { billing, domain } = await at(direct, customer);
      assert.deepEqual([billing?.defaultAddress.city, billing?.firstName], ['Seattle', 'Ana']);
      assert.equal(domain, customer.domain);
    });

    it('that a colleague changed elsewhere, not as it was recorded', async () => {
      const { user, customer } = await desk(direct);
      await moveElsewhere(bot.simulator, direct, customer.microsoftId, 'Tacoma');
      await pressAny(user, 'updateAccount', customer.id);
      assert.ok(holds(user, 'Tacoma'));
    });

    it('that is refused comes back, with the fault beside the answer', async () => {
      const { user, customer } = await desk(direct);
      await pressAny(user, 'updateAccount', customer.id);
      await user.press('update company');
      await user.press('next', { city: 'Seattle' });
      bot.simulator.fault({ kind: 'error', code: '2007', method: 'PUT', path: '/v1/customers/*/profiles/billing' });
      await user.press('submit');
      await user.until(t('section.company'));
      assert.equal(user.inputs()['city']?.value, 'Seattle');
      assert.equal(user.faults()['addressLine1'], t('fault.refused', { reason: t('reason.address') }));
      assert.equal((await at(direct, customer)).billing?.defaultAddress.city, 'Springfield');
    });
  });

  it('gives the lines of an order back that were refused', async () => {
    const { user, customer } = await desk(direct);
    await pressAny(user, 'addSubscription', customer.id);
    await add(user, premium, e3);
    await user.press('next', { 'count-0': '3', 'count-1': '4' });
    // The cart takes both lines with this fault: they come back beside each other.
    bot.simulator.fault({ kind: 'line-error', code: '10015', path: '/v1/customers/*/carts' });
    await user.press('submit');
    await user.until(t('section.subscriptions'));
    assert.deepEqual(
      ['count-0', 'count-1'].map((name) => user.inputs()[name]?.value),
      ['3', '4'],
    );
    assert.equal(user.faults()['count-0'], t('fault.refused', { reason: t('reason.quantity') }));
    await user.press('next');
    await user.press('submit');
    await user.until(t('changed.title'));
    assert.equal((await at(direct, customer)).subscriptions.length, 2);
    assert.equal(changesOf(bot.simulator.calls()).filter((call) => call.includes('checkout')).length, 1);
  });

  for (const whose of ['recorded here', 'known to Partner Center alone']) {
    it(`keeps what was entered when it was removed meanwhile, and says why (${whose})`, async () => {
      const { user, customer, ref } = {
        ref: '',
        ...(await (whose === 'recorded here' ? desk(direct) : foreign(direct))),
      };
      await pressAny(user, 'addSubscription', ref === '' ? customer.id : ref);
      await user.press(`add ${premium}`);
      await user.press('next', { 'count-0': '6' });
      bot.simulator.reset();
      await user.press('submit');
      assert.equal(user.title(), t('trouble.title'));
      assert.ok(user.texts().includes(t('trouble.safe')));
      await user.press('resume');
      assert.ok(holds(user, counted(6, 'Office 365 Business Premium')));
    });
  }

  it('says why nothing can be begun while Partner Center does not answer', async () => {
    const { user, ref } = await foreign(direct);
    for (const verb of ['addSubscription', 'updateAccount', 'asDraft']) {
      bot.simulator.fault({ kind: 'error', code: '900329', path: '/v1/customers/*', times: 20 });
      await pressAny(user, verb, ref);
      assert.ok(user.texts().join('\n').length > 0);
      assert.equal(user.title(), t('refusal.title'), verb);
      bot.simulator.reset();
    }
  });

  it('is the start of a new draft where there is no record', async () => {
    const { user, ref } = await foreign(direct);
    await pressAny(user, 'asDraft', ref);
    assert.ok(user.texts().some((text) => text.includes(t('customer.copied', { name: 'Alpine Ski House' }))));
    await walkTo(user, 'company', {});
    assert.equal(user.inputs()['companyName']?.value, 'Alpine Ski House');
    assert.equal(user.inputs()['domainPrefix']?.value, '');
    assert.equal(user.inputs()['city']?.value, 'Springfield');
    await user.press('next', { domainPrefix: `another${String(process.pid)}` });
    assert.equal(openSection(user), 'contact');
    assert.equal(user.inputs()['firstName']?.value, '', 'its people belong to it alone');
  });
});

const byId = (a: Customer, b: Customer): number => (a.id < b.id ? -1 : 1);
