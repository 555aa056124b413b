import { createHash } from 'node:crypto';
import { isUndoRequested, type MadeOrder, mostSeveral, undoOrdersCard } from '../../cards/customers/severalCards.ts';
import { lateOrderCard, stopCard, stopKey } from '../../cards/customers/stopCard.ts';
import {
  cancelableOfOrder,
  lateOfOrder,
  stopLines,
  type StopLine,
} from '../../partner-center/customerSubscriptions.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { mapLimit } from '../../lib/mapLimit.ts';
import { isDoublePress, isRefresh } from '../pressedCard.ts';
import { isLastAsked, showAsking } from '../openQuestion.ts';
import type { Turn } from '../turn.ts';
import { refOf } from '../../model/customerRef.ts';
import { answerIfRepeated, isChangeId, requestedStanding, submitChange, submitChanges } from './changeRequest.ts';
import { findChosen } from './severalCustomers.ts';
import {
  answerOrRefusal,
  canManage,
  changeableCustomer,
  customerSubscriptions,
  type FoundCustomer,
  orShowRefusal,
  withBackButton,
} from './customerAccess.ts';
import { auditLinesOf } from './customerHistory.ts';
import { askEndRelationship } from './endRelationship.ts';
import { showSubscriptions } from './subscriptionList.ts';

/** Suspend or cancel all: names what is suspended and what is canceled, and asks once; argument `ref`. */
export async function askStop(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await changeableCustomer(turn, ref);
  const subscriptions = found === undefined ? undefined : await readAll(turn, found);
  if (found === undefined || subscriptions === undefined) return;
  await showStop(turn, found, { subscriptions, lines: stopLines(subscriptions, turn.now), changeId: turn.newId() });
}

/** Undo of an order: names the subscriptions that it made and that can be canceled, and asks once; argument `ref change`. */
export async function askUndoOrder(turn: Turn, argument: string): Promise<void> {
  const [ref = '', order = ''] = argument.split(' ');
  // By Refresh where its subscriptions were not shown yet.
  if (!isRefresh(turn)) turn.replies.keep();
  // One order is taken back once, however often and by whomever Undo is pressed.
  const changeId = `${order}u`;
  if (!isChangeId(changeId)) return showSubscriptions(turn, ref);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const subscriptions = await readAll(turn, found);
  if (subscriptions === undefined) return;
  const made = await linesOf(turn, found, subscriptions, order);
  await showStop(turn, found, { subscriptions, ...made, changeId, order });
}

/** Asks the same where there is something to cancel, or will be once it is shown; false where there is not. */
export async function askIfUndoable(turn: Turn, found: FoundCustomer, order: string): Promise<boolean> {
  const changeId = `${order}u`;
  const subscriptions = isChangeId(changeId) ? await readAll(turn, found) : undefined;
  if (subscriptions === undefined) return false;
  const { lines, late } = await linesOf(turn, found, subscriptions, order);
  const isUndoable = lines.length + late.length > 0;
  if (isUndoable) await showStop(turn, found, { subscriptions, lines, late, changeId, order });
  return isUndoable;
}

const readAll = (turn: Turn, found: FoundCustomer): Promise<readonly Subscription[] | undefined> =>
  orShowRefusal(turn, () => customerSubscriptions(turn, found));

/**
 * The subscriptions that are stopped: all that can be, or of those that an order made the ones that stand as it made them; and the
 * names of those it made that Partner Center does not show yet.
 */
async function linesOf(
  turn: Turn,
  found: FoundCustomer,
  subscriptions: readonly Subscription[],
  order: string,
): Promise<Required<Pick<StopQuestion, 'lines' | 'late'>>> {
  if (order === '') return { lines: stopLines(subscriptions, turn.now), late: [] };
  const made = (await auditLinesOf(turn, found)).find(
    ({ action, change, outcome }) => action === 'order' && change === order && outcome === 'done',
  );
  if (made === undefined) return { lines: [], late: [] };
  const { ordered = [], at } = made;
  return {
    lines: cancelableOfOrder(subscriptions, ordered, at, turn.now),
    late: lateOfOrder(subscriptions, ordered, at, turn.now).map(({ offerName }) => offerName),
  };
}

/**
 * Starts the durable change that stops them one after the other, when the card named them all; argument
 * `ref change order`, the order being the one that is taken back.
 */
export async function stopAll(turn: Turn, argument: string): Promise<void> {
  const [ref = '', changeId = '', order = ''] = argument.split(' ');
  if (!isChangeId(changeId) || (order !== '' && changeId !== `${order}u`)) return askStop(turn, ref);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const subscriptions = await readAll(turn, found);
  if (subscriptions === undefined) return;
  const { lines, late } = await linesOf(turn, found, subscriptions, order);
  const asked = { subscriptions, lines, late, order };
  if (turn.press?.values['named'] !== stopKey(lines)) {
    turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
    return showStop(turn, found, { ...asked, changeId });
  }
  if (!isLastAsked(turn, changeId))
    return showStop(turn, found, { ...asked, changeId: order === '' ? turn.newId() : changeId });
  const wanted = lines.map((line) => ({ ...line, requestId: turn.newRequestId() }));
  return submitChange(turn, { id: changeId, customer: found.target, what: { kind: 'stop', lines: wanted } });
}

/**
 * Undo of an order for several customers: names of each what can be canceled, or why not, and asks once; argument: the ids of
 * the orders, each followed by its customer's reference.
 */
