import { everyItem } from '../../storage/collection.ts';
import type { NewerDocument } from '../../storage/collectionSchema.ts';
import { awaitingChangeId, type Change, customersOf } from '../../model/change.ts';
import type { CustomerRef } from '../../model/customerRef.ts';
import type { Turn } from '../turn.ts';
import { isAwaitingAcceptance } from '../../cards/customers/customerView.ts';
import { provisioningMs } from '../../partner-center/customerSubscriptions.ts';
import { type Acceptance, acceptanceState } from '../../partner-center/rules/agreement.ts';
import type { OpenOrder } from '../../cards/orderLines.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Submission } from '../../model/submission.ts';
import { failedStage, type OrderedOffer } from '../../model/stages.ts';
import { auditLinesOf } from './customerHistory.ts';
import type { FoundCustomer } from './customerAccess.ts';
import type { AuditLine } from '../../model/auditLine.ts';

type ChangeSources = Pick<Turn, 'changes' | 'partner'>;

/** Open changes of all customers of the partner, without those of a newer version. */
export async function openChanges({ changes, partner }: ChangeSources): Promise<Change[]> {
  const found: Change[] = [];
  for await (const { value } of everyItem(changes, partner.tenantId)) if (value.state !== 'done') found.push(value);
  return found;
}

/**
 * All stored changes of one customer; finished ones are removed once they were reported. Raises NewerDocument when one that
 * a newer version wrote names the customer.
 */
export async function changesOf(
  { changes, partner }: ChangeSources,
  { record = '', microsoftId }: Pick<CustomerRef, 'record' | 'microsoftId'>,
): Promise<Change[]> {
  const ids = [record, microsoftId].filter((id) => id !== '');
  const isOfCustomer = (one: Change['customer']): boolean =>
    ids.includes(one.record ?? '') || ids.includes(one.microsoftId);
  const found: Change[] = [];
  const newer = (unknown: NewerDocument): void => {
    if (unknown.names(ids)) throw unknown;
  };
  for await (const { value } of everyItem(changes, partner.tenantId, newer))
    if (customersOf(value).some(isOfCustomer)) found.push(value);
  return found;
}

/**
 * Resumes the changes that wait for the customer's acceptance, when the agreement was just read as accepted; the user
 * who requested them is told the result. Returns the changes with their new states.
 */
export function wakeAcceptedChanges(
  turn: Turn,
  agreement: Acceptance | undefined,
  changes: readonly Change[],
): Change[] {
  if (agreement === undefined || acceptanceState(agreement) !== 'accepted') return [...changes];
  return changes.map((change) => {
    if (!isAwaitingAcceptance(change) || change.finishing === true) return change;
    turn.effects.push({ kind: 'wakeChange', id: change.id });
    return { ...change, state: 'running' };
  });
}

/** Facts about the orders of a customer. */
interface OrderFacts {
  readonly found: Pick<FoundCustomer, 'record'>;
  readonly job: Submission | undefined;
  readonly changes: readonly Change[];
  readonly history: readonly AuditLine[];
  readonly subscriptions: readonly Subscription[];
  readonly now: Date;
}

type OrderSources = Pick<Turn, 'partner' | 'jobs' | 'changes' | 'audit' | 'now'>;

/** Orders of a customer that are none of its subscriptions yet. */
export async function readOpenOrders(
  turn: OrderSources,
  found: FoundCustomer,
  subscriptions: readonly Subscription[],
): Promise<OpenOrder[]> {
  const { jobs, partner, now } = turn;
  const { target, record } = found;
  const [job, changes, history] = await Promise.all([
    record === undefined ? undefined : jobs.get(partner.tenantId, record.id),
    changesOf(turn, target),
    auditLinesOf(turn, found),
  ]);
  return openOrders({ found, job: job?.value, changes, history, subscriptions, now });
}

