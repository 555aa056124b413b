import assert from 'node:assert/strict';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import type { RestClient } from '../../../partner-center/rest/client.ts';
import { requestJournal } from '../../../partner-center/rest/requestJournal.ts';
import {
  changeQuantity,
  changeStatus,
  chooseEnd,
  scheduleNextTerm,
} from '../../../partner-center/rest/subscriptionChanges.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { assertDocumented } from './documented.ts';
import { example } from './example.ts';
import { guids, now, type Reply, type Sent, stub } from './stub.ts';

const customer = '<customer-tenant-id>';
const id = '<subscription-id>';
const requestId = guids()();

/** Nothing was begun before. */
const once = (client: RestClient) => ({ client, memory: requestJournal(memoryDocuments(), 'tenant', () => now) });

type Body = Record<string, unknown>;

/** New commerce, as documented, with auto-renewal on and an ETag. */
const plain: Body = {
  ...(example('update-autorenew').request.body as Body),
  autoRenewEnabled: true,
  attributes: { objectType: 'Subscription', etag: '1' },
};

const cancelling = [{ scheduleType: 'TermEnd', actionType: 'Cancel' }];
const next = {
  product: {
    productId: 'CFQ7TTC0LH18',
    skuId: '0001',
    availabilityId: 'CFQ7TTC0K971',
    billingCycle: 'Annual',
    termDuration: 'P1Y',
  },
  quantity: 3,
};

/** The sellable plans of that availability. */
const sold = (...plans: readonly (readonly [catalogItemId: string, term: string, billing: string])[]): Reply => ({
  body: {
    items: plans.map(([catalogItemId, duration, billingCycle]) => ({
      catalogItemId,
      segment: 'commercial',
      terms: [{ duration, billingCycle }],
    })),
  },
});

/** A subscription that is read so, then changed to that; what was sent. */
const patched = (found: Body, after: Body = found, availabilities: Reply = sold()) =>
  stub(({ method, url }) =>
    url.includes('/availabilities') ? availabilities : { body: method === 'PATCH' ? after : found },
  );

const bodyOf = (sent: readonly Sent[]): Body => sent.find(({ method }) => method === 'PATCH')?.body as Body;

const refusedAs = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  assert.ok(error instanceof PartnerCenterError, String(error));
  return error.fault.reason;
};

describe('a subscription is cancelled', () => {
  it('as documented: whole, with the status deleted', async () => {
    const documented = example('cancel-subscription');
    const before = { ...(documented.request.body as Body), status: 'active', attributes: plain['attributes'] };
    const { client, sent } = stub([{ body: before }, { body: documented.response.body }]);
    const changed = await changeStatus(once(client))(customer, id, 'deleted', requestId);
    const { 'If-Match': _, ...headers } = documented.request.headers;
    const body = { ...(documented.request.body as Body), attributes: plain['attributes'] };
    assertDocumented(sent[1], { ...documented, request: { ...documented.request, headers, body } });
    assert.ok(changed.state === 'done' && changed.subscription.status === 'deleted');
  });

  it('only in its time, and what has ended is not changed', async () => {
    const refusal = async (code: number, description: string): Promise<string> => {
      const { client } = stub([{ body: plain }, { status: 400, body: { code, description } }]);
      return refusedAs(changeStatus(once(client))(customer, id, 'deleted', requestId));
    };
    assert.equal(await refusal(900117, 'You have passed your 7-day cancellation window.'), 'cancellation-over');
    assert.equal(await refusal(900213, 'You have passed your 168-hour cancellation window.'), 'cancellation-over');
    for (const code of [2011, 900277, 900279, 900280]) assert.equal(await refusal(code, ''), 'not-changeable');
  });
});

describe('the end of a term is chosen', () => {
  for (const [to, actionType, autoRenewEnabled] of [
    ['cancel', 'Cancel', false],
    ['extend', 'RenewToExtendedServiceTerm', false],
    ['renew', 'RenewToNewTerm', true],
  ] as const) {
    it(`to ${to}: by the explicit action, auto-renewal with it, and nothing else changed`, async () => {
      const found = { ...plain, autoRenewEnabled: to !== 'renew', scheduledNextTermInstructions: null };
      const scheduledActions = [{ scheduleType: 'TermEnd', actionType }];
      const { client, sent } = patched(found, { ...found, autoRenewEnabled, scheduledActions });
      const from = to === 'renew' ? 'undecided' : 'renew';
      const changed = await chooseEnd(once(client))(customer, id, { from, to }, requestId);
      assert.deepEqual(bodyOf(sent), { ...plain, autoRenewEnabled, scheduledActions });
      assert.deepEqual(changed.state === 'done' && changed.subscription.scheduled, [{ action: to }]);
    });
  }

  it('not over what somebody else chose meanwhile', async () => {
    const { client, sent } = patched({ ...plain, autoRenewEnabled: false, scheduledActions: cancelling });
    const work = chooseEnd(once(client))(customer, id, { from: 'undecided', to: 'extend' }, requestId);
    assert.equal(await refusedAs(work), 'stale');
    assert.equal(bodyOf(sent), undefined);
  });

  it('once, where the first answer was lost: what stands tells', async () => {
    const after = {
      ...plain,
      autoRenewEnabled: false,
      scheduledActions: cancelling,
      attributes: { objectType: 'Subscription', etag: '2' },
    };
    const { client, sent } = stub((call, index) =>
      call.method === 'PATCH' ? 'silent' : { body: index === 0 ? plain : after },
    );
    const tools = once(client);
    await chooseEnd(tools)(customer, id, { from: 'renew', to: 'cancel' }, requestId).catch(() => undefined);
    const made = sent.filter(({ method }) => method === 'PATCH').length;
    const again = await chooseEnd(tools)(customer, id, { from: 'renew', to: 'cancel' }, requestId);
    assert.equal(again.state, 'done');
    assert.equal(sent.filter(({ method }) => method === 'PATCH').length, made);
  });
});