export async function showUndoOrders(turn: Turn, argument: string): Promise<void> {
  if (!isRefresh(turn)) turn.replies.keep();
  if (!canManage(turn)) return;
  const read = await orShowRefusal(turn, () => readOrders(turn, argument));
  if (read !== undefined) showOrders(turn, read);
}

/**
 * Starts for each of them the durable change that cancels what its order made, where the card named all of that; same
 * argument.
 */
export async function stopOrders(turn: Turn, argument: string): Promise<void> {
  const { words, press } = turn;
  if (!canManage(turn)) return;
  const read = await orShowRefusal(turn, () => readOrders(turn, argument));
  if (read === undefined) return;
  const named = press?.values['named'] ?? '';
  const open = read.orders.filter(({ not }) => not === undefined);
  if (read.orders.every(isUndoRequested)) {
    if (!isDoublePress(turn, named)) return showOrders(turn, read);
    return turn.replies.keep();
  }
  if (named !== namedOf(open)) {
    turn.replies.say(words.t('endOfTerm.meanwhile'));
    return showOrders(turn, read);
  }
  if (!isLastAsked(turn, named)) return showOrders(turn, read);
  const wishes = open.map(({ order, target, lines }) => ({
    id: `${order}u`,
    customer: target,
    what: { kind: 'stop' as const, lines: lines.map((line) => ({ ...line, requestId: turn.newRequestId() })) },
  }));
  const running = read.orders.map((one) => (one.not === undefined ? { ...one, not: 'running' as const } : one));
  const shown = undoOrdersCard({ words, orders: running, isPart: read.isPart, named });
  return submitChanges(turn, wishes, { token: named, shown });
}

/** An order of one of several customers, and what of it can be taken back. */
type OrderToUndo = MadeOrder & Pick<FoundCustomer, 'target'>;

interface OrdersToUndo {
  readonly orders: readonly OrderToUndo[];
  /** True where customers are gone, or have no relationship with the partner. */
  readonly isPart: boolean;
}

/** Customers whose subscriptions are read at the same time. */
const readAtOnce = 4;

/** The orders of an argument as they are now. May raise PartnerCenterError. */
async function readOrders(turn: Turn, argument: string): Promise<OrdersToUndo> {
  const texts = argument.split(' ').slice(0, 2 * mostSeveral);
  const ids = new Map(texts.flatMap((ref, at) => (at % 2 === 0 ? [] : [[ref, texts[at - 1] ?? '']])));
  const orders = [...ids].filter(([, order]) => isChangeId(`${order}u`));
  const found = await findChosen(
    turn,
    orders.map(([ref]) => ref),
  );
  const read = await mapLimit(found, readAtOnce, async (one) => readOrder(turn, one, ids.get(refOf(one.target)) ?? ''));
  return { orders: read, isPart: found.length < ids.size };
}

async function readOrder(turn: Turn, found: FoundCustomer, order: string): Promise<OrderToUndo> {
  const { target } = found;
  const made = { ref: refOf(target), order, customer: target, target, lines: [] };
  const requested = await requestedStanding(turn, { id: `${order}u`, customer: target });
  if (requested !== undefined) return { ...made, not: requested };
  const subscriptions = await answerOrRefusal(customerSubscriptions(turn, found));
  if ('fault' in subscriptions) return { ...made, not: subscriptions };
  if (order === '') return { ...made, not: 'over' };
  const { lines, late } = await linesOf(turn, found, subscriptions, order);
  // An order is taken back once, so not before all of it is shown.
  if (late.length > 0) return { ...made, not: 'late' };
  return lines.length === 0 ? { ...made, not: 'over' } : { ...made, lines };
}

/** All that is canceled, in a few characters. */
const namedOf = (orders: readonly Pick<MadeOrder, 'order' | 'lines'>[]): string =>
  createHash('sha256')
    .update(orders.map(({ order, lines }) => `${order} ${stopKey(lines)}`).join(' '))
    .digest('base64url');

function showOrders(turn: Turn, { orders, isPart }: OrdersToUndo): void {
  if (orders.length === 0) return turn.replies.say(turn.words.t('undo.ordersGone'));
  const named = namedOf(orders.filter(({ not }) => not === undefined));
  showAsking(turn, undoOrdersCard({ words: turn.words, orders, isPart, named }), { yes: ['stopOrders'], key: named });
}

/** Question about stopping subscriptions of a customer. */
interface StopQuestion {
  readonly subscriptions: readonly Subscription[];
  readonly lines: readonly StopLine[];
  readonly changeId: string;
  /** Names of ordered offers of which no subscription is shown yet. */
  readonly late?: readonly string[];
  /** Id of the order that is taken back. */
  readonly order?: string;
}

async function showStop(turn: Turn, found: FoundCustomer, question: StopQuestion): Promise<void> {
  const { lines, late = [], changeId, order = '' } = question;
  const ref = refOf(found.target);
  const { companyName } = found.target;
  if (lines.length === 0 && order === '') return askEndRelationship(turn, ref);
  if (lines.length === 0 && late.length > 0)
    return turn.replies.show(lateOrderCard({ words: turn.words, ref, companyName, order, late }));
  if (lines.length === 0) {
    turn.replies.say(turn.words.t('undo.orderOver'));
    return showSubscriptions(turn, ref);
  }
  const made = stopCard({
    words: turn.words,
    ref,
    companyName,
    now: turn.now,
    days: cloud(turn.partner.cloud).dataRetentionDays,
    ...question,
  });
  showAsking(turn, withBackButton(turn, made), { yes: ['stopAll'], key: changeId });
}
