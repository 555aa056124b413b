import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { SimulatedCustomer } from '../../simulator/state.ts';
import { chartIn } from '../cards/chartPicture.ts';
import type { Client } from '../client.ts';
import { startRestBot, type RestBot } from './restBot.ts';
import { partnerOf } from './walk.ts';

const english = words('en');
const { t } = english;
const partner = partnerOf(2);
const path = (id: string) => `/v1/customers/${id}/subscriptions`;

/** A subscription as Partner Center gives it. */
const resource = (offerName: string, quantity: number, more: object = {}) => ({
  id: `a4c1340d-6911-4758-bba3-${String(quantity).padStart(12, '0')}`,
  offerId: 'CFQ7TTC0LH18:0001:CFQ7TTC0K971',
  offerName,
  friendlyName: 'Ana’s licenses',
  productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
  quantity,
  unitType: 'Licenses',
  commitmentEndDate: '2026-12-20T00:00:00Z',
  status: 'active',
  autoRenewEnabled: true,
  termDuration: 'P1Y',
  ...more,
});

describe('charts, with rest', () => {
  let bot: RestBot;
  before(async () => {
    bot = await startRestBot({ answerTime: 60_000 });
  });
  beforeEach(async () => {
    bot.simulator.reset();
    bot.clock.now = new Date('2026-11-28T09:00:00.000Z');
    // What was read of the former test's customers is in memory only.
    await bot.restart();
  });
  after(() => bot.stop());

  const seeded = (count: number): readonly SimulatedCustomer[] => bot.simulator.addCustomers(count, partner.tenantId);
  const gives = ({ id }: SimulatedCustomer, ...items: readonly object[]): void =>
    bot.simulator.fault({
      kind: 'answer',
      method: 'GET',
      path: path(id),
      status: 200,
      times: 9,
      body: { totalCount: items.length, items },
    });
  const person = (): Client => bot.person({ partner });
  const reads = (): number =>
    bot.simulator.calls().filter(({ path: called }) => called.endsWith('/subscriptions')).length;
  const bars = (user: Client) => chartIn(user.card())?.data.filter(({ y }) => y > 0);

  it('count what all customers have by offer and by month, and read each customer once for both', async () => {
    const [one, other, third] = seeded(3);
    assert.ok(one && other && third);
    gives(one, resource('Business Basic', 15), resource('Suspended', 9, { status: 'suspended' }));
    gives(other, resource('Business Basic', 5), resource('E3', 40, { commitmentEndDate: '2027-10-01T00:00:00Z' }));
    gives(third);
    const user = person();
    await user.say('licenses by offer');
    assert.deepEqual(bars(user), [
      { x: 'E3', y: 40 },
      { x: 'Business Basic', y: 20 },
    ]);
    assert.ok(user.texts().includes(t('count.licenses', { n: 60 })));
    await user.press('chart renewals');
    assert.deepEqual(bars(user), [
      { x: english.month('2026-12'), y: 3 },
      { x: english.month('2027-10'), y: 1 },
    ]);
    await user.say('renewals');
    assert.equal(reads(), 3);
  });

  it('name the customers that could not be read, and count them when they can', async () => {
    const [lost, ...others] = seeded(5);
    assert.ok(lost);
    for (const one of others) gives(one, resource('E3', 10));
    const body = { code: '20002', description: 'gone', data: [], source: 'PartnerFD' };
    bot.simulator.fault({ kind: 'answer', method: 'GET', path: path(lost.id), status: 404, body });
    const user = person();
    await user.say('chart');
    assert.ok(user.texts().includes(words('en').sentences([t('renewals.unread', { n: 1 }), lost.companyName])));
    assert.deepEqual(bars(user), [{ x: 'E3', y: 40 }]);
    gives(lost, resource('E3', 2));
    const again = user.card();
    await user.press('chart licenses', {}, again);
    assert.deepEqual(bars(user), [{ x: 'E3', y: 42 }]);
    assert.ok(!user.buttons().includes(t('button.refresh')));
  });

  it('are of one customer, without reading the others', async () => {
    const [one, other] = seeded(2);
    assert.ok(one && other);
    gives(one, resource('Business Basic', 15));
    const user = person();
    await user.say('customers');
    await user.press(`customer m:${one.id.toLowerCase()}`);
    await user.press('subscriptions');
    await user.press('chart');
    assert.deepEqual(bars(user), [{ x: 'Business Basic', y: 15 }]);
    assert.ok(!bot.simulator.calls().some(({ path: called }) => called === path(other.id)));
  });

  it('say why not even the customers could be listed, with a way to try again', async () => {
    const [one] = seeded(1);
    assert.ok(one);
    gives(one, resource('E3', 7));
    bot.simulator.fault({ kind: '500', method: 'GET', path: '/v1/customers', times: 4 });
    const user = person();
    await user.say('chart');
    assert.equal(user.title(), t('trouble.title'));
    await user.press('chart');
    assert.deepEqual(bars(user), [{ x: 'E3', y: 7 }]);
  });
});

describe('charts, while customers are still being read', () => {
  let bot: RestBot;
  before(async () => {
    bot = await startRestBot({ answerTime: 200 });
  });
  after(() => bot.stop());

  it('are of what is known, say of how many customers, and lead to more', async () => {
    const [late, ...others] = bot.simulator.addCustomers(6, partner.tenantId);
    assert.ok(late);
    bot.simulator.fault({ kind: 'slow', method: 'GET', path: path(late.id), delay: 600_000 });
    const body = { totalCount: 1, items: [resource('E3', 10)] };
    for (const { id } of others)
      bot.simulator.fault({ kind: 'answer', method: 'GET', path: path(id), status: 200, times: 9, body });
    const user = bot.person({ partner });
    await user.say('chart');
    // However slow the machine is: whatever is read at one look is there at the next.
    const known = t('renewals.soFar', { done: 5, of: 6 });
    while (!user.texts().includes(known)) await user.press('chart licenses');
    assert.deepEqual(chartIn(user.card())?.data, [{ x: 'E3', y: 50 }]);
    assert.ok(user.buttons().includes(t('button.refresh')));
  });
});
