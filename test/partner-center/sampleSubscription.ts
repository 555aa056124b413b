import type { Subscription } from '../../partner-center/management.ts';

/** An active subscription of new commerce with five licenses, unless said otherwise. */
export const sampleSubscription = (more: Partial<Subscription>): Subscription => ({
  id: 's1',
  name: 'Microsoft 365 E3',
  quantity: 5,
  unit: 'Licenses',
  status: 'active',
  commerce: 'new',
  trial: false,
  autoRenews: true,
  ...more,
});
