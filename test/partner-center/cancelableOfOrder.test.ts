import assert from 'node:assert/strict';
import { cancelableOfOrder, lateOfOrder } from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { sampleSubscription } from './sampleSubscription.ts';

const now = new Date('2026-03-02T10:00:00Z');
const at = '2026-03-02T09:00:00Z';

/** A subscription of new commerce, bought with that order unless said otherwise. */
const subscription = (more: Partial<Subscription>): Subscription =>
  sampleSubscription({
    offerId: 'CFQ7TTC0LCHC:0002',
    name: 'Microsoft 365 Business Premium',
    bought: '2026-03-02T09:01:00Z',
    cancelUntil: '2026-03-09T09:00:00Z',
    ...more,
  });

const line = { offerId: 'CFQ7TTC0LCHC:0002', quantity: 5 };
const taken = (all: readonly Subscription[], ...lines: Parameters<typeof cancelableOfOrder>[1]): string[] =>
  cancelableOfOrder(all, lines, at, now).map(({ subscriptionId }) => subscriptionId);

describe('the subscriptions that an order made', () => {
  it('are those it named, while they have the licenses that were ordered and can be canceled', () => {
    const all = [subscription({}), subscription({ id: 's2' }), subscription({ id: 's3', quantity: 6 })];
    assert.deepEqual(taken(all, { ...line, subscriptionId: 's2' }), ['s2']);
    assert.deepEqual(taken(all, { ...line, subscriptionId: 's3' }), []);
    for (const over of [{ cancelUntil: at }, { status: 'deleted' }, { commerce: 'legacy' }] as const)
      assert.deepEqual(taken([subscription(over)], { ...line, subscriptionId: 's1' }), [], JSON.stringify(over));
  });

  it('are not shown yet where none is there that it can have made, until an hour has passed', () => {
    const late = (all: readonly Subscription[], ordered: Parameters<typeof lateOfOrder>[1], when = now): number =>
      lateOfOrder(all, ordered, at, when).length;
    const named = { ...line, subscriptionId: 's2' };
    assert.equal(late([], [line, named], new Date('2026-03-02T09:10:00Z')), 2);
    assert.equal(late([subscription({ quantity: 6 })], [line]), 0, 'changed since');
    assert.equal(late([subscription({})], [named]), 1, 'another one');
    assert.equal(late([subscription({ id: 's2', status: 'deleted' })], [named]), 0, 'canceled since');
    assert.equal(late([], [line, named], new Date('2026-03-02T10:01:00Z')), 0);
  });

  it('are, where it named none, the only one alike that began then', () => {
    assert.deepEqual(taken([subscription({})], line), ['s1']);
    assert.deepEqual(taken([subscription({}), subscription({ id: 's2' })], line), [], 'two alike');
    const named = { ...line, subscriptionId: 's2' };
    assert.deepEqual(taken([subscription({}), subscription({ id: 's2' })], line, named), ['s1', 's2']);
    for (const other of [{ bought: '2026-03-02T06:00:00Z' }, { quantity: 4 }, { offerId: 'CFQ7TTC0LH18:0001' }])
      assert.deepEqual(taken([subscription(other)], line), [], JSON.stringify(other));
  });
});
