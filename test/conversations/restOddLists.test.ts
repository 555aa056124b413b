import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import type { SimulatedCustomer } from '../../simulator/state.ts';
import { statedIn } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { startRestBot, type RestBot } from './restBot.ts';
import { partnerOf } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a list of customers that Partner Center answers oddly', () => {
  let bot: RestBot;
  before(async () => {
    bot = await startRestBot();
  });
  beforeEach(async () => {
    bot.simulator.reset();
    // What was read of the former test's customers is in memory only.
    await bot.restart();
  });
  after(() => bot.stop());

  const seeded = (count: number): readonly SimulatedCustomer[] => bot.simulator.addCustomers(count, partner.tenantId);
  const fault = (request: FaultInput) => bot.simulator.fault({ method: 'GET', path: '/v1/customers', ...request });
  const open = async (): Promise<Client> => {
    const user = bot.person({ partner });
    await user.say('customers');
    return user;
  };
  const listed = (user: Client): string[] => statedIn(user.card()).map(({ name }) => name);
  const reads = () => bot.simulator.calls().filter(({ method, path }) => method === 'GET' && path === '/v1/customers');
  /** Waits until the bot has read so many pages, and taken them in. */
  const listReads = async (count: number): Promise<void> => {
    while (reads().length < count) await nextTick();
    await bot.person({ partner }).say('hello');
  };

  for (const body of [{ totalCount: 0 }, { totalCount: 0, items: null }, { items: null }])
    it(`is empty where that is all it says: ${JSON.stringify(body)}`, async () => {
      fault({ kind: 'answer', status: 200, body });
      const user = await open();
      assert.ok(user.texts().includes(t('customers.none')), user.texts().join('\n'));
    });

  for (const [what, request] of [
    ['a page of a gateway', { kind: 'html', status: 200 }],
    ['nothing', { kind: 'answer', status: 200 }],
    ['something else', { kind: 'answer', status: 200, body: { items: 'none' } }],
  ] as const)
    it(`that is ${what} is said to be unreadable, and is there at the next try`, async () => {
      seeded(3);
      fault(request);
      const user = await open();
      assert.equal(user.title(), t('directory.notRead'));
      assert.ok(user.texts().join('\n').includes('could not be read'), user.texts().join('\n'));
      await user.press('customers');
      assert.equal(listed(user).length, 3);
    });

  it('loses one entry that cannot be read, and says so', async () => {
    seeded(3);
    fault({ kind: 'item-without-id' });
    const user = await open();
    assert.equal(listed(user).length, 2);
    assert.ok(user.texts().includes(t('directory.unlisted', { n: 1 })), user.texts().join('\n'));
  });

  it('is not said to be empty where nothing in it can be read', async () => {
    fault({ kind: 'answer', status: 200, body: { totalCount: 1, items: [{ name: 'nobody' }] } });
    const user = await open();
    assert.ok(user.texts().includes(t('directory.unlisted', { n: 1 })), user.texts().join('\n'));
    assert.ok(!user.texts().includes(t('customers.none')));
  });

  it('is whole where the next page is named by its address alone', async () => {
    seeded(1_200);
    fault({ kind: 'next-in-address', times: 3 });
    const user = await open();
    await listReads(3);
    await user.say('customers');
    assert.ok(user.texts().includes(t('list.position', { from: 1, to: 15, of: 1_200 })), user.texts().join('\n'));
  });

  it('that stops in the middle says how far it came and why, and goes on from there', async () => {
    seeded(1_200);
    fault({ kind: '500', skip: 1, times: 4 });
    await open();
    await listReads(5);
    const user = await open();
    const texts = user.texts();
    assert.ok(texts.includes(t('directory.stopped', { n: 500 })), texts.join('\n'));
    assert.ok(!texts.includes(t('directory.soFar', { n: 500 })));
    assert.equal(listed(user).length, 15);
    // The look that told so has gone on already: the second page, then the third.
    await listReads(7);
    await user.press('customers');
    assert.ok(user.texts().includes(t('list.position', { from: 1, to: 15, of: 1_200 })), user.texts().join('\n'));
    assert.equal(reads().length, 7, 'the first page was read once');
  });

  it('names a customer without a profile by its ID', async () => {
    const id = '7c1f7e9e-0000-4000-8000-0000000000aa';
    const customer = { id, companyProfile: null, relationshipToPartner: 'reseller' };
    fault({ kind: 'answer', status: 200, body: { totalCount: 1, items: [customer] } });
    const user = await open();
    assert.deepEqual(listed(user), [id]);
    fault({ kind: 'answer', path: `/v1/customers/${id}`, status: 200, body: customer, times: 3 });
    fault({ kind: 'answer', path: `/v1/customers/${id}/subscriptions`, status: 200, body: { totalCount: 0 } });
    await user.press('customer');
    assert.equal(user.title(), t('customer.title'));
    assert.ok(user.texts().some((text) => text.includes(id)));
  });
});
