import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Subscription } from '../../partner-center/management.ts';
import { sortSubscriptions } from '../../partner-center/customerSubscriptions.ts';
import { sampleSubscription } from './sampleSubscription.ts';

const subscription = (id: string, more: Partial<Subscription> = {}): Subscription =>
  sampleSubscription({ id, name: id, quantity: 1, ...more });

describe('the order of subscriptions', () => {
  const ids = (all: readonly Subscription[]): string[] =>
    sortSubscriptions(all).map(({ subscription: { id }, isAddOn }) => `${isAddOn ? '+' : ''}${id}`);

  it('puts add-ons beneath their base, and what has ended last', () => {
    const all = [
      subscription('old', { status: 'expired' }),
      subscription('add', { parentId: 'base' }),
      subscription('base'),
      subscription('lone', { parentId: 'gone' }),
    ];
    assert.deepEqual(ids(all), ['base', '+add', 'lone', 'old']);
  });

  it('lists each subscription once, however they name each other', () => {
    const one = fc.record({ id: fc.nat(8).map(String), parent: fc.option(fc.nat(8).map(String)) });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (made) => {
        const all = made.map(({ id, parent }) => subscription(id, parent === null ? {} : { parentId: parent }));
        assert.deepEqual(
          sortSubscriptions(all)
            .map(({ subscription: { id } }) => id)
            .toSorted(),
          all.map(({ id }) => id).toSorted(),
        );
      }),
    );
  });
});