describe('the next term is scheduled', () => {
  const bought = 'CFQ7TTC0LH18:0001:CFQ7TTC0K971';

  it('as documented: whole, with the instructions and auto-renewal on', async () => {
    const documented = example('create-scheduled-changes').request.body as {
      scheduledNextTermInstructions: typeof next;
    };
    const found = { ...plain, autoRenewEnabled: false };
    const after = { ...plain, scheduledNextTermInstructions: next };
    const { client, sent } = patched(found, after, sold([bought, 'P1Y', 'Annual']));
    const to = { quantity: 3, term: 'P1Y', billing: 'annual' };
    const changed = await scheduleNextTerm(once(client))(customer, id, { to }, requestId);
    const { scheduledNextTermInstructions, ...rest } = bodyOf(sent);
    assert.deepEqual(rest, plain);
    const { product } = scheduledNextTermInstructions as typeof next;
    assert.deepEqual(scheduledNextTermInstructions, {
      product: { ...next.product, billingCycle: 'annual' },
      quantity: 3,
    });
    const { product: shown } = documented.scheduledNextTermInstructions;
    for (const name of Object.keys(product)) assert.ok(name in shown, name);
    assert.deepEqual(changed.state === 'done' && changed.subscription.nextTerm, to);
  });

  it('with the availability of today, in the plan that is asked for', async () => {
    const today = sold(['CFQ7TTC0LH18:0001:MONTH', 'P1M', 'Monthly'], ['CFQ7TTC0LH18:0001:NEW', 'P1Y', 'Monthly']);
    const { client, sent } = patched(plain, plain, today);
    await scheduleNextTerm(once(client))(customer, id, { to: { quantity: 2 } }, requestId);
    const { product } = bodyOf(sent)['scheduledNextTermInstructions'] as typeof next;
    assert.deepEqual([product.availabilityId, product.termDuration, product.billingCycle], ['NEW', 'P1Y', 'monthly']);
  });

  it('in no plan that is not sold, but as it is where it is not sold anew', async () => {
    const { client } = patched(plain);
    const tools = once(client);
    const to = { quantity: 2, term: 'P3Y', billing: 'annual' };
    assert.equal(await refusedAs(scheduleNextTerm(tools)(customer, id, { to }, requestId)), 'term');
    const again = patched(plain);
    await scheduleNextTerm(once(again.client))(customer, id, { to: { quantity: 2 } }, requestId);
    const { product } = bodyOf(again.sent)['scheduledNextTermInstructions'] as typeof next;
    assert.equal(product.availabilityId, 'CFQ7TTC0K971');
  });

  it('and taken back, by whichever way it was scheduled', async () => {
    const from = { quantity: 3, term: 'P1Y', billing: 'annual' };
    const scheduled = patched({ ...plain, scheduledNextTermInstructions: next }, plain);
    await scheduleNextTerm(once(scheduled.client))(customer, id, { from }, requestId);
    assert.deepEqual(bodyOf(scheduled.sent), { ...plain, scheduledNextTermInstructions: null });
    const renewing = [{ scheduleType: 'TermEnd', actionType: 'RenewToNewTerm' }];
    const found = { ...plain, scheduledActions: [{ ...renewing[0], instructions: next }] };
    const acted = patched(found, { ...plain, scheduledActions: renewing });
    await scheduleNextTerm(once(acted.client))(customer, id, { from }, requestId);
    assert.deepEqual(bodyOf(acted.sent), { ...plain, scheduledActions: renewing });
  });

  it('not over what somebody else scheduled meanwhile', async () => {
    const { client, sent } = patched({ ...plain, scheduledNextTermInstructions: next });
    assert.equal(
      await refusedAs(scheduleNextTerm(once(client))(customer, id, { to: { quantity: 9 } }, requestId)),
      'stale',
    );
    assert.equal(bodyOf(sent), undefined);
  });
});

describe('a change in the middle of a term', () => {
  it('writes back nothing that was scheduled, and keeps auto-renewal as it is', async () => {
    const found = {
      ...plain,
      autoRenewEnabled: false,
      scheduledActions: cancelling,
      scheduledNextTermInstructions: next,
    };
    const counted = patched(found);
    await changeQuantity(once(counted.client))(customer, id, { from: 1, to: 5 }, requestId);
    assert.deepEqual(bodyOf(counted.sent), { ...plain, autoRenewEnabled: false, quantity: 5 });
    const suspended = patched(found);
    await changeStatus(once(suspended.client))(customer, id, 'suspended', requestId);
    assert.deepEqual(bodyOf(suspended.sent), { ...plain, autoRenewEnabled: false, status: 'suspended' });
  });
});
