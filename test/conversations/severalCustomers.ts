import type { Customer } from '../../model/customer.ts';
import type { Client } from '../client.ts';

/** The inputs of the newest card that choose customers, with these alone chosen. */
export const ticking = (user: Client, chosen: readonly Pick<Customer, 'id'>[]) =>
  Object.fromEntries(
    [...JSON.stringify(user.card()).matchAll(/"id":"(several-\d+)".*?"valueOn":"([^"]+)"/g)].map(
      ([, name = '', ref = '']) => [name, chosen.some(({ id }) => id === ref) ? ref : '-'],
    ),
  );

/** Finds these on the card that chooses customers, one after the other, chooses them, and goes on. */
export async function chooseAll(user: Client, chosen: readonly Customer[]): Promise<void> {
  for (const [index, { domain }] of chosen.entries())
    await user.press('findSeveral', { ...ticking(user, chosen.slice(0, index)), findCustomer: domain });
  await user.press('orderSeveral', ticking(user, chosen));
}
