import assert from 'node:assert/strict';
import type { Subscription } from '../../partner-center/management.ts';
import { activeOfferIds } from '../../partner-center/customerSubscriptions.ts';

const subscription = (status: string, offerId?: string): Subscription => ({
  id: `s-${status}`,
  name: 'Office 365',
  ...(offerId === undefined ? {} : { offerId }),
  quantity: 1,
  unit: 'Licenses',
  status,
  commerce: 'new',
  trial: false,
  autoRenews: false,
});

describe('the offers a customer has', () => {
  it('are those of its active and suspended subscriptions, each as often as it has one', () => {
    const have = ['active', 'suspended', 'deleted', 'expired', 'pending'].map((status) => subscription(status, 'e3'));
    assert.deepEqual(activeOfferIds(have), ['e3', 'e3']);
  });

  it('are none of a subscription that names none', () =>
    assert.deepEqual(activeOfferIds([subscription('active')]), []));
});
