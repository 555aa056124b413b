import { PartnerCenterError } from '../fault.ts';
import type { NextTerm, Subscription } from '../management.ts';
import { type Availability, readAvailabilities } from './availabilities.ts';
import type { Client } from './client.ts';

/** A product as scheduledNextTermInstructions names it. */
export interface ProductTerm {
  readonly productId: string;
  readonly skuId: string;
  readonly availabilityId: string;
  readonly billingCycle: string;
  readonly termDuration: string;
}

/**
 * The same product for the next term of a subscription, in the plan that is asked for; `bought` is what was bought
 * (`product:sku:availability`). Ids of availabilities age, so they are read again: the one that was bought where it still
 * sells that plan, else another that does. Raises `term` when none does.
 */
export async function productOfNextTerm(
  client: Client,
  microsoftId: string,
  { term, billing }: Pick<Subscription, 'term' | 'billing'>,
  bought: string,
  next: NextTerm,
): Promise<ProductTerm> {
  const plan = { term: next.term ?? term ?? '', billing: next.billing ?? billing ?? '' };
  const [productId = '', skuId = '', availabilityId = ''] = bought.split(':');
  const isBought = ({ catalogItemId }: Availability): boolean => catalogItemId === bought;
  const sold = await readAvailabilities(client, { productId, skuId }, { microsoftId, segment: 'commercial' }, []);
  const fitting = sold.filter(({ plans }) =>
    plans.some((one) => one.term === plan.term && one.billing === plan.billing),
  );
  const found = fitting.find(isBought) ?? fitting[0];
  const stays = plan.term === term && plan.billing === billing;
  // What is not sold anew may be renewed as it is: Partner Center has the last word.
  if (found === undefined && !stays) throw new PartnerCenterError({ reason: 'term' }, '', false);
  const [, , current = availabilityId] = (found?.catalogItemId ?? bought).split(':');
  return { productId, skuId, availabilityId: current, billingCycle: plan.billing, termDuration: plan.term };
}
