import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { textsOf } from '../cardReading.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { refused, unavailable } from '../partnerCenterSpy.ts';
import { useTestBot } from '../testBot.ts';
import { eventually } from '../eventually.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';
import { holds, partnerOf } from './walk.ts';
import { ways } from './ways.ts';

const partner = partnerOf(2);
const { name } = premium;
const day = 24 * 60 * 60 * 1000;

describe('a customer that exists, in practice', () => {
  const bot = useTestBot();

  const person = (options: ClientOptions = {}): Client => client(bot(), { manner: 'teams', partner, ...options });
  const history = (record: string) => bot().auditOf(partner, record);

  for (const [manner, locale] of ways) {
    it(`is shown, and has its licenses changed and its subscription suspended and reactivated: ${manner}, ${locale}`, async () => {
      const spoken = words(locale);
      const { t } = spoken;
      // The Emulator says no tenant: it is the first partner's.
      const of = manner === 'teams' ? partner : partnerOf(1);
      const user = person({ manner, locale, partner: of });
      const record = await withCustomer(bot(), user, { partner: of, spoken });
      assert.equal(user.title(), t('customer.title'));
      assert.ok(
        user
          .texts()
          .some(
            (line, at, all) =>
              line.includes(t('lifecycle.renews', { day: spoken.day('2027-03-10') })) && all[at - 1]?.includes(name),
          ),
        user.texts().join('\n'),
      );

      await user.press('subscriptions');
      assert.equal(user.title(), t('section.subscriptions'));
      await user.press('licenses');
      assert.equal(user.title(), t('licenses.title'));
      assert.ok(holds(user, t('licenses.sevenDays')), user.texts().join('\n'));
      await user.press('setLicenses', { quantity: '8' });
      await user.until(t('changed.title'));
      assert.ok(
        user
          .texts()
          .includes(t('change.quantity', { subscription: name, from: 5, to: 8, difference: spoken.signed(3) })),
      );

      await user.press('customer');
      assert.ok(
        user
          .texts()
          .join('\n')
          .includes(t('count.licenses', { n: 8 })),
      );
      await user.press('subscriptions');
      await user.press('manage');
      await user.press('suspend');
      assert.ok(user.texts().includes(t('suspend.newUntil', { day: spoken.day('2027-03-09') })));
      await user.press('setStatus');
      await user.until(t('changed.title'));
      await user.press('customer');
      assert.ok(
        user
          .texts()
          .join('\n')
          .includes(t('lifecycle.suspendedUntil', { day: spoken.day('2027-03-09') })),
      );
      await user.press('subscriptions');
      await user.press('reactivate');
      await user.press('setStatus');
      await user.until(
        () =>
          user.title() === t('changed.title') && user.texts().includes(t('change.reactivate', { subscription: name })),
      );

      assert.deepEqual(
        (await bot().auditOf(of, record)).slice(3).map(({ action, outcome, data }) => [action, outcome, data]),
        [
          ['quantity', 'done', { subscription: name, from: 5, to: 8 }],
          ['status', 'done', { subscription: name, status: 'suspended' }],
          ['status', 'done', { subscription: name, status: 'active' }],
        ],
      );
      await eventually('it is over', async () => (await bot().changesOf(of)).length === 0);
    });
  }

  it('is marked on older cards as changed since, which lead to how it is now, where it was made', async () => {
    const { t } = words('en');
    const user = person();
    const record = await withCustomer(bot(), user);
    const older = user.card();
    await openCustomer(user, record);
    await user.press('subscriptions');
    const list = user.card();
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '8' });
    await user.until(t('changed.title'));
    const now = (id: string | undefined): string => {
      const found = user.cards().find((one) => one.id === id);
      assert.ok(found);
      return textsOf(found).join();
    };
    assert.ok(now(older.id).includes(t('customer.changed')), now(older.id));
    assert.ok(now(list.id).includes(t('customer.changed')), now(list.id));
    assert.equal(user.title(), t('changed.title'), 'the outcome comes last');
    await user.press(
      'customer',
      {},
      user.cards().find((one) => one.id === older.id),
    );
    assert.ok(
      user
        .texts()
        .join()
        .includes(t('count.licenses', { n: 8 })),
    );
    // A refused change leaves them as they are.
    const shown = user.card();
    await openCustomer(user, record);
    await user.press('subscriptions');
    await user.press('licenses');
    bot().partnerCenter.fail('changeQuantity', refused('seats-kept'));
    await user.press('setLicenses', { quantity: '9' });
    await user.until(t('trouble.title'));
    assert.equal(now(shown.id).includes(t('customer.changed')), false);
  });

  describe('changing licenses', () => {
    const { t } = words('en');

    /** A customer with five licenses, its card for their number open; gives its record's id. */
    async function atLicenses(user: Client): Promise<string> {
      const record = await withCustomer(bot(), user);
      await user.press('subscriptions');
      await user.press('licenses');
      return record;
    }

    const wrong: Readonly<Record<string, string>> = {
      '': t('fault.cart.quantity-missing'),
      five: t('fault.cart.quantity-not-whole', { sample: '6' }),
      '5.5': t('fault.cart.quantity-not-whole', { sample: '6' }),
      '-1': t('fault.cart.quantity-not-whole', { sample: '6' }),
      '5': t('fault.licenses.same', { n: 5 }),
      '0': t('fault.cart.quantity-min', { min: 1 }),
      '301': t('fault.cart.quantity-max', { max: 300 }),
    };

    it('names what is wrong with a number beside it, with what was typed, and changes nothing', async () => {
      const user = person();
      const record = await atLicenses(user);
      const from = bot().partnerCenter.of('changeQuantity').length;
      for (const [typed, fault] of Object.entries(wrong)) {
        await user.press('setLicenses', { quantity: typed });
        assert.deepEqual(user.faults(), { quantity: fault });
        assert.equal(user.inputs()['quantity']?.value ?? '', typed);
      }
      await user.press('setLicenses', { quantity: '３００' });
      await user.press('setLicenses');
      await user.until(t('changed.title'));
      assert.equal(bot().partnerCenter.of('changeQuantity').length, from + 1);
      assert.equal((await history(record)).filter(({ action }) => action === 'quantity').length, 1);
    });

    it('tells the seven-day rule before and after: fewer are refused when it is over', async () => {
      const user = person();
      await atLicenses(user);
      assert.ok(user.texts().includes(t('licenses.back', { n: 4 })));
      const old = user.card();
      bot().clock.now = new Date(bot().clock.now.getTime() + 8 * day);
      await user.press('setLicenses', { quantity: '4' }, old);
      assert.deepEqual(user.faults(), { quantity: t('licenses.noneBack') });
      // What Partner Center alone knows is told as its reason.
      bot().partnerCenter.fail('changeQuantity', refused('seats-kept'));
      await user.press('setLicenses', { quantity: '6' });
      await user.until(t('trouble.title'));
      assert.match(user.texts().join('\n'), /within seven days/);
      assert.ok(user.texts().includes(t('changed.nothing')));
    });

    for (const manner of ['teams', 'emulator'] as const) {
      it(`does nothing twice, whatever is pressed twice: ${manner}`, async () => {
        const of = manner === 'teams' ? partner : partnerOf(1);
        const user = person({ manner, partner: of });
        await atLicensesOf(user, of);
        const from = bot().partnerCenter.of('changeQuantity').length;
        const [card, press] = [user.card(), user.pressed('setLicenses', { quantity: '9' })];
        await Promise.all([1, 2, 3, 4].map(() => user.send(press)));
        await user.until(t('changed.title'));
        bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
        await user.send(press);
        assert.ok(user.lines().includes(t('change.already')), user.lines().join());
        assert.equal(user.title(), t('customer.title'));
        await user.press('setLicenses', { quantity: '7' }, card);
        assert.equal(bot().partnerCenter.of('changeQuantity').length, from + 1);
        assert.ok(
          user
            .texts()
            .join('\n')
            .includes(t('count.licenses', { n: 9 })),
        );
      });
    }

    it('tells the same press later what became of it: refused, not finished, given up', async () => {
      const user = person();
      const record = await atLicenses(user);
      const press = user.pressed('setLicenses', { quantity: '9' });
      const later = async (): Promise<void> => {
        bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
        await user.send(press);
        assert.equal(user.title(), t('customer.title'));
      };
      bot().partnerCenter.fail('changeQuantity', refused('seats-kept'));
      await user.send(press);
      await user.until(t('trouble.title'));
      await later();
      assert.ok(user.lines().includes(t('change.alreadyRefused')), user.lines().join());

      await openCustomer(user, record);
      await user.press('subscriptions');
      await user.press('licenses');
      const second = user.pressed('setLicenses', { quantity: '9' });
      bot().partnerCenter.fail('changeQuantity', ...Array.from({ length: 5 }, () => unavailable()));
      await user.send(second);
      await user.until(t('unfinished.title'));
      bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
      await user.send(second);
      assert.ok(user.lines().includes(t('change.alreadyUnfinished')), user.lines().join());
      await user.press('dropChange');
      await user.send(second);
      assert.ok(user.lines().includes(t('outdated.change')), user.lines().join());
      assert.equal(user.lines().includes(t('change.already')), false);
    });

    const atLicensesOf = async (user: Client, of: Partner): Promise<void> => {
      await withCustomer(bot(), user, { partner: of });
      await user.press('subscriptions');
      await user.press('licenses');
    };

    it('says so when the number was changed meanwhile, and takes it at the second press', async () => {
      const [user, colleague] = [person(), person()];
      const record = await atLicenses(user);
      await openCustomer(colleague, record);
      await colleague.press('subscriptions');
      await colleague.press('licenses');
      await colleague.press('setLicenses', { quantity: '6' });
      await colleague.until(t('changed.title'));
      await user.press('setLicenses', { quantity: '10' });
      assert.deepEqual(user.faults(), { quantity: t('fault.licenses.stale', { n: 6 }) });
      await user.press('setLicenses');
      await user.until(t('changed.title'));
      assert.ok(user.texts().includes(t('change.quantity', { subscription: name, from: 6, to: 10, difference: '+4' })));
    });

    it('asks above the limit and for fewer, and is answered for that number and what stood before alone', async () => {
      const [user, colleague] = [person(), person()];
      const record = await atLicenses(user);
      const made = (): number => bot().partnerCenter.of('changeQuantity').length;
      const from = made();
      const asked = (kind: 'more' | 'fewer', before: number, to: number): string =>
        t(`licenses.ask.${kind}`, { from: before, to, count: t('count.licenses', { n: Math.abs(to - before) }) });
      await user.press('setLicenses', { quantity: '250' });
      assert.ok(user.texts().includes(asked('more', 5, 250)), user.texts().join('\n'));
      // The answer to one question is none to another number.
      await user.send(user.pressed('setLicenses', {}, undefined, { quantity: '299' }));
      assert.ok(user.texts().includes(asked('more', 5, 299)));
      await user.send(user.pressed('setLicenses', {}, undefined, { sure: '299' }));
      assert.ok(user.texts().includes(asked('more', 5, 299)));
      const answer = user.pressed('setLicenses');
      // Back keeps what was typed.
      await user.press('licenses');
      assert.equal(user.inputs()['quantity']?.value, '299');
      assert.equal(made(), from);
      // A colleague changes the number: the question's answer no longer counts, and it is asked anew.
      await openCustomer(colleague, record);
      await colleague.press('subscriptions');
      await colleague.press('licenses');
      await colleague.press('setLicenses', { quantity: '14' });
      await colleague.until(t('changed.title'));
      await user.send(answer);
      assert.deepEqual(user.faults(), { quantity: t('fault.licenses.stale', { n: 14 }) });
      await user.press('setLicenses');
      assert.ok(user.texts().includes(asked('more', 14, 299)));
      await user.press('licenses');
      await user.press('setLicenses', { quantity: '12' });
      assert.ok(user.texts().includes(asked('fewer', 14, 12)));
      assert.equal(made(), from + 1);
      const press = user.pressed('setLicenses');
      await Promise.all([user.send(press), user.send(press)]);
      await user.until(() =>
        user
          .texts()
          .includes(t('change.quantity', { subscription: name, from: 14, to: 12, difference: words('en').signed(-2) })),
      );
      assert.equal(made(), from + 2);
    });

    it('keeps what was typed while Partner Center cannot be reached, and shows the rest of the customer', async () => {
      const user = person();
      const record = await atLicenses(user);
      bot().partnerCenter.fail('subscriptions', unavailable());
      await user.press('setLicenses', { quantity: '10' });
      assert.ok(user.texts().join('\n').includes(t('reason.unavailable')));
      assert.equal(user.inputs()['quantity']?.value, '10');
      await user.press('setLicenses');
      await user.until(t('changed.title'));
      bot().partnerCenter.fail('subscriptions', unavailable());
      await user.press('customer');
      assert.ok(user.texts().join('\n').includes(t('reason.unavailable')));
      assert.ok(holds(user, t('relationship.reseller')), user.texts().join('\n'));
      assert.equal(user.texts().join('\n').includes(record), false);
      await user.press('customer');
      assert.ok(
        user
          .texts()
          .join('\n')
          .includes(t('count.licenses', { n: 10 })),
      );
      bot().partnerCenter.fail('subscriptions', unavailable());
      await user.press('subscriptions');
      assert.equal(user.title(), t('trouble.title'));
      await user.press('subscriptions');
      assert.equal(user.title(), t('section.subscriptions'));
    });

    it('waits for Finish when it could not be done, for a colleague too, and is done once', async () => {
      const [user, colleague] = [person(), person()];
      const record = await atLicenses(user);
      bot().partnerCenter.fail('changeQuantity', unavailable(true), unavailable(), unavailable());
      await user.press('setLicenses', { quantity: '10' });
      await user.until(t('unfinished.title'));
      await colleague.say('drafts');
      assert.ok(
        colleague.texts().includes(t('change.quantity', { subscription: name, from: 5, to: 10, difference: '+5' })),
      );
      await openCustomer(colleague, record);
      assert.ok(colleague.texts().includes(t('change.unfinished')));
      await colleague.press('finishChange');
      await colleague.until(t('changed.title'));
      await user.press('finishChange');
      assert.ok(user.lines().includes(t('unfinished.none')));
      const lines = (await history(record)).filter(({ action }) => action === 'quantity');
      assert.deepEqual(
        lines.map(({ outcome, userId }) => [outcome, userId]),
        [
          ['failed', user.user],
          ['done', colleague.user],
        ],
      );
      const requests = bot().partnerCenter.of('changeQuantity').slice(-4);
      assert.equal(new Set(requests.map(({ requestId }) => requestId)).size, 1);
    });

    it('can be given up when it could not be done', async () => {
      const user = person();
      const record = await atLicenses(user);
      bot().partnerCenter.fail('changeQuantity', unavailable(), unavailable(), unavailable());
      await user.press('setLicenses', { quantity: '10' });
      await user.until(t('unfinished.title'));
      await user.say('customers');
      await user.press(`customer ${record}`);
      await user.press('dropChange');
      assert.ok(user.lines().includes(t('change.dropped')));
      assert.ok(!user.texts().includes(t('change.unfinished')));
      await eventually('it is forgotten', async () => (await bot().changesOf(partner)).length === 0);
    });
  });

  it('of another partner is not known, whatever is pressed', async () => {
    const { t } = words('en');
    const [user, stranger] = [person(), person({ partner: partnerOf(14) })];
    const record = await withCustomer(bot(), user);
    const [{ microsoftId } = { microsoftId: '' }] = await bot().customersOf(partner);
    await user.press('subscriptions');
    const [, subscription = ''] = (user.pressed('licenses').value as { argument: string }).argument.split(' '); // as the card sends it
    await stranger.hello();
    const made = bot().partnerCenter.of('changeQuantity').length;
    for (const ref of [record, `m:${microsoftId}`]) {
      for (const [verb, rest] of [
        ['customer', ''],
        ['subscriptions', ''],
        ['licenses', ` ${subscription}`],
        ['setLicenses', ` ${subscription} 2wzdc2wzc624bb056`],
        ['manage', ` ${subscription}`],
        ['suspend', ` ${subscription}`],
        ['setStatus', ` ${subscription} 2wzdc2wzc624bb056 suspended`],
        ['setStatus', ` ${subscription} 2wzdc2wzc624bb056 deleted`],
        ['cancelSubscription', ` ${subscription}`],
        ['endOfTerm', ` ${subscription}`],
        ['chooseEnd', ` ${subscription} 2wzdc2wzc624bb056 cancel renew`],
        ['nextTerm', ` ${subscription}`],
        ['setNextTerm', ` ${subscription} 2wzdc2wzc624bb056`],
        ['dropNextTerm', ` ${subscription} 2wzdc2wzc624bb056`],
      ] as const) {
        const forged = { verb, argument: `${ref}${rest}`, quantity: '9', from: '5' };
        await stranger.send({ ...stranger.pressed('command customers'), value: forged });
        assert.ok(stranger.lines().includes(t('customer.gone')), `${verb}: ${stranger.lines().join()}`);
      }
    }
    assert.equal(bot().partnerCenter.of('changeQuantity').length, made);
  });

  it('is not erased while a change of it runs, and takes its unfinished changes along', async () => {
    const { t } = words('en');
    const user = person();
    const record = await withCustomer(bot(), user);
    bot().partnerCenter.fail('changeStatus', unavailable(), unavailable(), unavailable());
    await user.press('subscriptions');
    await user.press('manage');
    await user.press('suspend');
    await user.press('setStatus');
    await user.until(t('unfinished.title'));
    await openCustomer(user, record);
    await user.press('customerDetails');
    await user.press('deleteRecord');
    await user.press('eraseRecord');
    assert.ok(user.lines().includes(t('erase.done')));
    assert.deepEqual(await bot().changesOf(partner), []);
    assert.deepEqual((await history(record)).map(({ action, outcome }) => `${action} ${outcome}`).slice(-2), [
      'status failed',
      'erase done',
    ]);
  });
});
