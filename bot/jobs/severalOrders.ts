import { defined } from '../../lib/optional.ts';
import type { Change, ChangeKind } from '../../model/change.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { insertOnce } from '../../storage/conflicts.ts';
import type { ChangeDeps } from './deps.ts';

/** A change that orders the same for several customers. */
type SeveralOrders = Change & { readonly what: Extract<ChangeKind, { kind: 'orders' }> };

type CustomerOrder = SeveralOrders['what']['orders'][number];

/** True for a change that orders the same for several customers. */
export const isSeveralOrders = (change: Change): change is SeveralOrders => change.what.kind === 'orders';

/** Orders placed at the same time. */
const concurrentOrders = 4;

/** Needs of several orders: the storage, and the run of one change to its end. */
interface OrderTools {
  readonly changes: ChangeDeps['changes'];
  readonly partner: Partner;
  /** Runs a stored change; resolves when that run has ended. */
  readonly carryOut: (id: string) => Promise<void>;
  /** Saves the change with the outcomes known by now. */
  readonly save: (change: Change) => Promise<void>;
}

/**
 * Places every order that has no outcome yet as a change of its own, and saves the outcomes; interrupted, it goes on
 * where it was. An order that cannot be done yet is left as a change that goes on or waits for Finish by itself.
 */
export async function placeOrders(tools: OrderTools, several: SeveralOrders): Promise<void> {
  const orders = [...several.what.orders];
  for (let at = 0; at < orders.length; at += concurrentOrders) {
    const some = orders.slice(at, at + concurrentOrders);
    const settled = await Promise.all(some.map((one) => placeOrder(tools, several, one)));
    orders.splice(at, settled.length, ...settled);
    await tools.save({ ...several, what: { ...several.what, orders: [...orders] } });
    for (const { id } of settled) await release(tools, id);
  }
  await tools.save({ ...several, state: 'done', what: { ...several.what, orders } });
}

/** The order with its outcome; one that has an outcome is not placed again. */
async function placeOrder(tools: OrderTools, several: SeveralOrders, order: CustomerOrder): Promise<CustomerOrder> {
  const { changes, partner, carryOut } = tools;
  if (order.outcome !== undefined) return order;
  await insertOnce(changes, partner.tenantId, order.id, changeOf(several, order));
  await carryOut(order.id);
  const made = (await changes.get(partner.tenantId, order.id))?.value;
  // The storage stopped it: it is resumed, and so are these.
  if (made?.state === 'running') throw new Error('one of several orders was stopped');
  if (made === undefined) return { ...order, outcome: 'refused', fault: { reason: 'not-found' } };
  return { ...order, ...outcomeOf(made) };
}

function changeOf(several: SeveralOrders, { id, customer, partnerIdOnRecord, requestId }: CustomerOrder): Change {
  const { userId, userName, language, createdAt, conversation, what } = several;
  return {
    id,
    state: 'running',
    userId,
    ...defined({ userName }),
    language,
    createdAt,
    conversation,
    customer,
    what: { kind: 'order', lines: what.offers, ...defined({ partnerIdOnRecord }) },
    requestId,
    ofOrders: true,
  };
}

function outcomeOf({ state, what, fault, awaiting }: Change): Pick<CustomerOrder, 'outcome' | 'fault'> {
  if (state !== 'done') return { outcome: awaiting === undefined ? 'unfinished' : 'awaited', ...defined({ fault }) };
  const lines = what.kind === 'order' ? what.lines : [];
  const refused = fault ?? lines.find((line) => line.fault !== undefined)?.fault;
  if (refused !== undefined)
    return {
      outcome: lines.every((line) => (line.fault ?? fault) !== undefined) ? 'refused' : 'partly',
      fault: refused,
    };
  return { outcome: lines.every(({ subscriptionId }) => subscriptionId !== undefined) ? 'ordered' : 'late' };
}

/** Removes an order that is over; one that is not tells its own outcome from here on. */
async function release({ changes, partner: { tenantId } }: OrderTools, id: string): Promise<void> {
  const stored = await changes.get(tenantId, id);
  if (stored?.value.ofOrders !== true) return;
  const { ofOrders: _told, ...change } = stored.value;
  if (change.state === 'done') await changes.remove(tenantId, id, stored.etag);
  else await changes.replace(tenantId, id, change, stored.etag);
}
