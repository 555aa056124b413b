import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Customer } from '../../model/customer.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { type ButtonName, client, type Client, type ClientOptions } from '../client.ts';
import { refused, unavailable } from '../partnerCenterSpy.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer, orderToReview } from './existing.ts';
import { chooseAll, ticking } from './severalCustomers.ts';
import { openCustomer } from './withCustomer.ts';
import { answersIn, changed, partnerOf } from './walk.ts';
import { ways } from './ways.ts';

const { t } = words('en');
const direct = partnerOf(2);

describe('the same order for several customers', () => {
  const bot = useTestBot();
  const person = (options: ClientOptions = {}): Client =>
    client(bot(), { manner: 'teams', partner: direct, ...options });
  const orders = () => bot().partnerCenter.of('order');

  /** As many customers, the newest last. */
  async function customers(n: number, partner: Partner = direct): Promise<readonly Customer[]> {
    const user = person({ partner });
    const made: Customer[] = [];
    for (let index = 0; index < n; index += 1) {
      const { company = {}, ...others } = answersIn(partner.country);
      const named = { ...others, company: { ...company, companyName: `Several ${String(index)} Traders` } };
      made.push(await existing(bot(), user, partner, [], changed(named, {})));
    }
    return made;
  }

  /** Types the command and chooses these, up to the review of seven licenses of Microsoft 365 Business each. */
  async function toReview(user: Client, chosen: readonly Customer[], command = 'bulk order'): Promise<void> {
    await user.say(command);
    await chooseAll(user, chosen);
    await user.press(`add ${offer.business}`);
    await user.press('next', { 'count-0': '7' });
  }

  const licensesOf = async (partner: Partner, { microsoftId }: Customer): Promise<readonly (number | undefined)[]> =>
    (await bot().subscriptionsOf(partner, microsoftId)).map(({ quantity }) => quantity);

  /** Undo of that customer's order on the card shown now. */
  function undoOf(user: Client, { id }: Customer): ButtonName {
    const undo = user.named('undoOrder ').find((name) => name.includes(id));
    assert.ok(undo, user.buttons().join());
    return undo;
  }

  const statesOf = async (partner: Partner, { microsoftId }: Customer): Promise<readonly string[]> =>
    (await bot().subscriptionsOf(partner, microsoftId)).map(({ quantity, status }) => `${String(quantity)} ${status}`);

  for (const [manner, locale] of ways) {
    it(`is chosen, reviewed and submitted once, and each gets it once: ${manner}, ${locale}`, async () => {
      const spoken = words(locale);
      const partner = manner === 'teams' ? direct : partnerOf(1);
      const chosen = await customers(3, partner);
      const user = person({ manner, locale, partner });
      const from = orders().length;
      await toReview(user, chosen, spoken.t('command.several').split('|')[0]);
      if (user.title() !== spoken.t('review.title')) await user.press('next');
      assert.equal(user.title(), spoken.t('review.title'));
      for (const { companyName } of chosen) assert.ok(user.texts().join('\n').includes(companyName), companyName);
      const submit = user.pressed('submit');
      await Promise.all([user.send(submit), user.send(submit)]);
      await user.until(spoken.t('changed.title'));
      for (const { companyName } of chosen) assert.ok(user.texts().join('\n').includes(companyName), companyName);
      bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
      await user.send(submit);
      assert.equal(orders().length, from + 3);
      for (const one of chosen) {
        assert.deepEqual(await licensesOf(partner, one), [7]);
        const lines = await bot().auditOf(partner, one.id);
        assert.deepEqual(
          lines.filter(({ change }) => change !== undefined).map(({ action, outcome }) => `${action} ${outcome}`),
          ['order done'],
        );
      }
      assert.deepEqual(await bot().changesOf(partner), []);
    });
  }

  it('says of each customer what it has already, counts it, and speaks of no single customer', async () => {
    const chosen = await customers(2);
    const user = person();
    await toReview(user, chosen);
    await user.press('submit');
    await user.until(t('changed.title'));
    const seven = t('cart.times', { n: 7, name: 'Microsoft 365 Business' });
    assert.ok(user.texts().includes(t('change.orders', { offers: seven, n: 2 })), user.texts().join('\n'));
    await toReview(user, [...chosen, ...(await customers(1))]);
    const said: string[] = [];
    const names = chosen.map(({ companyName: label }) => t('form.pair', { label, hint: '7' }));
    const already = t('cart.heldBy', { customers: words('en').list(names) });
    assert.ok(user.texts().join('\n').includes(already), user.texts().join('\n'));
    await user.press('update subscriptions');
    await user.press('find', { find: 'office 365 a3' });
    said.push(...user.texts());
    await user.press('next', { 'count-0': '294' });
    assert.equal(user.faults()['count-0'], t('fault.cart.quantity-total', { left: 293, max: 300, had: 7 }));
    said.push(...user.texts());
    assert.ok(said.includes(already));
    assert.deepEqual(
      said.filter((text) => /\b(?:this|the) customer\b/i.test(text)),
      [],
    );
  });

  it('leads from its outcome to each of the customers', async () => {
    const chosen = await customers(3);
    const user = person();
    await toReview(user, chosen);
    await user.press('submit');
    await user.until(t('changed.title'));
    const outcome = user.card();
    for (const { id, companyName } of chosen) {
      await user.press(`customer ${id}`, {}, outcome);
      assert.ok(user.texts().includes(companyName), user.texts().join('\n'));
    }
  });

  for (const [manner, locale] of ways) {
    it(`is taken back of one customer with one question, once, and of no other: ${manner}, ${locale}`, async () => {
      const spoken = words(locale);
      const partner = manner === 'teams' ? direct : partnerOf(1);
      const [first, second] = await customers(2, partner);
      assert.ok(first && second);
      const user = person({ manner, locale, partner });
      await toReview(user, [first, second], spoken.t('command.several').split('|')[0]);
      if (user.title() !== spoken.t('review.title')) await user.press('next');
      await user.press('submit');
      await user.until(spoken.t('changed.title'));
      await user.press('undoOrders');
      const list = user.card();
      for (const { companyName } of [first, second]) assert.ok(user.texts().includes(companyName), companyName);
      const ofFirst = undoOf(user, first);
      await user.press(ofFirst, {}, list);
      assert.ok(user.texts().includes(spoken.t('stop.canceledOneThen')), user.texts().join('\n'));
      const yes = user.pressed('stopAll');
      await Promise.all([user.send(yes), user.send(yes)]);
      await user.until(spoken.t('changed.title'));
      assert.deepEqual(await statesOf(partner, first), ['7 deleted']);
      assert.deepEqual(await statesOf(partner, second), ['7 active']);
      bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
      for (const again of [yes, user.pressed(ofFirst, {}, list)]) {
        await user.send(again);
        assert.ok(user.lines().includes(spoken.t('change.already')), user.lines().join('\n'));
      }
      assert.deepEqual(
        (await bot().auditOf(partner, first.id))
          .filter(({ change }) => change !== undefined)
          .map(({ action, outcome }) => `${action} ${outcome}`),
        ['order done', 'stop done'],
      );
    });
  }

  for (const [manner, locale] of ways) {
    it(`is taken back of all with one question and one press, of each once: ${manner}, ${locale}`, async () => {
      const spoken = words(locale);
      const partner = manner === 'teams' ? direct : partnerOf(1);
      const chosen = await customers(3, partner);
      const user = person({ manner, locale, partner });
      await toReview(user, chosen, spoken.t('command.several').split('|')[0]);
      if (user.title() !== spoken.t('review.title')) await user.press('next');
      await user.press('submit');
      await user.until(spoken.t('changed.title'));
      await user.press('undoOrders');
      assert.ok(user.texts().includes(spoken.t('stop.canceledThen')), user.texts().join('\n'));
      for (const { companyName } of chosen) assert.ok(user.texts().includes(companyName), companyName);
      const yes = user.pressed('stopOrders');
      await Promise.all([user.send(yes), user.send(yes)]);
      const states = (): Promise<readonly string[]> =>
        Promise.all(chosen.map(async (one) => (await statesOf(partner, one)).join()));
      while ((await bot().changesOf(partner)).length > 0) await new Promise((resolve) => void setImmediate(resolve));
      assert.deepEqual(await states(), ['7 deleted', '7 deleted', '7 deleted']);
      bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
      await user.send(yes);
      assert.equal(
        user.texts().filter((line) => line === spoken.t('undo.orderDone')).length,
        3,
        user.texts().join('\n'),
      );
      assert.equal(user.has('stopOrders'), false);
      for (const { id } of chosen)
        assert.deepEqual(
          (await bot().auditOf(partner, id))
            .filter(({ change }) => change !== undefined)
            .map(({ action, outcome }) => `${action} ${outcome}`),
          ['order done', 'stop done'],
        );
    });
  }

  /** Someone with the question whether the order that these customers just got is taken back. */
  async function toUndo(chosen: readonly Customer[]): Promise<Client> {
    const user = person();
    await toReview(user, chosen);
    await user.press('submit');
    await user.until(t('changed.title'));
    await user.press('undoOrders');
    return user;
  }

  /** Changes the licenses of a customer's only subscription to nine. */
  async function setNine(user: Client, id: string): Promise<void> {
    await openCustomer(user, id);
    await user.press('subscriptions');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '9' });
    await user.until(t('changed.title'));
  }

  it('is taken back of those of which it can be, and says why of no other; the question is asked again where that changed', async () => {
    const chosen = await customers(4);
    const [first, second, third, last] = chosen;
    assert.ok(first && second && third && last);
    const user = await toUndo(chosen);
    const list = user.card();
    const old = user.pressed('stopOrders');
    await user.press(undoOf(user, first), {}, list);
    await user.press('stopAll');
    await user.until(t('changed.title'));
    await setNine(user, second.id);
    await user.send(old);
    assert.ok(user.lines().includes(t('endOfTerm.meanwhile')), user.lines().join('\n'));
    for (const key of ['undo.orderDone', 'undo.orderNot'] as const) assert.ok(user.texts().includes(t(key)), key);
    await user.press('stopOrders');
    while ((await bot().changesOf(direct)).length > 0) await new Promise((resolve) => void setImmediate(resolve));
    const states = await Promise.all(chosen.map(async (one) => (await statesOf(direct, one)).join()));
    assert.deepEqual(states, ['7 deleted', '9 active', '7 deleted', '7 deleted']);
  });

  it('is not taken back after seven days, nor where the licenses are others than were ordered', async () => {
    const chosen = await customers(2);
    const [first, second] = chosen;
    assert.ok(first && second);
    const user = await toUndo(chosen);
    const list = user.card();
    const [ofFirst, ofSecond] = [undoOf(user, first), undoOf(user, second)];
    await setNine(user, second.id);
    await user.press(ofSecond, {}, list);
    assert.ok(user.lines().includes(t('undo.orderOver')), user.lines().join('\n'));
    await user.press(ofFirst, {}, list);
    const asked = user.pressed('stopAll');
    bot().clock.now = new Date(bot().clock.now.getTime() + 8 * 24 * 60 * 60_000);
    await user.send(asked);
    assert.ok(user.lines().includes(t('undo.orderOver')), user.lines().join('\n'));
    assert.deepEqual([await statesOf(direct, first), await statesOf(direct, second)], [['7 active'], ['9 active']]);
  });

  it('for one customer is taken back from its outcome and by a typed undo, which asks first', async () => {
    const [one] = await customers(1);
    assert.ok(one);
    const user = person();
    await user.hello();
    await orderToReview(user, one);
    await user.press('submit');
    await user.until(t('changed.title'));
    assert.ok(user.named('undoOrder ').length === 1, user.buttons().join());
    await user.say('undo');
    assert.ok(user.texts().includes(t('stop.canceledOneThen')), user.texts().join('\n'));
    assert.deepEqual(await statesOf(direct, one), ['7 active']);
    await user.press('stopAll');
    await user.until(t('changed.title'));
    assert.deepEqual(await statesOf(direct, one), ['7 deleted']);
    await user.say('undo');
    assert.ok(!user.has('stopAll'), 'what is taken back is not asked for again');
  });

  it('names who was refused and why, and leaves what may pass to Finish, of each by itself', async () => {
    const chosen = await customers(4);
    const user = person();
    await toReview(user, chosen);
    bot().partnerCenter.fail(
      'order',
      refused('subscription-unknown'),
      ...Array.from({ length: 9 }, () => unavailable()),
    );
    await user.press('submit');
    await user.until(t('changed.partly'));
    const times = (said: string): number =>
      user.texts().filter((text) => text.toLowerCase().endsWith(said.toLowerCase())).length;
    assert.deepEqual([times(t('stage.refused')), times(t('order.toFinish'))], [1, 3], user.texts().join('\n'));
    assert.ok(user.texts().join('\n').toLowerCase().includes(t('reason.subscription-unknown').toLowerCase()));
    await user.press('unfinished');
    const list = user.card();
    for (const finish of user.named('finishChange ')) {
      await user.press(finish, {}, list);
      await user.until(t('changed.title'));
      await user.say('hello');
    }
    const counts = await Promise.all(chosen.map((one) => licensesOf(direct, one)));
    assert.deepEqual(
      counts.map(({ length }) => length).toSorted((a, b) => a - b),
      [0, 1, 1, 1],
    );
    assert.deepEqual(await bot().changesOf(direct), []);
  });

  it('goes on after a stop in the middle, and orders nothing twice', async () => {
    const chosen = await customers(6);
    const user = person();
    await toReview(user, chosen);
    const from = orders().length;
    await user.press('submit');
    await bot().restart();
    await user.hello();
    await user.until(() => user.cards().length > 0);
    await user.until(() => orders().length >= from + 6);
    await bot().restart();
    assert.equal(
      new Set(
        orders()
          .slice(from)
          .map(({ requestId }) => requestId),
      ).size,
      6,
    );
    for (const one of chosen) assert.deepEqual(await licensesOf(direct, one), [7]);
    assert.deepEqual(await bot().changesOf(direct), []);
  });

  it('is begun from the list, found by name, and from the review of an order for one', async () => {
    const chosen = await customers(3);
    const [first, second, third] = chosen;
    assert.ok(first && second && third);
    const user = person();
    await user.say('customers');
    await user.press('severalCustomers');
    await user.press('orderSeveral');
    assert.ok(user.texts().join('\n').includes(t('several.none')));
    await user.press('findSeveral', { ...ticking(user, [first]), findCustomer: third.domain });
    assert.equal(user.inputs()['several-0']?.value, first.id, 'what was chosen stays');
    await user.press('orderSeveral', ticking(user, [first]));
    assert.equal(user.title(), t('section.subscriptions'));
    await user.press(`add ${offer.business}`);
    await user.press('next', { 'count-0': '2' });
    await user.press('severalCustomers');
    await user.press('orderSeveral', ticking(user, [first, second]));
    assert.equal(user.title(), t('review.title'), 'the cart is kept');
    await user.press('update customers');
    await user.press('orderSeveral', ticking(user, chosen));
    await user.press('submit');
    await user.until(t('changed.title'));
    for (const one of chosen) assert.deepEqual(await licensesOf(direct, one), [2]);
  });

  it('asks before what one of them is getting already is ordered again', async () => {
    const chosen = await customers(2);
    const user = person();
    await toReview(user, chosen);
    bot().partnerCenter.fail('order', ...Array.from({ length: 6 }, () => unavailable()));
    await user.press('submit');
    await user.until(t('changed.partly'));
    // Both wait for Finish.
    await toReview(user, [...(await customers(1)), ...chosen]);
    await user.press('submit');
    assert.equal(user.title(), t('again.title'));
    await user.press('keep');
    await user.press('submit');
    await user.until(t('changed.title'));
  });

  it('takes no more than twenty, and none that is another partner’s', async () => {
    const [mine] = await customers(1);
    assert.ok(mine);
    const user = person();
    await user.say('bulk order');
    const from = orders().length;
    const card = user.pressed('orderSeveral');
    const forged = (refs: readonly string[]) => ({
      ...card,
      value: {
        ...(card.value as object),
        ...Object.fromEntries(refs.map((ref, at) => [`several-${String(at)}`, ref])),
      },
    });
    await user.send(forged(Array.from({ length: 21 }, (_none, at) => `m:${String(at)}`)));
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(t('several.tooMany', { n: 20 })),
    );
    const theirs = await existing(bot(), person({ partner: partnerOf(1) }), partnerOf(1));
    await user.send(forged([mine.id, theirs.id]));
    assert.ok(user.lines().includes(t('several.gone')), user.lines().join('\n'));
    assert.ok(!user.texts().join('\n').includes(theirs.domain));
    assert.equal(orders().length, from);
  });
});
