import type { OrderLine } from '../partnerCenter.ts';
import { type Bought, checkOut } from './carts.ts';
import type { OnceTools } from './changingOnce.ts';
import { derivedId } from './derivedId.ts';
import type { KeptCart } from './memory.ts';
import { type BoughtLine, boughtSince } from './orders.ts';
import { isUnknown, RestError } from './restError.ts';

/** Refusals of a cart that was checked out before. */
const submitted: ReadonlySet<string> = new Set(['800064', '800065']);

/** Does a refusal say that this very cart was submitted, or is no more? */
const mayBeBought = ({ fault: { code, reason } }: RestError): boolean =>
  submitted.has(code ?? '') || reason === 'cart-gone';

/** Is it certain that the cart was not bought? A call that was put off, or that nobody was let make, says nothing of it. */
const isRefused = ({ status, fault: { reason } }: RestError): boolean =>
  status !== undefined &&
  status >= 400 &&
  status < 500 &&
  ![401, 408, 429].includes(status) &&
  reason !== 'already-processing';

/**
 * Buys a cart once. A checkout is idempotent: a cart that was bought is answered as the first time, or refused as
 * submitted (developer/checkout-a-cart). So an unknown outcome is settled by checking out the same cart again; the
 * customer's orders are looked at only where the cart is known to be submitted.
 */
export const buy = async (
  tools: OnceTools,
  microsoftId: string,
  lines: readonly OrderLine[],
  begun: Begun,
): Promise<Bought> => {
  const { cart, requestId, before } = begun;
  const { client, memory } = tools;
  const ask = () => checkOut(client, microsoftId, cart.id, derivedId(requestId, cart.id));
  try {
    return await ask().catch((error: unknown) => {
      if (isUnknown(error)) return ask();
      throw error;
    });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    if (mayBeBought(error)) {
      const wanted = cart.lines.map((one) => boughtLine(one, lines));
      const bought = await boughtSince(client, microsoftId, cart.createdAt, wanted, before);
      if (bought !== undefined) return bought;
    }
    if (isRefused(error)) await memory.forget(requestId);
    throw error;
  }
};

/** A cart that is noted, and the orders that the customer had before. */
export interface Begun {
  readonly requestId: string;
  readonly cart: KeptCart;
  readonly before: readonly string[] | undefined;
}

/** A line of a cart as an order of it holds it. */
export const boughtLine = (
  { id, catalogItemId }: KeptCart['lines'][number],
  lines: readonly OrderLine[],
): BoughtLine => ({
  catalogItemId,
  quantity: lines[id]?.quantity,
});
