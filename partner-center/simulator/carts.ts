import * as z from 'zod';
import { attributes, link } from './answer.ts';
import { type Call, created, type Handler, ok, param, parseBody } from './call.ts';
import { keptLines } from './cartLines.ts';
import { customerOf } from './customers.ts';
import { type Cart, cartLine } from './records.ts';
import { refusal } from './refusal.ts';
import type { SimulatedCustomer } from './world.ts';

const body = z.object({ lineItems: z.array(cartLine).min(1) });

/** A cart's life after its last change: seven days. */
const life = 7 * 86_400_000;

const cartResource = ({ id, customer, created: at, modified, expires, user, status, lines }: Cart): object => ({
  id,
  creationTimestamp: at,
  lastModifiedTimestamp: modified,
  expirationTimestamp: expires,
  lastModifiedUser: user,
  status,
  lineItems: lines,
  links: { self: link(`/customers/${customer}/carts/${id}`) },
  attributes: attributes('Cart'),
});

const sell = (call: Call): SimulatedCustomer => {
  if (call.partner.type === 'indirect-reseller') throw refusal('1002');
  return customerOf(call);
};

/** The cart a call is about. Raises Refusal 800008 when there is none, or none any more. */
export const cartOf = (call: Call, customer: SimulatedCustomer): Cart => {
  const cart = call.world.carts.get(param(call, 'cart'));
  if (cart?.customer !== customer.id || Date.parse(cart.expires) <= call.now().getTime()) throw refusal('800008');
  return cart;
};

const keep = (call: Call, customer: SimulatedCustomer, before: Pick<Cart, 'id' | 'created'>): Cart => {
  const lines = keptLines(call, customer, parseBody(call.body, body).lineItems);
  const modified = call.now().toISOString();
  const expires = new Date(call.now().getTime() + life).toISOString();
  const user = call.token.clientId;
  const cart: Cart = { ...before, customer: customer.id, modified, expires, user, status: 'Active', lines };
  call.world.carts.set(cart.id, cart);
  return cart;
};

/** POST customers/{id}/carts: 201 also when lines are bad. */
export const createCart: Handler = (call) => {
  const customer = sell(call);
  const cart = keep(call, customer, { id: call.newId(), created: call.now().toISOString() });
  return created(cartResource(cart));
};

/** PUT customers/{id}/carts/{cart}: other lines; an ordered cart stays as it is. */
export const updateCart: Handler = (call) => {
  const customer = sell(call);
  const cart = cartOf(call, customer);
  if (cart.status === 'Ordered') throw refusal('800065', { fill: [cart.id] });
  return ok(cartResource(keep(call, customer, cart)));
};

/** GET customers/{id}/carts/{cart}. */
export const getCart: Handler = (call) => ok(cartResource(cartOf(call, customerOf(call))));
