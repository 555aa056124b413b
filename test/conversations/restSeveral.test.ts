import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Customer } from '../../model/customer.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { recordsIn } from '../reliability/records.ts';
import { existing, orderToReview } from './existing.ts';
import { premium, sell, useRestBot } from './restBot.ts';
import { chooseAll } from './severalCustomers.ts';
import { simulated, simulatedCustomer } from './simulated.ts';
import { partnerOf } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const provider = partnerOf(1);
const sku = premium.split(':').slice(0, 2);

describe('the same order for several customers, at Partner Center', () => {
  const bot = useRestBot();
  const fault = (request: FaultInput) => bot().simulator.fault(request);
  const records = { customersOf: async () => (await recordsIn(bot().folder).customers()).toSorted(byNewest) };

  /** As many customers of the partner, and the review of five licenses for each. */
  async function toReview(n: number, of = partner): Promise<{ user: Client; chosen: readonly Customer[] }> {
    bot().simulator.clearFaults();
    sell(bot().simulator, [premium]);
    const chosen: Customer[] = [];
    for (let made = 0; made < n; made += 1) chosen.push(await existing(records, bot().person({ partner: of }), of));
    const user = bot().person({ partner: of });
    await user.say('bulk order');
    await chooseAll(user, chosen);
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '5' });
    assert.equal(user.title(), t('review.title'));
    return { user, chosen };
  }

  const ordersOf = async (chosen: readonly Customer[], of = partner): Promise<readonly number[]> =>
    Promise.all(chosen.map(async ({ domain }) => (await simulated(bot().simulator, of, domain)).orders.length));
  const isOver = () => eventually('all is over', async () => (await recordsIn(bot().folder).changes()).length === 0);

  it('is placed once for each, with the reseller of each', async () => {
    const { user, chosen } = await toReview(3, provider);
    const submit = user.pressed('submit');
    await Promise.all([user.send(submit), user.send(submit)]);
    await user.until(t('changed.title'));
    await isOver();
    assert.deepEqual(await ordersOf(chosen, provider), [1, 1, 1]);
    for (const { domain, sections } of chosen) {
      const own = provider.resellers?.find(({ tenantId }) => tenantId === sections['reseller']?.['reseller']);
      const { orders } = await simulated(bot().simulator, provider, domain);
      assert.deepEqual(orders, [[[...sku, '5', own?.mpnId ?? ''].join(' ').trim()]]);
    }
  });

  for (const kind of ['500-after', 'drop-after', 'timeout-after', '429', '500'] as const) {
    it(`is placed once for each, whatever befalls a call in the middle: ${kind}`, async () => {
      const { user, chosen } = await toReview(3);
      fault({ kind, method: 'POST', path: '/v1/customers/*/carts/**', skip: 1 });
      await user.press('submit');
      await user.until(() => user.title() !== t('changing.title'));
      await isOver();
      assert.equal(user.title(), t('changed.title'));
      assert.deepEqual(await ordersOf(chosen), [1, 1, 1]);
      for (const { microsoftId } of chosen)
        assert.deepEqual((await simulatedCustomer(bot().simulator, partner, microsoftId)).subscriptions, [
          `${sku.join(':')} 5`,
        ]);
    });
  }

  for (const kind of ['500-after', 'timeout-after', '429', '500', '202'] as const) {
    it(`is taken back of one customer, once, whatever befalls the call: ${kind}`, async () => {
      const { user, chosen } = await toReview(2);
      await user.press('submit');
      await user.until(t('changed.title'));
      await isOver();
      await user.press('undoOrders');
      const ofFirst = user.named('undoOrder ').find((name) => name.includes(chosen[0]?.id ?? '-'));
      assert.ok(ofFirst, user.buttons().join());
      const list = user.card();
      assert.ok(user.texts().includes(t('undo.orderLate')), 'Partner Center shows the subscription at its second look');
      await user.press(ofFirst, {}, list);
      fault({ kind, method: 'PATCH', path: '/v1/customers/*/subscriptions/*' });
      const yes = user.pressed('stopAll');
      await Promise.all([user.send(yes), user.send(yes)]);
      await user.until(t('changed.title'));
      await isOver();
      assert.deepEqual(await statesOf(chosen), [['5 deleted'], ['5 active']]);
    });
  }

  it('for one customer, taken back at once, waits until its subscription is shown, and asks in the same place then', async () => {
    sell(bot().simulator, [premium]);
    const one = await existing(records, bot().person({ partner }), partner);
    const user = bot().person({ partner });
    await user.hello();
    await orderToReview(user, one, premium);
    await user.press('submit');
    await user.until(t('changed.title'));
    await isOver();
    await user.press('undoOrder');
    assert.ok(user.texts().includes(t('undo.orderLate')), user.texts().join('\n'));
    const before = user.cards().length;
    await user.press('undoOrder');
    assert.equal(user.cards().length, before, 'in the same place');
    assert.ok(user.texts().includes(t('stop.canceledOneThen')), user.texts().join('\n'));
    await user.press('stopAll');
    await user.until(t('changed.title'));
    await isOver();
    assert.deepEqual(await statesOf([one]), [['7 deleted']]);
  });

  /** The question whether an order for three customers is taken back of all. */
  async function toUndo(): Promise<Awaited<ReturnType<typeof toReview>>> {
    const order = await toReview(3);
    await order.user.press('submit');
    await order.user.until(t('changed.title'));
    await isOver();
    // What was just ordered is not shown at the first look.
    await order.user.press('undoOrders');
    await order.user.press('undoOrders');
    return order;
  }

  const statesOf = (chosen: readonly { readonly microsoftId: string }[]): Promise<readonly (readonly string[])[]> =>
    Promise.all(
      chosen.map(async ({ microsoftId }) => (await simulatedCustomer(bot().simulator, partner, microsoftId)).states),
    );

  for (const kind of ['500-after', 'timeout-after', '429', '500', '202'] as const) {
    it(`is taken back of all with one press, of each once, whatever befalls the call of one: ${kind}`, async () => {
      const { user, chosen } = await toUndo();
      fault({ kind, method: 'PATCH', path: `/v1/customers/${chosen[1]?.microsoftId ?? ''}/subscriptions/*` });
      const yes = user.pressed('stopOrders');
      await Promise.all([user.send(yes), user.send(yes)]);
      await isOver();
      assert.deepEqual(await statesOf(chosen), [['5 deleted'], ['5 deleted'], ['5 deleted']]);
    });
  }

  it('is taken back of the others where Partner Center refuses one', async () => {
    const { user, chosen } = await toUndo();
    const path = `/v1/customers/${chosen[1]?.microsoftId ?? ''}/subscriptions/*`;
    fault({ kind: 'answer', method: 'PATCH', path, status: 400, body: { code: 900117, description: 'no' } });
    await user.press('stopOrders');
    await isOver();
    assert.deepEqual(await statesOf(chosen), [['5 deleted'], ['5 active'], ['5 deleted']]);
  });

  it('names the one that Partner Center refuses, and orders for the others', async () => {
    const { user, chosen } = await toReview(3);
    fault({
      kind: 'line-error',
      code: '10009',
      method: 'POST',
      path: `/v1/customers/${chosen[1]?.microsoftId ?? ''}/carts`,
    });
    await user.press('submit');
    await user.until(t('changed.partly'));
    const refusals = user.texts().filter((text) => text.toLowerCase() === t('stage.refused'));
    assert.equal(refusals.length, 1, user.texts().join('\n'));
    await isOver();
    assert.deepEqual(await ordersOf(chosen), [1, 0, 1]);
  });

  it('goes on after a stop with those that are left, and leaves to Finish what is not answered', async () => {
    const { user, chosen } = await toReview(5);
    const path = `/v1/customers/${chosen[2]?.microsoftId ?? ''}/carts`;
    fault({ kind: '500', method: 'POST', path, times: 50 });
    await user.press('submit');
    await bot().restart();
    await user.hello();
    await user.until(t('changed.partly'));
    assert.deepEqual(await ordersOf(chosen), [1, 1, 0, 1, 1]);
    bot().simulator.clearFaults();
    const colleague = bot().person({ partner });
    await colleague.say('drafts');
    await colleague.press('finishChange');
    await colleague.until(t('changed.title'));
    await isOver();
    assert.deepEqual(await ordersOf(chosen), [1, 1, 1, 1, 1]);
  });
});

const byNewest = (a: Customer, b: Customer): number => b.addedAt.localeCompare(a.addedAt);