/** Orders of a customer that are none of its subscriptions yet, from facts already read. */
export function openOrders(known: OrderFacts): OpenOrder[] {
  const { record } = known.found;
  // A finished and reported change is in the audit log only; one that a submission left over is also in its record.
  const told = new Set([
    ...known.changes.map(({ id }) => id),
    ...(record === undefined ? [] : [awaitingChangeId(record.id)]),
  ]);
  return [
    ...ordersOfSubmission(known),
    ...known.changes.flatMap((change) => ordersOfChange(change, known)),
    ...known.history.flatMap((line) => (told.has(line.change ?? '') ? [] : ordersOfHistory(line, known))),
  ];
}

/** Open orders of the submission; those that wait for the customer belong to a change. */
function ordersOfSubmission({
  found: { record },
  job,
  ...known
}: Omit<OrderFacts, 'changes' | 'history'>): OpenOrder[] {
  const ordered = record?.stages.subscriptions;
  if (record === undefined || ordered === undefined || ['awaited', 'refused'].includes(ordered.state)) return [];
  if (ordered.state === 'done') return notYetVisible(ordered.lines, ordered.at, known);
  const isLeft = failedStage(record.stages) !== undefined && job?.state !== 'running';
  return ordered.lines.map((line) => ({ ...line, ...(isLeft ? unfinishedOrder(job) : { state: 'placing' }) }));
}

const unfinishedOrder = (work: Pick<Submission, 'state' | 'wakeAt'> | undefined) => ({
  state: 'unfinished' as const,
  ...(work?.state === 'unfinished' && work.wakeAt !== undefined ? { wakeAt: work.wakeAt } : {}),
});

function ordersOfChange(change: Change, known: Pick<OrderFacts, 'changes' | 'subscriptions' | 'now'>): OpenOrder[] {
  const { what, state, awaiting, fault, dropped } = change;
  // Of several orders this customer's own is a change too, once it is begun.
  if (what.kind === 'orders' && !known.changes.some(({ ofOrders }) => ofOrders === true))
    return state === 'done' ? [] : what.offers.map((line) => ({ ...line, state: 'placing' }));
  if (what.kind !== 'order' || dropped === true) return [];
  if (state === 'done') return fault === undefined ? notYetVisible(what.lines, known.now.toISOString(), known) : [];
  if (state !== 'unfinished') return what.lines.map((line) => ({ ...line, state: 'placing' }));
  const how = awaiting === undefined ? unfinishedOrder(change) : { state: 'awaited' as const };
  return what.lines.map((line) => ({ ...line, ...how }));
}

const ordersOfHistory = (
  { at, outcome, ordered = [] }: AuditLine,
  known: Pick<OrderFacts, 'subscriptions' | 'now'>,
): OpenOrder[] => (outcome === 'done' ? notYetVisible(ordered, at, known) : []);

/** Recently ordered lines that Partner Center does not show yet. */
function notYetVisible(
  lines: readonly Pick<OrderedOffer, 'offerId' | 'offerName' | 'quantity' | 'unit' | 'fault' | 'subscriptionId'>[],
  at: string | undefined,
  { subscriptions, now }: Pick<OrderFacts, 'subscriptions' | 'now'>,
): OpenOrder[] {
  if (at === undefined || now.getTime() - Date.parse(at) > provisioningMs) return [];
  return lines
    .filter((line) => line.fault === undefined && !subscriptions.some((one) => isResultOf(one, line, at)))
    .map((line) => ({ ...line, state: 'late' }));
}

/** True when the subscription came from that line; without its id: same offer, not bought before that day. */
const isResultOf = (
  { id, offerId, bought }: Subscription,
  line: Pick<OrderedOffer, 'offerId' | 'subscriptionId'>,
  at: string,
): boolean =>
  id === line.subscriptionId ||
  (offerId === line.offerId && (bought === undefined || bought.slice(0, 10) >= at.slice(0, 10)));
