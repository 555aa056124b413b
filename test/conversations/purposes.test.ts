import assert from 'node:assert/strict';
import { addOnsOf } from '../../forms/cartRows.ts';
import type { Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import type { OrderLine } from '../../partner-center/rules/cart.ts';
import type { Customer } from '../../model/customer.ts';
import { client, type Client } from '../client.ts';
import { offers } from '../forms/contexts.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer, pressAny } from './existing.ts';
import { holds, openSection, partnerOf } from './walk.ts';
import { ways } from './ways.ts';

/** An offer that no add-on fits. */
const lonely = offers.find(
  ({ id, addOnTo, segment, unit, limit }) =>
    segment === 'commercial' &&
    addOnTo.length === 0 &&
    unit === 'licenses' &&
    limit === undefined &&
    addOnsOf(id, offers, []).length === 0,
);
assert.ok(lonely);

const tags: Readonly<Record<Locale, string>> = { en: 'en-US', 'zh-TW': 'zh-TW', 'zh-CN': 'zh-CN', ru: 'ru-RU' };
const { t } = words('en');

describe('a customer that exists', () => {
  const bot = useTestBot();
  const partner = partnerOf(1);
  /** Somebody with a customer that has these offers. */
  const desk = async (...offers: readonly string[]): Promise<{ user: Client; customer: Customer }> => {
    const user = client(bot(), { manner: 'teams', partner });
    return { user, customer: await existing(bot(), user, partner, offers) };
  };
  const ordered = (): readonly OrderLine[] => bot().partnerCenter.of('order').at(-1)?.request as readonly OrderLine[];
  const recorded = async ({ id }: Customer): Promise<Customer | undefined> =>
    (await bot().customersOf(partner)).find((one) => one.id === id);

  for (const [manner, locale] of ways) {
    it(`gets a subscription and other account info (${manner}, ${locale})`, async () => {
      const said = words(locale).t;
      const customer = (await desk(offer.e3)).customer;
      const user = client(bot(), { manner, locale: tags[locale], partner });
      await user.say(said('command.customers').split('|')[0] ?? '');
      await user.press(`customer ${customer.id}`);
      await user.press('addSubscription');
      assert.equal(user.title(), said('section.subscriptions'));
      assert.ok(user.texts().includes(said('purpose.subscriptions', { company: 'Alpine Ski House' })));
      await user.press(`add ${offer.business}`);
      await user.press('next', { 'count-0': '12' });
      assert.equal(user.title(), said('review.title'));
      assert.ok(user.texts().includes(said('form.step', { n: 2, m: 2 })));
      await user.press('submit');
      await user.until(said('changed.title'));
      assert.deepEqual(
        ordered().map(({ offerId, quantity }) => [offerId, quantity]),
        [[offer.business, 12]],
      );

      // From the outcome to the customer as it is now.
      await user.press('customer');
      assert.ok(user.texts().join('\n').includes('Microsoft 365 Business'));
      await user.press('history');
      const twelve = said('cart.times', { n: 12, name: 'Microsoft 365 Business' });
      assert.ok(holds(user, said('past.order', { offers: twelve })), user.texts().join('\n'));
      await user.press('customer');
      await user.press('customerDetails');
      await user.press('updateAccount');
      assert.equal(user.title(), said('review.title'));
      await user.press('update company');
      await user.press('next', { companyName: 'Alpine Ski House Ltd.' });
      await user.press('submit');
      await user.until(said('changed.title'));
      const now = await recorded(customer);
      assert.deepEqual([now?.companyName, now?.domain], ['Alpine Ski House Ltd.', customer.domain]);
      assert.equal(now?.sections['company']?.['domainPrefix'], customer.sections['company']?.['domainPrefix']);
      await user.say(said('command.drafts').split('|')[0] ?? '');
      assert.ok(user.texts().includes(said('drafts.none')), 'the drafts became changes');
    });
  }

  describe('has a cart that', () => {
    it('needs an offer at least', async () => {
      const { user, customer } = await desk();
      await pressAny(user, 'addSubscription', customer.id);
      assert.ok(user.texts().includes(t('cart.choose')));
      await user.press('next');
      assert.deepEqual(user.faults(), { '': t('form.faults', { n: 1 }), find: t('fault.cart.empty') });
      await user.press(`add ${offer.business}`);
      assert.deepEqual(user.faults(), {});
    });

    it('counts what the customer has', async () => {
      const { user, customer } = await desk(offer.trial);
      await pressAny(user, 'addSubscription', customer.id);
      await user.press('find', { find: 'Microsoft 365 Business Trial' });
      await user.press(`add ${offer.trial}`);
      await user.press('next');
      assert.equal(user.faults()['count-0'], t('fault.cart.limit', { n: 1 }));
    });

    it('says before Submit, and for a change of licenses, that an offer’s most is that of all subscriptions', async () => {
      const { user, customer } = await desk(offer.business);
      const [held] = await bot().subscriptionsOf(partner, customer.microsoftId);
      const had = held?.quantity ?? 0;
      const left = 300 - had;
      await pressAny(user, 'addSubscription', customer.id);
      await user.press(`add ${offer.business}`);
      await user.press('next', { 'count-0': '300' });
      assert.equal(user.faults()['count-0'], t('fault.cart.quantity-total', { left, max: 300, had }));
      await user.press('next', { 'count-0': String(left) });
      await user.press('submit');
      await user.until(t('changed.title'));
      const subscriptions = await bot().subscriptionsOf(partner, customer.microsoftId);
      assert.deepEqual(
        subscriptions.map(({ quantity }) => quantity),
        [had, left],
      );
      await pressAny(user, 'subscriptions', customer.id);
      await user.press(`licenses ${customer.id} ${held?.id ?? ''}`);
      await user.press('setLicenses', { quantity: String(had + 1) });
      assert.equal(user.faults()['quantity'], t('fault.licenses.total', { max: 300, had: left }));
    });

    it('is told on the cart and the review how many the customer had of an offer, and the next order counts anew', async () => {
      const { user, customer } = await desk(offer.e3);
      await pressAny(user, 'addSubscription', customer.id);
      const had = (n: number): string => t('cart.held', { n });
      const [held] = await bot().subscriptionsOf(partner, customer.microsoftId);
      const quantity = held?.quantity ?? 0;
      await user.press('find', { find: 'office 365 enterprise e3' });
      assert.ok(!user.texts().includes(had(quantity)), 'it is not in the cart yet');
      await user.press(`add ${offer.e3}`);
      assert.ok(user.texts().includes(had(quantity)), user.texts().join('\n'));
      await user.press('find', { find: '' });
      await user.press(`add ${offer.business}`);
      await user.press('next', { 'count-0': '7' });
      assert.equal(user.texts().filter((text) => text.includes(had(quantity))).length, 1);
      await user.press('submit');
      await user.until(t('changed.title'));
      await pressAny(user, 'addSubscription', customer.id);
      await user.press('find', { find: 'office 365 enterprise e3' });
      await user.press(`add ${offer.e3}`);
      assert.ok(user.texts().includes(had(quantity + 7)), user.texts().join('\n'));
    });

    it('takes an add-on for a subscription the customer has', async () => {
      const { user, customer } = await desk(offer.e3);
      await pressAny(user, 'addSubscription', customer.id);
      await user.press('find', { find: 'phone system' });
      await user.press(`add ${offer.phoneSystem}`);
      await user.press('next');
      await user.press('submit');
      await user.until(t('changed.title'));
      assert.deepEqual(
        ordered().map(({ offerId }) => offerId),
        [offer.phoneSystem],
      );
    });

    it('counts what a colleague ordered while it was open', async () => {
      const { user, customer } = await desk();
      const colleague = client(bot(), { manner: 'teams', partner });
      await colleague.say('customers');
      for (const one of [user, colleague]) {
        await pressAny(one, 'addSubscription', customer.id);
        await one.press('find', { find: 'Microsoft 365 Business Trial' });
        await one.press(`add ${offer.trial}`);
        await one.press('next');
      }
      await user.press('submit');
      await user.until(t('changed.title'));
      bot().partnerCenter.calls.length = 0;
      await colleague.press('submit');
      assert.equal(openSection(colleague), 'subscriptions');
      assert.equal(colleague.faults()['count-0'], t('fault.cart.limit', { n: 1 }));
      assert.deepEqual(bot().partnerCenter.of('order'), []);
    });
  });

  describe('gets add-on licenses, and', () => {
    const subscriptionsOf = ({ microsoftId }: Customer) => bot().subscriptionsOf(partner, microsoftId);
    const idOf = async (customer: Customer, offerId: string): Promise<string> =>
      (await subscriptionsOf(customer)).find((one) => one.offerId === offerId)?.id ?? '';

    it('is offered only those that fit the subscription they are for', async () => {
      const { user, customer } = await desk(offer.e3, offer.business);
      await user.say('customers');
      await user.press(`customer ${customer.id}`);
      await user.press('subscriptions');
      const subscription = `${customer.id} ${await idOf(customer, offer.e3)}`;
      await user.press(`manage ${subscription}`);
      await user.press(`addOns ${subscription}`);
      assert.ok(user.texts().includes(t('addOns.note', { name: 'Office 365 Enterprise E3' })));
      await user.press('find', { find: 'Microsoft 365 Business' });
      assert.ok(!user.has('add'));
      await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument: offer.business }));
      assert.ok(user.texts().includes(t('cart.choose')), 'a forged press adds no other');
      await user.press('find', { find: 'phone system' });
      await user.press(`add ${offer.phoneSystem}`);
      await user.press('next', { 'count-0': '3' });
      await user.press('submit');
      await user.until(t('changed.title'));
      assert.ok((await subscriptionsOf(customer)).some(({ offerId }) => offerId === offer.phoneSystem));
    });

    it('is told where none fits, with a way on', async () => {
      const { user, customer } = await desk(lonely.id);
      await pressAny(user, 'addOns', `${customer.id} ${await idOf(customer, lonely.id)}`);
      assert.ok(user.texts().includes(t('addOns.none', { name: lonely.name })), user.texts().join('\n'));
      await user.press('addSubscription');
      assert.equal(openSection(user), 'subscriptions');
    });

    it('is told when the subscription is not there', async () => {
      const { user, customer } = await desk(offer.e3);
      await pressAny(user, 'addOns', `${customer.id} no-such-subscription`);
      assert.deepEqual(user.lines(), [t('addOns.gone')]);
    });
  });
});
